"""The charts of the further indices: how a disparity splits and how the whole is spread, side by side."""

from collections.abc import Callable, Iterator, Sequence

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Columns, Figure
from reporter.model.result import Result

Draw = Callable[..., Figure]
ENOUGH = 5
"""Regions from which on a curve of their shares says more than the shares themselves."""


def disparities(a: Assessment, figures: Draw, results: Sequence[Result]) -> Iterator[Block]:
    """Two charts abreast: of every disparity with parts its split, of every weighed one its Lorenz curve."""
    drawn = [chart for r in results if r.method == "disparity" for chart in _charts(a, figures, r)]
    for n in range(0, len(drawn) - 1, 2):
        yield Columns("66", ((drawn[n],), (drawn[n + 1],)))
    if len(drawn) % 2:
        yield drawn[-1]


def _charts(a: Assessment, figures: Draw, r: Result) -> Iterator[Figure]:
    if r.options.get("parts") and len(r.periods) > 1:
        yield figures("theil", index=r.code)
    if r.options.get("population", "equal") != "equal" and len(a.main.members) >= ENOUGH:
        yield figures("lorenz", index=r.code)

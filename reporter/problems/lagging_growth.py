"""Lagging growth: a region is far under the leader and grows more slowly."""

from collections.abc import Iterator

from reporter.model.finding import Finding, shortfall
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.behind import behind


def lagging_growth(
    board: Scoreboard, panel: Panel, *, ratio: float = 0.75, periods: int = 3
) -> Iterator[Finding]:
    """Members whose index is under `ratio` of the leader's and has grown by less over up to `periods`,
    on a scale without zero by fewer points.
    """
    period = board.main.periods[-1]
    for b in behind(board, ratio, periods):
        if b.growth < b.leading:
            yield Finding(
                "lagging_growth",
                b.region,
                period,
                shortfall(b.share, ratio),
                board.main.code,
                b.numbers,
                b.evidence,
                ratio,
                b.share,
            )

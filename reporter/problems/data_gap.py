"""Data gap: too many figures behind the index were never published."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def data_gap(board: Scoreboard, panel: Panel, *, over: float = 0.1) -> Iterator[Finding]:
    """Members of whose figures in the last period a share over `over` is missing or filled in."""
    result, period = board.main, board.main.periods[-1]
    names = [i for d in result.framework.dimensions for i in d.indicators]
    for region in result.members:
        cells = {i: panel.value(i, region, period) for i in names}
        gaps = {i: one for i, one in cells.items() if one != one or panel.is_filled(i, region, period)}
        share = len(gaps) / len(cells) if cells else 0.0
        if share > over:
            numbers: Numbers = {"missing": len(gaps), "all": len(cells), "share": share}
            evidence = tuple(Evidence(i, region, period, one) for i, one in gaps.items())
            severity = excess(share, over)
            yield Finding("data_gap", region, period, severity, result.code, numbers, evidence, over, share)

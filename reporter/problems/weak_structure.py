"""Weak structure: the industrial structure has got worse."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import change, start, value

SIGN = {"up": -1, "down": 1, "neither": 0}


def weak_structure(
    board: Scoreboard, panel: Panel, *, of: IndexCode, by: float = 0.1, periods: int = 3
) -> Iterator[Finding]:
    """Members whose structure index `of` got worse by more than `by`, a share, over up to `periods`."""
    if of not in board.results:
        return
    since, end, sign = start(board, periods), board.main.periods[-1], SIGN[board.results[of].better]
    for region in board.main.members:
        first, last = value(board, of, region, since), value(board, of, region, end)
        moved = change(first, last)
        if sign * moved > by:
            numbers: Numbers = {"first": first, "last": last, "change": moved, "start": since}
            evidence = (Evidence(of, region, since, first), Evidence(of, region, end, last))
            measured = sign * moved
            severity = excess(measured, by)
            yield Finding("weak_structure", region, end, severity, of, numbers, evidence, by, measured)

"""Flat structure: the industrial structure has hardly moved."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, Severity
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import change, start, value


def flat_structure(
    board: Scoreboard, panel: Panel, *, of: IndexCode, within: float = 0.02, periods: int = 3
) -> Iterator[Finding]:
    """Members whose structure index `of` moved by less than `within`, a share, over up to `periods`.

    Always moderate: standing still is no decline.
    """
    since, end = start(board, periods), board.main.periods[-1]
    for region in board.main.members if since != end else ():
        first, last = value(board, of, region, since), value(board, of, region, end)
        moved = change(first, last)
        if abs(moved) < within:
            numbers: Numbers = {"first": first, "last": last, "change": moved, "start": since}
            evidence = (Evidence(of, region, since, first), Evidence(of, region, end, last))
            severity = Severity.MODERATE
            yield Finding("flat_structure", region, end, severity, of, numbers, evidence, within, abs(moved))

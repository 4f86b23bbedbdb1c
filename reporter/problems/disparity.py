"""Disparity: the members of a group are unequal, or have become more so."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import change, start, value


def disparity(
    board: Scoreboard, panel: Panel, *, of: IndexCode, over: float, rising: float = 0.1, periods: int = 3
) -> Iterator[Finding]:
    """Groups whose disparity `of` is over `over`, or has grown by more than `rising` over up to `periods`."""
    since, end = start(board, periods), board.main.periods[-1]
    for group in board.main.groups:
        first, last = value(board, of, group, since), value(board, of, group, end)
        grown = change(first, last)
        level = last > over
        if level or grown > rising:
            measured, threshold = (last, over) if level else (grown, rising)
            numbers: Numbers = {"value": last}
            evidence: tuple[Evidence, ...] = (Evidence(of, group, end, last),)
            if not level:
                numbers = {"form": "rising", "first": first, "last": last, "change": grown, "start": since}
                evidence = (Evidence(of, group, since, first), *evidence)
            severity = excess(measured, threshold)
            yield Finding("disparity", group, end, severity, of, numbers, evidence, threshold, measured)

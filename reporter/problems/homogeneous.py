"""Homogeneous layout: a region does what the others do."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, shortfall
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import value


def homogeneous(board: Scoreboard, panel: Panel, *, of: IndexCode, over: float = 0.5) -> Iterator[Finding]:
    """Members whose overlap `of` with the others is over `over`; severity looks at what is not shared."""
    period = board.main.periods[-1]
    for region in board.main.members:
        found = value(board, of, region, period)
        if found > over:
            evidence = (Evidence(of, region, period, found),)
            severity = shortfall(1 - found, 1 - over)
            yield Finding(
                "homogeneous", region, period, severity, of, {"share": found}, evidence, over, found
            )

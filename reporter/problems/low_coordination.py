"""Low coordination: the dimensions of a region do not go together."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, shortfall
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import value


def low_coordination(
    board: Scoreboard, panel: Panel, *, of: IndexCode, below: float = 0.5
) -> Iterator[Finding]:
    """Members whose coupling coordination `of` is below `below`."""
    period = board.main.periods[-1]
    for region in board.main.members:
        found = value(board, of, region, period)
        if found < below:
            evidence = (Evidence(of, region, period, found),)
            severity = shortfall(found, below)
            yield Finding(
                "low_coordination", region, period, severity, of, {"value": found}, evidence, below, found
            )

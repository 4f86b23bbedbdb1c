"""Secondary-heavy: the secondary sector still outweighs the tertiary."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, shortfall
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import value


def secondary_heavy(board: Scoreboard, panel: Panel, *, of: IndexCode, below: float = 1) -> Iterator[Finding]:
    """Members whose advancement `of`, tertiary over secondary value added, is below `below`."""
    period = board.main.periods[-1]
    for region in board.main.members:
        found = value(board, of, region, period)
        if found < below:
            evidence = (Evidence(of, region, period, found),)
            severity = shortfall(found, below)
            yield Finding(
                "secondary_heavy", region, period, severity, of, {"value": found}, evidence, below, found
            )

"""Decline: a score has fallen over the last periods."""

from collections.abc import Iterator

from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.falls import falls


def decline(board: Scoreboard, panel: Panel, *, below: float = -0.05, periods: int = 3) -> Iterator[Finding]:
    """Members and scores whose change over up to `periods` periods, as a share, is under `below`."""
    yield from falls("decline", board, min(periods, len(board.main.periods) - 1), below)

"""Setback: a score fell in the last period alone."""

from collections.abc import Iterator

from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.falls import falls


def setback(board: Scoreboard, panel: Panel, *, below: float = -0.05) -> Iterator[Finding]:
    """Members and scores whose change on the period before, as a share, is under `below`."""
    yield from falls("setback", board, 1, below)

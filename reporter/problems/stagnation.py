"""Stagnation: a score has hardly grown over the last periods."""

from collections.abc import Iterator

from reporter.methods.growth import average_change, average_growth
from reporter.model.finding import Evidence, Finding, Numbers, Severity
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import start


def stagnation(
    board: Scoreboard, panel: Panel, *, within: float = 0.01, periods: int = 3
) -> Iterator[Finding]:
    """Members and scores whose average growth over up to `periods` periods is under `within`, up or down: a
    rate, or on a scale without zero the average change itself.

    Always moderate: standing still is no graver the more exactly one stands.
    """
    result, since, end = board.main, start(board, periods), board.main.periods[-1]
    at = result.periods.index(since)
    for code in result.values:
        for region in result.members:
            line = result.line(code, region)[at:]
            growth, step = average_growth(line), average_change(line)
            moved = abs(growth if result.zero else step)
            if moved < within:
                numbers: Numbers = {
                    "first": float(line[0]), "last": float(line[-1]), "growth": growth, "start": since,
                    "step_change": step,
                }  # fmt: skip
                evidence = tuple(
                    Evidence(code, region, p, result.score(code, region, p)) for p in (since, end)
                )
                yield Finding(
                    "stagnation", region, end, Severity.MODERATE, code, numbers, evidence, within, moved
                )

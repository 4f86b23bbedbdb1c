"""Divergence: the indices of a group's members have drifted apart (σ-divergence)."""

from collections.abc import Iterator
from math import nan

import numpy as np

from reporter.methods.inequality import coefficient_of_variation
from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.panel import Panel
from reporter.model.result import Composite, Scoreboard
from reporter.problems.values import change, start


def divergence(board: Scoreboard, panel: Panel, *, over: float = 0.1, periods: int = 3) -> Iterator[Finding]:
    """Groups in which the index's coefficient of variation grew by more than `over` over up to `periods`.

    On a scale without zero, where a share of the mean says nothing, the standard deviation itself.
    """
    result, since, end = board.main, start(board, periods), board.main.periods[-1]
    for group, members in result.groups.items():
        first, last = (_variation(result, members, period) for period in (since, end))
        grown = change(first, last)
        if grown > over:
            numbers: Numbers = {"first": first, "last": last, "change": grown, "start": since}
            evidence = tuple(
                Evidence(result.code, r, p, result.score(result.code, r, p))
                for p in (since, end)
                for r in members
            )
            severity = excess(grown, over)
            yield Finding("divergence", group, end, severity, result.code, numbers, evidence, over, grown)


def _variation(result: Composite, members: tuple[str, ...], period: str) -> float:
    """Standard deviation over mean; NaN where a score is missing or below 0, or all are 0. On a scale without
    zero the standard deviation.
    """
    scores = np.array([result.score(result.code, r, period) for r in members])
    if not result.zero:
        return float(np.std(scores))
    return float(coefficient_of_variation(scores)) if (scores >= 0).all() and scores.any() else nan

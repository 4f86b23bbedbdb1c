"""Closedness: a region has far less of what comes from outside than the others."""

from collections.abc import Iterator

import numpy as np

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.options import FigureId
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def closedness(board: Scoreboard, panel: Panel, *, of: FigureId, ratio: float = 0.5) -> Iterator[Finding]:
    """Members whose indicator `of` (foreign-funded firms, for one) is under `ratio` of the others' median."""
    period = board.main.periods[-1]
    figures = {r: panel.value(of, r, period) for r in board.main.members}
    figures = {region: one for region, one in figures.items() if one == one}
    for region, one in figures.items():
        others = [other for r, other in figures.items() if r != region]
        middle = float(np.median(others)) if others else 0.0
        share = one / middle if middle > 0 else 1.0
        if share < ratio:
            numbers: Numbers = {"value": one, "middle": middle, "others": len(others), "share": share}
            evidence = tuple(Evidence(of, r, period, other) for r, other in figures.items())
            severity = shortfall(share, ratio)
            yield Finding("closedness", region, period, severity, of, numbers, evidence, ratio, share)

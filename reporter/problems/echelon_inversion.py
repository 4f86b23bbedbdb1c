"""Echelon inversion: fewer zones stand on the lower step than on the upper one that they should feed."""

from collections.abc import Iterator
from math import nan

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.options import FigureId
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def echelon_inversion(
    board: Scoreboard, panel: Panel, *, lower: FigureId, upper: FigureId, below: float = 1
) -> Iterator[Finding]:
    """Members whose echelon ratio `lower` / `upper`, provincial over national zones, is below `below`."""
    period = board.main.periods[-1]
    for region in board.main.members:
        few, many = (panel.value(i, region, period) for i in (lower, upper))
        ratio = few / many if many > 0 else nan
        if ratio < below:
            numbers: Numbers = {"lower": few, "upper": many, "source": upper, "share": ratio}
            evidence = (Evidence(lower, region, period, few), Evidence(upper, region, period, many))
            severity = shortfall(ratio, below)
            yield Finding(
                "echelon_inversion", region, period, severity, lower, numbers, evidence, below, ratio
            )

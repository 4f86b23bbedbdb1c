"""Whether the members of a group draw nearer to each other."""

from dataclasses import replace

import numpy as np

from reporter.indices.disparity import How, between_members
from reporter.indices.draw import over_regions, score
from reporter.indices.plain import figures, from_first, of_groups
from reporter.indices.refuse import Cells, usable
from reporter.methods.convergence import Beta, beta
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step
from reporter.model.study import Group

FIGURES = ("error", "t", "p", "r2", "speed", "half-life")


def sigma_convergence(given: Given, *, of: str = "", population: str = "") -> Result:
    """σ: the coefficient of variation between the members of each group, at least 0; a fall is convergence.

    `of`: a score, an indicator or a series, by default the first index; `population` weighs the members.
    Barro & Sala-i-Martin 1992.
    """
    result = between_members(given, How("cv", of, population))
    return replace(result, options={"of": result.options["of"], "population": population or "equal"})


def beta_convergence(given: Given, *, of: str = "") -> Result:
    """β: the slope of average log growth on the log of the starting level; below 0 is convergence.

    Over the members of each group, from the first period of the window to each one, which has no value
    itself. Its standard error, t, p, R², speed and half-life are steps. Faults: values of 0 or less, fewer
    than 3 members, all alike at the start. Barro & Sala-i-Martin 1992, equation 7.
    """
    one = score(given, of)
    values, trace = dict[str, Floats](), list[Step]()
    for group, y in zip(given.study.groups, over_regions(given, one).values(), strict=True):
        found = [_beta(given, group, one.name, y, n) for n in range(1, len(y))]
        values[group.id] = np.array([np.nan, *(each.line.slope for each in found)])
        rows = np.array([[np.nan] * len(FIGURES), *map(_figures, found)], float)
        trace.append(figures(group.id, dict(zip(FIGURES, rows.T, strict=True))))
    behind = from_first(given.panel.periods)
    return of_groups(given, [one], {"of": one.name}, values, "down", trace, behind)


def _beta(given: Given, group: Group, name: str, y: Floats, n: int) -> Beta:
    """The line from the first period to the n-th after it."""
    start, end = given.panel.periods[0], given.panel.periods[n]
    first = Cells({"region": group.members}, same={"name": name, "period": start})
    last = Cells({"region": group.members}, same={"name": name, "period": end})
    with usable(given, f"members of {group.id}", first=first, last=last, x=first):
        return beta(y[0], y[n], n)


def _figures(found: Beta) -> list[float]:
    told = (found.line.error, found.line.t, found.line.p, found.line.r2, found.speed, found.half_life)
    return [np.nan if value is None else value for value in told]

"""How far the structure of a region, or of a group's summed parts, turned."""

from collections.abc import Callable
from typing import Literal

import numpy as np

from reporter.indices.draw import Table, alike, named, table
from reporter.indices.plain import Behind, by_region, from_first, later, step_on
from reporter.indices.refuse import Cells, usable
from reporter.methods import structure_change
from reporter.methods.inequality import shares
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step

Since = Literal["before", "first"]


def moore(given: Given, *, series: list[str], since: Since = "before") -> Result:
    """Moore's value: the angle between two structures in radians, 0 when alike, π/2 when nothing is shared.

    Shares of `series` in their sum, against the period `before` or the `first` of the window, which has no
    value itself. A group is made of its summed parts. Faults: all series 0. Moore 1978.
    """
    return _changed(given, series, since, {}, structure_change.moore)


def lilien(
    given: Given, *, series: list[str], since: Since = "before", weights: Literal["after", "mean"] = "after"
) -> Result:
    """Lilien's index: 0 when every sector grows alike, no upper bound.

    √Σ s (Δ ln x − Δ ln X)² of `series`, mostly employment, s the share after or the mean of both. Against
    the period `before` or the `first` of the window. Faults: a sector that is empty at one end alone.
    Lilien 1982; Stamer 1999.
    """

    def change(before: Floats, after: Floats) -> Floats:
        return structure_change.lilien(before, after, weights=weights)

    return _changed(given, series, since, {"weights": weights}, change)


def _changed(
    given: Given,
    names: list[str],
    since: Since,
    more: dict[str, str],
    change: Callable[[Floats, Floats], Floats],
) -> Result:
    drawn = named(given, "series", names)
    alike(given, "series", drawn)
    rows, periods = table(given, drawn), given.panel.periods
    x, first = rows.values, np.broadcast_to(rows.values[:, :1], rows.values.shape)
    before = x[:, :-1] if since == "before" else first[:, 1:]
    with usable(given, **_cells(rows, periods, since)):
        y = shares(x)
        values = later(change(before, x[:, 1:]))
    behind: Behind = step_on(periods) if since == "before" else from_first(periods)
    trace = [Step("share", y, ("region", "period", "sector"), {"sector": rows.names})]
    return by_region(given, rows, {"series": names, "since": since, **more}, values, "neither", trace, behind)


def _cells(rows: Table, periods: tuple[str, ...], since: Since) -> dict[str, Cells]:
    """Where the cells of a change lie: it begins with the second period."""
    start = periods[:-1] if since == "before" else periods[:1] * len(periods[1:])
    spans = {"values": periods, "before": start, "after": periods[1:]}
    return {
        argument: Cells({"region": rows.regions, "period": span, "name": rows.names}, "series")
        for argument, span in spans.items()
    }

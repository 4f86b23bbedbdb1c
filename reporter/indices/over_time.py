"""How a score, an indicator or a series moves: growth, volatility, falls from a peak."""

import numpy as np

from reporter.errors import fault
from reporter.indices.draw import Table, at, score, table
from reporter.indices.plain import by_region, later, step_on, up_to_here
from reporter.indices.refuse import Cells, usable
from reporter.methods.growth import below_peak, yearly_growth
from reporter.methods.growth import drawdown as deepest
from reporter.methods.growth import volatility as spread
from reporter.methods.inequality import not_negative
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step


def growth(given: Given, *, of: str = "") -> Result:
    """Growth on the period before, a share: −1 where all is lost, 0 without change, no upper bound.

    No value in the first period of the window, nor after a 0. `of`: a score, an indicator or a series, by
    default the first index. Faults: a value below 0.
    """
    one = score(given, of)
    rows = table(given, [one])
    values = later(
        np.array([yearly_growth(line) for line in _lines(given, rows)]).reshape(len(rows.regions), -1)
    )
    return by_region(given, rows, {"of": one.name}, values, one.better, behind=step_on(given.panel.periods))


def volatility(given: Given, *, of: str = "", window: int = 0) -> Result:
    """Standard deviation (n − 1) of the growth on the period before: 0 when growth is even, no upper bound.

    Over all growth from the window's first period up to each one, or the last `window` rates of it; no value
    before there are two rates, nor after a 0. Faults: a value below 0; a window of 1.
    """
    if window < 0 or window == 1:
        what = f"index '{given.spec.code}': 'window' is {window}, and growth varies over 2 rates or more"
        raise fault(at(given, "window"), what, "write 2 or more, or 0 for all up to each period")
    one = score(given, of)
    rows = table(given, [one])
    values = np.array([_spreads(line, window) for line in _lines(given, rows)])
    options = {"of": one.name, "window": window or "from the first period"}
    behind = {
        p: told[-(window + 1) :] if window else told for p, told in up_to_here(given.panel.periods).items()
    }
    return by_region(given, rows, options, values, "down", behind=behind)


def drawdown(given: Given, *, of: str = "") -> Result:
    """The deepest fall from an earlier peak so far, as a share of the peak: 0 without a fall, 1 for all lost.

    Counted from the window's first period. `of`: a score, an indicator or a series, by default the first
    index. Faults: a value below 0.
    """
    one = score(given, of)
    rows = table(given, [one])
    below = np.array([below_peak(line) for line in _lines(given, rows)])
    values = np.maximum.accumulate(-below, axis=1) + 0.0
    trace = [Step("below peak", below, ("region", "period"))]
    trace += [_deepest(given, region, line) for region, line in zip(rows.regions, rows.values, strict=True)]
    behind = up_to_here(given.panel.periods)
    return by_region(given, rows, {"of": one.name}, values, "down", trace, behind)


def _lines(given: Given, rows: Table) -> Floats:
    """The one series of the table, rows × periods, none below 0."""
    axes = {"region": rows.regions, "period": given.panel.periods}
    with usable(given, series=Cells(axes, same={"name": rows.names[0]})):
        return not_negative("series", rows.values[:, :, 0])


def _spreads(line: Floats, window: int) -> Floats:
    """The volatility up to each period, over all rates or the last `window` of them."""
    starts = [max(0, n - window) if window else 0 for n in range(len(line))]
    short = [bool(window) and n < window for n in range(len(line))]
    return np.array(
        [np.nan if s else spread(line[a : n + 1]) for n, (a, s) in enumerate(zip(starts, short, strict=True))]
    )


def _deepest(given: Given, region: str, line: Floats) -> Step:
    """The deepest fall of one region in the whole window, with its peak, trough and recovery by name."""
    periods, found = given.panel.periods, deepest(line[:, 0])
    label = f"{periods[found.peak]}–{periods[found.trough]}"
    back = f", regained {periods[found.recovered]}" if found.recovered >= 0 else ", not regained"
    name = label + back if found.depth else "none"
    return Step(
        "deepest fall", np.array([[found.depth]]), ("region", "fall"), {"region": (region,), "fall": (name,)}
    )

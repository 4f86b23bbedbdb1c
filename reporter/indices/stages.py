"""The stages of a score, an indicator or a series: where its growth changes, and what each is called."""

import numpy as np

from reporter.errors import fault
from reporter.indices.draw import at, score, table
from reporter.indices.plain import by_region
from reporter.indices.refuse import Cells, usable
from reporter.methods.stages import LONGEST, Stage, Stages, Thresholds
from reporter.methods.stages import stages as found_in
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step


def stages(
    given: Given,
    *,
    of: str = "",
    penalty: float | None = None,
    shortest: int = 2,
    explosive: float = 0.15,
    growth: float = 0.03,
    stagnation: float = 0.01,
    slowdown: float = 0.5,
) -> Result:
    """Average yearly growth, a share, of the stage that a period belongs to; a border ends its stage.

    Borders by optimal partition of the log growth; stages are named by `explosive`, `growth`, `stagnation`
    and `slowdown`. No penalty: 2σ̂² ln n of each series. Faults: a value of 0 or less; one period.
    Jackson et al. 2005.
    """
    _sensible(given, penalty, shortest)
    one = score(given, of)
    rows, periods = table(given, [one]), given.panel.periods
    thresholds, found = Thresholds(explosive, growth, stagnation, slowdown), list[Stages]()
    for region, line in zip(rows.regions, rows.values[:, :, 0], strict=True):
        cells = Cells({"period": periods}, same={"name": one.name, "region": region})
        with usable(given, "periods", series=cells):
            found.append(found_in(line, penalty=penalty, shortest=shortest, thresholds=thresholds))
    values = np.array([_rates(each.stages, len(periods)) for each in found])
    trace = [_told(r, each, periods) for r, each in zip(rows.regions, found, strict=True)]
    behind = dict.fromkeys(periods, periods)
    options = {"of": one.name, "penalty": penalty, "shortest": shortest, **thresholds._asdict()}
    return by_region(given, rows, options, values, one.better, trace, behind)


def _sensible(given: Given, penalty: float | None, shortest: int) -> None:
    """Faults for options that no partition has, or a window longer than one is made for."""
    code, n = given.spec.code, len(given.panel.periods) - 1
    if penalty is not None and penalty < 0:
        raise fault(at(given, "penalty"), f"index '{code}': 'penalty' is below 0", "write 0 or more")
    if shortest < 1:
        raise fault(at(given, "shortest"), f"index '{code}': 'shortest' is below 1", "write 1 or more")
    if n > LONGEST:
        what = f"index '{code}' has {n} growth rates, and borders are found among {LONGEST} at most"
        raise fault(at(given, "periods"), what, "shorten its periods")


def _rates(found: tuple[Stage, ...], n: int) -> Floats:
    """The growth of the stage that each period belongs to, the first period to the first stage."""
    rates = np.repeat([stage.rate for stage in found], [stage.stop - stage.start for stage in found])
    return np.asarray(np.append(rates[:1], rates)[:n])


def _told(region: str, found: Stages, periods: tuple[str, ...]) -> Step:
    """The stages of one region: name and borders as labels, their growth as values."""
    names = tuple(f"{s.name} {periods[s.start]}–{periods[s.stop]}" for s in found.stages)
    rates = np.array([[s.rate for s in found.stages]])
    return Step("stages", rates, ("region", "stage"), {"region": (region,), "stage": names})

"""What composite indices share: standardised values, positions of dimensions, marks."""

from collections.abc import Mapping, Sequence

import numpy as np

from reporter.errors import Faults, Flaw
from reporter.methods.standardise import STANDARDISE, ConstantIndicator, NotPositive, Scope
from reporter.model.panel import Bools, Floats, Panel
from reporter.model.study import Framework, IndexSpec, Study


def standardised(panel: Panel, framework: Framework, spec: IndexSpec, how: str, scope: Scope) -> Floats:
    try:
        return STANDARDISE[how](panel.values, benefit(panel, framework), scope)
    except ConstantIndicator as error:
        what = "is the same everywhere, so that its spread is 0"
        mend, positions = "take it out of the index, or use standardise: ratio-to-max", error.indicators
    except NotPositive as error:
        what = "has a value that a ratio cannot take (negative, or a cost of 0)"
        mend, positions = "use standardise: min-max", error.indicators
    names = [panel.indicators[j] for j in positions]
    raise Faults(
        Flaw(framework.indicators[i].where, f"indicator '{i}' {what} in {spec.code}", mend) for i in names
    )


def benefit(panel: Panel, framework: Framework) -> Bools:
    return np.array([framework.indicators[i].direction == "up" for i in panel.indicators])


def parts(framework: Framework, code: str) -> dict[str, list[int]]:
    """Positions of the indicators behind each score: all for the index, its own for a dimension."""
    names = [i for d in framework.dimensions for i in d.indicators]
    codes = framework.codes(code)
    inside = {codes[d.id]: [names.index(i) for i in d.indicators] for d in framework.dimensions}
    return {code: list(range(len(names))), **inside}


def reached(panel: Panel, framework: Framework) -> Mapping[str, tuple[str, str, float]]:
    """Where each indicator's best raw value stands."""
    return {
        name: _best(panel, j, framework.indicators[name].direction) for j, name in enumerate(panel.indicators)
    }


def _best(panel: Panel, j: int, direction: str) -> tuple[str, str, float]:
    layer = panel.values[:, :, j]
    r, t = np.unravel_index(int(layer.argmax() if direction == "up" else layer.argmin()), layer.shape)
    return panel.regions[r], panel.periods[t], float(layer[r, t])


def filled(panel: Panel, study: Study) -> Bools:
    """Which scores rest on a filled figure, members then groups × periods."""
    own = np.asarray(panel.filled.any(axis=-1))
    return np.vstack([own, *(_any(own, panel.regions, group.members) for group in study.groups)])


def _any(own: Bools, regions: Sequence[str], members: Sequence[str]) -> Bools:
    return np.asarray(own[[regions.index(m) for m in members]].any(axis=0))

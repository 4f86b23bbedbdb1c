"""What keeps each region from the ideal of an earlier index."""

from dataclasses import replace

import numpy as np

from reporter.indices.draw import Table
from reporter.indices.earlier import composite
from reporter.indices.plain import by_region
from reporter.indices.refuse import Cells, usable
from reporter.indices.titles import code_of
from reporter.methods.obstacle import obstacle as degrees
from reporter.model.result import Given, Result, Step


def obstacle(given: Given, *, of: str = "") -> Result:
    """Obstacle degree of each indicator, 0–1, summing to 1 over the indicators; all 0 at the ideal.

    w (1 − x) / Σ w (1 − x), a code for each indicator. A group's way to go is that of its members together.
    `of`: an index over a framework, by default the first. Faults: standardised values beyond 0–1.
    """
    whole, t = composite(given, of)
    names, own = whole.steps.indicators, whole.steps.standardised[:, t]
    means = [own[[whole.members.index(m) for m in inside]].mean(axis=0) for inside in whole.groups.values()]
    x = np.concatenate([own, np.reshape(means, (-1, *own.shape[1:]))])
    rows = Table(names, whole.members, whole.groups, x, whole.filled[:, t])
    axes = {"region": rows.regions, "period": given.panel.periods, "name": names}
    with usable(given, x=Cells(axes), weights=Cells({"name": names})):
        found = degrees(x, whole.steps.weights)
    values = {code_of(given.spec.code, name): found[:, :, j] for j, name in enumerate(names)}
    trace = [
        Step("x", x, ("region", "period", "indicator"), {"indicator": names}),
        Step("w", whole.steps.weights, ("indicator",), {"indicator": names}),
        Step("degree", found, ("region", "period", "indicator"), {"indicator": names}),
    ]
    result = by_region(given, rows, {"of": whole.code}, values, trace=trace)
    return replace(result, sources=(whole.code,))  # the index tells where the ideals stand

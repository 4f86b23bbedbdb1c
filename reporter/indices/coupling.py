"""Coupling coordination of the dimensions of an earlier index."""

import numpy as np

from reporter.indices.draw import Table
from reporter.indices.earlier import composite
from reporter.indices.plain import by_region
from reporter.indices.refuse import Cells, usable
from reporter.methods.coupling import coupling as coupled
from reporter.methods.coupling import grade
from reporter.model.result import Given, Result, Step


def coupling(given: Given, *, of: str = "") -> Result:
    """Coordination D of the dimensions, 0–1: 1 when all are 1, 0 when one is 0.

    C = n (∏U)^(1/n) / ΣU, T = ΣU / n, D = √(C T), ten grades of 0.1. `of`: an index over a framework, by
    default the first. Faults: one dimension, all dimensions 0, scores beyond 0–1. Liao 1999.
    """
    whole, t = composite(given, of)
    codes = tuple(whole.framework.codes(whole.code).values())
    U = np.stack([whole.values[code][:, t] for code in codes], axis=-1)
    rows = Table(codes, whole.members, whole.groups, U, whole.filled[:, t])
    axes = {"region": rows.regions, "period": given.panel.periods, "name": codes}
    with usable(given, "dimensions", U=Cells(axes)):
        found = coupled(U)
    trace = [
        Step("U", U, ("region", "period", "code"), {"code": codes}),
        Step("C", found.C, ("region", "period")),
        Step("T", found.T, ("region", "period")),
        Step("grade of 10", grade(found.D).astype(float), ("region", "period")),
    ]
    return by_region(given, rows, {"of": whole.code}, found.D, "up", trace)

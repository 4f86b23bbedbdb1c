"""How much more the best would make of the same inputs."""

from typing import Literal

import numpy as np

from reporter.errors import fault
from reporter.indices.draw import Table, named, table
from reporter.indices.plain import all_members, by_region
from reporter.indices.refuse import Cells, usable
from reporter.indices.specialisation import members_only
from reporter.methods.efficiency import Efficiency, NoSolution, dea
from reporter.methods.efficiency import Returns as Scale
from reporter.model.result import Given, Result, Step

Returns = Literal["crs", "vrs"]
SCALE: dict[Returns, Scale] = {"crs": "constant", "vrs": "variable"}


def efficiency(given: Given, *, inputs: list[str], outputs: list[str], returns: Returns = "crs") -> Result:
    """Output-oriented efficiency 1/φ of each member against the best of its period: 0–1, 1 for the best.

    Data envelopment analysis under constant (`crs`, CCR) or variable returns to scale (`vrs`, BCC); φ, slacks
    and the members compared with are steps. Faults: a member without any input or output, values below 0.
    Charnes, Cooper & Rhodes 1978; Banker, Charnes & Cooper 1984.
    """
    m = len(inputs)
    rows = members_only(table(given, [*named(given, "inputs", inputs), *named(given, "outputs", outputs)]))
    found = [_solved(given, rows, m, t, returns) for t in range(len(given.panel.periods))]
    values = np.stack([each.efficiency for each in found], axis=1)
    slacks = np.stack([np.hstack([each.input_slacks, each.output_slacks]) for each in found], axis=1)
    peers = np.stack([each.peers for each in found], axis=1)
    trace = [
        Step("φ", np.stack([each.phi for each in found], axis=1), ("region", "period")),
        Step("slack, base units", slacks, ("region", "period", "series"), {"series": rows.names}),
        Step("compared with", peers, ("region", "period", "member"), {"member": rows.members}),
    ]
    options = {"inputs": inputs, "outputs": outputs, "returns": returns}
    return by_region(given, rows, options, values, "up", trace, beside=all_members(rows))


def _solved(given: Given, rows: Table, m: int, t: int, returns: Returns) -> Efficiency:
    """The programmes of one period."""
    period = given.panel.periods[t]
    cells = {
        option: Cells({"region": rows.members, "name": names}, option, {"period": period})
        for option, names in (("inputs", rows.names[:m]), ("outputs", rows.names[m:]))
    }
    try:
        with usable(given, **cells):
            return dea(rows.values[:, t, :m], rows.values[:, t, m:], SCALE[returns])
    except NoSolution as error:
        what = f"index '{given.spec.code}' has no solution for {rows.members[error.unit]}, {period}: {error}"
        raise fault(given.spec.where, what, "look for figures that differ by many orders") from None

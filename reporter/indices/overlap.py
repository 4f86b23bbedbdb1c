"""How alike the layouts of the members are."""

from typing import Literal

import numpy as np

from reporter.errors import Flaw, refuse
from reporter.indices.draw import Table, at, named, table
from reporter.indices.plain import all_members, by_region
from reporter.indices.refuse import Cells, usable
from reporter.indices.specialisation import members_only
from reporter.methods import specialisation
from reporter.methods.inequality import enough, not_negative
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step


def overlap(given: Given, *, series: list[str], measure: Literal["jaccard", "cosine"] = "jaccard") -> Result:
    """Mean overlap of each member's layout with the others', 0–1; of a group the mean over its pairs.

    `jaccard`: series shared over series of either, the series being 0 or 1 (Jaccard 1901). `cosine`: for
    volumes or shares (Salton & McGill 1983). Pairs are steps. Faults: one member, a member without any.
    """
    rows = members_only(table(given, named(given, "series", series)))
    if measure == "jaccard":
        refuse(_not_flags(given, rows))
    axes = {"region": rows.members, "period": given.panel.periods, "name": rows.names}
    turned = {axis: axes[axis] for axis in ("period", "region", "name")}
    with usable(given, "members", values=Cells(axes, "series"), layout=Cells(turned, "series")):
        enough(len(rows.members), 2)
        layout = np.swapaxes(not_negative("values", rows.values), 0, 1)
        pairs = specialisation.jaccard(layout > 0) if measure == "jaccard" else specialisation.cosine(layout)
    pairs = np.moveaxis(pairs, 0, 1)
    groups = {g.id: g.members for g in given.study.groups if len(g.members) > 1}
    means = [_mean(pairs, [rows.members.index(m) for m in inside]) for inside in groups.values()]
    own = (pairs.sum(axis=2) - 1) / (len(rows.members) - 1)
    filled = [rows.filled[[rows.members.index(m) for m in inside]].any(axis=0) for inside in groups.values()]
    whole = Table(rows.names, rows.members, groups, pairs, np.vstack([rows.filled, *filled]))
    labels = {"region": rows.members, "member": rows.members}
    trace = [Step("overlap with", pairs, ("region", "period", "member"), labels)]
    options, values = {"series": series, "measure": measure}, np.vstack([own, *means])
    return by_region(given, whole, options, values, trace=trace, beside=all_members(rows))


def _mean(pairs: Floats, members: list[int]) -> Floats:
    """The mean over all pairs of these members, by period."""
    return specialisation.mean_overlap(np.moveaxis(pairs[members][:, :, members], 1, 0))


def _not_flags(given: Given, rows: Table) -> list[Flaw]:
    """Series with a value other than 0 and 1."""
    return [
        Flaw(
            at(given, "series"),
            f"index '{given.spec.code}': '{name}' has values other than 0 and 1",
            "use measure: cosine, or series that say yes or no",
        )
        for j, name in enumerate(rows.names)
        if not np.isin(rows.values[:, :, j], (0, 1)).all()
    ]

"""The policy mix: which instruments regions use, how many, how evenly."""

from collections.abc import Sequence

import numpy as np

from reporter.indices.draw import Table, named, table
from reporter.indices.plain import by_region
from reporter.indices.refuse import Cells, usable
from reporter.indices.specialisation import members_only
from reporter.indices.titles import code_of
from reporter.methods import policy
from reporter.methods.inequality import not_negative, shannon
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step


def coverage(given: Given, *, series: list[str]) -> Result:
    """Whether a region uses each instrument, a code for each series: 0 or 1; of a group the share that does.

    `series`: one for each instrument, 0 or 1, or how often it is used.
    """
    rows = _counts(given, series)
    n, used = len(rows.members), (rows.values > 0).astype(float)
    own = [used[[rows.members.index(m) for m in inside]].mean(axis=0) for inside in rows.groups.values()]
    values = np.concatenate([used[:n], np.reshape(own, (-1, *used.shape[1:]))])
    codes = {code_of(given.spec.code, name): values[:, :, i] for i, name in enumerate(rows.names)}
    return by_region(given, rows, {"series": series}, codes, "up")


def breadth(given: Given, *, series: list[str]) -> Result:
    """Share of the instruments in use: 0 none, 1 all; of a group those that any member uses.

    `series`: one for each instrument, 0 or 1, or how often it is used.
    """
    rows = _counts(given, series)
    values = policy.breadth((rows.values > 0).astype(np.intp))
    return by_region(given, rows, {"series": series}, values, "up", [_step(rows)])


def balance(given: Given, *, series: list[str]) -> Result:
    """How evenly the instruments are used, normalised Shannon entropy: 0 one instrument, 1 all alike.

    `series`: one for each instrument, 0 or 1, or how often it is used; a group's are added. Faults: a region
    without any; one instrument. Shannon 1948.
    """
    rows = _counts(given, series)
    axes = {"region": rows.regions, "period": given.panel.periods, "name": rows.names}
    with usable(given, "series", y=Cells(axes, "series")):
        values = shannon(rows.values, normalised=True)
    return by_region(given, rows, {"series": series}, values, "up", [_step(rows)])


def _counts(given: Given, names: Sequence[str]) -> Table:
    """The instruments side by side, none below 0; a group's are the sums of its members'."""
    rows = members_only(table(given, named(given, "series", names)))
    axes = {"region": rows.members, "period": given.panel.periods, "name": rows.names}
    with usable(given, counts=Cells(axes, "series")):
        own = not_negative("counts", rows.values)
    groups = {g.id: g.members for g in given.study.groups}
    inside = [[rows.members.index(m) for m in members] for members in groups.values()]
    sums: list[Floats] = [own[each].sum(axis=0) for each in inside]
    filled = np.vstack([rows.filled, *(rows.filled[each].any(axis=0) for each in inside)])
    values = np.concatenate([own, np.reshape(sums, (-1, *own.shape[1:]))])
    return Table(rows.names, rows.members, groups, values, filled)


def _step(rows: Table) -> Step:
    return Step("used", rows.values, ("region", "period", "instrument"), {"instrument": rows.names})

"""What regions are good at, and how concentrated it is."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from reporter.indices.draw import Table, alike, named, table, volumes
from reporter.indices.plain import all_members, by_region
from reporter.indices.refuse import Cells, usable
from reporter.indices.titles import code_of
from reporter.methods import specialisation
from reporter.methods.inequality import above_zero
from reporter.methods.inequality import hhi as concentrated
from reporter.methods.inequality import shares as shares_of
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step


def location_quotient(given: Given, *, series: list[str]) -> Result:
    """Location quotients (e_ir/e_r) / (e_i/e), a code for each series: 0 where absent, 1 at the common share.

    e_i and e: the sum of all members of the study; a group is made of its summed parts. Faults: a region
    without any of the series, a series that is nowhere. Florence 1939.
    """
    rows = _industries(given, series, summed=True)
    n, periods = len(rows.members), given.panel.periods
    with usable(given, **_cells(rows, periods)):
        s = shares_of(rows.values)
        own = specialisation.location_quotient(np.swapaxes(rows.values[:n], 0, 1))
    common = shares_of(rows.values[:n].sum(axis=0))
    values = np.concatenate([np.swapaxes(own, 0, 1), s[n:] / common])
    codes = {code_of(given.spec.code, name): values[:, :, i] for i, name in enumerate(rows.names)}
    trace = [_share(rows, s), Step("common share", common, ("period", "series"), {"series": rows.names})]
    return by_region(given, rows, {"series": series}, codes, trace=trace, beside=all_members(rows))


def krugman(
    given: Given, *, series: list[str], against: Literal["others", "total", "pooled"] = "others"
) -> Result:
    """Krugman's specialisation Σ |s_ir − s̄_i| of each member: 0 when like the rest, 2 when nothing is shared.

    s̄: the mean of the other members' shares (`others`), the shares of all in sum (`total`) or of the rest
    in sum (`pooled`). Faults: a member without any of the series; one member. Krugman 1991.
    """
    rows = members_only(_industries(given, series, summed=against != "others"))
    with usable(given, **_cells(rows, given.panel.periods)):
        s = shares_of(rows.values)
        values = specialisation.krugman(np.swapaxes(rows.values, 0, 1), against).T
    options, trace = {"series": series, "against": against}, [_share(rows, s)]
    return by_region(given, rows, options, values, trace=trace, beside=all_members(rows))


def concentration_multiple(
    given: Given, *, outcome: str, base: str, shares: Literal["computed", "given"] = "computed"
) -> Result:
    """Share of an outcome over share of a base, at least 0: 1 in proportion, more where it concentrates.

    Shares in the sum of the study's members (`computed`), or two series that are shares of a larger whole
    themselves (`given`; no value for groups). Faults: a base of 0.
    """
    one, other = named(given, "outcome", [outcome])[0], named(given, "base", [base])[0]
    rows = table(given, [one, other])
    if shares == "computed":
        volumes(given, "outcome", [one])
        volumes(given, "base", [other])
    else:
        rows = members_only(rows)
    own, cells = rows.values, _two(rows, given.panel.periods, outcome=outcome, base=base)
    totals = Cells({"period": given.panel.periods, "name": rows.names}, "base")
    with usable(given, total=totals, **cells):
        whole = above_zero("total", own[: len(rows.members)].sum(axis=0)) if shares == "computed" else 1.0
        s = own / whole
        values = specialisation.concentration_multiple(s[:, :, 0], s[:, :, 1])
    options = {"outcome": outcome, "base": base, "shares": shares}
    beside = all_members(rows) if shares == "computed" else None
    return by_region(given, rows, options, values, trace=[_share(rows, s)], beside=beside)


def hhi(given: Given, *, series: list[str], normalised: bool = False) -> Result:
    """Herfindahl–Hirschman index Σ s² of each region over the series: 1/n when alike, 1 when one has all.

    `normalised`: from 0 to 1. A group is made of its summed parts. Faults: a region without any of the
    series; one series, normalised. Hirschman 1945, Herfindahl 1950.
    """
    rows = _industries(given, series)
    with usable(given, "series", **_cells(rows, given.panel.periods)):
        s = shares_of(rows.values)
        values = concentrated(rows.values, normalised=normalised)
    options = {"series": series, "normalised": normalised}
    return by_region(given, rows, options, values, trace=[_share(rows, s)])


def echelon_ratio(given: Given, *, provincial: str, national: str) -> Result:
    """Provincial over national zones, at least 0: below 1 the quantity inversion.

    A group's are those of its members in sum. Faults: no national zone. Seed 002.
    """
    rows = table(
        given, [named(given, "provincial", [provincial])[0], named(given, "national", [national])[0]]
    )
    with usable(given, **_two(rows, given.panel.periods, provincial=provincial, national=national)):
        values = specialisation.echelon_ratio(rows.values[:, :, 0], rows.values[:, :, 1])
    return by_region(given, rows, {"provincial": provincial, "national": national}, values)


def members_only(rows: Table) -> Table:
    """The table without its groups."""
    n = len(rows.members)
    return Table(rows.names, rows.members, {}, rows.values[:n], rows.filled[:n])


def _industries(given: Given, names: Sequence[str], *, summed: bool = False) -> Table:
    """The series of one kind side by side; `summed`: they must have a sum over regions."""
    drawn = named(given, "series", names)
    alike(given, "series", drawn)
    if summed:
        volumes(given, "series", drawn)
    return table(given, drawn)


def _cells(rows: Table, periods: tuple[str, ...]) -> Mapping[str, Cells]:
    """Where cells lie: of the table, of the same with periods first, and of the sums over regions."""
    spans = {"region": rows.regions, "period": periods, "name": rows.names}
    turned = Cells({axis: spans[axis] for axis in ("period", "region", "name")}, "series")
    nowhere = Cells({axis: spans[axis] for axis in ("period", "name")}, "series")
    return {"values": Cells(spans, "series"), "e": turned, "regions": turned, "industries": nowhere}


def _two(rows: Table, periods: tuple[str, ...], **names: str) -> dict[str, Cells]:
    """Where the cells of two series lie, each named by an option."""
    axes = {"region": rows.regions, "period": periods}
    return {option: Cells(axes, option, {"name": name}) for option, name in names.items()}


def _share(rows: Table, s: Floats) -> Step:
    return Step("share", s, ("region", "period", "series"), {"series": rows.names})

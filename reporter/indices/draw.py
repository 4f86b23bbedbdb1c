"""What an index draws on: series, indicators and earlier scores by name, complete in the index's window."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reporter.errors import Faults, Flaw, Where, did_you_mean, fault, refuse
from reporter.methods.expression import evaluate
from reporter.model.panel import Bools, Floats
from reporter.model.period import ranges
from reporter.model.result import Better, Given, Result
from reporter.model.study import Group, Indicator
from reporter.model.unit import Powers


@dataclass(frozen=True, eq=False)
class Drawn:
    """Figures by name in base units, members × periods.

    groups: those of each group, of its summed parts or its own score; left out where the parts have no sum.
    volume: whether a sum over regions has a meaning. A score has no `powers`.
    """

    name: str
    members: tuple[str, ...]
    values: Floats
    filled: Bools
    groups: Mapping[str, Floats]
    powers: Powers | None = None
    volume: bool = False
    better: Better = "neither"


@dataclass(frozen=True, eq=False)
class Table:
    """Several series side by side: values (rows, periods, names), filled (rows, periods).

    The rows are the members, then the groups of which every series has a sum.
    """

    names: tuple[str, ...]
    members: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    values: Floats
    filled: Bools

    @property
    def regions(self) -> tuple[str, ...]:
        """The names of the rows."""
        return self.members + tuple(self.groups)


def at(given: Given, option: str) -> Where:
    """The line of the option; of the index where the option is not given."""
    return given.spec.lines.get(option, given.spec.where)


def named(given: Given, option: str, names: Sequence[str]) -> list[Drawn]:
    """The series or indicators that an option names, whole in the index's window."""
    refuse(_unknown(given, option, names, {**given.study.indicators, **given.whole.series}))
    return _whole(given, option, [_read(given, name) for name in names])


def score(given: Given, of: str, option: str = "of") -> Drawn:
    """The score of an earlier index, the first where `of` is empty, or else an indicator or series."""
    scores = {code: one for one in given.earlier.values() for code in one.values}
    name = of or next(iter(scores), "")
    if not name:
        what = f"index '{given.spec.code}' is computed from another one, and none stands before it"
        raise fault(given.spec.where, what, "put an index before it, or name a series: of: …")
    refuse(_unknown(given, option, [name], {**given.study.indicators, **given.whole.series, **scores}))
    if name in given.study.indicators or name in given.whole.series:
        return named(given, option, [name])[0]
    return _whole(given, option, [_of(given, option, name, scores[name])])[0]


def table(given: Given, drawn: Sequence[Drawn]) -> Table:
    """The series side by side, the groups below the members."""
    groups = {
        g.id: g.members for g in given.study.groups if all(g.id in one.groups for one in drawn)
    }  # fmt: skip
    rows = [np.vstack([one.values, *(one.groups[g] for g in groups)]) for one in drawn]
    members = drawn[0].members
    filled = np.any([one.filled for one in drawn], axis=0)
    together = [_of_members(filled, members, inside).any(axis=0) for inside in groups.values()]
    names = tuple(one.name for one in drawn)
    return Table(names, members, groups, np.stack(rows, axis=-1), np.vstack([filled, *together]))


def alike(given: Given, option: str, drawn: Sequence[Drawn]) -> None:
    """Faults where the series of an option do not count the same thing."""
    first = drawn[0]
    for one in drawn[1:]:
        if dict(one.powers or {}) != dict(first.powers or {}):
            what = f"index '{given.spec.code}': '{one.name}' does not count the same as '{first.name}'"
            raise fault(at(given, option), what, "name series of one kind of unit")


def volumes(given: Given, option: str, drawn: Sequence[Drawn]) -> None:
    """Faults where a series has no sum over regions, being a ratio or a pure number."""
    refuse(
        Flaw(
            at(given, option),
            f"index '{given.spec.code}': '{one.name}' is a ratio or pure number and has no sum over regions",
            "name a series that counts something",
        )
        for one in drawn
        if not one.volume
    )


def exactly(given: Given, option: str, names: Sequence[str], n: int) -> None:
    """Faults unless an option names n series."""
    if len(names) != n:
        what = f"index '{given.spec.code}': '{option}' names {len(names)} series and should name {n}"
        raise fault(at(given, option), what, "name one for each sector, primary first")


def over_regions(given: Given, one: Drawn) -> dict[str, Floats]:
    """The figures of each group's members, periods × members."""
    if not given.study.groups:
        what = f"index '{given.spec.code}' is computed over the members of a group, and the study has none"
        raise fault(given.spec.where, what, "add one under groups:")
    if not one.members:
        what = f"index '{given.spec.code}': '{one.name}' has no value for single regions"
        raise fault(at(given, "of"), what, "name a series, or an index of regions")
    return {g.id: _of_members(one.values, one.members, g.members).T for g in given.study.groups}


def marks(given: Given, *drawn: Drawn) -> Bools:
    """Which periods of each group rest on a filled figure of a member, groups × periods."""
    filled = np.any([one.filled for one in drawn], axis=0)
    return np.array(
        [_of_members(filled, drawn[0].members, g.members).any(axis=0) for g in given.study.groups]
    )


def _of_members(values: Floats | Bools, regions: Sequence[str], members: Sequence[str]) -> Floats:
    rows = {region: row for row, region in enumerate(regions)}
    return np.asarray(values[[rows[m] for m in members if m in rows]])


def _unknown(given: Given, option: str, names: Sequence[str], there: Mapping[str, object]) -> Iterator[Flaw]:
    who, where = f"index '{given.spec.code}'", at(given, option)
    for n, name in enumerate(names):
        if name in given.study.indices and name not in there:
            yield Flaw(
                where, f"{who}: '{name}' is not an earlier index", "name a series, or change the order"
            )
        elif name not in there:
            mend = did_you_mean(name, there)
            yield Flaw(where, f"{who}: no series, indicator or index is called '{name}'", mend)
        elif name in names[:n]:
            yield Flaw(where, f"{who}: '{name}' stands twice in '{option}'", "keep one of the two")


def _read(given: Given, name: str) -> Drawn:
    one = given.study.indicators.get(name)
    return _indicator(given, one) if one else _series(given, name)


def _series(given: Given, name: str) -> Drawn:
    panel, unit = given.whole, given.study.series[name].unit
    there = panel.series[name]
    t = _columns(given)
    volume = bool(unit.powers) and all(power > 0 for power in unit.powers.values())
    groups = {g.id: _sum(given, name, g) for g in given.study.groups} if volume else {}
    values = there.values[:, t] * unit.factor
    return Drawn(name, panel.regions, values, there.filled[:, t], groups, unit.powers, volume)


def _indicator(given: Given, one: Indicator) -> Drawn:
    panel, unit = given.whole.window(given.panel.periods, [one.id]), one.unit
    volume = not one.value.is_ratio and all(_series(given, n).volume for n in one.value.names)
    groups = {g.id: whole for g in given.study.groups if (whole := _as_one(given, one, g)) is not None}
    values, filled = panel.values[:, :, 0] * unit.factor, panel.filled[:, :, 0]
    return Drawn(one.id, panel.regions, values, filled, groups, unit.powers, volume, one.direction)


def _as_one(given: Given, one: Indicator, group: Group) -> Floats | None:
    """The indicator of a group made of its members' parts; None where the parts have no sum."""
    if one.base:
        own = _of_members(given.whole.values, given.whole.regions, group.members)
        own = own[:, _columns(given), given.whole.indicators.index(one.id)] * one.unit.factor
        base = _of_members(given.whole.series[one.base].values, given.whole.regions, group.members)
        base = base[:, _columns(given)]
        return np.asarray((own * base).sum(axis=0) / base.sum(axis=0))
    if not all(_series(given, name).volume for name in one.value.names):
        return None
    return np.asarray(evaluate(one.value, {name: _sum(given, name, group) for name in one.value.names}))


def _sum(given: Given, name: str, group: Group) -> Floats:
    own = _of_members(given.whole.series[name].values, given.whole.regions, group.members)
    return np.asarray(own[:, _columns(given)].sum(axis=0) * given.study.series[name].unit.factor)


def _columns(given: Given) -> list[int]:
    return [given.whole.series_periods.index(p) for p in given.panel.periods]


def _of(given: Given, option: str, code: str, result: Result) -> Drawn:
    """A score in the index's window."""
    beyond = [p for p in given.panel.periods if p not in result.periods]
    if beyond:
        what = f"index '{given.spec.code}' runs over {ranges(beyond)}, and '{code}' does not"
        mend = f"choose periods within {result.periods[0]}–{result.periods[-1]}"
        raise fault(given.spec.lines.get("periods", given.spec.where), what, mend)
    t, n = [result.periods.index(p) for p in given.panel.periods], len(result.members)
    values, filled = result.values[code][:, t], result.filled[:, t]
    groups = dict(zip(result.groups, values[n:], strict=True))
    return Drawn(code, result.members, values[:n], filled[:n], groups, better=result.better)


def _whole(given: Given, option: str, drawn: list[Drawn]) -> list[Drawn]:
    """The same; Faults names every missing figure."""
    flaws = [_hole(given, option, one) for one in drawn if np.isnan(one.values).any()]
    if flaws:
        raise Faults(flaws)
    return drawn


def _hole(given: Given, option: str, one: Drawn) -> Flaw:
    empty, code, periods = np.isnan(one.values), given.spec.code, given.panel.periods
    if one.name in given.whole.series and empty.all():
        what = f"index '{code}': '{one.name}' has no figures for {periods[0]}–{periods[-1]}"
        return Flaw(at(given, option), what, "add its rows to the source, or name another series")
    places = "; ".join(
        f"{region} {ranges([p for p, e in zip(periods, row, strict=True) if e])}"
        for region, row in zip(one.members, empty, strict=True)
        if row.any()
    )
    what = f"index '{code}': {int(empty.sum())} of {empty.size} figures of '{one.name}' are missing: {places}"
    mend = f"shorten the periods of {code}"
    mend = f"declare the gap under gaps:, or {mend}" if one.powers is not None else mend
    return Flaw(at(given, option), what, mend)

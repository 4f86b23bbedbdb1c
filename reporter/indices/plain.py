"""A Result on a scale of its own: rows of members and groups, or of groups alone."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from reporter.indices.draw import Drawn, Table, marks
from reporter.model.panel import Bools, Floats
from reporter.model.result import Better, Given, Result, Step

Behind = Mapping[str, tuple[str, ...]]
Beside = Mapping[str, tuple[str, ...]]


def by_region(
    given: Given,
    table: Table,
    options: Mapping[str, Any],
    values: Floats | Mapping[str, Floats],
    better: Better = "neither",
    trace: Sequence[Step] = (),
    behind: Behind | None = None,
    beside: Beside | None = None,
) -> Result:
    """An index of single regions: a row for each row of the table."""
    return Result(
        code=given.spec.code,
        method=given.spec.method,
        options=options,
        members=table.members,
        groups=table.groups,
        periods=given.panel.periods,
        values=values if isinstance(values, Mapping) else {given.spec.code: values},
        filled=_resting(table.filled, given.panel.periods, behind),
        scale="plain",
        better=better,
        trace=tuple(trace),
        sources=table.names,
        behind=behind or {},
        beside=beside or {},
    )


def of_groups(
    given: Given,
    drawn: Sequence[Drawn],
    options: Mapping[str, Any],
    values: Mapping[str, Floats],
    better: Better = "neither",
    trace: Sequence[Step] = (),
    behind: Behind | None = None,
) -> Result:
    """An index over the members of a group: one row a group, `values` by group."""
    return Result(
        code=given.spec.code,
        method=given.spec.method,
        options=options,
        members=(),
        groups={g.id: g.members for g in given.study.groups},
        periods=given.panel.periods,
        values={given.spec.code: np.array([values[g.id] for g in given.study.groups])},
        filled=_resting(marks(given, *drawn), given.panel.periods, behind),
        scale="plain",
        better=better,
        trace=tuple(trace),
        sources=tuple(dict.fromkeys(one.name for one in drawn)),
        behind=behind or {},
    )


def _resting(filled: Bools, periods: Sequence[str], behind: Behind | None) -> Bools:
    """Which values rest on a filled figure, in any of the periods behind them."""
    if not behind:
        return filled
    columns = [[periods.index(p) for p in behind[period]] for period in periods]
    return np.stack([filled[:, t].any(axis=1) for t in columns], axis=1)


def of_members(group: str, name: str, values: Floats, members: Sequence[str]) -> Step:
    """Periods × members of one group, as a step of its row."""
    return Step(
        name, values[None], ("region", "period", "member"), {"region": (group,), "member": tuple(members)}
    )


def figures(group: str, found: Mapping[str, Floats]) -> Step:
    """Several numbers a period of one group, as a step of its row; each (periods,)."""
    values = np.stack(list(found.values()), axis=-1)[None]
    return Step("with", values, ("region", "period", "figure"), {"region": (group,), "figure": tuple(found)})


def all_members(rows: Table) -> Beside:
    """All members, as what every row is held against."""
    return dict.fromkeys(rows.regions, rows.members)


def up_to_here(periods: Sequence[str]) -> Behind:
    """All periods up to each one, as what is behind its value."""
    return {period: tuple(periods[: n + 1]) for n, period in enumerate(periods)}


def step_on(periods: Sequence[str]) -> Behind:
    """The period before each one and itself; nothing for the first."""
    return {period: tuple(periods[n - 1 : n + 1]) if n else () for n, period in enumerate(periods)}


def from_first(periods: Sequence[str]) -> Behind:
    """The first period and each one; nothing for the first."""
    return {period: (periods[0], period) if n else () for n, period in enumerate(periods)}


def later(values: Floats) -> Floats:
    """Values from the second period on, NaN put before them: rows × (periods − 1) to rows × periods."""
    return np.hstack([np.full((len(values), 1), np.nan), values])

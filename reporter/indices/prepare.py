"""What composite indices share: gaps filled, outliers treated, values standardised, marks and groups."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

import numpy as np

from reporter.errors import Faults, Flaw, fault
from reporter.indices.faults import missing, option, standardising
from reporter.methods.impute import Filled, group_mean, group_median, last_carried, mean_present
from reporter.methods.standardise import (
    STANDARDISE,
    Scope,
    distance_to_reference,
    distance_to_target,
    goalposts,
)
from reporter.methods.treat import treat
from reporter.model.panel import Bools, Floats, Panel
from reporter.model.result import Given, Step
from reporter.model.study import Framework, IndexSpec, Study

Impute = Literal["error", "none", "last", "group-mean", "group-median"]
Fill = Literal["error", "last", "group-mean", "group-median"]
Treat = Literal["none", "winsorise"]


class Ready(NamedTuple):
    """The panel with gaps filled (and marked) and outliers treated, what was done to which cell, and which
    indicators are on a logarithm.
    """

    panel: Panel
    trace: tuple[Step, ...]
    logged: tuple[str, ...] = ()


def ready(given: Given, impute: str, impute_groups: Sequence[str], how: str) -> Ready:
    """The panel of the index as its options ask; Faults names each cell or indicator that forbids it."""
    filled = _imputed(given, impute, impute_groups)
    return _treated(given, filled.panel, filled.trace) if how == "winsorise" else filled


def _imputed(given: Given, impute: str, impute_groups: Sequence[str]) -> Ready:
    panel, framework, spec = given.panel, given.framework, given.spec
    gaps = np.isnan(panel.values)
    nothing = gaps.all(axis=(0, 1))
    if nothing.any() or (impute == "error" and gaps.any()):
        raise missing(panel, np.argwhere(gaps & (nothing | (impute == "error"))), framework, spec)
    if impute in ("error", "none") or not gaps.any():
        return Ready(panel, ())
    found = _filled(panel.values, impute, _group_of(given, impute_groups))
    if found.left.any():
        raise missing(panel, np.argwhere(found.left), framework, spec)
    step = cellwise("imputed", np.where(found.filled, found.values, np.nan), panel)
    return Ready(replace(panel, values=found.values, filled=panel.filled | found.filled), (step,))


def _filled(values: Floats, impute: str, groups: Sequence[int]) -> Filled:
    if impute == "last":
        return last_carried(values)
    return (group_mean if impute == "group-mean" else group_median)(values, groups)


def _group_of(given: Given, names: Sequence[str]) -> list[int]:
    """The position of the first of these groups that has the region; those without one are one more."""
    groups = {group.id: group.members for group in given.study.groups}
    for name in names:
        if name not in groups:
            what = f"index '{given.spec.code}': no group is called '{name}'"
            known = ", ".join(groups) or "none"
            raise fault(option(given.spec, "impute_groups"), what, f"one of the study's groups: {known}")
    return [
        next((n for n, name in enumerate(names) if region in groups[name]), len(names))
        for region in given.panel.regions
    ]


def _treated(given: Given, panel: Panel, trace: tuple[Step, ...]) -> Ready:
    """Outliers drawn in or put on a logarithm, pooled; a fault where they remain."""
    found, spec = treat(panel.values), given.spec
    remaining = [i for i, passed in zip(panel.indicators, found.passed, strict=True) if not passed]
    if remaining:
        what = f"has outliers that winsorising and the logarithm leave in {spec.code}"
        mend = "take it out of the index, or use treat: none"
        at = given.framework.indicators
        raise Faults(Flaw(at[i].where, f"indicator '{i}' {what}", mend) for i in remaining)
    changed = np.where((found.values != panel.values) & ~np.isnan(panel.values), found.values, np.nan)
    steps = (*trace, cellwise("treated", changed, panel)) if not np.isnan(changed).all() else trace
    logged = tuple(i for i, action in zip(panel.indicators, found.action, strict=True) if action == "log")
    return Ready(replace(panel, values=found.values), steps, logged)


def cellwise(name: str, values: Floats, panel: Panel) -> Step:
    """A step with a value for each region, period and indicator."""
    return Step(
        name, values, ("region", "period", "indicator"),
        {"region": panel.regions, "indicator": panel.indicators},
    )  # fmt: skip


def standardised(
    panel: Panel,
    framework: Framework,
    spec: IndexSpec,
    how: str,
    scope: Scope,
    *,
    reference: str = "",
    cap: bool = True,
) -> Floats:
    """Standardised values, more being better; Faults names the indicators that do not allow it."""
    up = benefit(panel, framework)
    with standardising(panel, framework, spec):
        if how == "goalposts":
            low, high = np.array(_declared(panel, framework, spec, "goalposts")).T
            return goalposts(panel.values, up, low, high, cap=cap)
        if how == "distance-to-target":
            target = np.array(_declared(panel, framework, spec, "target"))
            return distance_to_target(panel.values, up, target, scope, cap=cap)
        if how == "distance-to-reference":
            own = panel.values[[_reference(panel, spec, reference)]]
            return distance_to_reference(panel.values, up, own, scope, cap=cap)
        return STANDARDISE[how](panel.values, up, scope)


def _declared(panel: Panel, framework: Framework, spec: IndexSpec, what: str) -> list[object]:
    """The goalposts or target of each indicator; Faults where one has none."""
    found = {i: getattr(framework.indicators[i], what) for i in panel.indicators}
    lacking = [i for i, value in found.items() if value is None]
    if lacking:
        mend = f"add '{what}:' to it, or use another standardise"
        at = framework.indicators
        raise Faults(
            Flaw(at[i].where, f"indicator '{i}' has no {what}, which {spec.code} needs", mend)
            for i in lacking
        )
    return list(found.values())


def _reference(panel: Panel, spec: IndexSpec, region: str) -> int:
    if region in panel.regions:
        return panel.rows[region]
    what = f"index '{spec.code}': the reference '{region}' is no region of the study"
    raise fault(option(spec, "reference"), what, f"one of: {', '.join(panel.regions)}")


def benefit(panel: Panel, framework: Framework) -> Bools:
    """Which indicators are better the larger they are."""
    return np.array([framework.indicators[i].direction == "up" for i in panel.indicators])


def parts(framework: Framework, code: str) -> dict[str, list[int]]:
    """Positions of the indicators behind each score: all for the index, its own for a dimension or part."""
    names = [i for d in framework.dimensions for i in d.indicators]
    inside = {score: [names.index(i) for i in d.indicators] for score, d in framework.scored(code).items()}
    return {code: list(range(len(names))), **inside}


def reached(panel: Panel, framework: Framework) -> Mapping[str, tuple[str, str, float]]:
    """Where each indicator's best raw value stands."""
    return {
        name: _best(panel, j, framework.indicators[name].direction) for j, name in enumerate(panel.indicators)
    }


def _best(panel: Panel, j: int, direction: str) -> tuple[str, str, float]:
    layer = panel.values[:, :, j]
    r, t = np.unravel_index(
        int(np.nanargmax(layer) if direction == "up" else np.nanargmin(layer)), layer.shape
    )
    return panel.regions[r], panel.periods[t], float(layer[r, t])


def filled(panel: Panel, study: Study) -> Bools:
    """Which scores rest on a filled figure, members then groups × periods."""
    own = np.asarray(panel.filled.any(axis=-1))
    together = (own[[panel.rows[m] for m in group.members]].any(axis=0) for group in study.groups)
    return np.vstack([own, *together])


def with_groups(members: Floats, panel: Panel, study: Study) -> Floats:
    """Scores of members, and below them each group's: the mean of its members that have one."""
    rows = [[panel.rows[m] for m in group.members] for group in study.groups]
    return np.vstack([members, *(mean_present(members[at]) for at in rows)])

"""The hierarchical ideal solution: an index and its dimensions, for every region, group and period."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from reporter.errors import Faults, Flaw, fault
from reporter.methods.expression import evaluate
from reporter.methods.ideal_solution import Form, NoDistance, closeness, effective_weights, terms
from reporter.methods.standardise import STANDARDISE, ConstantIndicator, NotPositive, Scope, over
from reporter.methods.weights import WEIGHTS
from reporter.model.panel import Bools, Floats, Panel
from reporter.model.result import Result, Steps
from reporter.model.study import Framework, Group, IndexSpec, Indicator, Study


class Space(NamedTuple):
    """Where distances are measured: the two ideals, the weights, and how closeness follows."""

    best: Floats
    worst: Floats
    weights: Floats
    form: Form


def ideal_solution(
    panel: Panel,
    framework: Framework,
    spec: IndexSpec,
    study: Study,
    *,
    standardise: Literal["ratio-to-max", "min-max"] = "ratio-to-max",
    standardise_over: Literal["pooled", "period", "region"] = "pooled",
    ideals: Literal["pooled", "period", "region"] = "pooled",
    negative_ideal: Literal["min", "zero"] = "min",
    form: Literal["squared", "classic"] = "squared",
    weights: Literal["hierarchical-equal", "equal"] = "hierarchical-equal",
    aggregate: Literal["as declared", "mean", "one-region"] = "as declared",
) -> Result:
    """Closeness of each region to the best state, 0–1, over all indicators and over each dimension's own.

    Faults: an indicator that is constant where the spread divides, a value that a ratio cannot take, a worst
    state of zero after min–max, all indicators constant. Hwang & Yoon 1981; seed 003 equations (1) and (2).
    """
    if negative_ideal == "zero" and standardise != "ratio-to-max":
        what = f"index '{spec.code}': a worst state of zero has no meaning after {standardise}"
        where = spec.lines.get("negative_ideal", spec.where)
        raise fault(where, what, "use negative_ideal: min, or standardise: ratio-to-max")
    x = _standardised(panel, framework, spec, standardise, standardise_over)
    low, high = over(x, ideals)
    worst = np.zeros_like(low[:1, :1]) if negative_ideal == "zero" else low
    w = WEIGHTS[weights]([len(d.indicators) for d in framework.dimensions])
    space = Space(high, worst, w, form)
    as_one = {
        group.id: _terms(_one_region(panel, framework, study, group, standardise, standardise_over), space)
        for group in study.groups
        if (group.aggregate if aggregate == "as declared" else aggregate) == "one-region"
    }
    to_best, to_worst = terms(x, high, w), terms(x, worst, w)
    steps = Steps(
        panel.indicators,
        x,
        w,
        effective_weights(w),
        high,
        worst,
        to_best,
        to_worst,
        _reached(panel, framework),
        as_one,
    )
    options = {
        "standardise": standardise,
        "standardise_over": standardise_over,
        "ideals": ideals,
        "negative_ideal": negative_ideal,
        "form": form,
        "weights": weights,
        "aggregate": aggregate,
    }
    return Result(
        code=spec.code,
        method=spec.method,
        options=options,
        framework=framework,
        members=panel.regions,
        groups={group.id: group.members for group in study.groups},
        periods=panel.periods,
        values={
            code: _scores(steps, j, form, spec, study, panel)
            for code, j in _parts(framework, spec.code).items()
        },
        filled=_filled(panel, study),
        steps=steps,
    )


def _standardised(panel: Panel, framework: Framework, spec: IndexSpec, how: str, scope: Scope) -> Floats:
    try:
        return STANDARDISE[how](panel.values, _benefit(panel, framework), scope)
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


def _benefit(panel: Panel, framework: Framework) -> Bools:
    return np.array([framework.indicators[i].direction == "up" for i in panel.indicators])


def _parts(framework: Framework, code: str) -> dict[str, list[int]]:
    """Positions of the indicators behind each score: all for the index, its own for a dimension."""
    names = [i for d in framework.dimensions for i in d.indicators]
    codes = framework.codes(code)
    inside = {codes[d.id]: [names.index(i) for i in d.indicators] for d in framework.dimensions}
    return {code: list(range(len(names))), **inside}


def _scores(steps: Steps, j: list[int], form: Form, spec: IndexSpec, study: Study, panel: Panel) -> Floats:
    """Scores over the indicators j: a row for each member, then one for each group."""
    try:
        members = closeness(steps.to_best[..., j].sum(-1), steps.to_worst[..., j].sum(-1), form)
        groups = [_group(group, members, steps, j, form, panel) for group in study.groups]
    except NoDistance:
        names = ", ".join(steps.indicators[k] for k in j)
        what = f"index '{spec.code}': best and worst state are the same, every indicator being constant"
        raise fault(
            spec.where, f"{what}: {names}", "use negative_ideal: zero, or other indicators or periods"
        ) from None
    return np.vstack([members, *groups])


def _group(group: Group, members: Floats, steps: Steps, j: list[int], form: Form, panel: Panel) -> Floats:
    """The group's scores: the mean of its members', or those of one region made of their parts."""
    if group.id not in steps.as_one:
        return np.asarray(members[[panel.regions.index(m) for m in group.members]].mean(axis=0))
    to_best, to_worst = steps.as_one[group.id]
    return closeness(to_best[:, j].sum(-1), to_worst[:, j].sum(-1), form)


def _terms(x: Floats, space: Space) -> tuple[Floats, Floats]:
    """Squared weighted differences of a group's own values (periods × indicators) to the ideals it meets."""
    best, worst = _own(x, space.best, np.max), _own(x, space.worst, np.min)
    return terms(x, best, space.weights), terms(x, worst, space.weights)


def _own(x: Floats, ideal: Floats, extreme: Callable[..., Floats]) -> Floats:
    """The ideal as a group meets it: the shared one, or its own where each region has its own."""
    return np.asarray(extreme(x, axis=0) if len(ideal) > 1 else ideal[0])


def _one_region(
    panel: Panel, framework: Framework, study: Study, group: Group, how: str, scope: Scope
) -> Floats:
    """Standardised values of the group as one region, periods × indicators.

    It never enters the reference set; where each region is its own reference, so is the group.
    """
    raw = np.stack([_whole(panel, study, group, framework.indicators[i]) for i in panel.indicators], axis=-1)
    benefit = _benefit(panel, framework)
    if scope == "region":
        return np.asarray(STANDARDISE[how](raw[None], benefit, "region")[0])
    low, high = (bound[0] for bound in over(panel.values, scope))
    if how == "ratio-to-max":
        return np.asarray(np.where(benefit, raw / high, low / raw))
    return np.asarray(np.where(benefit, raw - low, high - raw) / (high - low))


def _whole(panel: Panel, study: Study, group: Group, one: Indicator) -> Floats:
    """The indicator of the group as one region: parts summed, volumes divided by members, bases weighed."""
    members = [panel.regions.index(m) for m in group.members]
    columns = [panel.series_periods.index(p) for p in panel.periods]
    if one.base:
        base = panel.series[one.base].values[members][:, columns]
        own = panel.values[members][:, :, panel.indicators.index(one.id)]
        return np.asarray((own * base).sum(0) / base.sum(0))
    sums = {
        name: panel.series[name].values[members][:, columns].sum(axis=0) * study.series[name].unit.factor
        for name in one.value.names
    }
    whole = evaluate(one.value, sums) / one.unit.factor
    return np.asarray(whole if one.value.is_ratio else whole / len(members))


def _reached(panel: Panel, framework: Framework) -> Mapping[str, tuple[str, str, float]]:
    """Where each indicator's best raw value stands."""
    return {
        name: _best(panel, j, framework.indicators[name].direction) for j, name in enumerate(panel.indicators)
    }


def _best(panel: Panel, j: int, direction: str) -> tuple[str, str, float]:
    layer = panel.values[:, :, j]
    r, t = np.unravel_index(int(layer.argmax() if direction == "up" else layer.argmin()), layer.shape)
    return panel.regions[r], panel.periods[t], float(layer[r, t])


def _filled(panel: Panel, study: Study) -> Bools:
    """Which scores rest on a filled figure, members then groups × periods."""
    own = np.asarray(panel.filled.any(axis=-1))
    return np.vstack([own, *(_any(own, panel.regions, group.members) for group in study.groups)])


def _any(own: Bools, regions: Sequence[str], members: Sequence[str]) -> Bools:
    return np.asarray(own[[regions.index(m) for m in members]].any(axis=0))

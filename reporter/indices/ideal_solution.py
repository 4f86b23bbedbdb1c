"""The hierarchical ideal solution: an index and its dimensions, for every region, group and period at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import numpy as np

from reporter.errors import Faults, Flaw
from reporter.methods.expression import evaluate
from reporter.methods.ideal_solution import NoDistance, closeness, effective_weights, terms
from reporter.methods.standardise import STANDARDISE, ConstantIndicator, NotPositive, Scope, over
from reporter.methods.weights import WEIGHTS
from reporter.model.panel import Bools, Floats, Panel
from reporter.model.result import Result, Steps
from reporter.model.study import Framework, Group, IndexSpec, Indicator, Study


def ideal_solution(
    panel: Panel, framework: Framework, spec: IndexSpec, study: Study, *,
    standardise: Literal["ratio-to-max", "min-max"] = "ratio-to-max",
    standardise_over: Literal["pooled", "period", "region"] = "pooled",
    ideals: Literal["pooled", "period", "region"] = "pooled",
    negative_ideal: Literal["min", "zero"] = "min",
    form: Literal["squared", "classic"] = "squared",
    weights: Literal["hierarchical-equal", "equal"] = "hierarchical-equal",
    aggregate: Literal["as declared", "mean", "one-region"] = "as declared",
) -> Result:  # fmt: skip
    """Closeness of each region to the best state, 0–1, over all indicators and over each dimension's own.

    Faults: an indicator that is constant where the spread divides, a value that a ratio cannot take, a worst state of
    zero after min–max, all indicators constant. Source: Hwang & Yoon 1981; seed 003 equations (1) and (2).
    """
    if negative_ideal == "zero" and standardise != "ratio-to-max":
        what = f"index '{spec.code}': a worst state of zero has no meaning after {standardise}"
        raise Faults([Flaw(spec.lines.get("negative_ideal", spec.where), what, "use negative_ideal: min, or standardise: ratio-to-max")])
    x = _standardised(panel, framework, spec, standardise, standardise_over)
    sizes = [len(d.indicators) for d in framework.dimensions]
    w = WEIGHTS[weights](sizes)
    low, high = over(x, ideals)
    worst = np.zeros_like(low[:1, :1]) if negative_ideal == "zero" else low
    to_best, to_worst = terms(x, high, w), terms(x, worst, w)
    parts = _parts(framework, spec.code)
    scores = {code: _closeness(to_best[..., j], to_worst[..., j], form, spec, [panel.indicators[k] for k in j]) for code, j in parts.items()}
    as_one = {}
    for group in study.groups:
        if (group.aggregate if aggregate == "as declared" else aggregate) == "one-region":
            own = _one_region(panel, framework, study, group, standardise, standardise_over)
            as_one[group.id] = terms(own, _own(own, high, np.max), w), terms(own, _own(own, worst, np.min), w)
    rows = {code: [scores[code], *(_group(g, panel, scores[code], as_one.get(g.id), j, form) for g in study.groups)] for code, j in parts.items()}
    options = {"standardise": standardise, "standardise_over": standardise_over, "ideals": ideals, "negative_ideal": negative_ideal, "form": form, "weights": weights, "aggregate": aggregate}
    steps = Steps(panel.indicators, x, w, effective_weights(w), high, worst, to_best, to_worst, _reached(panel, framework), as_one)
    values = {code: np.vstack(lines) for code, lines in rows.items()}
    return Result(spec.code, spec.method, options, framework, panel.regions, {g.id: g.members for g in study.groups}, panel.periods, values, _filled(panel, study), steps)


def _standardised(panel: Panel, framework: Framework, spec: IndexSpec, how: str, scope: Scope) -> Floats:
    benefit = np.array([framework.indicators[i].direction == "up" for i in panel.indicators])
    try:
        return STANDARDISE[how](panel.values, benefit, scope)
    except (ConstantIndicator, NotPositive) as error:
        constant = isinstance(error, ConstantIndicator)
        what, mend = (
            ("is the same everywhere, so that its spread is 0", "take it out of the index, or use standardise: ratio-to-max")
            if constant else
            ("has a value that a ratio cannot take (negative, or a cost of 0)", "use standardise: min-max")
        )  # fmt: skip
        raise Faults(
            Flaw(framework.indicators[panel.indicators[j]].where, f"indicator '{panel.indicators[j]}' {what} in {spec.code}", mend)
            for j in error.indicators
        ) from None


def _parts(framework: Framework, code: str) -> dict[str, list[int]]:
    """Positions of the indicators behind each score: all for the index, its own for a dimension."""
    names = [i for d in framework.dimensions for i in d.indicators]
    codes = framework.codes(code)
    inside = {codes[d.id]: [names.index(i) for i in d.indicators] for d in framework.dimensions}
    return {code: list(range(len(names))), **inside}


def _closeness(to_best: Floats, to_worst: Floats, form: Literal["squared", "classic"], spec: IndexSpec, names: Sequence[str]) -> Floats:
    try:
        return closeness(to_best.sum(-1), to_worst.sum(-1), form)
    except NoDistance:
        what = f"index '{spec.code}': the best and the worst state are the same, since every indicator is constant: {', '.join(names)}"
        raise Faults([Flaw(spec.where, what, "use negative_ideal: zero, or other indicators or periods")]) from None


def _group(
    group: Group, panel: Panel, scores: Floats, as_one: tuple[Floats, Floats] | None, j: list[int],
    form: Literal["squared", "classic"],
) -> Floats:  # fmt: skip
    """The group's scores over the periods: the mean of its members', or those of one region made of their parts."""
    if as_one is None:
        return np.asarray(scores[[panel.regions.index(m) for m in group.members]].mean(axis=0))
    return closeness(as_one[0][:, j].sum(-1), as_one[1][:, j].sum(-1), form)


def _own(as_one: Floats, ideal: Floats, extreme: Callable[..., Floats]) -> Floats:
    """The ideal as the group meets it: the shared one, or its own where each region has its own."""
    return extreme(as_one, axis=0) if len(ideal) > 1 else ideal[0]


def _one_region(
    panel: Panel, framework: Framework, study: Study, group: Group, how: str, scope: Scope,
) -> Floats:  # fmt: skip
    """Standardised values of the group as one region, periods × indicators; it never enters the reference set.

    Standardised or idealised per region, the group is its own reference.
    """
    raw = np.stack([_as_one(panel, study, group, framework.indicators[i]) for i in panel.indicators], axis=-1)
    benefit = np.array([framework.indicators[i].direction == "up" for i in panel.indicators])
    if scope == "region":
        return STANDARDISE[how](raw[None], benefit, "region")[0]
    low, high = over(panel.values, scope)
    if how == "ratio-to-max":
        return np.asarray(np.where(benefit, raw / high[0], low[0] / raw))
    return np.asarray(np.where(benefit, raw - low[0], high[0] - raw) / (high[0] - low[0]))


def _as_one(panel: Panel, study: Study, group: Group, one: Indicator) -> Floats:
    """The indicator of the group as one region: parts summed, volumes divided by the members, bases weighed."""
    members = [panel.regions.index(m) for m in group.members]
    columns = [panel.series_periods.index(p) for p in panel.periods]
    parts = {n: panel.series[n].values[members][:, columns] * study.series[n].unit.factor for n in one.value.names}
    if one.base:
        base = panel.series[one.base].values[members][:, columns]
        own = panel.values[members][:, :, panel.indicators.index(one.id)]
        return np.asarray((own * base).sum(0) / base.sum(0))
    whole = evaluate(one.value, {n: values.sum(axis=0) for n, values in parts.items()}) / one.unit.factor
    return whole if "/" in one.value.text else whole / len(members)


def _reached(panel: Panel, framework: Framework) -> Mapping[str, tuple[str, str, float]]:
    """Where each indicator's best raw value stands."""
    found = {}
    for j, name in enumerate(panel.indicators):
        layer = panel.values[:, :, j]
        flat = layer.argmax() if framework.indicators[name].direction == "up" else layer.argmin()
        r, t = np.unravel_index(int(flat), layer.shape)
        found[name] = panel.regions[r], panel.periods[t], float(layer[r, t])
    return found


def _filled(panel: Panel, study: Study) -> Bools:
    """Which scores rest on a filled figure, members then groups × periods."""
    own = panel.filled.any(axis=-1)
    rows = [own[[panel.regions.index(m) for m in g.members]].any(axis=0) for g in study.groups]
    return np.vstack([own, *rows])

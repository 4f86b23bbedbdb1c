"""The hierarchical ideal solution: an index and its dimensions, for every region, group and period."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Literal, NamedTuple

import numpy as np

from reporter.errors import fault
from reporter.indices.beside import Beside, beside
from reporter.indices.faults import missing
from reporter.indices.one_region import one_region
from reporter.indices.prepare import filled, parts, reached, standardised
from reporter.indices.weigh import Weights, weights_of
from reporter.methods.ideal_solution import (
    Form,
    NoDistance,
    by_distance,
    closeness,
    contributions,
    distances,
    effective_weights,
    shapley,
    terms,
)
from reporter.methods.standardise import over
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite, Given, Rescored, Steps
from reporter.model.study import Group, IndexSpec, Study

Terms = tuple[Floats, Floats]
MOST = 12  # indicators whose Shapley values are exact in good time


class Space(NamedTuple):
    """Where distances are measured: the two ideals, the weights, and how closeness follows."""

    best: Floats
    worst: Floats
    weights: Floats
    form: Form


def ideal_solution(
    given: Given,
    *,
    standardise: Literal[
        "ratio-to-max", "min-max", "z-score", "percentile-rank", "goalposts"
    ] = "ratio-to-max",
    standardise_over: Literal["pooled", "period", "region"] = "pooled",
    ideals: Literal["pooled", "period", "region"] = "pooled",
    negative_ideal: Literal["min", "zero"] = "min",
    form: Literal["squared", "classic"] = "squared",
    weights: Weights = "hierarchical-equal",
    aggregate: Literal["as declared", "mean", "one-region"] = "as declared",
) -> Composite:
    """Closeness of each region to the best state, 0–1, over all indicators and over each dimension's own.

    Faults: a missing figure, an indicator that is constant where the spread divides, a value that a ratio
    cannot take, a worst state of zero after min–max, all indicators constant. Hwang & Yoon 1981; seed 003
    equations (1) and (2).
    """
    panel, framework, spec, study = given.panel, given.framework, given.spec, given.study
    if negative_ideal == "zero" and standardise not in ("ratio-to-max", "goalposts"):
        what = f"index '{spec.code}': a worst state of zero has no meaning after {standardise}"
        where = spec.lines.get("negative_ideal", spec.where)
        raise fault(where, what, "use negative_ideal: min, or standardise: ratio-to-max")
    options = {
        "standardise": standardise,
        "standardise_over": standardise_over,
        "ideals": ideals,
        "negative_ideal": negative_ideal,
        "form": form,
        "weights": weights,
        "aggregate": aggregate,
    }
    x = standardised(panel, framework, spec, standardise, standardise_over)
    low, high = over(x, ideals)
    worst = np.zeros_like(low[:1, :1]) if negative_ideal == "zero" else low
    w = weights_of(given, panel, weights)
    space = Space(high, worst, w, form)
    as_one = {
        group.id: _terms(one_region(panel, framework, study, group, standardise, standardise_over), space)
        for group in study.groups
        if (group.aggregate if aggregate == "as declared" else aggregate) == "one-region"
    }
    others = _others(given, options)
    codes = parts(framework, spec.code)
    sets = _sets(codes, len(w))
    apart = distances(x, high, w, sets), distances(x, worst, w, sets)
    if np.isnan(apart[0][..., 0]).any():
        empty, mend = np.argwhere(np.isnan(panel.values)), "declare the gap, or shorten the periods"
        raise missing(panel, empty, framework, spec, mend)
    steps = Steps(
        panel.indicators,
        x,
        w,
        effective_weights(w),
        reached(panel, framework),
        high,
        worst,
        as_one,
        filled=panel.filled,
    )
    return Composite(
        code=spec.code,
        method=spec.method,
        options=options,
        framework=framework,
        members=panel.regions,
        groups={group.id: group.members for group in study.groups},
        periods=panel.periods,
        values={
            code: _scores((apart[0][..., k], apart[1][..., k]), _over(as_one, j), j, form, spec, study, panel)
            for k, (code, j) in enumerate(codes.items())
        },
        filled=filled(panel, study),
        steps=steps,
        share=partial(_share, x, space, as_one, panel),
        rescore=partial(_rescored, x, space, as_one, codes, spec, study, panel),
        sources=panel.indicators,
        beside=others.regions,
        pooled=others.pooled,
        zero=standardise == "ratio-to-max" and negative_ideal == "zero",
    )


def _others(given: Given, options: Mapping[str, Any]) -> Beside:
    """What scores are held against, the best state apart, which is told with every indicator."""
    scopes = {options["standardise_over"], options["ideals"]}
    best_alone = options["negative_ideal"] == "zero" and scopes == {"pooled"}
    return beside(given, options, () if best_alone else scopes)


def _sets(codes: Mapping[str, list[int]], n: int) -> Floats:
    """Which of n indicators are behind each score, 1 or 0: indicators × scores."""
    return np.array([[float(i in j) for j in codes.values()] for i in range(n)])


def _scores(
    apart: Terms,
    as_one: Mapping[str, Terms],
    j: list[int],
    form: Form,
    spec: IndexSpec,
    study: Study,
    panel: Panel,
) -> Floats:
    """Scores over the indicators j, whose distances these are: a row a member, then one for each group."""
    try:
        members = closeness(*apart, form)
        groups = [_group(group, members, as_one.get(group.id), form, panel) for group in study.groups]
    except NoDistance:
        names = ", ".join(panel.indicators[k] for k in j)
        what = f"index '{spec.code}': best and worst state are the same, every indicator being constant"
        mend = "use negative_ideal: zero, or other indicators or periods"
        raise fault(spec.where, f"{what}: {names}", mend) from None
    return np.concatenate([members, *(group[None] for group in groups)])


def _rescored(
    x: Floats,
    space: Space,
    as_one: Mapping[str, Terms],
    codes: Mapping[str, list[int]],
    spec: IndexSpec,
    study: Study,
    panel: Panel,
    weights: Floats,
) -> Rescored:
    """The scores under many sets of weights, (replicates, indicators): distances as matrix products."""
    base, squares = space.weights, np.square(weights).T
    times = np.divide(squares, base[:, None] ** 2, out=np.zeros_like(squares), where=base[:, None] > 0)
    found = {}
    for code, j in codes.items():
        best, worst = (np.broadcast_to(ideal, x.shape)[..., j] for ideal in (space.best, space.worst))
        once = np.ones(len(j))
        apart = distances(x[..., j], best, once, squares[j]), distances(x[..., j], worst, once, squares[j])
        own = {id: (near[:, j] @ times[j], far[:, j] @ times[j]) for id, (near, far) in as_one.items()}
        found[code] = _scores(apart, own, j, space.form, spec, study, panel)
    return found


def _over(as_one: Mapping[str, Terms], j: list[int]) -> dict[str, Terms]:
    """Squared distances of each group over the indicators j."""
    return {id: (best[:, j].sum(-1), worst[:, j].sum(-1)) for id, (best, worst) in as_one.items()}


def _group(group: Group, members: Floats, as_one: Terms | None, form: Form, panel: Panel) -> Floats:
    """The group's scores: the mean of its members', or those of one region made of their parts."""
    if as_one is None:
        return np.asarray(members[[panel.rows[m] for m in group.members]].mean(axis=0))
    return closeness(*as_one, form)


def _share(
    x: Floats, space: Space, as_one: Mapping[str, Terms], panel: Panel, region: str, start: str, end: str
) -> Floats:
    """What each indicator adds to the change of a region's index between two periods."""
    if region in as_one:
        best, worst = as_one[region]
    else:
        r = panel.rows[region]
        ideals = (np.broadcast_to(ideal, x.shape)[r] for ideal in (space.best, space.worst))
        best, worst = (terms(x[r], ideal, space.weights) for ideal in ideals)
    t0, t1 = panel.periods.index(start), panel.periods.index(end)
    if space.form == "squared":
        return contributions(best[t0], worst[t0], best[t1], worst[t1])
    share = shapley if len(panel.indicators) <= MOST else by_distance
    return share(best[t0], worst[t0], best[t1], worst[t1], space.form)


def _terms(x: Floats, space: Space) -> Terms:
    """Squared weighted differences of a group's own values (periods × indicators) to the ideals it meets."""
    best, worst = _own(x, space.best, np.max), _own(x, space.worst, np.min)
    return terms(x, best, space.weights), terms(x, worst, space.weights)


def _own(x: Floats, ideal: Floats, extreme: Callable[..., Floats]) -> Floats:
    """The ideal as a group meets it: the shared one, or its own where each region has its own."""
    return np.asarray(extreme(x, axis=0) if len(ideal) > 1 else ideal[0])

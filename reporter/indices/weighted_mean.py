"""The weighted mean: indicators averaged into parts, dimensions and an index, level by level."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Literal, NamedTuple

import numpy as np

from reporter.errors import fault
from reporter.indices.beside import Beside, beside
from reporter.indices.faults import averaging, option
from reporter.indices.prepare import Impute, Treat, filled, reached, ready, standardised, with_groups
from reporter.indices.weigh import Weights, weights_of
from reporter.methods.aggregate import AGGREGATE
from reporter.methods.attribution import shared
from reporter.methods.hierarchy import Mean, Node, by_level
from reporter.methods.many import Kinds, by_weights
from reporter.methods.standardise import onto
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite, Given, Rescored, Steps
from reporter.model.study import IndexSpec, Study

Kind = Literal["arithmetic", "geometric", "harmonic", "median"]
Standard = Literal[
    "ratio-to-max",
    "min-max",
    "z-score",
    "rank",
    "borda",
    "percentile-rank",
    "distance-to-max",
    "distance-to-reference",
    "distance-to-target",
    "goalposts",
]
UNBOUNDED = ("z-score", "rank", "borda")
ENDED = ("distance-to-reference", "distance-to-target", "goalposts")


class Means(NamedTuple):
    """How scores follow from standardised values: the levels, the weights and the two means."""

    top: Node
    weights: Floats
    lowest: Mean
    above: Mean
    linear: bool

    def scores(self, x: Floats) -> dict[str, Floats]:
        """Every score of values whose last axis are the indicators."""
        return by_level(x, self.top, self.weights, self.lowest, self.above)


def weighted_mean(
    given: Given,
    *,
    impute: Impute = "error",
    impute_groups: list[str] | None = None,
    treat: Treat = "none",
    standardise: Standard = "min-max",
    standardise_over: Literal["pooled", "period", "region"] = "pooled",
    reference: str = "",
    cap: bool = True,
    floor: float = 0.0,
    weights: Weights = "hierarchical-equal",
    mean: Kind = "arithmetic",
    mean_above: Literal["same", "arithmetic", "geometric", "harmonic", "median"] = "same",
    at_least: float = 0.0,
    aggregate: Literal["as declared", "mean"] = "as declared",
) -> Composite:
    """Weighted mean of standardised indicators, level by level; 0–1 where the standardised values are.

    Faults: missing cells that `impute` leaves, remaining outliers, constant indicators, values that a mean
    cannot take. OECD & JRC 2008, steps 3 to 7.
    """
    options = {key: value for key, value in locals().items() if key != "given"}
    spec, study = given.spec, given.study
    _check(spec, study, floor, at_least, aggregate)
    panel, trace, logged = ready(given, impute, impute_groups or (), treat)
    _check_units(given, logged, standardise)
    how = {"reference": reference, "cap": cap}
    x = standardised(panel, given.framework, spec, standardise, standardise_over, **how)  # type: ignore[arg-type]
    x = onto(x, floor, 1) if floor else x
    w = weights_of(given, panel, weights)
    kinds = Kinds(mean, mean if mean_above == "same" else mean_above, at_least)
    means = _means(given.framework.tree(spec.code), w, kinds)
    with averaging(panel, spec):
        scores = means.scores(x)
    others = _others(given, options)
    bounded = standardise not in UNBOUNDED and (cap or standardise not in ENDED)
    return Composite(
        code=spec.code,
        method=spec.method,
        options=_said(options, standardise, mean),
        framework=given.framework,
        members=panel.regions,
        groups={group.id: group.members for group in study.groups},
        periods=panel.periods,
        values={code: with_groups(scores[code], panel, study) for code in _codes(means.top)},
        filled=filled(panel, study),
        scale="score" if bounded else "plain",
        trace=trace,
        steps=Steps(panel.indicators, x, w, w, reached(given.panel, given.framework), filled=panel.filled),
        share=partial(_share, means, x, panel.regions, panel.periods),
        rescore=partial(_rescored, x, means.top, kinds, panel, study),
        sources=panel.indicators,
        beside=others.regions,
        pooled=others.pooled,
        zero=standardise == "ratio-to-max" and not floor and not logged,
    )


def _others(given: Given, options: dict[str, Any]) -> Beside:
    """What scores are held against, goalposts and best values apart, which the study or `explain` tells."""
    how, scope = options["standardise"], options["standardise_over"]
    told = how == "goalposts" or (how, scope) == ("ratio-to-max", "pooled")
    return beside(given, options, () if told else {scope})


def _means(top: Node, w: Floats, kinds: Kinds) -> Means:
    lowest, above = (partial(AGGREGATE[kind], at_least=kinds.at_least) for kind in kinds[:2])
    return Means(top, w, lowest, above, {*kinds[:2]} == {"arithmetic"})


def _rescored(x: Floats, top: Node, kinds: Kinds, panel: Panel, study: Study, weights: Floats) -> Rescored:
    """The scores under many sets of weights."""
    found = by_weights(x, top, weights, kinds)
    return {code: with_groups(found[code], panel, study) for code in _codes(top)}


def _codes(top: Node) -> list[str]:
    """The codes of the scores, wholes before parts."""
    return [top.code, *(code for part in top.parts for code in _codes(part))]


def _said(options: dict[str, Any], standardise: str, mean: str) -> dict[str, Any]:
    """The options that say something of this index, in order."""
    told = dict(options)
    told["mean_above"] = mean if options["mean_above"] == "same" else options["mean_above"]
    idle = {
        "impute_groups": not options["impute_groups"],
        "reference": standardise != "distance-to-reference",
        "cap": standardise not in ENDED,
        "floor": not options["floor"],
        "at_least": not options["at_least"],
    }
    return {key: value for key, value in told.items() if not idle.get(key)}


def _check(spec: IndexSpec, study: Study, floor: float, at_least: float, aggregate: str) -> None:
    """Faults for shares out of range, and for a group that only an ideal solution can score."""
    for name, value, top in (("floor", floor, 0.99), ("at_least", at_least, 1.0)):
        if not 0 <= value <= top:
            what = f"index '{spec.code}': '{name}' cannot be {value}"
            raise fault(option(spec, name), what, f"it should be a share between 0 and {top}")
    for group in study.groups if aggregate == "as declared" else ():
        if group.aggregate == "one-region":
            what = f"index '{spec.code}': a weighted mean takes group '{group.id}' as the mean of its members"
            raise fault(group.where, what, "write aggregate: mean, here or as an option of the index")


def _check_units(given: Given, logged: Sequence[str], standardise: str) -> None:
    """A fault where a logarithm took an indicator out of the unit that its goalposts or target are in."""
    for i in logged if standardise in ("goalposts", "distance-to-target") else ():
        what = f"indicator '{i}' is put on a logarithm, where its goalposts or target mean nothing"
        where = given.framework.indicators[i].where
        raise fault(where, what, "use treat: none, or standardise: min-max")


def _share(
    means: Means, x: Floats, regions: Sequence[str], periods: Sequence[str], region: str, start: str, end: str
) -> Floats:
    """What each indicator adds to the change of a region's index between two periods."""
    at = regions.index(region)
    before, after = x[at, periods.index(start)], x[at, periods.index(end)]
    if means.linear:
        return _terms(means, after) - _terms(means, before)
    return shared(lambda rows: means.scores(np.where(rows, after, before))[means.top.code], len(x[0, 0]))


def _terms(means: Means, x: Floats) -> Floats:
    """What each indicator is of an arithmetic mean: its value times its weight among those present."""
    here = np.where(np.isnan(x), np.nan, np.eye(len(x)))
    return np.asarray(np.where(np.isnan(x), 0.0, means.scores(here)[means.top.code] * x))

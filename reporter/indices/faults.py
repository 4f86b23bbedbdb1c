"""What a method refuses, told to the person who can mend it: indicators and cells, with the study's lines."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from reporter.errors import Faults, Flaw, Where, fault
from reporter.methods.aggregate import NoWeight
from reporter.methods.hierarchy import NotPositiveIn, NoWeightIn
from reporter.methods.rankers import NoSpread
from reporter.methods.screen import MissingValue
from reporter.methods.standardise import ConstantIndicator, NoRange, NotPositive
from reporter.methods.weights_data import NoContrast
from reporter.model.panel import Panel
from reporter.model.study import Framework, IndexSpec

FEW = 5


@contextmanager
def standardising(panel: Panel, framework: Framework, spec: IndexSpec) -> Iterator[None]:
    """Indicators that cannot be standardised as asked."""
    try:
        yield
    except ConstantIndicator as error:
        what = f"is the same everywhere, so that its spread is 0 in {spec.code}"
        mend, at = "take it out of the index, or use standardise: ratio-to-max", error.indicators
    except NotPositive as error:
        raise Faults(_negative(error, panel, framework, spec)) from None
    except NoRange as error:
        what = f"has no range between its worst value and what it is measured against in {spec.code}"
        mend, at = "mend its target or goalposts, or use another reference", error.indicators
    else:
        return
    raise Faults(_flaws(at, what, mend, panel, framework))


@contextmanager
def weighing(panel: Panel, framework: Framework, spec: IndexSpec) -> Iterator[None]:
    """Data from which no weights follow."""
    where, how = option(spec, "weights"), spec.options.get("weights")
    mend = "use weights: hierarchical-equal"
    try:
        yield
    except ConstantIndicator as error:
        what = f"is the same everywhere, so that weights: {how} says nothing of it in {spec.code}"
        raise Faults(_flaws(error.indicators, what, f"take it out, or {mend}", panel, framework)) from None
    except NotPositive as error:
        what = f"has a value that is not positive, which weights: {how} cannot take in {spec.code}"
        raise Faults(_flaws(error.indicators, what, f"take it out, or {mend}", panel, framework)) from None
    except NoContrast:
        what = f"index '{spec.code}': the figures tell no indicator from another, so that no weights follow"
        raise fault(where, what, mend) from None
    except MissingValue as error:
        what = f"index '{spec.code}': weights: {how} needs every figure; missing: {cells(panel, error.cells)}"
        raise fault(where, what, f"fill them by impute:, or {mend}") from None


@contextmanager
def ranking(panel: Panel, framework: Framework, spec: IndexSpec) -> Iterator[None]:
    """Regions that a method cannot tell apart or compare."""
    try:
        yield
    except (NotPositive, ConstantIndicator) as error:
        what = f"has an average that is not above 0, or no spread, in {spec.code}"
        mend = "take it out of the index, or use another method"
        raise Faults(_flaws(error.indicators, what, mend, panel, framework)) from None
    except NoSpread:
        what = f"index '{spec.code}': all regions are alike, so that {spec.method} has nothing to rank by"
        raise fault(spec.where, what, "use other indicators or periods, or over: pooled") from None


@contextmanager
def averaging(panel: Panel, spec: IndexSpec) -> Iterator[None]:
    """Values and weights that a mean cannot take."""
    try:
        yield
    except NotPositiveIn as error:
        names = [panel.indicators[j] for j in error.node.leaves] or [p.code for p in error.node.parts]
        told = _listed(f"'{names[j]}' of {panel.regions[r]} {panel.periods[t]}" for r, t, j in error.cells)
        which = "mean_above" if error.node.parts else "mean"
        what = f"index '{spec.code}': the {which} asked for needs values above 0; 0 or less: {told}"
        raise fault(option(spec, which), what, "use floor: 0.01, or an arithmetic mean") from None
    except (NoWeight, NoWeightIn) as error:
        code = error.node.code if isinstance(error, NoWeightIn) else spec.code
        what = f"index '{spec.code}': nothing behind {code} has any weight"
        raise fault(option(spec, "weights"), what, "use other weights") from None


def missing(
    panel: Panel,
    empty: Iterable[Sequence[int]],
    framework: Framework,
    spec: IndexSpec,
    mend: str = "use impute: group-mean or none, declare the gap, or shorten the periods",
) -> Faults:
    """Cells without a figure, told by indicator."""
    places = [tuple(cell) for cell in empty]
    who, flaws = f"index '{spec.code}'", []
    for j in dict.fromkeys(cell[2] for cell in places):
        told = _listed(f"{panel.regions[r]} {panel.periods[t]}" for r, t, k in places if k == j)
        what = f"{who}: '{panel.indicators[j]}' has no figure for {told}"
        flaws.append(Flaw(framework.indicators[panel.indicators[j]].where, what, mend))
    return Faults(flaws)


def cells(panel: Panel, found: Iterable[Sequence[int]]) -> str:
    """Cells of a panel by name, the first few."""
    return _listed(f"'{panel.indicators[j]}' of {panel.regions[r]} {panel.periods[t]}" for r, t, j in found)


def option(spec: IndexSpec, name: str) -> Where:
    """The line of an option of the index; of the index itself where the option is not said."""
    return spec.lines.get(name, spec.where)


def _listed(names: Iterable[str]) -> str:
    told = list(names)
    more = f" and {len(told) - FEW} more" if len(told) > FEW else ""
    return ", ".join(told[:FEW]) + more


def _negative(error: NotPositive, panel: Panel, framework: Framework, spec: IndexSpec) -> Iterator[Flaw]:
    """Indicators with values that a ratio cannot take, and where these stand."""
    for j in error.indicators:
        one = framework.indicators[panel.indicators[j]]
        layer = panel.values[:, :, j]
        found = np.argwhere(layer < 0 if one.direction == "up" else layer <= 0)
        places = _listed(f"{panel.regions[r]} {panel.periods[t]}" for r, t in found) or "0 everywhere"
        what = f"indicator '{one.id}' has a value that a ratio cannot take in {spec.code}: {places}"
        yield Flaw(one.where, what, "mend the figure, or use standardise: min-max")


def _flaws(at: Iterable[int], what: str, mend: str, panel: Panel, framework: Framework) -> Iterator[Flaw]:
    for i in (panel.indicators[j] for j in at):
        yield Flaw(framework.indicators[i].where, f"indicator '{i}' {what}", mend)

"""The weights of an index: what each indicator weighs in the whole, down from the top of the framework."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import numpy as np

from reporter.indices.faults import weighing
from reporter.indices.prepare import benefit
from reporter.methods.copeland import rational
from reporter.methods.weights_data import DATA_WEIGHTS, entropy
from reporter.model.panel import Floats, Panel
from reporter.model.result import Given
from reporter.model.study import Dimension, Framework, IndexSpec, Indicator

Weights = Literal[
    "hierarchical-equal",
    "equal",
    "given",
    "entropy",
    "entropy-proportion",
    "critic",
    "standard-deviation",
    "merec",
    "pca",
]
DECLARED = ("hierarchical-equal", "equal", "given")


def weights_of(given: Given, panel: Panel, how: str) -> Floats:
    """The weight of each indicator, all of them summing to 1: those given, or else as the options ask."""
    if given.weights is not None:
        return given.weights
    return np.array([float(w) for w in exact_weights(panel, given.framework, given.spec, how)])


def exact_weights(
    panel: Panel, framework: Framework, spec: IndexSpec, how: str
) -> Sequence[Fraction] | Sequence[float]:
    """The weights as fractions where they are declared, as numbers where they are drawn from the panel."""
    if how == "equal":
        return [Fraction(1, len(panel.indicators))] * len(panel.indicators)
    if how in ("hierarchical-equal", "given"):
        return _shared(framework.dimensions, Fraction(1), how == "given", framework)
    with weighing(panel, framework, spec):
        if how == "entropy-proportion":
            found = entropy(panel.values, benefit(panel, framework), reading="proportion")
        else:
            found = DATA_WEIGHTS[how](panel.values, benefit(panel, framework))
        return [float(w) for w in found]


def _shared(
    inside: Sequence[Dimension] | Sequence[Indicator], weight: Fraction, given: bool, framework: Framework
) -> list[Fraction]:
    """The weight shared out among dimensions or indicators, and by each dimension among its own."""
    own = rational([one.weight for one in inside]) if given else [Fraction(1)] * len(inside)
    found: list[Fraction] = []
    for one, part in zip(inside, own, strict=True):
        share = weight * part / sum(own)
        if isinstance(one, Dimension):
            below = one.parts or [framework.indicators[i] for i in one.indicators]
            found += _shared(below, share, given, framework)
        else:
            found.append(share)
    return found

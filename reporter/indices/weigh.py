"""The weights of an index: what each indicator weighs in the whole, down from the top of the framework."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import numpy as np

from reporter.indices.faults import weighing
from reporter.indices.prepare import benefit
from reporter.methods.copeland import rational
from reporter.methods.hierarchy import Node
from reporter.methods.weights_data import DATA_WEIGHTS, entropy
from reporter.model.panel import Floats, Panel
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


def weights_of(panel: Panel, framework: Framework, spec: IndexSpec, how: str) -> Floats:
    """The weight of each indicator, all of them summing to 1."""
    return np.array([float(w) for w in exact_weights(panel, framework, spec, how)])


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
    own = rational([one.weight if given else 1.0 for one in inside])
    found: list[Fraction] = []
    for one, part in zip(inside, own, strict=True):
        share = weight * part / sum(own)
        if isinstance(one, Dimension):
            below = one.parts or [framework.indicators[i] for i in one.indicators]
            found += _shared(below, share, given, framework)
        else:
            found.append(share)
    return found


def tree(framework: Framework, code: str) -> Node:
    """The scores of an index by their codes, over each other and over the positions of indicators."""
    at = {i: n for n, i in enumerate(i for d in framework.dimensions for i in d.indicators)}
    codes = {d.id: score for score, d in framework.scored(code).items()}

    def node(d: Dimension) -> Node:
        if d.parts:
            return Node(codes[d.id], parts=tuple(node(part) for part in d.parts))
        return Node(codes[d.id], tuple(at[i] for i in d.indicators))

    return Node(code, parts=tuple(node(d) for d in framework.dimensions))

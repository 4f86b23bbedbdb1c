"""Means level by level: indicators into parts, parts into dimensions, dimensions into the index.

The last axis of x are the indicators. A part weighs what its indicators weigh together.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.aggregate import NotPositiveCells

Floats = NDArray[np.float64]
Mean = Callable[[Floats, Floats], Floats]


class Node(NamedTuple):
    """A score by its code, over indicators (their positions) or over other scores."""

    code: str
    leaves: tuple[int, ...] = ()
    parts: tuple["Node", ...] = ()

    def below(self) -> list[int]:
        """The positions of all indicators behind the score."""
        return [*self.leaves, *(j for part in self.parts for j in part.below())]


class NotPositiveIn(NotPositiveCells):
    """Cells of a score's own indicators or parts (the last index counts them) that its mean cannot take."""

    def __init__(self, node: Node, cells: NDArray[np.intp]) -> None:
        super().__init__(cells)
        self.node = node


class NoWeightIn(ValueError):
    """A score whose indicators have no weight at all."""

    def __init__(self, node: Node) -> None:
        super().__init__(node.code)
        self.node = node


def by_level(x: Floats, top: Node, weights: Floats, lowest: Mean, above: Mean) -> dict[str, Floats]:
    """Every score by its code, parts before wholes: `lowest` joins indicators, `above` what they came to.

    NotPositiveIn where a mean needs values above zero, NoWeightIn where all weights below a score are 0.
    """
    return dict(_scores(x, top, weights, lowest, above))


def _scores(x: Floats, node: Node, w: Floats, lowest: Mean, above: Mean) -> Iterator[tuple[str, Floats]]:
    if not w[node.below()].sum() > 0:
        raise NoWeightIn(node)
    found = [dict(_scores(x, part, w, lowest, above)) for part in node.parts]
    yield from (pair for scores in found for pair in scores.items())
    own = [scores[part.code] for scores, part in zip(found, node.parts, strict=True)]
    inside = np.stack(own, axis=-1) if own else x[..., list(node.leaves)]
    shares = np.array([w[part.below()].sum() for part in node.parts]) if own else w[list(node.leaves)]
    try:
        yield node.code, (above if own else lowest)(inside, shares)
    except NotPositiveCells as error:
        raise NotPositiveIn(node, error.cells) from None

"""Weights as another analyst might have set them: each within ± a share of itself, level by level."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reporter.methods.hierarchy import Node

Floats = NDArray[np.float64]


def levels(top: Node) -> tuple[int, int]:
    """How many weights stand at the level of indicators, and how many above it (one for each part)."""
    nodes = list(walk(top))
    return sum(len(node.leaves) for node in nodes), sum(len(node.parts) for node in nodes)


def perturbed(
    weights: Floats, top: Node, indicators: Floats, parts: Floats, of_indicators: float, of_parts: float
) -> Floats:
    """Weights of the indicators, (replicates, indicators), each row summing to 1.

    Every weight w becomes w (1 + s (2u − 1)) and is re-normalised among those it shares a whole with: an
    indicator inside its dimension, a dimension inside the index. weights: (indicators,), as published;
    indicators and parts: numbers u of 0–1, (replicates, …), as many columns as `levels` tells; of_indicators
    and of_parts: the s of each level, 0 to 1.
    """
    own = _spread(indicators, of_indicators)
    above = iter(np.moveaxis(_spread(parts, of_parts), -1, 0))
    whole = np.ones(len(indicators))
    found = np.empty((len(indicators), len(weights)))
    for positions, share in _shares(weights, top, own, above, whole):
        found[:, positions] = share
    return found


def _spread(u: Floats, share: float) -> Floats:
    return np.asarray(1 + share * (2 * u - 1))


def _shares(
    weights: Floats, node: Node, own: Floats, above: Iterator[Floats], whole: Floats
) -> Iterator[tuple[list[int], Floats]]:
    """The positions of the indicators of each lowest score, and their weights in every replicate."""
    if node.leaves:
        at = list(node.leaves)
        moved = weights[at] * own[:, at]
        yield at, whole[:, None] * moved / moved.sum(axis=1, keepdims=True)
        return
    moved = np.stack([weights[part.below()].sum() * next(above) for part in node.parts], axis=-1)
    moved *= (whole / moved.sum(axis=1))[:, None]
    for part, share in zip(node.parts, moved.T, strict=True):
        yield from _shares(weights, part, own, above, share)


def walk(node: Node) -> Iterator[Node]:
    """The score, then every score below it."""
    yield node
    for part in node.parts:
        yield from walk(part)

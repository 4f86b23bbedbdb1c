"""The means of `aggregate`, level by level, for many sets of weights at once, as matrix products."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.aggregate import median
from reporter.methods.hierarchy import Node

Floats = NDArray[np.float64]


class Kinds(NamedTuple):
    """How indicators are joined, how what they came to, and the share that must be present."""

    lowest: str
    above: str
    at_least: float = 0.0


_BENT: dict[str, tuple[Callable[[Floats], Floats], Callable[[Floats], Floats]]] = {
    "arithmetic": (np.asarray, np.asarray),
    "geometric": (np.log, np.exp),
    "harmonic": (np.reciprocal, np.reciprocal),
}
"""A mean is the arithmetic one of bent values, bent back."""


def by_weights(x: Floats, top: Node, weights: Floats, kinds: Kinds) -> dict[str, Floats]:
    """Every score by its code, (regions, periods, replicates), of standardised values x (…, indicators).

    weights: (replicates, indicators). Each replicate is what `by_level` gives with its weights.
    """
    return dict(_scores(x, top, weights.T, kinds))


def _scores(x: Floats, node: Node, w: Floats, kinds: Kinds) -> Iterator[tuple[str, Floats]]:
    if node.leaves:
        j = list(node.leaves)
        yield node.code, _joined(x[..., j], w[j], kinds.lowest, kinds.at_least)
        return
    found = [dict(_scores(x, part, w, kinds)) for part in node.parts]
    yield from (pair for scores in found for pair in scores.items())
    inside = np.stack([scores[part.code] for scores, part in zip(found, node.parts, strict=True)], axis=-1)
    shares = np.stack([w[part.below()].sum(axis=0) for part in node.parts])
    yield node.code, _joined(inside, shares, kinds.above, kinds.at_least)


def _joined(x: Floats, w: Floats, kind: str, at_least: float) -> Floats:
    """One mean: x (r, t, parts), or (r, t, replicates, parts) where they differ; w (parts, replicates)."""
    differ = x.ndim == 4
    if kind == "median":
        spread = x if differ else np.broadcast_to(x[:, :, None], (*x.shape[:2], w.shape[1], x.shape[2]))
        return median(spread, w.T, at_least=at_least)
    bend, back = _BENT[kind]
    known = ~np.isnan(x)

    def total(values: Floats | NDArray[np.bool_]) -> Floats:
        return np.einsum("rtnp,pn->rtn", values, w) if differ else np.asarray(values @ w)

    if known.all():
        return back(np.asarray(total(bend(x)) / w.sum(axis=0)))
    weight = total(known)
    share = known.mean(axis=-1)
    enough = ((share if differ else share[..., None]) >= at_least) & (weight > 0)
    mean = np.full(weight.shape, np.nan)
    np.divide(total(np.where(known, bend(x), 0.0)), weight, out=mean, where=enough)
    return back(mean)

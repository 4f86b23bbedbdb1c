"""What regions are good at, how concentrated it is and how alike. Last axes: regions, industries."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from reporter.methods.inequality import Floats, ZeroTotal, above_zero, enough, not_negative, shares

Bools = NDArray[np.bool_]


def location_quotient(e: Floats) -> Floats:
    """Location quotients (e_ir/e_r) / (e_i/e): 0 where the industry is absent, 1 at the common share.

    e: employment or value, (…, regions, industries). ZeroTotal of "regions" for an empty region, of
    "industries" for an industry that is nowhere; Missing, Negative. Florence 1939.

    >>> location_quotient(np.array([[30.0, 10.0], [10.0, 50.0]])).round(3)
    array([[1.875, 0.417],
           [0.417, 1.389]])
    """
    common = shares(not_negative("e", e).sum(-2), "regions")[..., None, :]
    if np.any(common == 0):
        raise ZeroTotal("industries", np.argwhere(common[..., 0, :] == 0))
    return np.asarray(shares(e, "regions") / common)


def krugman(e: Floats, against: Literal["others", "total", "pooled"] = "others") -> Floats:
    """Krugman's specialisation Σ |s_ir − s̄_i| of each region: 0 when like the rest, 2 when nothing is shared.

    s̄: the mean of the other regions' shares (`others`), the shares of the `total` with the region itself, or
    those of the `pooled` rest. e as in `location_quotient`; TooFew for one region, unless against the total.
    Krugman 1991.
    """
    s, n = shares(e, "regions"), e.shape[-2]
    if against == "total":
        return np.asarray(np.abs(s - shares(e.sum(-2, keepdims=True), "regions")).sum(-1))
    others = (1 - np.eye(n)) / (enough(n, 2) - 1)
    rest = shares(others @ e, "regions") if against == "pooled" else others @ s
    return np.asarray(np.abs(s - rest).sum(-1))


def concentration_multiple(outcome: Floats, base: Floats) -> Floats:
    """Share of an outcome over share of a base: 1 in proportion; 47.6 % of patents on 1.7 % of land is 28.

    Both shares in the same unit. NotAboveZero for an empty base; Missing, Negative.
    """
    return np.asarray(not_negative("outcome", outcome) / above_zero("base", base))


def echelon_ratio(provincial: Floats, national: Floats) -> Floats:
    """Provincial over national zones: below 1 the quantity inversion. NotAboveZero without national ones."""
    return np.asarray(not_negative("provincial", provincial) / above_zero("national", national))


def layout_counts(layout: Bools) -> NDArray[np.intp]:
    """How many zones lead with each industry: layout (…, zones, industries) to (…, industries)."""
    return np.asarray(layout.sum(-2, dtype=np.intp))


def jaccard(layout: Bools) -> Floats:
    """Pairwise Jaccard overlap, industries shared over industries of either: 0 none, 1 the same.

    layout (…, zones, industries) to (…, zones, zones). ZeroTotal for a zone without any. Jaccard 1901.
    """
    _listed(layout)
    a = layout.astype(float)
    both, size = a @ np.swapaxes(a, -1, -2), a.sum(-1)
    return np.asarray(both / (size[..., :, None] + size[..., None, :] - both))


def cosine(layout: Bools | Floats) -> Floats:
    """Pairwise cosine similarity of layouts or of volumes: 0 nothing in common, 1 the same proportions.

    Shapes and errors of `jaccard`; Missing, Negative for volumes. Salton & McGill 1983.
    """
    _listed(layout)
    a = not_negative("layout", layout.astype(float))
    unit = a / np.sqrt(np.sum(a * a, -1, keepdims=True))
    return np.asarray(np.minimum(unit @ np.swapaxes(unit, -1, -2), 1.0))


def mean_overlap(overlap: Floats) -> Floats:
    """Mean over all pairs of zones of a pairwise overlap (…, zones, zones): 0–1. TooFew for one zone."""
    one, other = np.triu_indices(enough(overlap.shape[-1], 2), 1)
    return np.asarray(overlap[..., one, other].mean(-1))


def _listed(layout: Bools | Floats) -> None:
    empty = ~np.any(layout, axis=-1)
    if empty.any():
        raise ZeroTotal("layout", np.argwhere(empty))

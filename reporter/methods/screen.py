"""How much of the data is there, and who has enough of it to stay."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class MissingValue(ValueError):
    """Values that a method cannot do without; `cells` are their indices."""

    def __init__(self, cells: NDArray[np.intp]) -> None:
        super().__init__(f"{len(cells)} values are missing")
        self.cells = cells


def complete(values: Floats) -> Floats:
    """The values as they are; MissingValue names every cell that is not there."""
    if np.isnan(values).any():
        raise MissingValue(np.argwhere(np.isnan(values)))
    return values


def present(values: Floats) -> Floats:
    """Share of indicators present, 0–1, per region and period; one axis fewer than `values`."""
    return np.asarray((~np.isnan(values)).mean(axis=-1))


def not_zero(values: Floats) -> Floats:
    """Share of the indicators present that are not 0, 0–1, per region and period; NaN where none is."""
    known = (~np.isnan(values)).sum(axis=-1)
    other = ((values != 0) & ~np.isnan(values)).sum(axis=-1)
    shares = np.full(known.shape, np.nan)
    np.divide(other, known, out=shares, where=known > 0)
    return shares


def keep(shares: Floats, at_least: float) -> Bools:
    """Whether each share reaches the threshold; a share exactly on it stays, a missing share goes."""
    return np.asarray(shares >= at_least)


def keep_regions(values: Floats, at_least: float) -> Bools:
    """Which regions have the share of indicators in every period; values (regions, periods, indicators)."""
    return np.asarray(keep(present(values), at_least).all(axis=1))

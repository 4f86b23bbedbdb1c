"""Quantiles of more replicates than memory holds: exact while they fit, on a fixed grid beyond."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Blocks = Callable[[], Iterator[Sequence[Floats]]]

GRID = 100_000
"""Steps between the smallest and the largest value of a cell."""
AT_ONCE = 400
"""Cells counted on the grid in one pass: 160 MB."""


def quantiles(blocks: Blocks, q: Sequence[float]) -> tuple[Floats, float]:
    """Quantiles (q, cells) of the replicates, and how far off they may be: 0 where all came in one block.

    blocks: called for each pass; a block is arrays (cells, replicates), whose cells follow one another. A
    quantile is the smallest value that at least the share q of the replicates does not exceed; from the grid
    it is off by half a step at most, (largest − smallest value of the cell) / 200,000. A cell that is missing
    once is missing.
    """
    made = blocks()
    first, second = next(made), next(made, None)
    if second is None:
        return np.concatenate([_of_all(part, q) for part in first], axis=1), 0.0
    low, high, n = _ends(blocks())
    step = (high - low) / GRID
    found = np.empty((len(q), len(low)))
    for start in range(0, len(low), AT_ONCE):
        cells = slice(start, start + AT_ONCE)
        found[:, cells] = _on_grid(blocks, cells, low[cells], step[cells], [_place(share, n) for share in q])
    return found, float(np.nanmax(step, initial=0.0) / 2)


def _of_all(values: Floats, q: Sequence[float]) -> Floats:
    """The same of replicates that are all there."""
    places = [_place(share, values.shape[1]) for share in q]
    in_part = np.partition(values, places, axis=1)
    return np.where(np.isnan(values).any(axis=1), np.nan, in_part[:, places].T)


def _place(share: float, n: int) -> int:
    """Where the quantile stands among n values in order."""
    return max(int(np.ceil(share * n - 1e-9)) - 1, 0)


def _ends(blocks: Iterator[Sequence[Floats]]) -> tuple[Floats, Floats, int]:
    """The smallest and the largest value of each cell, and how many replicates there are."""
    lows, highs, n = [], [], 0
    for parts in blocks:
        lows.append(np.concatenate([part.min(axis=1) for part in parts]))
        highs.append(np.concatenate([part.max(axis=1) for part in parts]))
        n += parts[0].shape[1]
    return np.min(lows, axis=0), np.max(highs, axis=0), n


def _on_grid(blocks: Blocks, cells: slice, low: Floats, step: Floats, places: Sequence[int]) -> Floats:
    """The quantiles of some of the cells, counted between their ends."""
    counts = np.zeros((len(low), GRID), dtype=np.uint32)
    per = np.divide(1.0, step, out=np.zeros_like(step), where=step > 0)
    origin = np.nan_to_num(low)
    for parts in blocks():
        for c, row in enumerate(_rows(parts, cells)):
            at = ((np.nan_to_num(row) - origin[c]) * per[c]).astype(np.intp)
            np.add.at(counts[c], np.minimum(at, GRID - 1), 1)
    bins = np.array([[np.searchsorted(np.cumsum(own), place + 1) for own in counts] for place in places])
    return np.asarray(np.where(step > 0, low + (bins + 0.5) * step, low))


def _rows(parts: Sequence[Floats], cells: slice) -> Iterator[Floats]:
    """The replicates of the cells from one to another, across the parts."""
    start = 0
    for part in parts:
        yield from part[max(cells.start - start, 0) : max(cells.stop - start, 0)]
        start += len(part)


def of_counts(counts: Counts, q: Sequence[float]) -> Floats:
    """Quantiles (q, …) of values 1, 2, … that were counted along the last axis; NaN where none was."""
    below, n = np.cumsum(counts, axis=-1), counts.sum(axis=-1)
    found = [(below < np.maximum(np.ceil(share * n - 1e-9), 1)[..., None]).sum(axis=-1) + 1.0 for share in q]
    return np.where(n > 0, found, np.nan)

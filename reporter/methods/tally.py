"""Quantiles of more replicates than memory holds: exact while they fit, on a fixed grid beyond."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Blocks = Callable[[], Iterator[Iterable[Floats]]]

KEPT = 2**27
"""Bytes of replicates that are kept together in one pass, where one block does not hold them all."""
FEWEST = 100
"""Cells that have to fit into these bytes, or else they are counted on a grid."""
GRID = 100_000
"""Steps between the smallest and the largest value of a cell."""
AT_ONCE = 400
"""Cells counted on the grid in one pass: 160 MB."""


def quantiles(blocks: Blocks, q: Sequence[float], replicates: int) -> tuple[Floats, float]:
    """Quantiles (q, cells) of the replicates, and how far off they may be: 0 unless there are very many.

    blocks: called for each pass; a block is arrays (cells, replicates), whose cells follow one another. A
    quantile is the smallest value that at least the share q of the replicates does not exceed; from the grid
    it is off by half a step at most, (largest − smallest value of the cell) / 200,000. A cell that is missing
    once is missing.
    """
    made = blocks()
    first, second = next(made), next(made, None)
    if second is None:
        return np.concatenate([_of_all(part, q) for part in first], axis=1), 0.0
    cells, kept = sum(len(part) for part in first), KEPT // (8 * replicates)
    del made, first, second
    if kept >= FEWEST:
        parts = [_of_all(_together(blocks, part), q) for part in _slices(cells, kept)]
        return np.concatenate(parts, axis=1), 0.0
    low, high = _ends(blocks())
    step, places = (high - low) / GRID, [_place(share, replicates) for share in q]
    parts = [_on_grid(blocks, part, low[part], step[part], places) for part in _slices(cells, AT_ONCE)]
    return np.concatenate(parts, axis=1), float(np.nanmax(step, initial=0.0) / 2)


def _slices(cells: int, size: int) -> list[slice]:
    return [slice(start, start + size) for start in range(0, cells, size)]


def _together(blocks: Blocks, cells: slice) -> Floats:
    """All replicates of some of the cells."""
    return np.concatenate([np.stack(list(_rows(parts, cells))) for parts in blocks()], axis=1)


def _of_all(values: Floats, q: Sequence[float]) -> Floats:
    """The same of replicates that are all there."""
    places = [_place(share, values.shape[1]) for share in q]
    in_part = np.partition(values, places, axis=1)
    return np.where(np.isnan(values).any(axis=1), np.nan, in_part[:, places].T)


def _place(share: float, n: int) -> int:
    """Where the quantile stands among n values in order."""
    return max(int(np.ceil(share * n - 1e-9)) - 1, 0)


def _ends(blocks: Iterator[Iterable[Floats]]) -> tuple[Floats, Floats]:
    """The smallest and the largest value of each cell."""
    ends = [np.concatenate([[p.min(axis=1), p.max(axis=1)] for p in parts], axis=1) for parts in blocks]
    return np.min([low for low, _ in ends], axis=0), np.max([high for _, high in ends], axis=0)


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


def _rows(parts: Iterable[Floats], cells: slice) -> Iterator[Floats]:
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

"""What a chart reads off its figures: turning values, the shape of a course, the ticks of a scale."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from reporter.model.panel import Floats
from reporter.model.result import Composite

POINT = 0.01
Shape = Literal["rise", "fall", "flat", "valley", "peak"]


def ends(values: Floats) -> tuple[int, int]:
    """Positions of the first and last figure there is; (0, 0) if there is none."""
    known = np.flatnonzero(np.isfinite(values))
    return (int(known[0]), int(known[-1])) if len(known) else (0, 0)


def turns(values: Floats, least: float) -> tuple[int, ...]:
    """Positions of the lowest and highest figure where they lie inside, beyond both ends by `least`."""
    first, last = ends(values)
    found = []
    for at, sign in ((_lowest(values), 1), (_lowest(-values), -1)):
        beyond = min(sign * (values[first] - values[at]), sign * (values[last] - values[at]))
        if first < at < last and beyond >= least:
            found.append(at)
    return tuple(sorted(found))


def _lowest(values: Floats) -> int:
    return int(np.nanargmin(values)) if np.isfinite(values).any() else 0


def shape(values: Floats, least: float) -> tuple[Shape, int]:
    """How a course runs, and where it turns: at the turning value farthest from both ends, if any."""
    first, last = ends(values)
    at = max(
        turns(values, least),
        key=lambda t: min(abs(values[t] - values[first]), abs(values[t] - values[last])),
        default=None,
    )
    if at is not None:
        return ("valley" if values[at] < values[first] else "peak"), at
    change = values[last] - values[first]
    return ("flat" if not abs(change) >= least else "rise" if change > 0 else "fall"), last


def told(values: Floats, least: float) -> tuple[int, ...]:
    """Positions of the figures that are printed: first, turning, last."""
    first, last = ends(values)
    return tuple(sorted({first, *turns(values, least), last}))


def sorted_by_change(
    changes: dict[str, float], least: float = POINT
) -> tuple[list[str], list[str], list[str]]:
    """Regions that gain, that lose, and whose change is smaller than `least`."""
    up = [r for r, c in changes.items() if c >= least]
    down = [r for r, c in changes.items() if c <= -least]
    return up, down, [r for r in changes if r not in up and r not in down]


def changes(result: Composite, code: str) -> dict[str, float]:
    """Change of each member's score from the first to the last period."""
    return {r: float(result.line(code, r)[-1] - result.line(code, r)[0]) for r in result.members}


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Round figures between low and high, at most `most`, zero among them if it lies between."""
    if not high > low:
        high = low + 1
    for power in range(int(np.floor(np.log10(high - low))) - 2, 20):
        for step in (1.0, 2.0, 5.0):
            size = step * 10.0**power
            first, last = np.ceil(low / size - 1e-9), np.floor(high / size + 1e-9)
            if last - first + 1 <= most:
                return tuple(float(round(k * size, 10)) for k in np.arange(first, last + 1))
    return (low, high)


def finite(arrays: Sequence[Floats]) -> Floats:
    """All figures there are, in one row."""
    joined = np.concatenate([np.ravel(a) for a in arrays])
    return np.asarray(joined[np.isfinite(joined)])

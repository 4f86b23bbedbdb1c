"""Whether a series took the course that is claimed, and where it did not."""

from collections.abc import Sequence

import numpy as np

from reporter.model.claim import Expect
from reporter.model.panel import Bools, Floats

Steps = tuple[tuple[str, float, float], ...]


def course(expect: Expect, values: Floats, periods: Sequence[str], spread: float) -> tuple[bool, Steps]:
    """Whether the values, one for each period, do as is expected; the steps that speak against it, as
    (period, before, there).

    rises, falls: from end to end. …-every-period: in every step; one that stands still is no rise.
    fluctuates: steps up and down by more than `spread` of the value before. steady: the range is at most
    `spread` of the mean.
    """
    steps, least = np.diff(values), spread * np.abs(values[:-1])
    up, down = steps > 0, steps < 0
    match expect:
        case "rises":
            return bool(values[-1] > values[0]), ()
        case "falls":
            return bool(values[-1] < values[0]), ()
        case "rises-every-period":
            return bool(up.all()), _steps(values, periods, ~up)
        case "falls-every-period":
            return bool(down.all()), _steps(values, periods, ~down)
        case "fluctuates":
            return bool((steps > least).any() and (steps < -least).any()), _steps(values, periods, down)
        case "steady":
            return bool(np.ptp(values) <= spread * abs(float(np.mean(values)))), ()
    raise ValueError(f"'{expect}' is no course")


def _steps(values: Floats, periods: Sequence[str], wrong: Bools) -> Steps:
    at = [int(t) for t in np.flatnonzero(wrong)]
    return tuple((periods[t + 1], float(values[t]), float(values[t + 1])) for t in at)

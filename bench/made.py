"""Made-up panels of the sizes measured, and what an index function is given of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reporter.config import find_workspace, read_study
from reporter.methods.expression import parse
from reporter.model.panel import Panel
from reporter.model.result import Given
from reporter.model.study import Dimension, Framework, IndexSpec, Indicator
from reporter.model.unit import Unit

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ROOT = Path(__file__).resolve().parent.parent
REGIONS, YEARS, SIZES = 3000, 20, (10,) * 5
PILLARS = ((8, 6, 6, 5, 5), (7, 6, 6))  # indicators of each dimension, in two parts: 49 in 8, as in ASEM's


def cube() -> Floats:
    """Positive values, regions × years × indicators."""
    return np.random.default_rng(1).lognormal(size=(REGIONS, YEARS, sum(SIZES)))


def asem() -> Floats:
    """51 regions × 1 period × 49 indicators: one in four far from normal, one cell in fifty missing."""
    random, skewed = np.random.default_rng(3), np.arange(49) % 4 == 0
    values = random.lognormal(size=(51, 1, 49)) ** np.where(skewed, 1.6, 0.4)
    values[random.random(values.shape) < 0.02] = np.nan
    return values


def belonging(sizes: Sequence[int]) -> Floats:
    """Which indicator belongs to which dimension of these sizes, 1 or 0: indicators × dimensions."""
    return np.repeat(np.eye(len(sizes)), sizes, axis=0)


def given(values: Floats, benefit: Bools, sizes: Sequence[Sequence[int]], method: str) -> Given:
    """Index `I` of these values; sizes: the indicators of each part of each dimension."""
    r, t, n = values.shape
    names = tuple(f"i{j}" for j in range(n))
    periods = tuple(str(2000 + year) for year in range(t))
    one = Unit("1", {}, 1, {})
    indicators = {
        i: Indicator(i, {}, {}, parse(i), one, "up" if up else "down")
        for i, up in zip(names, benefit, strict=True)
    }
    framework = Framework(tuple(_dimensions(sizes, names)), indicators)
    regions = tuple(f"r{k}" for k in range(r))
    panel = Panel(regions, periods, names, values, np.zeros(values.shape, bool), {}, periods)
    spec = IndexSpec("I", method, {}, (periods[0], periods[-1]), names, {})
    read = read_study(find_workspace(ROOT), "bth")
    study = replace(read, groups=(), framework=framework, context={}, indices={"I": spec})
    return Given(panel, panel, framework, spec, study)


def _dimensions(sizes: Sequence[Sequence[int]], names: Sequence[str]) -> list[Dimension]:
    """Dimensions over the names in their order; one of a single part has no parts."""
    left, found = list(names), []
    for d, inside in enumerate(sizes):
        taken = [tuple(left.pop(0) for _ in range(size)) for size in inside]
        parts = tuple(Dimension(f"d{d}p{k}", {}, one) for k, one in enumerate(taken))
        found.append(Dimension(f"d{d}", {}, sum(taken, ()), parts if len(parts) > 1 else ()))
    return found

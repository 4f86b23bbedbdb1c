"""What an audit varies: the choices at which another analyst might have gone another way, and the weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from reporter.errors import Where
from reporter.model.panel import Floats
from reporter.model.unit import Text


@dataclass(frozen=True)
class Alternative:
    """One way to take a choice: the options of the main index that it sets, and how likely it is."""

    id: str
    title: Text
    options: Mapping[str, Any]
    weight: float = 1.0
    where: Where = Where()


@dataclass(frozen=True)
class Choice:
    """A step at which another analyst might have gone another way."""

    id: str
    title: Text
    alternatives: tuple[Alternative, ...]
    where: Where = Where()

    @property
    def probabilities(self) -> Floats:
        """How likely each alternative is; they sum to 1."""
        weights = np.array([a.weight for a in self.alternatives])
        return np.asarray(weights / weights.sum())


@dataclass(frozen=True)
class Plan:
    """What the audit varies: choices, and weights within ± a share of themselves at two levels.

    indicators: inside their dimension; dimensions: inside the index, and parts inside their dimension.
    """

    choices: tuple[Choice, ...] = ()
    indicators: float = 0.25
    dimensions: float = 0.25
    replicates: int = 10_000
    seed: int = 1
    where: Where = Where()

"""A unit of measure: what it counts and how much of it one unit is; a figure with its unit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Text = Mapping[str, str]
Powers = Mapping[str, int]


@dataclass(frozen=True)
class Unit:
    """`powers` says what is counted ({"CNY": 1, "person": -1}), `factor` how many base units one unit is."""

    id: str
    powers: Powers
    factor: float
    title: Text
    shown: Text = field(default_factory=dict)

    def converts_to(self, other: "Unit") -> bool:
        """Whether figures in this unit can be told in the other one."""
        return dict(self.powers) == dict(other.powers)


@dataclass(frozen=True)
class Quantity:
    """A figure with its unit, to be printed in the unit its language shows."""

    value: float
    unit: Unit
    decimals: int = 2


def counts_one(unit: Unit) -> bool:
    """Whether the unit is one of a thing counted, a person or an item, so that its figures are whole."""
    return unit.factor == 1 and [*unit.powers.values()] == [1]


def powers_of(text: str) -> dict[str, int]:
    """The powers of `a * b / c`: factors left of / count +1, right of it −1; `1` counts nothing."""
    above, _, below = text.partition("/")
    powers: dict[str, int] = {}
    for side, sign in ((above, 1), (below, -1)):
        for name in filter(None, (part.strip() for part in side.split("*"))):
            if name != "1":
                powers[name] = powers.get(name, 0) + sign
    return {name: power for name, power in powers.items() if power}

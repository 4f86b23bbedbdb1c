"""With whom a region is compared: classes by stated thresholds, and the regions most like it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from reporter.errors import Where
from reporter.model.unit import Text


@dataclass(frozen=True)
class Class:
    """A class of regions: those from `start` on, up to the start of the class above."""

    id: str
    title: Text
    start: float = -inf


@dataclass(frozen=True)
class Classes:
    """Classes from the highest to the lowest, by a quantity in its own unit: the main index's score, or a
    figure of the study. The lowest has no start.
    """

    of: str
    classes: tuple[Class, ...]
    where: Where = Where()


@dataclass(frozen=True)
class Likeness:
    """What makes regions alike: figures of the study, some of them by their logarithms; how many to name."""

    by: tuple[str, ...]
    logs: tuple[str, ...] = ()
    count: int = 3
    where: Where = Where()


@dataclass(frozen=True)
class Company:
    """Each member's class by score and by peers, and the members most like it, the nearest first.

    A member without the figures is in no class, and like none. `reaches` are the classes by score whose
    places its interval of places touches, its own among them; empty where there is no interval.
    """

    tiers: Mapping[str, str] = field(default_factory=dict)
    reaches: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    peers: Mapping[str, str] = field(default_factory=dict)
    similar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def beside(self, region: str) -> tuple[str, ...]:
        """The other members of the region's class of peers."""
        own = self.peers.get(region)
        return tuple(r for r, one in self.peers.items() if own and one == own and r != region)

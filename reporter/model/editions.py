"""What a study publishes, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporter.model.unit import Text


@dataclass(frozen=True)
class Licence:
    """Under what the report and its data products may be used: the licence's short name, as in the SPDX list,
    and its title.
    """

    name: str
    title: Text


@dataclass(frozen=True)
class Erratum:
    """What was wrong in an edition as first published, and the day it was mended."""

    on: str
    text: Text


@dataclass(frozen=True)
class Editions:
    """The editions a study publishes; `regions` are those that have editions of their own."""

    periods: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    published: Mapping[str, str]
    regions: tuple[str, ...] = ()
    licence: Licence | None = None
    errata: Mapping[str, tuple[Erratum, ...]] = field(default_factory=dict)

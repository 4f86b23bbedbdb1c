"""What a study publishes, and when."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Editions:
    """The editions a study publishes; `regions` are those that have editions of their own."""

    periods: tuple[str, ...]
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    published: Mapping[str, str]
    regions: tuple[str, ...] = ()

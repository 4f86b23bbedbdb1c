"""Where a figure comes from: the dataset, its publications, and the line it stands on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reporter.errors import Where
from reporter.model.unit import Text, Unit


@dataclass(frozen=True)
class Origin:
    """The line of a source file that a figure was read from, and the publication that first printed it."""

    where: Where
    publication: str
    via: str
    printed: str


def places(origins: Iterable[Origin]) -> dict[str, str]:
    """The lines of each file, runs told short: {"data/sources/a.csv": "12–18, 40"}.

    A file is told by its path below the workspace, wherever that lies.
    """
    lines: dict[str, set[int]] = {}
    for origin in origins:
        _, data, below = origin.where.path.rpartition("data/sources/")
        lines.setdefault(data + below, set()).add(origin.where.line)
    return {path: _runs(sorted(found)) for path, found in sorted(lines.items())}


def _runs(lines: Sequence[int]) -> str:
    starts = [n for n in lines if n - 1 not in lines]
    ends = [n for n in lines if n + 1 not in lines]
    return ", ".join(f"{a}–{b}" if a != b else f"{a}" for a, b in zip(starts, ends, strict=True))


@dataclass(frozen=True)
class Break:
    """From `start` on, the series of these regions does not continue the years before."""

    regions: tuple[str, ...]
    start: str
    note: Text


@dataclass(frozen=True)
class Hole:
    """Periods for which the publisher prints no figure."""

    periods: tuple[str, ...]
    note: Text


@dataclass(frozen=True)
class Series:
    """A published series of a dataset."""

    id: str
    dataset: str
    title: Text
    unit: Unit
    breaks: tuple[Break, ...] = ()
    holes: tuple[Hole, ...] = ()
    where: Where = Where()


@dataclass(frozen=True)
class Dataset:
    """A source file beside its description; `cite` is how a chart names its publications in short."""

    id: str
    path: str
    title: Text
    licence: Text
    cite: Text
    publications: Mapping[str, Text]
    series: Mapping[str, Series]
    where: Where = Where()


@dataclass(frozen=True)
class Gap:
    """Missing figures the study knows of and how they are filled."""

    series: str
    periods: tuple[str, ...]
    fill: Literal["linear"]
    where: Where = Where()

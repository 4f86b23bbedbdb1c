"""What a study declares: regions, framework, indices, rules, editions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from reporter.errors import Where
from reporter.methods.expression import Expression
from reporter.methods.hierarchy import Node
from reporter.model.cited import Note, Published, Reference
from reporter.model.company import Classes, Likeness
from reporter.model.editions import Editions
from reporter.model.period import earlier, span
from reporter.model.plan import Plan
from reporter.model.source import Dataset, Gap
from reporter.model.unit import Text, Unit


@dataclass(frozen=True)
class Region:
    """A region of the study; the id is its English name. cell: its column and row on the tile grid, from 1 at
    the upper left.
    """

    id: str
    title: Text
    where: Where = Where()
    cell: tuple[int, int] | None = None


def in_paths(region: str) -> str:
    """A region's name as pages are named for it: a space becomes a hyphen."""
    return region.replace(" ", "-")


@dataclass(frozen=True)
class Group:
    """Regions seen as one: the mean of the members' scores, or one region made of their summed parts.

    `within` is its name inside a sentence, `short` that in charts and narrow columns.
    """

    id: str
    title: Text
    members: tuple[str, ...]
    aggregate: Literal["mean", "one-region"] = "mean"
    within: Text = field(default_factory=dict)
    where: Where = Where()
    short: Text = field(default_factory=dict)


@dataclass(frozen=True)
class Indicator:
    """A quantity computed from published series; `base` weighs a ratio that has no parts of its own.

    weight: within its dimension, where an index weighs as given. goalposts: the values that score 0 and 1, or
    1 and 0 where less is better; target: the value that scores 1. Both in the indicator's unit.
    """

    id: str
    title: Text
    short: Text
    value: Expression
    unit: Unit
    direction: Literal["up", "down"] = "up"
    decimals: int = 2
    base: str | None = None
    note: Text = field(default_factory=dict)
    where: Where = Where()
    weight: float = 1.0
    goalposts: tuple[float, float] | None = None
    target: float | None = None


@dataclass(frozen=True)
class Dimension:
    """A named set of indicators; the first of a framework is scored as `I1`, the second as `I2`, …

    It may hold parts, which share out all of its indicators: those of `I1` are scored as `I1-1`, `I1-2`, …
    """

    id: str
    title: Text
    indicators: tuple[str, ...]
    parts: tuple["Dimension", ...] = ()
    weight: float = 1.0

    def only(self, chosen: tuple[str, ...]) -> "Dimension":
        """The dimension with the chosen indicators alone; a part left empty is dropped."""
        parts = (part.only(chosen) for part in self.parts)
        return replace(
            self,
            indicators=tuple(i for i in self.indicators if i in chosen),
            parts=tuple(part for part in parts if part.indicators),
        )


@dataclass(frozen=True)
class Framework:
    """Dimensions over indicators, in the order they are printed."""

    dimensions: tuple[Dimension, ...]
    indicators: Mapping[str, Indicator]

    def only(self, chosen: tuple[str, ...]) -> "Framework":
        """The same framework with the chosen indicators alone; a dimension left empty is dropped."""
        kept = (d.only(chosen) for d in self.dimensions)
        return Framework(
            tuple(d for d in kept if d.indicators),
            {i: one for i, one in self.indicators.items() if i in chosen},
        )

    def codes(self, index: str) -> dict[str, str]:
        """Score code of each dimension id: `I1` for the first dimension of `I`, `I1_long` of `I_long`."""
        head, mark, tail = index.partition("_")
        return {d.id: f"{head}{n}{mark}{tail}" for n, d in enumerate(self.dimensions, 1)}

    def scored(self, index: str) -> dict[str, Dimension]:
        """Every dimension by its score code, each followed by its parts: `I1`, `I1-1`, `I1-2`, `I2`, …"""
        head, mark, tail = index.partition("_")
        found = {f"{head}{n}": d for n, d in enumerate(self.dimensions, 1)}
        return {code + mark + tail: d for top, one in found.items() for code, d in _inside(top, one)}

    def tree(self, index: str) -> Node:
        """The scores of an index by their codes, over each other and over the positions of indicators."""
        at = {i: n for n, i in enumerate(i for d in self.dimensions for i in d.indicators)}
        codes = {d.id: score for score, d in self.scored(index).items()}

        def node(d: Dimension) -> Node:
            if d.parts:
                return Node(codes[d.id], parts=tuple(node(part) for part in d.parts))
            return Node(codes[d.id], tuple(at[i] for i in d.indicators))

        return Node(index, parts=tuple(node(d) for d in self.dimensions))


def _inside(code: str, dimension: Dimension) -> Iterator[tuple[str, Dimension]]:
    """The dimension by its code, then its parts by theirs."""
    yield code, dimension
    for n, part in enumerate(dimension.parts, 1):
        yield from _inside(f"{code}-{n}", part)


@dataclass(frozen=True)
class IndexSpec:
    """An index the study asks for: a method of `indices`, its options, its window."""

    code: str
    method: str
    title: Text
    periods: tuple[str, str]
    indicators: tuple[str, ...]
    options: Mapping[str, Any]
    where: Where = Where()
    lines: Mapping[str, Where] = field(default_factory=dict)

    def up_to(self, last: str) -> tuple[str, ...]:
        """The periods of the index in the edition of `last`."""
        return span(self.periods[0], earlier(self.periods[1], last))


@dataclass(frozen=True)
class Reading:
    """Another reading of the main index's method: the options that differ."""

    id: str
    title: Text
    options: Mapping[str, Any]
    where: Where = Where()
    lines: Mapping[str, Where] = field(default_factory=dict)


@dataclass(frozen=True)
class RuleSpec:
    """A rule for problems or strengths that the study asks for, with its thresholds."""

    rule: str
    thresholds: Mapping[str, Any]
    where: Where = Where()
    lines: Mapping[str, Where] = field(default_factory=dict)


@dataclass(frozen=True)
class Frontier:
    """The two dimensions set against each other as what is put in and what comes out."""

    source: str
    target: str


@dataclass(frozen=True)
class Study:
    """Everything a study file says, with names looked up and units bound.

    tiers: classes by the main index's score; peers: by a figure; similar: what makes regions alike.
    """

    id: str
    title: Text
    subject: Text
    publisher: Text
    regions: tuple[Region, ...]
    groups: tuple[Group, ...]
    framework: Framework
    context: Mapping[str, Indicator]
    datasets: tuple[Dataset, ...]
    units: Mapping[str, Unit]
    gaps: tuple[Gap, ...]
    indices: Mapping[str, IndexSpec]
    readings: tuple[Reading, ...]
    published: tuple[Published, ...]
    problems: tuple[RuleSpec, ...]
    strengths: tuple[RuleSpec, ...]
    audit: Plan
    references: tuple[Reference, ...]
    notes: Mapping[str, Note]
    editions: Editions
    tiers: Classes | None = None
    peers: Classes | None = None
    similar: Likeness | None = None
    where: Where = Where()
    frontier: Frontier | None = None

    def note(self, name: str, period: str) -> Text | None:
        """The note of this name, if the study has one for the edition of `period`."""
        found = self.notes.get(name)
        return found.text if found and (found.start is None or found.start <= period) else None

    @property
    def main(self) -> IndexSpec:
        """The index the report is about: the first one declared."""
        return next(iter(self.indices.values()))

    @property
    def tiled(self) -> bool:
        """Whether every region has a cell on the tile grid."""
        return all(region.cell for region in self.regions)

    @property
    def series(self) -> dict[str, Any]:
        """Every series of the study's datasets by name."""
        return {name: one for dataset in self.datasets for name, one in dataset.series.items()}

    @property
    def indicators(self) -> dict[str, Indicator]:
        """The framework's indicators, then those of the context."""
        return {**self.framework.indicators, **self.context}

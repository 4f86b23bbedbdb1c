"""How a figure is told: title, measure, spoken text and the data behind it, in one language."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reporter.figures import style as s
from reporter.figures.drawing.facts import ends, shape
from reporter.figures.drawing.sheet import Sheet
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.study import Indicator
from reporter.model.unit import Quantity
from reporter.model.words import MISSING, Words

Spoken = tuple[str, Sequence[tuple[str, str]]]
Row = tuple[str | float, ...]


@dataclass(frozen=True)
class Told:
    """What is said with a drawing."""

    id: str
    title: str
    measure: str
    spoken: Sequence[Spoken]
    columns: tuple[str, ...]
    rows: Sequence[Row]
    filled: bool = False
    mark: str = "ring"
    headed: bool = True


def figure(sheet: Sheet, told: Told, assessment: Assessment, words: Words) -> Figure:
    """The finished figure."""
    measure = words(f"figures.filled.{told.mark}", measure=told.measure) if told.filled else told.measure
    return Figure(
        id=told.id,
        title=told.title if told.headed else "",
        measure=measure,
        alt=spoken(words, told.title, told.spoken),
        svg=s.svg(sheet.figure),
        width=round(sheet.room.width / s.MM, 2),
        height=round(sheet.room.height / s.MM, 2),
        columns=told.columns,
        rows=tuple(
            tuple(cell if isinstance(cell, str) else round(float(cell), 6) for cell in row)
            for row in told.rows
        ),
        source=source(assessment, words),
        numbered=told.headed,
        spots=tuple(replace(spot, at=words.period(spot.at)) for spot in sheet.spots),
    )


def source(assessment: Assessment, words: Words) -> str:
    """Where the figures come from: the datasets that scores or findings rest on, not those of exhibits."""
    names = set(_names(assessment))
    titles = [words.text(d.cite) for d in assessment.study.datasets if names & {*d.series}]
    return words("figures.source", datasets=words("figures.alt.between").join(titles))


def _names(a: Assessment) -> Iterator[str]:
    """The series behind the framework, what the indices name, and the findings' evidence."""
    options = [value for spec in a.study.indices.values() for value in spec.options.values()]
    named = [n for value in options for n in (value if isinstance(value, list) else [value])]
    found = [e.quantity for f in (*a.findings, *a.resolved, *a.strengths) for e in f.evidence]
    for name in (*a.study.framework.indicators, *(n for n in named if isinstance(n, str)), *found):
        one = a.study.indicators.get(name)
        yield from one.value.names if one else (name,)


def spoken(words: Words, title: str, series: Sequence[Spoken]) -> str:
    """The message, then each series with its figures."""
    parts = []
    for name, figures in series:
        points = words("figures.alt.between").join(
            words("figures.alt.point", at=at, value=value) for at, value in figures
        )
        parts.append(words("figures.alt.series", name=name, points=points))
    return words("figures.alt.whole", title=title, series=words("figures.alt.then").join(parts))


def course(
    words: Words, name: str, values: Floats, periods: Sequence[str], told: Sequence[int], decimals: int = 1
) -> Spoken:
    """A course over time for the spoken text: its first, turning and last figures."""
    return name, [
        (words("figures.alt.period", period=periods[t]), words.number(float(values[t]), decimals))
        for t in told
    ]


def spoken_place(words: Words, rank: str) -> str:
    """A place before its score in the spoken text; "" where there is none."""
    return words("figures.alt.placed", place=rank) if rank else ""


def slug(id: str) -> str:
    """An id as a part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")


def span(assessment: Assessment) -> dict[str, str]:
    """First and last period of the main index, as facts for a sentence."""
    return {"first": assessment.main.periods[0], "last": assessment.main.periods[-1]}


def grid(
    words: Words, corner: str, heads: Sequence[str], rows: Mapping[str, Iterable[float]]
) -> tuple[tuple[str, ...], list[Row]]:
    """Columns and rows of a figure's data."""
    return (words(f"figures.column.{corner}"), *heads), [
        (name, *(float(v) for v in values)) for name, values in rows.items()
    ]


def scores(words: Words) -> "Printer":
    """Prints a score that is already multiplied."""
    return Printer(words, words.places)


@dataclass(frozen=True)
class Printer:
    """Prints numbers with fixed decimals; — for a missing one."""

    words: Words
    decimals: int
    signed: bool = False

    def __call__(self, value: float) -> str:
        return MISSING if value != value else self.words.number(value, self.decimals, self.signed)


def quantity(value: float, indicator: Indicator) -> Quantity:
    """An indicator's figure with its unit."""
    return Quantity(float(value), indicator.unit, indicator.decimals)


def course_facts(
    values: Floats, periods: Sequence[str], least: float, told: Callable[[float], object]
) -> tuple[str, dict[str, object]]:
    """How a course runs, with its first, turning and last figure and their periods as facts."""
    how, at = shape(values, least)
    start, end = ends(values)
    facts = {"a": told(float(values[start])), "b": told(float(values[end])), "turn": told(float(values[at]))}
    return how, {**facts, "first": periods[start], "last": periods[end], "period": periods[at]}

"""Each number behind a finding with the lines of the sources it was computed from."""

from collections.abc import Iterator
from typing import NamedTuple

from reporter.model.assessment import Assessment
from reporter.model.finding import Evidence, Finding
from reporter.model.result import Composite
from reporter.model.source import places
from reporter.model.words import Words
from reporter.sections.facts import quantity

DECIMALS = 3


class Line(NamedTuple):
    """A number in print: what it is, its value, where it comes from, and all three in one line."""

    name: str
    value: str
    rows: str
    whole: str


def lines(a: Assessment, words: Words, f: Finding) -> Iterator[Line]:
    """Every piece of a finding's evidence."""
    for e in f.evidence:
        name = words("evidence.name", quantity=e.quantity, region=e.region, period=e.period)
        value, rows = _value(a, words, e), _rows(a, words, e)
        yield Line(name, value, rows, words("evidence.line", name=name, value=value, rows=rows))


def _value(a: Assessment, words: Words, e: Evidence) -> str:
    """A score as scores are printed, an indicator in its unit."""
    if e.value != e.value:
        return "—"
    if e.quantity in a.study.indicators:
        return words.quantity(quantity(a, e.quantity, e.region, e.period))
    result = a.board.holding(e.quantity)
    return words.score(e.value) if result and result.scale == "score" else words.number(e.value, DECIMALS)


def _rows(a: Assessment, words: Words, e: Evidence) -> str:
    """The files with their lines."""
    found = places(a.traced.get((e.quantity, e.region, e.period), ()))
    each = (words("evidence.rows", file=file.rsplit("/", 1)[-1], lines=told) for file, told in found.items())
    told = [words("evidence.join").join(each) or words("evidence.no_rows")]
    return words("evidence.join").join([*told, *([words("evidence.imputed")] if _imputed(a, e) else [])])


def _imputed(a: Assessment, e: Evidence) -> bool:
    """Whether a score rests on a figure that the index filled in: it has no row of its own."""
    result = a.board.holding(e.quantity)
    if not isinstance(result, Composite):
        return False
    inside = result.framework.scored(result.code).get(e.quantity)
    names = inside.indicators if inside else result.steps.indicators
    members = a.main.groups.get(e.region, (e.region,))
    cells = (a.panel.value(i, member, e.period) for i in names for member in members)
    return any(value != value for value in cells)

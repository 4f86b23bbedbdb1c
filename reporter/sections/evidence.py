"""Evidence annex: every number behind every problem, with the lines of the sources it was computed from."""

from collections.abc import Callable, Sequence

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.finding import Finding
from reporter.model.words import Words
from reporter.sections.cells import column, figure, group_head
from reporter.sections.findings import MOST, number, place, title
from reporter.sections.traces import lines

ROWS = 34
"""Rows of a table: as many as a page holds."""


def evidence(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """One table a page; none where there are no findings, or so many that they are summed up: assessment.json
    has them all.
    """
    a = assessment
    found = [f for f in a.findings if f.evidence]
    if not found or len(a.findings) > MOST:
        return ()
    parts = _pages(found)
    tables = tuple(_table(a, words, part, n, len(parts)) for n, part in enumerate(parts, 1))
    count = sum(len(f.evidence) for f in found)
    one = "_one" if len(found) == 1 else ""
    heading = words(f"evidence.heading{one}", n=count, findings=len(found))
    note = Paragraph(words("evidence.note", study=a.study.id), "note")
    short = words("evidence.short")
    return (
        Section(
            "evidence",
            words("evidence.kicker"),
            heading,
            (note, *tables),
            mark="annex",
            short=short,
            summary=heading,
        ),
    )


def _pages(found: Sequence[Finding]) -> list[list[Finding]]:
    """As many findings together as a page holds rows."""
    pages: list[list[Finding]] = [[]]
    for f in found:
        if pages[-1] and sum(len(one.evidence) for one in pages[-1]) + len(f.evidence) > ROWS:
            pages.append([])
        pages[-1].append(f)
    return pages


def _table(a: Assessment, words: Words, found: Sequence[Finding], part: int, parts: int) -> Table:
    names = ("finding", "number", "value", "rows")
    head = tuple(column(words(f"evidence.table.{name}"), name == "value") for name in names)
    title_ = words("evidence.table.title_part", n=part) if parts > 1 else words("evidence.table.title")
    body = tuple(Rows(tuple(_rows(a, words, f))) for f in found)
    return Table(
        f"table-evidence-{part}", title_, words("evidence.table.measure"), (head,), body, style="annex traces"
    )


def _rows(a: Assessment, words: Words, f: Finding) -> list[tuple[Cell, ...]]:
    rows = [
        (Cell(line.name), figure(line.value), Cell(line.rows, tone="code")) for line in lines(a, words, f)
    ]
    name = words("evidence.finding", n=number(a, f, "problems"), title=title(a, words, f))
    return [(group_head(name, place(a, words, f, "all_row"), len(rows)), *rows[0]), *rows[1:]]

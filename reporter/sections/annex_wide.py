"""Data annex where regions are ranked: a row for each region, a column for each indicator, page by page."""

from collections.abc import Iterator
from dataclasses import replace

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Rows, Section, Table
from reporter.model.words import Words
from reporter.sections.cells import column, raw, row_head
from reporter.sections.facts import leaves, pieces

COLUMNS, ROWS = 7, 50


def wide(a: Assessment, words: Words, closing: tuple[Block, ...]) -> tuple[Section, ...]:
    """The figures of the edition's period, as used; the standardised ones stand in the chapters."""
    result = a.main
    n = len(result.members) * len(result.steps.indicators)
    heading = words("annex.wide.heading", n=n, period=a.period)
    tables = tuple(_tables(a, words))
    short = words("annex.short")
    return (
        Section(
            "annex",
            words("annex.kicker"),
            heading,
            (*_groups(a, words), *closing, *tables),
            lead=words("annex.wide.lead", period=a.period),
            mark="annex",
            short=short,
            summary=heading,
        ),
    )


def _groups(a: Assessment, words: Words) -> Iterator[Table]:
    """Who belongs to which group, where there is more than the group of all."""
    groups = a.main.groups
    if len(groups) < 2:
        return
    head = tuple(column(words(f"annex.groups.{name}")) for name in ("group", "members"))
    smaller = {g: members for g, members in groups.items() if len(members) < len(a.main.members)}
    rows = tuple((row_head(words.name(g)), Cell(words.list(m))) for g, m in smaller.items())
    title, measure = words("annex.groups.title"), words("annex.groups.measure")
    yield Table("table-members", title, measure, (head,), (Rows(rows),), style="values")


def _tables(a: Assessment, words: Words) -> Iterator[Table]:
    """The indicators of all parts, in as few tables as fit the page."""
    shown = 0
    for some in _packed(a):
        for first, rows in pieces(len(a.main.members), ROWS):
            yield _table(a, words, some, (shown + 1, first, rows))
        shown += sum(len(names) for _, names in some)


def _packed(a: Assessment) -> Iterator[list[tuple[str, tuple[str, ...]]]]:
    """Parts with their indicators, so many together as fill the width; a wider one by itself, in pieces."""
    scored = a.main.framework.scored(a.main.code)
    row: list[tuple[str, tuple[str, ...]]] = []
    for code in leaves(a.main):
        names = scored[code].indicators
        for start, count in pieces(len(names), COLUMNS):
            if sum(len(held) for _, held in row) + count > COLUMNS:
                yield row
                row = []
            row.append((code, names[start - 1 :][:count]))
    yield row


def _table(
    a: Assessment, words: Words, some: list[tuple[str, tuple[str, ...]]], place: tuple[int, int, int]
) -> Table:
    """One row for each region of the piece; over the indicators the parts they belong to."""
    start, first, rows = place
    names = [i for _, held in some for i in held]
    over = (column(words.name(code), columns=len(held)) for code, held in some)
    units = (words.unit(a.study.indicators[i].unit) for i in names)
    heads = (replace(column(words.short(i), True), small=unit) for i, unit in zip(names, units, strict=True))
    head = (column(words("overall.table.region"), rows=2), *over), tuple(heads)
    members = a.main.members[first - 1 :][:rows]
    body = Rows(
        tuple((row_head(words.name(r)), *(raw(a, words, i, r, a.period) for i in names)) for r in members)
    )
    facts = {"first": start, "last": start + len(names) - 1, "n": len(a.main.steps.indicators)}
    measure = words("annex.wide.measure", period=a.period)
    id = f"table-values-{start}-{first}"
    return Table(id, words("annex.wide.title", **facts), measure, head, (body,), style="annex figures")

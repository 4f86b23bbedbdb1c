"""Data annex where regions are ranked: a row for each region, a column for each indicator, page by page."""

from collections.abc import Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Rows, Section, Table
from reporter.model.words import Words
from reporter.sections.cells import column, raw, row_head
from reporter.sections.facts import leaves, pieces

COLUMNS, ROWS = 6, 52


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
    """The indicators of every part, in as few tables as fit the page."""
    scored = a.main.framework.scored(a.main.code)
    for code in leaves(a.main):
        names = scored[code].indicators
        for start, count in pieces(len(names), COLUMNS):
            for first, rows in pieces(len(a.main.members), ROWS):
                yield _table(a, words, code, names[start - 1 :][:count], (start, first, rows))


def _table(
    a: Assessment, words: Words, code: str, names: tuple[str, ...], place: tuple[int, int, int]
) -> Table:
    start, first, rows = place
    heads = (Cell(words.short(i), head="col", small=words.unit(a.study.indicators[i].unit)) for i in names)
    head = (column(words("overall.table.region")), *heads)
    members = a.main.members[first - 1 :][:rows]
    body = Rows(
        tuple((row_head(words.name(r)), *(raw(a, words, i, r, a.period) for i in names)) for r in members)
    )
    title = words("annex.values.title", dimension=code)
    measure = words("annex.wide.measure", period=a.period)
    id = f"table-values-{code.lower()}-{start}-{first}"
    return Table(id, title, measure, (head,), (body,), style="annex readings")

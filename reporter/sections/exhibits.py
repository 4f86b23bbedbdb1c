"""The exhibits: what a publication prints, carried over, and what follows from it."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.exhibit import Column, Exhibit, Exhibited, Figured
from reporter.model.unit import Quantity
from reporter.model.words import MISSING, Words
from reporter.sections.cells import column, figure, row_head
from reporter.sections.cited import where_in


def exhibits(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Every exhibit as a table; none for a study that has none."""
    shown = assessment.exhibits
    if not shown:
        return ()
    heading, short = words("exhibits.heading"), words("exhibits.short")
    tables = (_table(assessment, words, one) for one in shown)
    blocks: tuple[Block, ...] = (*tables, Paragraph(words("exhibits.note"), "note"))
    lead = words("exhibits.lead", n=len(shown))
    return (
        Section(
            "exhibits",
            short,
            heading,
            blocks,
            lead=lead,
            mark="chapter",
            look="flow",
            short=short,
            summary=heading,
        ),
    )


def _table(a: Assessment, words: Words, one: Exhibited) -> Table:
    table = one.exhibit
    head, rows = LAYOUTS[table.across](words, one)
    return Table(
        f"table-exhibit-{table.id}",
        words.text(table.title),
        _measure(words, one),
        (head,),
        (Rows(tuple(rows)),),
        note=words.text(table.note),
        source=_cited(a, words, table),
        style="exhibit" if table.across == "columns" else "exhibit down",
    )


def _measure(words: Words, one: Exhibited) -> str:
    """The periods of the table; where a cell lacks one, that — is no figure."""
    periods = sorted({c.period for c in one.exhibit.columns})
    key = "one" if len(periods) == 1 else "some"
    told = words("labels.comma").join(words.period(period) for period in periods)
    said = words(f"exhibits.measure.{key}", periods=told)
    dashes = one.exhibit.across != "list" and not all(cell.there for cell in one.cells.values())
    return words("exhibits.measure.missing", told=said) if dashes else said


def _cited(a: Assessment, words: Words, table: Exhibit) -> str:
    source = words.text(a.references.get(table.source, {"en": table.source}))
    own = words("exhibits.own_some") if any(c.own for c in table.columns) else ""
    section = where_in(words, [table.section])
    return words.paragraph((words("exhibits.cited", text=source, section=section), own))


def _columns_across(words: Words, one: Exhibited) -> tuple[tuple[Cell, ...], Iterator[tuple[Cell, ...]]]:
    table = one.exhibit
    head = (
        column(words("exhibits.region")),
        *(
            Cell(_head(words, table, c), number=True, head="col", small=_below(words, c))
            for c in table.columns
        ),
    )
    rows = (
        (row_head(words.text(r.title)), *(_cell(words, c, one.cells[r.id, c.id]) for c in table.columns))
        for r in table.regions
    )
    return head, rows


def _regions_across(words: Words, one: Exhibited) -> tuple[tuple[Cell, ...], Iterator[tuple[Cell, ...]]]:
    table = one.exhibit
    head = (column(words("exhibits.quantity")), *(column(words.text(r.title), True) for r in table.regions))
    rows = (
        (
            row_head(_head(words, table, c), _below(words, c)),
            *(_cell(words, c, one.cells[r.id, c.id]) for r in table.regions),
        )
        for c in table.columns
    )
    return head, rows


def _listed(words: Words, one: Exhibited) -> tuple[tuple[Cell, ...], Iterator[tuple[Cell, ...]]]:
    """A line for every figure that there is, the columns in their order."""
    table = one.exhibit
    head = (
        column(words("exhibits.quantity")),
        column(words("exhibits.region")),
        column(words("exhibits.figure"), True),
    )
    rows = (
        (
            row_head(_head(words, table, c), _below(words, c)),
            Cell(words.text(r.title)),
            _cell(words, c, one.cells[r.id, c.id]),
        )
        for c in table.columns
        for r in table.regions
        if one.cells[r.id, c.id].there
    )
    return head, rows


LAYOUTS: dict[str, Callable[[Words, Exhibited], tuple[tuple[Cell, ...], Iterator[tuple[Cell, ...]]]]] = {
    "columns": _columns_across,
    "regions": _regions_across,
    "list": _listed,
}


def _head(words: Words, table: Exhibit, c: Column) -> str:
    """The column's title; with the period of a printed figure, where the table has several."""
    title = words.text(c.title)
    timed = len({other.period for other in table.columns}) > 1 and not c.own and c.prints != "flag"
    return words("exhibits.at", title=title, period=words.period(c.period)) if timed else title


def _below(words: Words, c: Column) -> str:
    """The unit, and that a column is computed here."""
    unit = "" if c.unit.powers == {"unit": 1} or c.prints != "number" else words.unit(c.unit)
    own = words("exhibits.own") if c.own else ""
    return words("labels.comma").join(filter(None, (unit, own)))


def _cell(words: Words, c: Column, cell: Figured) -> Cell:
    """The figure, "—" where the publication has none."""
    if not cell.there:
        return figure(MISSING)
    if c.prints == "flag":
        return figure(words(f"exhibits.flag.{'named' if cell.value else 'absent'}"))
    if c.prints == "movement":
        way = "same" if round(cell.value, c.decimals) == 0 else "up" if cell.value > 0 else "down"
        by = words.number(abs(cell.value), c.decimals)
        return figure(words(f"exhibits.movement.{way}", by=by))
    return figure(words.bare(Quantity(cell.value, c.unit, c.decimals)))

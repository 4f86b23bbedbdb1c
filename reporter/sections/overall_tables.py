"""The overall index in tables: every region and period, and the change on the period before."""

from dataclasses import replace
from itertools import pairwise

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows, Table
from reporter.model.words import Words
from reporter.sections.cells import column, figure, periods_head, points, region_head, score
from reporter.sections.certainty import between, moved, with_span
from reporter.sections.facts import crowded, growth, pieces

PAGE = 52


def tables(a: Assessment, words: Words) -> tuple[Table, ...]:
    """The index of many members in tables that fit a page, then that of the groups."""
    members, groups = a.main.members, tuple(a.main.groups)
    parts = [(members[first - 1 :][:rows], ()) for first, rows in pieces(len(members), PAGE)]
    own = [((), groups)] if groups else []
    return tuple(table(a, words, part, n) for n, part in enumerate([*parts, *own], 1))


def table(
    a: Assessment, words: Words, rows: tuple[tuple[str, ...], tuple[str, ...]] | None = None, part: int = 0
) -> Table:
    """The index of members and groups, or of a part of them."""
    result = a.main
    members, groups = rows or (result.members, tuple(result.groups))
    head = (
        column(words("overall.table.region")),
        *periods_head(result, result.code, result.periods),
        column(words("overall.table.change", start=a.before or "", end=a.period), True),
        column(words("overall.table.growth"), True),
    )
    body = (
        Rows(tuple(_row(a, words, r) for r in members)),
        Rows(tuple(_row(a, words, g) for g in groups), total=True),
    )
    facts = {"start": result.periods[0], "end": a.period}
    return Table(
        f"table-index-{part}" if part else "table-index",
        words("overall.table.title"),
        words("overall.table.measure", **facts),
        (head,),
        body,
        note=words("overall.table.note"),
        style="annex" if part else "index",
    )


def changes(a: Assessment, words: Words) -> Table:
    """Change on the period before, in points, for every region and period."""
    result = a.main
    head = (
        column(words("overall.table.region")),
        *periods_head(result, result.code, result.periods[1:], before=True),
    )
    body = tuple(
        Rows(tuple((region_head(a, words, r), *_steps(a, words, r)) for r in rows), total)
        for rows, total in ((result.members, False), (tuple(result.groups), True))
    )
    measure = words("overall.changes.measure", start=result.periods[0], end=a.period)
    return Table("table-changes", words("overall.changes.title"), measure, (head,), body, style="index")


def _steps(a: Assessment, words: Words, region: str) -> tuple[Cell, ...]:
    """The changes of a region, the last one with its interval."""
    line = a.main.line(a.main.code, region)
    made = [points(words, float(last - first)) for first, last in pairwise(line)]
    return (*made[:-1], *(_latest(a, words, region) for _ in made[-1:]))


def _latest(a: Assessment, words: Words, region: str) -> Cell:
    """The change on the period before, with its interval where there is room."""
    if not a.before:
        return figure("—")
    c = moved(a, a.main.code, region, a.before)
    return replace(points(words, c.change), small="" if crowded(a) else between(words, c))


def _row(a: Assessment, words: Words, region: str) -> tuple:  # type: ignore[type-arg]
    result = a.main
    rate, line = growth(result, result.code, region), result.line(result.code, region)
    last = score(words, line[-1])
    return (
        region_head(a, words, region),
        *(score(words, v) for v in line[:-1]),
        last if crowded(a) else with_span(a, words, last, result.code, region),
        _latest(a, words, region),
        figure(words("overall.numbers.rate", rate=rate)),
    )

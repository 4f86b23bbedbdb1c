"""The overall index in tables: every region and period, and the change on the period before."""

from dataclasses import replace
from itertools import pairwise

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows, Table
from reporter.model.words import Words
from reporter.sections.cells import change_of, column, figure, legend, periods_head, region_head, score_of
from reporter.sections.certainty import between, moved, with_span
from reporter.sections.facts import crowded, growth, pieces

PAGE = 52


def tables(a: Assessment, words: Words) -> tuple[Table, ...]:
    """The index of many members in tables that fit a page, that of the groups below the last."""
    members, groups = a.main.members, tuple(a.main.groups)
    apart = len(groups) > PAGE // 2
    room = PAGE if apart else PAGE - len(groups)
    *parts, last = [members[first - 1 :][:rows] for first, rows in pieces(len(members), room)]
    below = [(last, ()), ((), groups)] if apart else [(last, groups)]
    made: list[tuple[tuple[str, ...], tuple[str, ...]]] = [*((p, ()) for p in parts), *below]
    return tuple(table(a, words, part, n) for n, part in enumerate(made, 1))


def table(
    a: Assessment, words: Words, rows: tuple[tuple[str, ...], tuple[str, ...]] | None = None, part: int = 0
) -> Table:
    """The index of members and groups, or of a part of them."""
    result = a.main
    members, groups = rows or (result.members, tuple(result.groups))
    head = (
        column(words("overall.table.region")),
        *periods_head(result.periods),
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
        note=words.paragraph([legend(words, *body), words("overall.table.note")]),
        style="annex" if part else "index",
    )


def changes(a: Assessment, words: Words) -> Table:
    """Change on the period before, in points, for every region and period."""
    result = a.main
    head = (column(words("overall.table.region")), *periods_head(result.periods[1:]))
    body = tuple(
        Rows(tuple((region_head(a, words, r), *_steps(a, words, r)) for r in rows), total)
        for rows, total in ((result.members, False), (tuple(result.groups), True))
    )
    measure = words("overall.changes.measure", start=result.periods[0], end=a.period)
    title, note = words("overall.changes.title"), legend(words, *body)
    return Table("table-changes", title, measure, (head,), body, note=note, style="index")


def _steps(a: Assessment, words: Words, region: str) -> tuple[Cell, ...]:
    """The changes of a region, the last one with its interval."""
    result = a.main
    made = [change_of(words, result, result.code, region, *ends) for ends in pairwise(result.periods)]
    return (*made[:-1], *(_latest(a, words, region) for _ in made[-1:]))


def _latest(a: Assessment, words: Words, region: str) -> Cell:
    """The change on the period before, with its interval where there is room."""
    if not a.before:
        return figure("—")
    c = moved(a, a.main.code, region, a.before)
    cell = change_of(words, a.main, a.main.code, region, a.before, a.period)
    return replace(cell, small="" if crowded(a) else between(words, c))


def _row(a: Assessment, words: Words, region: str) -> tuple:  # type: ignore[type-arg]
    result = a.main
    rate = growth(result, result.code, region)
    *before, last = (score_of(words, result, result.code, region, p) for p in result.periods)
    return (
        region_head(a, words, region),
        *before,
        last if crowded(a) else with_span(a, words, last, result.code, region),
        _latest(a, words, region),
        figure(words("overall.numbers.rate", rate=rate)),
    )

"""A profile's table: every indicator of a region, with its change, its score and where the best stands."""

from dataclasses import replace
from functools import partial

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows, Table
from reporter.model.study import Dimension
from reporter.model.words import Words
from reporter.sections.cells import UNSURE, change_of, column, figure, raw, row_head, score_of, standard
from reporter.sections.certainty import moved
from reporter.sections.facts import best_member, codes, quantity, relative, slug, standardised, tone
from reporter.sections.profile_sides import STRONG, WEAK


def indicators(a: Assessment, words: Words, region: str) -> Table:
    """Every indicator below its dimension: two periods, change, score, and the best member's mark."""
    said = partial(words, start=a.before or "", end=a.period)
    figures = ("before", "now", "change") if a.before else ("now",)
    head = (
        *(column(said(f"profiles.table.heads.{n}")) for n in ("indicator", "unit")),
        *(column(said(f"profiles.table.heads.{n}"), True) for n in figures),
        column(said("profiles.table.heads.score"), columns=2),
        column(said("profiles.table.heads.best")),
    )
    once = "" if a.before else "_once"
    body = tuple(rows for d in a.main.framework.dimensions for rows in _dimension(a, words, region, d))
    measure = words(f"profiles.table.measure{once}", start=a.main.periods[0], end=a.period)
    title = words("profiles.table.title", region=region)
    return Table(
        f"table-{slug(region)}",
        title,
        measure,
        (head,),
        body,
        note=words(f"profiles.table.note{once}", end=a.period),
        style="profile",
    )


def _dimension(a: Assessment, words: Words, region: str, d: Dimension) -> tuple[Rows, Rows]:
    code = codes(a.main)[d.id]
    c = moved(a, code, region, a.before or a.period)
    cell = change_of(words, a.main, code, region, c.start, c.end)
    now = score_of(words, a.main, code, region, c.end)
    change = replace(cell, mark=cell.mark + (UNSURE if c.trend == "unsure" else ""))
    top = (
        Cell(words.name(code), head="rowgroup", columns=2),
        *((score_of(words, a.main, code, region, c.start), now, change) if a.before else (now,)),
        Cell("", columns=3),
    )
    return Rows((top,), group=True), Rows(tuple(_indicator(a, words, region, i) for i in d.indicators))


def _indicator(a: Assessment, words: Words, region: str, i: str) -> tuple[Cell, ...]:
    one, result, before = a.study.indicators[i], a.main, a.before or a.period
    x = standardised(result, i, region, a.period)
    best = best_member(result, i, a.period)
    first, last = quantity(a, i, region, before).value, quantity(a, i, region, a.period).value
    moved = relative(first, last)
    better = (
        ""
        if abs(moved) < 0.0005 or moved != moved
        else "▲"
        if (moved > 0) == (one.direction == "up")
        else "▼"
    )
    tinted = tone(a, region) if x >= STRONG or x < WEAK else ""
    now, change = raw(a, words, i, region, a.period), figure(words.number(moved * 100, 1, True), better)
    return (
        row_head(words.short(i)),
        Cell(words.unit(one.unit), tone="unit"),
        *((raw(a, words, i, region, before), now, change) if a.before else (now,)),
        standard(a, words, i, region, a.period),
        Cell("", bar=x, stroke=standardised(result, i, best, a.period), tone=tinted),
        Cell(words.name(best)),
    )

"""A profile's table: every indicator of a region, with its change, its score and where the best stands."""

from dataclasses import replace

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
    names = ("indicator", "unit", "before", "now", "change", "score", "best")
    texts = [words(f"profiles.table.heads.{n}", start=a.before or "", end=a.period) for n in names]
    head = (
        column(texts[0]),
        column(texts[1]),
        *(column(t, True) for t in texts[2:5]),
        column(texts[5], columns=2),
        column(texts[6]),
    )
    body = tuple(rows for d in a.main.framework.dimensions for rows in _dimension(a, words, region, d))
    measure = words("profiles.table.measure", start=a.main.periods[0], end=a.period)
    title = words("profiles.table.title", region=region)
    return Table(
        f"table-{slug(region)}",
        title,
        measure,
        (head,),
        body,
        note=words("profiles.table.note", end=a.period),
        style="profile",
    )


def _dimension(a: Assessment, words: Words, region: str, d: Dimension) -> tuple[Rows, Rows]:
    code = codes(a.main)[d.id]
    c = moved(a, code, region, a.before or a.period)
    cell = change_of(words, a.main, code, region, c.start, c.end)
    top = (
        Cell(words.name(code), head="rowgroup", columns=2),
        score_of(words, a.main, code, region, c.start),
        score_of(words, a.main, code, region, c.end),
        replace(cell, mark=cell.mark + (UNSURE if c.trend == "unsure" else "")),
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
    return (
        row_head(words.short(i)),
        Cell(words.unit(one.unit), tone="unit"),
        raw(a, words, i, region, before),
        raw(a, words, i, region, a.period),
        figure(words.number(moved * 100, 1, True), better),
        standard(a, words, i, region, a.period),
        Cell("", bar=x, stroke=standardised(result, i, best, a.period), tone=tinted),
        Cell(words.name(best)),
    )

"""Where each region stands in a score and in everything below it: a heat map, the best region on top."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.cells import cells
from reporter.figures.drawing.members import Place, placed, shares
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import NOTE, Face, Sheet, clipped, sheet, wide, wrapped
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Row, Told, figure, scores, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Bools, Floats
from reporter.model.result import Composite
from reporter.model.words import Words

ROW, PAGE, HEADS, RANK = 4.6 * s.MM, 166.0 * s.MM, 27.0 * s.MM, 6.0 * s.MM
NAME = 40.0 * s.MM


class Columns(NamedTuple):
    """What stands in the columns: ids, members × columns of figures, and which rest on a filled one."""

    ids: tuple[str, ...]
    values: Floats
    filled: Bools


def standings(
    assessment: Assessment,
    words: Words,
    *,
    code: str = "",
    first: int = 1,
    rows: int = 0,
    start: int = 1,
    columns: int = 0,
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """A row for each region in the order of the score, a column for the score and for each dimension or part
    below it, or else for each indicator. `rows` from the `first` place, `columns` from the `start` (0: all).
    """
    result, period = assessment.main, assessment.period
    code = code or result.code
    below = below_of(result, code, period)
    places = placed(result, code, period)[first - 1 :][: rows or None]
    kept = slice(start - 1, start - 1 + columns if columns else None)
    shown = Columns(below.ids[kept], below.values[:, kept], below.filled[:, kept])
    own = result.values[code][: len(result.members), result.periods.index(period)]
    at = [result.members.index(p.region) for p in places]
    table = Columns(
        (code, *shown.ids),
        np.column_stack([own[at], shown.values[at]]),
        np.column_stack([np.zeros(len(at), dtype=bool), shown.filled[at]]),
    )
    paper = _draw(words, places, table, width, height)
    title = _title(words, result, code, below)
    printed = scores(words)
    heads = (words("figures.column.rank"), words("figures.column.region"), *map(words.name, table.ids))
    figures = [[float(v) * words.times for v in row] for row in table.values]
    told: list[Row] = [(p.rank, words.name(p.region), *row) for p, row in zip(places, figures, strict=True)]
    spoken = [
        (words.name(p.region), [(words.short(i), printed(v)) for i, v in zip(table.ids, row, strict=True)])
        for p, row in zip(places, figures, strict=True)
    ]
    measure = words("figures.standings.measure", index=code, period=period)
    parts = ["standings", slug(code), *(str(n) for n in (first, start) if (first, start) != (1, 1))]
    made = Told("-".join(parts), title, measure, spoken, heads, told, bool(table.filled.any()))
    return figure(paper, made, assessment, words)


def below_of(result: Composite, code: str, period: str) -> Columns:
    """The scores right below a score, those of an index with all of their parts; else its indicators."""
    scored = result.framework.scored(result.code)
    inside = [c for c in scored if c != code and (code == result.code or c.startswith(f"{code}-"))]
    t = result.periods.index(period)
    n = len(result.members)
    if inside:
        values = np.column_stack([result.values[c][:n, t] for c in inside])
        return Columns(tuple(inside), values, np.zeros(values.shape, dtype=bool))
    names = scored[code].indicators
    j = [result.steps.indicators.index(i) for i in names]
    values = result.steps.standardised[:, t, j]
    filled = (
        np.zeros(values.shape, dtype=bool) if result.steps.filled is None else result.steps.filled[:, t, j]
    )
    return Columns(names, values, filled)


def _title(words: Words, result: Composite, code: str, below: Columns) -> str:
    """Who is best in how many of the columns."""
    best = below.values >= np.nanmax(below.values, axis=0) - 1e-12
    counts = dict(zip(result.members, best.sum(axis=1).tolist(), strict=True))
    most = max(counts.values())
    names = [r for r in result.members if counts[r] == most]
    key = "one" if len(names) == 1 else "several" if len(names) <= 3 else "many"
    kind = "scores" if below.ids[0] in result.values else "indicators"
    facts = {"regions": names, "count": most, "of": len(below.ids), "index": code}
    return words(f"figures.standings.title.{kind}.{key}", **facts)


def _draw(words: Words, places: Sequence[Place], table: Columns, width: float, height: float) -> Sheet:
    step = min(ROW, PAGE / len(places))
    size = min(s.LABEL, 0.76 * step)
    room = min(NAME, wide([words.short(p.region) for p in places], Face(size, bold=True)))
    left = RANK + room + 3 * s.MM
    cell = (width * s.MM - left) / len(table.ids)
    heads = [_head(words.short(i), cell) for i in table.ids]
    top = max(wide(lines, Face(bold=j == 0)) for j, lines in enumerate(heads)) + 5
    paper = sheet(width, height or (top + step * len(places)) / s.MM)
    step = (paper.room.height - top) / len(places)
    for j, lines in enumerate(heads):
        middle = left + (j + 0.5) * cell - 0.55 * s.LABEL * 1.15 * (len(lines) - 1)
        for k, line in enumerate(lines):
            at = (middle + k * 1.15 * s.LABEL, paper.room.top - top + 3)
            paper.upright(at, line, Face(s.LABEL, s.INK, j == 0))
    printed, grounds = scores(words), shares(table.values, words)
    for k, place in enumerate(places):
        y = paper.room.top - top - k * step
        ahead = place.rank == "1"
        face = Face(size, s.LEADER.text if ahead else s.INK, ahead)
        paper.text((RANK - 2 * s.MM, y - step / 2), place.rank, Face(size, s.TEXT2), align="right")
        paper.text((RANK, y - step / 2), clipped(words.short(place.region), room + 1, face), face)
        boxes = [Box(left + j * cell, y - step, left + (j + 1) * cell, y) for j in range(len(table.ids))]
        texts = [printed(float(v) * words.times) for v in table.values[k]]
        cells(paper, boxes, grounds[k], texts, table.filled[k], min(size, 0.28 * cell))
        for box, text, i in zip(boxes, texts, table.ids, strict=True):
            spot(paper, box, words.name(place.region), text, words.name(i))
    return paper


def _head(text: str, cell: float) -> list[str]:
    """A column's name in as many upright lines as it has room for, the last one clipped."""
    most = max(1, int(cell / (1.3 * s.LABEL)))
    lines = wrapped(text, HEADS, NOTE)
    kept = lines[:most] if len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [clipped(line, HEADS, NOTE) for line in kept]

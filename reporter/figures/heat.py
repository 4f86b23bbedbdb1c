"""Every standardised figure of the edition's period at a glance."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.cells import cells
from reporter.figures.drawing.members import member_hues, shares
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import HEAD, NOTE, Face, Sheet, sheet, wide
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Row, Told, figure, scores
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Bools, Floats
from reporter.model.words import Words

ROW, SIGN, PAGE = 5.2 * s.MM, 11 * s.MM, 205 * s.MM


def heat(
    assessment: Assessment, words: Words, *, period: str = "", width: float = s.C12, height: float = 0.0
) -> Figure:
    """Indicators down and regions across; the other way round where regions are many."""
    result = assessment.main
    period = period or assessment.period
    values = result.steps.standardised[:, result.periods.index(period), :]
    filled = _filled(assessment, period)
    across = len(result.members) * SIGN <= width * s.MM * 0.6
    paper = (
        _across(assessment, words, values, filled, width, height)
        if across
        else _down(assessment, words, values, filled, width, height)
    )
    ids, printed = result.steps.indicators, scores(words)
    spoken = [
        (
            words.name(r),
            [(words.short(i), printed(v * words.times)) for i, v in zip(ids, values[k], strict=True)],
        )
        for k, r in enumerate(result.members)
    ]
    rows: list[Row] = [
        (words.name(i), *(float(v) * words.times for v in values[:, j])) for j, i in enumerate(ids)
    ]
    columns = (words("figures.column.indicator"), *(words.name(r) for r in result.members))
    measure = words(
        "figures.heat.measure", period=period, **{"first": result.periods[0], "last": result.periods[-1]}
    )
    told = Told(
        f"heat-{period}",
        _title(assessment, words, values, period),
        measure,
        spoken,
        columns,
        rows,
        bool(filled.any()),
    )
    return figure(paper, told, assessment, words)


def _title(assessment: Assessment, words: Words, values: Floats, period: str) -> str:
    """Who has the highest value in how many indicators."""
    members = assessment.main.members
    best = values >= np.nanmax(values, axis=0) - 1e-12
    counts = dict(zip(members, best.sum(axis=1).tolist(), strict=True))
    most = max(counts.values())
    names = [r for r in members if counts[r] == most]
    key = "one" if len(names) == 1 else "several" if len(names) <= 3 else "many"
    return words(f"figures.heat.title.{key}", regions=names, count=most, of=values.shape[1], period=period)


def _filled(assessment: Assessment, period: str) -> Bools:
    """Which cells rest on a filled figure, members × indicators."""
    panel, result = assessment.panel, assessment.main
    return np.array(
        [[panel.is_filled(i, r, period) for i in result.steps.indicators] for r in result.members]
    )


def _across(
    assessment: Assessment, words: Words, values: Floats, filled: Bools, width: float, height: float
) -> Sheet:
    result, inks = assessment.main, member_hues(assessment)
    groups = [
        (words.name(code), d.indicators)
        for d, code in zip(
            result.framework.dimensions, result.framework.codes(result.code).values(), strict=True
        )
    ]
    count = sum(len(inside) for _, inside in groups) + len(groups) + 1
    paper = sheet(width, height or count * min(ROW, PAGE / count) / s.MM)
    step = paper.room.height / count
    texts = [words.name(i) for i in result.steps.indicators]
    left = wide(texts, NOTE) + 4 * s.MM
    cell = (paper.room.right - left) / len(result.members)
    for k, r in enumerate(result.members):
        paper.text(
            (left + (k + 0.5) * cell, paper.room.top - step / 2),
            words.short(r),
            Face(colour=inks[r].text, bold=True),
            align="center",
        )
    y, ids = paper.room.top - step, list(result.steps.indicators)
    for name, inside in groups:
        paper.text((0, y - 0.6 * step), name, HEAD)
        y -= step
        for i in inside:
            paper.text((0, y - step / 2), words.name(i), NOTE)
            row = [
                Box(left + k * cell, y - step, left + (k + 1) * cell, y) for k in range(len(result.members))
            ]
            told = [(words.name(r), words.name(i)) for r in result.members]
            _row(paper, row, values[:, ids.index(i)], filled[:, ids.index(i)], words, told)
            y -= step
    return paper


def _down(
    assessment: Assessment, words: Words, values: Floats, filled: Bools, width: float, height: float
) -> Sheet:
    result, inks = assessment.main, member_hues(assessment)
    heads = [words.short(i) for i in result.steps.indicators]
    top = wide(heads, NOTE) + 6
    paper = sheet(width, height or (top + min(len(result.members) * ROW, PAGE)) / s.MM)
    left = wide([words.short(r) for r in result.members], HEAD) + 4 * s.MM
    step, cell = (paper.room.height - top) / len(result.members), (paper.room.right - left) / len(heads)
    for j, head in enumerate(heads):
        paper.upright((left + (j + 0.5) * cell, paper.room.top - top + 3), head, NOTE)
    for k, r in enumerate(result.members):
        y = paper.room.top - top - k * step
        paper.text((0, y - step / 2), words.short(r), Face(colour=inks[r].text, bold=inks[r] != s.GREY))
        row = [Box(left + j * cell, y - step, left + (j + 1) * cell, y) for j in range(len(heads))]
        told = [(words.name(r), words.name(i)) for i in result.steps.indicators]
        _row(paper, row, values[k], filled[k], words, told)
    return paper


def _row(
    paper: Sheet, boxes: list[Box], values: Floats, filled: Bools, words: Words, told: list[tuple[str, str]]
) -> None:
    """A row of cells, each `told` by its region and indicator."""
    texts = [scores(words)(float(v) * words.times) for v in values]
    cells(paper, boxes, shares(values, words), texts, filled)
    for box, text, (region, indicator) in zip(boxes, texts, told, strict=True):
        spot(paper, box, region, text, indicator)

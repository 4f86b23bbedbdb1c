"""A chart that explains the others: its marks, each named beside it."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.lines import chart, note
from reporter.figures.drawing.members import courses, filled_of, group_lines, member_lines, member_scores
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import QUIET, sheet
from reporter.figures.drawing.tell import Told, course_facts, figure, grid, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.result import Composite
from reporter.model.words import Words


def key(
    assessment: Assessment, words: Words, *, region: str = "", width: float = s.C8, height: float = 56
) -> Figure:
    """The index of one region (or the last with a filled figure) and the group, with the marks explained."""
    result, printed = assessment.main, scores(words)
    region = region or _example(result)
    values = {region: member_scores(result, result.code)[region]}
    filled = filled_of(result, result.code)[region]
    lines = member_lines(assessment, words, values, focus=region, filled={region: filled}) + group_lines(
        result, words, result.code
    )
    paper = sheet(width, height)
    frame = chart(paper, paper.room, lines, index_scale(words, values.values(), 5), result.periods, printed)
    room = Box(22, frame.plot.bottom + 2, frame.plot.right, paper.room.top)
    points = frame.points(values[region])
    if filled.any():
        note(
            paper, points[int(np.flatnonzero(filled)[0])], words("figures.key.note.filled"), room, face=QUIET
        )
    if result.groups:
        group = frame.points(result.line(result.code, next(iter(result.groups))) * words.times)
        note(paper, group[len(group) // 2], words("figures.key.note.mean"), room, face=QUIET)
    note(paper, points[-1], words("figures.key.note.last"), room, face=QUIET)
    how, facts = course_facts(values[region], result.periods, 2, lambda v: v / words.times)
    unsure = how in ("rise", "fall") and not assessment.sure(result.code, region, result.periods[0])
    title = words(f"figures.profile.title.{'unsure' if unsure else how}", region=region, **facts)
    everyone = values | {g: result.line(result.code, g) * words.times for g in result.groups}
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in everyone.items()})
    measure = words("figures.key.measure", index=result.code, **span(assessment))
    return figure(
        paper,
        Told("key", title, measure, courses(words, values, result.periods, 2), columns, rows),
        assessment,
        words,
    )


def _example(result: Composite) -> str:
    """The last region with a filled figure, or simply the last."""
    marked = [r for r, filled in filled_of(result, result.code).items() if filled.any()]
    return (marked or list(result.members))[-1]

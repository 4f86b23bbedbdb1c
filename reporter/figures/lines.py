"""One dimension's index of every region over time."""

from reporter.figures import style as s
from reporter.figures.drawing.facts import changes
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.lines import chart
from reporter.figures.drawing.members import (
    changes_told,
    courses,
    filled_of,
    group_lines,
    member_lines,
    member_scores,
    surely,
)
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Told, figure, grid, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words


def lines(
    assessment: Assessment,
    words: Words,
    *,
    dimension: str,
    focus: str | None = None,
    width: float = s.C7,
    height: float = 62,
) -> Figure:
    """The dimension's index of all regions and groups."""
    result, printed = assessment.main, scores(words)
    code = result.framework.codes(result.code)[dimension]
    values = member_scores(result, code)
    filled = filled_of(result, code)
    drawn = member_lines(assessment, words, values, focus=focus, least=3, filled=filled)
    drawn += group_lines(result, words, code)
    paper = sheet(width, height)
    chart(paper, paper.room, drawn, index_scale(words, values.values(), 5), result.periods, printed)
    facts = {"dimension": code, **span(assessment)}
    moved = changes(result, code)
    title = changes_told(words, "figures.lines.title", moved, surely(assessment, code), **facts)
    everyone = values | {g: result.line(code, g) * words.times for g in result.groups}
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in everyone.items()})
    measure = words("figures.lines.measure", dimension=code, **span(assessment))
    spoken, marked = courses(words, everyone, result.periods, 3), any(mark.any() for mark in filled.values())
    told = Told(f"lines-{dimension}", title, measure, spoken, columns, rows, marked)
    return figure(paper, told, assessment, words)

"""The main index on the dark field of the cover."""

from reporter.figures import style as s
from reporter.figures.drawing.facts import changes, ends
from reporter.figures.drawing.frame import Scale
from reporter.figures.drawing.lines import Line, Look, chart
from reporter.figures.drawing.members import changes_told, courses, member_lines, member_scores
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Told, figure, grid, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words


def cover(
    assessment: Assessment,
    words: Words,
    *,
    focus: str | None = None,
    width: float = s.C12,
    height: float = 96,
) -> Figure:
    """The index of all regions, first and last figure printed, on no ground of its own."""
    result, printed = assessment.main, scores(words)
    values = member_scores(result, result.code)
    lines = [_plain(line) for line in member_lines(assessment, words, values, focus=focus, strong=True)]
    paper = sheet(width, height)
    look = Look(s.LARGE, s.VALUE, s.FIELD, on_field=True, marked=s.MARK + 1)
    chart(
        paper, paper.room, lines, Scale(0, 100, (), printed), result.periods, printed, look=look, rules=False
    )
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in values.items()})
    title = changes_told(words, "figures.series.title", changes(result, result.code), **span(assessment))
    measure = words("figures.cover.measure", index=result.code, **span(assessment))
    return figure(
        paper,
        Told("cover", title, measure, courses(words, values, result.periods, 2), columns, rows, headed=False),
        assessment,
        words,
    )


def _plain(line: Line) -> Line:
    """The same line with its first figure alone printed."""
    return Line(
        line.name,
        line.values,
        line.hue,
        s.COVER,
        line.bold,
        told=line.told[:1] or (ends(line.values)[0],) * bool(line.told),
    )

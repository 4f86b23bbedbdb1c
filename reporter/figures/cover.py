"""The main index on the dark field of the cover."""

from collections.abc import Sequence

from reporter.figures import style as s
from reporter.figures.drawing.facts import changes, ends
from reporter.figures.drawing.frame import Scale, index_scale
from reporter.figures.drawing.lines import Line, Look, chart
from reporter.figures.drawing.members import (
    Place,
    changes_told,
    courses,
    member_lines,
    member_scores,
    placed,
    surely,
)
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import Face, Sheet, sheet, wide
from reporter.figures.drawing.tell import Told, figure, grid, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

HEAD, SOFT = 1.8 * s.LARGE, 0.55


def cover(
    assessment: Assessment,
    words: Words,
    *,
    focus: str | None = None,
    width: float = s.C12,
    height: float = 96,
) -> Figure:
    """The index of all regions, first and last figure printed, on no ground of its own."""
    result = assessment.main
    values = member_scores(result, result.code)
    lines = [_plain(line) for line in member_lines(assessment, words, values, focus=focus, strong=True)]
    paper = sheet(width, height)
    if len(result.periods) == 1:
        _columns(paper, words, placed(result, result.code, assessment.period))
    else:
        _lines(paper, words, lines, assessment)
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in values.items()})
    moved, sure = changes(result, result.code), surely(assessment, result.code)
    title = changes_told(words, "figures.series.title", moved, sure, **span(assessment))
    once = len(result.periods) == 1
    measure = words(f"figures.cover.{'once' if once else 'measure'}", index=result.code, **span(assessment))
    return figure(
        paper,
        Told("cover", title, measure, courses(words, values, result.periods, 2), columns, rows, headed=False),
        assessment,
        words,
    )


def _lines(paper: Sheet, words: Words, lines: list[Line], assessment: Assessment) -> None:
    periods, printed = assessment.main.periods, scores(words)
    look = Look(s.LARGE, s.VALUE, s.FIELD, on_field=True, marked=s.MARK + 1)
    scale = index_scale(words, [line.values for line in lines])
    scale = Scale(scale.low, scale.high, (), printed)
    chart(paper, paper.room, lines, scale, periods, printed, look=look, rules=False)


def _columns(paper: Sheet, words: Words, places: Sequence[Place]) -> None:
    """Columns from zero in the order of the ranking; the first ones and the last are named over them."""
    known = [p for p in places if p.value == p.value]
    values, printed = [p.value * words.times for p in known], scores(words)
    foot = paper.room.bottom + HEAD
    low, high = min([0.0, *values]), max([0.0, *values])
    unit = (paper.room.top - HEAD - foot) / ((high - low) or 1.0)
    step = paper.room.width / len(known)
    for k, (place, value) in enumerate(zip(known, values, strict=True)):
        left, zero = paper.room.left + k * step, foot - low * unit
        bottom, top = sorted((zero, zero + value * unit))
        colour = s.LEADER.field if k == 0 else s.ON_FIELD2
        paper.block(Box(left, bottom, left + s.BAR * step, top), colour, alpha=1 if k == 0 else SOFT)
        name = f"{printed(value)}  {words.short(place.region)}"
        if k == 0:
            paper.text((left, top + 0.9 * s.LARGE), name, Face(s.LARGE, s.LEADER.field, True))
        elif k == len(known) - 1:
            face, right = Face(s.LARGE, s.ON_FIELD2), left + s.BAR * step
            beneath = max(
                0, int((right - wide([name], face) - paper.room.left) / step)
            )  # highest column there
            over = foot + (max(values[beneath], 0.0) - low) * unit
            paper.text((right, over + 0.9 * s.LARGE), name, face, align="right")


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

"""First and last figure of every region: the index and its dimensions, or the indicators of one dimension."""

from collections.abc import Mapping

from reporter.figures import style as s
from reporter.figures.drawing.facts import POINT
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.lines import fitting
from reporter.figures.drawing.members import dimension_codes, member_lines
from reporter.figures.drawing.panels import GUTTER, cells, even
from reporter.figures.drawing.place import Box, apart
from reporter.figures.drawing.sheet import HEAD, TICK, Face, Sheet, sheet, tall, wide, wrapped
from reporter.figures.drawing.spots import course
from reporter.figures.drawing.tell import Row, Told, figure, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

FOOT = 5.0 * s.MM


ABREAST, PLOT = 5, 5.4 * s.MM
"""Charts in a row, and what each must have beside its names and figures: the width of two years."""


def slope(
    assessment: Assessment,
    words: Words,
    *,
    dimension: str = "",
    focus: str | None = None,
    width: float = s.C12,
    height: float = 58,
) -> Figure:
    """A small chart for each index, two points a region, all on one scale."""
    result = assessment.main
    courses = (
        indicator_scores(assessment, words, dimension)
        if dimension
        else {
            code: {r: result.line(code, r)[[0, -1]] * words.times for r in result.members}
            for code in (result.code, *dimension_codes(result))
        }
    )
    abreast = even(len(courses), _abreast(words, courses, width))
    paper = sheet(width, height * -(-len(courses) // abreast))
    areas = cells(paper.room, len(courses), abreast)
    heads = {c: wrapped(words.short(c), areas[0].width, HEAD) for c in courses}
    most = max(len(h) for h in heads.values())
    for area, (code, values) in zip(areas, courses.items(), strict=True):
        paper.lines(area, heads[code], HEAD)
        _panel(
            paper,
            Box(area.left, area.bottom, area.right, area.top - most * 1.25 * s.LABEL - 4),
            assessment,
            words,
            values,
            focus,
        )
    printed, facts = scores(words), span(assessment)
    spoken = [
        (
            words("figures.alt.of", name=words.name(r), of=words.name(c)),
            [
                (words("figures.alt.period", period=facts[when]), printed(float(v)))
                for when, v in zip(("first", "last"), line, strict=True)
            ],
        )
        for c, own in courses.items()
        for r, line in own.items()
    ]
    rows: list[Row] = [
        (words.name(c), words.name(r), *map(float, line))
        for c, own in courses.items()
        for r, line in own.items()
    ]
    columns = (words("figures.column.index"), words("figures.column.region"), facts["first"], facts["last"])
    key = "indicators" if dimension else "indices"
    title = _title(assessment, words, courses, facts)
    told = Told(
        "-".join(filter(None, ("slope", dimension))),
        title,
        words(f"figures.slope.measure.{key}", **facts),
        spoken,
        columns,
        rows,
    )
    return figure(paper, told, assessment, words)


def _abreast(words: Words, courses: Mapping[str, Mapping[str, Floats]], width: float) -> int:
    """How many charts fit a row with their names and figures, two at least."""
    bold, printed = Face(bold=True), scores(words)
    named = wide([words.short(r) for own in courses.values() for r in own], bold)
    figures = wide(
        [printed(float(v)) for own in courses.values() for line in own.values() for v in line], bold
    )
    most = (width * s.MM + GUTTER) / (named + 2 * figures + 15 + PLOT + GUTTER)
    return min(ABREAST, max(2, int(most)))


def indicator_scores(assessment: Assessment, words: Words, dimension: str) -> dict[str, dict[str, Floats]]:
    """Standardised first and last figures, as printed, of a dimension's indicators by region."""
    result = assessment.main
    inside = next(d.indicators for d in result.framework.dimensions if d.id == dimension)
    at = result.steps.indicators.index
    return {
        i: {
            r: result.steps.standardised[k, [0, -1], at(i)] * words.times
            for k, r in enumerate(result.members)
        }
        for i in inside
    }


def _title(
    assessment: Assessment, words: Words, courses: Mapping[str, Mapping[str, Floats]], facts: dict[str, str]
) -> str:
    """Where a region changed most, of the changes that are sure if one is."""
    changes = {
        (c, r): float(line[1] - line[0]) / words.times
        for c, own in courses.items()
        for r, line in own.items()
    }
    scored, start = assessment.main.values, facts["first"]
    sure = {(c, r) for c, r in changes if c not in scored or assessment.sure(c, r, start)}
    code, region = max(changes, key=lambda pair: (pair in sure, abs(changes[pair])))
    a, b = (float(v) / words.times for v in courses[code][region])
    still = all(abs(c) < POINT for c in changes.values())
    certain = (code, region) in sure and abs(b - a) >= POINT
    key = "flat" if still else "unsure" if not certain else "rise" if b > a else "fall"
    return words(f"figures.slope.title.{key}", region=region, subject=code, a=a, b=b, **facts)


def _panel(
    paper: Sheet,
    area: Box,
    assessment: Assessment,
    words: Words,
    values: Mapping[str, Floats],
    focus: str | None,
) -> None:
    printed, periods = scores(words), assessment.main.periods
    lines = fitting(
        member_lines(assessment, words, dict(values), focus=focus), tall(Face()), area.height - FOOT
    )
    sides = [[printed(float(line.values[t])) for line in lines] for t in (0, 1)]
    bold = Face(bold=True)
    left = area.left + wide(sides[0], bold) + 5
    right = area.right - wide([line.name for line in lines], bold) - wide(sides[1], bold) - 10
    bottom, top = area.bottom + FOOT, area.top - 2
    scale = index_scale(words, values.values())

    def height(value: float) -> float:
        return bottom + (top - bottom) * (value - scale.low) / (scale.high - scale.low)

    heights = [height(v) for v in (scale.low, scale.high)]
    for x in (left, right):
        paper.line([(x, heights[0]), (x, heights[1])], s.RULE, s.HAIR, under=0.5)
    _ends_under(paper, (left, right), bottom - 3 - 0.75 * s.SMALL, (periods[0], periods[-1]))
    for region, line in zip(values, member_lines(assessment, words, dict(values), focus=focus), strict=True):
        points = [(x, height(float(v))) for x, v in zip((left, right), values[region], strict=True)]
        paper.line(points, line.hue.fill, line.width, under=3)
        paper.mark(points[1], line.hue.marker, line.hue.fill)
        paper.mark(points[0], "o", line.hue.fill, 3.5)
        course(paper, points, values[region], words.name(region), (periods[0], periods[-1]), printed)
    for t, x in enumerate((left, right)):
        wanted = [height(float(line.values[t])) for line in lines]
        for line, y, text in zip(
            lines, apart(wanted, [tall(Face())] * len(lines), bottom, area.top + 2), sides[t], strict=True
        ):
            face = Face(s.LABEL, line.hue.text, line.bold)
            if t:
                box = paper.text((x + 5 + wide(sides[1], bold), y), text, face, align="right")
                paper.text((box.right + 4, y), line.name, face)
            else:
                paper.text((x - 5, y), text, face, align="right")


def _ends_under(paper: Sheet, at: tuple[float, float], y: float, periods: tuple[str, str]) -> None:
    """The two periods under their lines, moved apart where they would meet."""
    shift = max(0.0, (wide(periods, TICK) + 4 - (at[1] - at[0])) / 2)
    for x, period, way in zip(at, periods, (-1, 1), strict=True):
        paper.text((x + way * shift, y), period, TICK, align="center")

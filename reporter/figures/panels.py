"""The dimension indices side by side on one scale."""

from reporter.figures import style as s
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.members import (
    courses,
    dimension_codes,
    filled_of,
    member_lines,
    member_scores,
    widest,
)
from reporter.figures.drawing.panels import Panel, abreast_of, side_by_side
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Row, Spoken, Told, figure, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

ABREAST, HIGH, LOW = 4, 52, 42


def panels(
    assessment: Assessment,
    words: Words,
    *,
    focus: str | None = None,
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """A small chart for each dimension."""
    result, printed = assessment.main, scores(words)
    codes = dimension_codes(result)
    made, rows, spoken = [], list[Row](), list[Spoken]()
    for code in codes:
        values = member_scores(result, code)
        filled = filled_of(result, code)
        lines = member_lines(assessment, words, values, focus=focus, least=8, filled=filled)
        made.append(Panel(words.name(code), "", lines, index_scale(words, values.values(), 3), printed))
        rows += [(words.name(code), words.name(r), *map(float, v)) for r, v in values.items()]
        spoken += [
            (words("figures.alt.of", name=words.name(r), of=words.name(code)), figures)
            for (_, figures), r in zip(courses(words, values, result.periods, 8), values, strict=True)
        ]
    abreast = abreast_of(made, width, ABREAST)
    rows_of = -(-len(made) // abreast)
    paper = sheet(width, height or (HIGH if rows_of == 1 else LOW) * rows_of)
    side_by_side(paper, made, result.periods, abreast)
    columns = (words("figures.column.dimension"), words("figures.column.region"), *result.periods)
    measure = words("figures.panels.measure", **span(assessment))
    told = Told(
        "panels",
        widest(result, words, "figures.panels.title", result.periods[-1]),
        measure,
        spoken,
        columns,
        rows,
        bool(result.filled.any()),
    )
    return figure(paper, told, assessment, words)

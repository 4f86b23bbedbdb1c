"""The figures of a dimension's indicators, side by side, each in its own unit."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import scale_of
from reporter.figures.drawing.members import courses, member_lines
from reporter.figures.drawing.panels import Panel, even, side_by_side
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Printer, Row, Spoken, Told, figure, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

ABREAST = 3


def indicators(
    assessment: Assessment,
    words: Words,
    *,
    dimension: str,
    focus: str | None = None,
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """A small chart for each indicator; scales begin at zero and differ, since units do."""
    result = assessment.main
    inside = next(d.indicators for d in result.framework.dimensions if d.id == dimension)
    made, rows, spoken = [], list[Row](), list[Spoken]()
    for i in inside:
        values, decimals = shown(assessment, words, i), assessment.study.indicators[i].decimals
        made.append(_panel(assessment, words, i, values, focus))
        rows += [(words.name(i), words.name(r), *map(float, v)) for r, v in values.items()]
        least = _least(values)
        spoken += [
            (words("figures.alt.of", name=name, of=words.name(i)), points)
            for name, points in courses(words, values, result.periods, least, decimals)
        ]
    abreast = even(len(made), ABREAST)
    paper = sheet(width, height or (52 if abreast == ABREAST else 50) * -(-len(made) // abreast))
    side_by_side(paper, made, result.periods, abreast)
    columns = (words("figures.column.indicator"), words("figures.column.region"), *result.periods)
    ringed = any(line.filled.any() for panel in made for line in panel.lines)
    measure = words(
        "figures.indicators.measure",
        dimension=result.framework.codes(result.code)[dimension],
        **span(assessment),
    )
    told = Told(
        f"indicators-{dimension}",
        _title(assessment, words, inside, dimension),
        measure,
        spoken,
        columns,
        rows,
        ringed,
    )
    return figure(paper, told, assessment, words)


def shown(assessment: Assessment, words: Words, indicator: str) -> dict[str, Floats]:
    """An indicator's figures by region, over the main index's periods, in the unit the language shows."""
    panel, factor = assessment.panel, words.shown(assessment.study.indicators[indicator].unit)[1]
    return {
        r: np.array([panel.value(indicator, r, p) for p in assessment.main.periods]) * factor
        for r in assessment.main.members
    }


def _least(values: dict[str, Floats]) -> float:
    """How far a figure must lie beyond both ends to count as a turn: an eighth of the scale."""
    return float(np.nanmax(np.abs(list(values.values())))) / 8


def _panel(
    assessment: Assessment, words: Words, indicator: str, values: dict[str, Floats], focus: str | None
) -> Panel:
    one, panel, periods = assessment.study.indicators[indicator], assessment.panel, assessment.main.periods
    filled = {r: np.array([panel.is_filled(indicator, r, p) for p in periods]) for r in values}
    lines = member_lines(assessment, words, values, focus=focus, least=_least(values), filled=filled)
    scale = scale_of(list(values.values()), words, most=4)
    return Panel(words.short(indicator), words.unit(one.unit), lines, scale, Printer(words, one.decimals))


def _title(assessment: Assessment, words: Words, inside: tuple[str, ...], dimension: str) -> str:
    """Who has the best figure in how many of the indicators in the last period."""
    members, period = assessment.main.members, assessment.main.periods[-1]
    best = {i: max if assessment.study.indicators[i].direction == "up" else min for i in inside}
    tops = {i: best[i](assessment.panel.value(i, r, period) for r in members) for i in inside}
    counts = {r: sum(assessment.panel.value(i, r, period) == top for i, top in tops.items()) for r in members}
    most = max(counts.values())
    names = [r for r in members if counts[r] == most]
    alone = "only" if len(inside) == 1 else "one"
    key = alone if len(names) == 1 else "several" if len(names) <= 3 else "many"
    code = assessment.main.framework.codes(assessment.main.code)[dimension]
    return words(
        f"figures.indicators.title.{key}",
        regions=names,
        count=most,
        of=len(inside),
        dimension=code,
        period=period,
    )

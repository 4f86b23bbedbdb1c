"""The series behind one finding: what it is about, over time, beside the other regions."""

from collections.abc import Sequence

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import index_scale, scale_of
from reporter.figures.drawing.lines import Line
from reporter.figures.drawing.members import courses, member_lines
from reporter.figures.drawing.panels import Panel, side_by_side
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Printer, Row, Spoken, Told, figure, slug, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.finding import Finding
from reporter.model.panel import Floats
from reporter.model.result import Result
from reporter.model.words import Words

MOST = 3
"""Charts abreast: a finding that rests on more quantities shows the first."""


def behind(
    assessment: Assessment, words: Words, *, finding: str, width: float = s.C12, height: float = 52
) -> Figure:
    """A chart for each quantity of the evidence of a finding, named by its key: its region strong, others
    pale.

    KeyError for a finding that is not there, or that rests on nothing drawable.
    """
    one = next((f for f in assessment.findings if f.key == finding), None)
    drawn = quantities(assessment, one) if one else ()
    if one is None or not drawn:
        raise KeyError(finding)
    made, rows, spoken = [], list[Row](), list[Spoken]()
    periods = assessment.main.periods
    for quantity in drawn:
        values, panel, decimals = _panel(assessment, words, one, quantity)
        made.append(panel)
        rows += [(words.name(quantity), words.name(r), *map(float, v)) for r, v in values.items()]
        told = {r: v for r, v in values.items() if r == one.region} or values
        spoken += [
            (words("figures.alt.of", name=name, of=words.name(quantity)), points)
            for name, points in courses(words, told, periods, 0, decimals)
        ]
    paper = sheet(width, height)
    side_by_side(paper, made, periods, len(made))
    columns = (words("figures.column.quantity"), words("figures.column.region"), *periods)
    facts = {"region": one.region, "quantities": list(drawn), **span(assessment)}
    title, measure = words("figures.behind.title", **facts), words("figures.behind.measure", **facts)
    return figure(
        paper, Told(f"behind-{slug(one.key)}", title, measure, spoken, columns, rows), assessment, words
    )


def quantities(assessment: Assessment, finding: Finding) -> tuple[str, ...]:
    """What the finding rests on and has a course over time; none for the editor's judgement."""
    return tuple(dict.fromkeys(e.quantity for e in finding.evidence))[:MOST]


def _panel(a: Assessment, words: Words, f: Finding, quantity: str) -> tuple[dict[str, Floats], Panel, int]:
    result = a.board.holding(quantity)
    if result is None:
        one = a.study.indicators[quantity]
        factor = words.shown(one.unit)[1]
        values = {r: _line(a.panel.periods, a.panel.line(quantity, r), a) * factor for r in a.main.members}
        printed, unit = Printer(words, one.decimals), words.unit(one.unit)
        scale = scale_of(list(values.values()), words, most=4)
    else:
        rows = [r for r in result.regions if r in (*a.main.members, f.region)]
        values = {r: _line(result.periods, result.line(quantity, r), a) * _times(words, result) for r in rows}
        if f.region in result.groups and not result.members:
            values = {f.region: values[f.region]}
        scored = result.scale == "score"
        printed, unit = Printer(words, words.places if scored else 3), ""
        scale = (
            index_scale(words, values.values(), 4)
            if scored
            else scale_of(list(values.values()), words, most=4)
        )
    values = {r: v for r, v in values.items() if np.isfinite(v).any()}
    lines = _lines(a, words, f, values)
    return values, Panel(words.short(quantity), unit, lines, scale, printed), printed.decimals


def _times(words: Words, result: Result) -> float:
    return words.times if result.scale == "score" else 1.0


def _lines(a: Assessment, words: Words, f: Finding, values: dict[str, Floats]) -> Sequence[Line]:
    """The finding's region in colour; of a group its members, and its own line dashed."""
    members = {r: v for r, v in values.items() if r in a.main.members}
    focus = f.region if f.region in members else None
    lines = member_lines(a, words, members, focus=focus, least=np.inf, strong=True)
    groups = (r for r in values if r not in members and r == f.region)
    return [*lines, *(Line(words.short(g), values[g], s.MEAN_HUE, s.MEAN, dashed=True) for g in groups)]


def _line(known: Sequence[str], values: Floats, a: Assessment) -> Floats:
    """The values over the main index's periods; NaN where there is none."""
    there = dict(zip(known, values, strict=True))
    return np.array([there.get(period, np.nan) for period in a.main.periods], float)

"""One indicator of one region as columns."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.facts import told
from reporter.figures.drawing.frame import FOOT, Frame, Scale, periods_under, ruled, scale_of, tick_room
from reporter.figures.drawing.members import member_hues
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import Face, Sheet, box_of, sheet
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Printer, Row, Told, course, course_facts, figure, quantity, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Bools, Floats
from reporter.model.words import Words


def columns(
    assessment: Assessment,
    words: Words,
    *,
    indicator: str,
    region: str,
    start: str = "",
    width: float = s.C7,
    height: float = 51,
) -> Figure:
    """Columns from zero in the unit the language shows; first, turning and last figure printed, coloured.

    With `start` the title tells the change since that period, and its column is coloured too.
    """
    one, periods = assessment.study.indicators[indicator], assessment.main.periods
    raw = np.array([assessment.panel.value(indicator, region, p) for p in periods])
    filled = np.array([assessment.panel.is_filled(indicator, region, p) for p in periods])
    values = raw * words.shown(one.unit)[1]
    least = 0.05 * float(np.nanmax(np.abs(raw)))
    since = periods.index(start) if start else 0
    told_ones = tuple(sorted({*told(raw, least), since}))
    printed = Printer(words, one.decimals)
    hue = member_hues(assessment).get(region, s.MEAN_HUE)
    paper = sheet(width, height)
    _draw(
        paper,
        scale_of([values], words),
        periods,
        values,
        filled,
        told_ones,
        s.CHOSEN if hue == s.GREY else hue,
        printed,
        words.name(region),
    )
    how, facts = course_facts(raw[since:], periods[since:], least, lambda v: quantity(v, one))
    title = words(f"figures.columns.title.{how}", region=region, indicator=indicator, **facts)
    spoken = [course(words, words.name(region), values, periods, told_ones, one.decimals)]
    rows: list[Row] = [(p, float(v)) for p, v in zip(periods, values, strict=True)]
    measure = words(
        "figures.columns.measure",
        region=region,
        indicator=indicator,
        unit=words.unit(one.unit),
        first=periods[0],
        last=periods[-1],
    )
    heads = (words("figures.column.period"), words.name(indicator))
    return figure(
        paper,
        Told(
            f"columns-{indicator}-{slug(region)}",
            title,
            measure,
            spoken,
            heads,
            rows,
            bool(filled.any()),
            "outline",
        ),
        assessment,
        words,
    )


def _draw(
    paper: Sheet,
    scale: Scale,
    periods: tuple[str, ...],
    values: Floats,
    filled: Bools,
    told: tuple[int, ...],
    hue: s.Hue,
    printed: Printer,
    name: str,
) -> None:
    step = (paper.room.width - tick_room(scale) - 4) / len(periods)
    left = paper.room.left + tick_room(scale) + 4 + step / 2
    frame = Frame(
        Box(left, paper.room.bottom + FOOT, paper.room.right - step / 2, paper.room.top - 4.5 * s.MM),
        scale,
        periods,
    )
    ruled(paper, frame, paper.room.left, paper.room.right)
    periods_under(paper, frame)
    half = step * s.BAR / 2
    boxes = {}
    for t, value in enumerate(values):
        if np.isfinite(value):
            low, high = sorted((frame.y(0), frame.y(float(value))))
            colour = hue.fill if t in told else s.RULE
            column = Box(frame.x(t) - half, low, frame.x(t) + half, high)
            paper.block(column, s.PAPER if filled[t] else colour, edge=hue.fill if filled[t] else "none")
            spot(paper, column, name, printed(float(value)), periods[t])
            boxes[t] = high if value >= 0 else low - 1.2 * s.LABEL
    for t in sorted(told, key=lambda t: (t not in (told[0], told[-1]), t)):
        _print(paper, (frame.x(t), boxes[t] + 5), printed(float(values[t])), Face(s.LABEL, hue.text, True))


def _print(paper: Sheet, at: tuple[float, float], text: str, face: Face) -> None:
    """The figure over its column, unless a neighbour's stands there already."""
    if not any(box_of(at, text, face, "center").meets(other) for other in paper.taken):
        paper.text(at, text, face, align="center", ground=s.PAPER)

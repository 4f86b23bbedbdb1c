"""One region over all indicators, before the median of all; only where regions are five or more."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

import numpy as np

from reporter.errors import Where, fault
from reporter.figures import style as s
from reporter.figures.drawing.frame import PERCENT
from reporter.figures.drawing.lettering import stacked
from reporter.figures.drawing.members import shares, sufficient
from reporter.figures.drawing.place import Point, apart
from reporter.figures.drawing.sheet import NOTE, TICK, Align, Face, Sheet, sheet, tall, wide, wrapped
from reporter.figures.drawing.spots import about, spot
from reporter.figures.drawing.tell import Row, Told, figure, scores, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

LEAST, AXES, RINGS, SIDE, STEM = 5, 3, (0.25, 0.5, 0.75, 1.0), 0.23, 7.0
TOLD = (0.5, 1.0)  # the rings whose score is printed, on a scale that has an end


class Axis(NamedTuple):
    """An indicator: the region's value, the median of all members, and how far out both stand, 0–1."""

    indicator: str
    value: float
    median: float
    out: float
    middle: float


def radar(
    assessment: Assessment, words: Words, *, region: str, width: float = s.C7, height: float = 62
) -> Figure:
    """An axis for each indicator of the edition's period; the region filled, the median of all dashed.

    Faults: fewer than five regions, fewer than three indicators.
    """
    sufficient(assessment, "radar", LEAST, "dumbbell")
    axes = _axes(assessment, words, region)
    if len(axes) < AXES:
        what = f"a radar of {len(axes)} indicators is no figure; it needs {AXES}"
        raise fault(Where("figure radar"), what, "draw 'dumbbell'")
    paper = sheet(width, height)
    _draw(paper, words, axes, words.name(region))
    ordered = sorted(axes, key=lambda axis: axis.value - axis.median)
    low, high = ordered[0], ordered[-1]
    key = "above" if low.value >= low.median else "below" if high.value <= high.median else "both"
    facts: dict[str, object] = {"region": region, "high": high.indicator, "low": low.indicator}
    facts |= {"n": len(assessment.main.members), "period": assessment.period}
    printed = scores(words)
    spoken = [(words.name(region), [(words.short(i.indicator), printed(i.value)) for i in axes])]
    spoken.append(
        (words("figures.radar.median"), [(words.short(i.indicator), printed(i.median)) for i in axes])
    )
    columns = (words("figures.column.indicator"), words.name(region), words("figures.radar.median"))
    rows: list[Row] = [(words.name(i.indicator), i.value, i.median) for i in axes]
    title = words(f"figures.radar.title.{key}", **facts)
    measure = words(f"figures.radar.measure.{'fixed' if words.times == PERCENT else 'free'}", **facts)
    told = Told(f"radar-{slug(region)}", title, measure, spoken, columns, rows)
    return figure(paper, told, assessment, words)


def _axes(a: Assessment, words: Words, region: str) -> list[Axis]:
    """The standardised figures of the edition's period, those of no member left out."""
    result = a.main
    values = result.steps.standardised[:, result.periods.index(a.period), :]
    own = result.members.index(region)
    made = []
    for j, indicator in enumerate(result.steps.indicators):
        if np.isfinite(values[own, j]):
            median = float(np.nanmedian(values[:, j]))
            out, middle = _out(values[:, j], own, median, words)
            printed = float(values[own, j]) * words.times, median * words.times
            made.append(Axis(indicator, *printed, out, middle))
    return made


def _out(values: Floats, own: int, median: float, words: Words) -> tuple[float, float]:
    """How far out the region and the median stand: their score, or on a free scale between the ends."""
    shown = np.clip(shares(np.append(values, median), words), 0.0, 1.0)
    return float(shown[own]), float(shown[-1])


def _draw(paper: Sheet, words: Words, axes: Sequence[Axis], region: str) -> None:
    side = SIDE * paper.room.width
    radius = min(paper.room.width / 2 - side - STEM, paper.room.height / 2 - 1.2 * s.LABEL)
    centre = paper.room.width / 2, paper.room.height / 2

    def at(k: int, out: float) -> Point:
        turn = 2 * pi * (k + 0.5) / len(axes)
        return centre[0] + radius * out * sin(turn), centre[1] + radius * out * cos(turn)

    around = [*range(len(axes)), 0]
    for ring in RINGS:
        paper.line([at(k, ring) for k in around], s.RULE, s.HAIR, under=0.5)
    for k in range(len(axes)):
        paper.line([centre, at(k, 1)], s.RULE, s.HAIR, under=0.5)
    for ring in TOLD if words.times == PERCENT else ():
        y = centre[1] + radius * ring * cos(pi / len(axes)) + 0.62 * s.SMALL
        paper.text((centre[0], y), words.number(PERCENT * ring, 0), TICK, align="center")
    own = [at(k, axes[k].out) for k in around]
    paper.area(own, s.CHOSEN.fill)
    paper.line(own, s.CHOSEN.fill, s.FOCUS)
    paper.line([at(k, axes[k].middle) for k in around], s.INK, s.MEAN, dashed=True)
    for point in own[:-1]:
        paper.mark(point, s.CHOSEN.marker, s.CHOSEN.fill, s.RING)
    median, printed = words("figures.radar.median"), scores(words)
    for k, axis in enumerate(axes):
        for name, out, value in ((median, axis.middle, axis.median), (region, axis.out, axis.value)):
            spot(paper, about(at(k, out)), name, printed(value), words.name(axis.indicator))
    for right in (True, False):
        half = [k for k in range(len(axes)) if (k < len(axes) / 2) == right]
        edge = centre[0] + (radius + STEM) * (1 if right else -1)
        _names(paper, words, [axes[k] for k in half], [at(k, 1) for k in half], edge)


def _names(paper: Sheet, words: Words, axes: Sequence[Axis], ends: Sequence[Point], edge: float) -> None:
    """The indicators of one half beside it, moved apart, each with a stem; on a wide sheet with its value."""
    printed, strong, right = scores(words), Face(s.LABEL, s.CHOSEN.text, True), edge > paper.room.width / 2
    told = [printed(axis.value) if paper.room.width >= s.C8 * s.MM else "" for axis in axes]
    figures, sign = wide(told, strong), 1 if right else -1
    room = (paper.room.right - edge if right else edge) - 2 - (figures + 3 if figures else 0)
    lines = [wrapped(words.short(axis.indicator), room, NOTE) for axis in axes]
    heights = [tall(NOTE, len(own)) for own in lines]
    places = apart([y for _, y in ends], heights, paper.room.bottom + 0.06 * s.LABEL, paper.room.top)
    align: Align = "left" if right else "right"
    for own, value, (x, y), at in zip(lines, told, ends, places, strict=True):
        paper.line([(x, y), (edge, at)], s.CONTEXT, s.HAIR, under=0.6)
        begin = edge + 2 * sign
        if value:
            paper.text((begin + (figures if right else 0), at), value, strong, align="right")
            begin += (figures + 3) * sign
        stacked(paper, (begin, at), own, align=align)

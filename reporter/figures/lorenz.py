"""How a whole is spread over the regions: its cumulative share, from the lowest region to the highest."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.lettering import inside
from reporter.figures.drawing.place import Box, Point, around, best, square
from reporter.figures.drawing.sheet import QUIET, TICK, Face, Sheet, sheet, tall
from reporter.figures.drawing.spots import about, spot
from reporter.figures.drawing.tell import Row, Spoken, Told, figure, slug
from reporter.methods.inequality import lorenz as curve_of
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.result import Result
from reporter.model.words import Words

TICKS, HALF, FOOT, DOT, STILL = (0.0, 0.25, 0.5, 0.75, 1.0), 0.5, 5.0 * s.MM, 2.5, 0.0005
EQUAL = 0.86  # where on the diagonal it is named


class Curve(NamedTuple):
    """One period's curve: the regions from the lowest on, and cumulative shares that begin with 0."""

    period: str
    members: tuple[str, ...]
    weights: Floats
    shares: Floats

    @property
    def places(self) -> list[tuple[str, float, float]]:
        """Each region with the shares that it and all below it weigh and hold."""
        weights, shares = self.weights[1:].tolist(), self.shares[1:].tolist()
        return list(zip(self.members, weights, shares, strict=True))

    @property
    def half(self) -> float:
        """What the lower half of the weight holds of the whole."""
        return float(np.interp(HALF, self.weights, self.shares))


def lorenz(
    assessment: Assessment, words: Words, *, index: str, width: float = s.C6, height: float = 58
) -> Figure:
    """The Lorenz curves of an index of disparity in its first and its last period, of the first group.

    KeyError if the study has no such index, or it has no members behind it.
    """
    result = assessment.board.results[index]
    curves = [_curve(result, t) for t in sorted({0, len(result.periods) - 1})]
    first, last = curves[0], curves[-1]
    paper = sheet(width, height)
    _draw(paper, words, curves)
    facts: dict[str, object] = {
        "index": index,
        "of": str(result.options["of"]),
        "first": first.period,
        "last": last.period,
    }
    facts |= {"a": first.half, "b": last.half, "weight": _weight(assessment, words, result)}
    moved = abs(last.half - first.half) >= STILL
    key = "once" if len(curves) == 1 else "moved" if moved else "still"
    measure = words(f"figures.lorenz.measure.{'once' if key == 'once' else 'twice'}", **facts)
    half = words("figures.lorenz.half")
    spoken: list[Spoken] = [
        (words("figures.alt.period", period=one.period), [(half, words.share(one.half))]) for one in curves
    ]
    columns = tuple(words(f"figures.column.{name}") for name in ("period", "region", "weight", "held"))
    rows: list[Row] = [
        (one.period, words.name(region), 100 * weight, 100 * held)
        for one in reversed(curves)
        for region, weight, held in one.places
    ]
    title = words(f"figures.lorenz.title.{key}", **facts)
    return figure(
        paper, Told(f"lorenz-{slug(index)}", title, measure, spoken, columns, rows), assessment, words
    )


def _curve(result: Result, t: int) -> Curve:
    """The curve of one period, from the values and the weights that the index was computed from."""
    y, p = (result.step(name, next(iter(result.groups))) for name in ("y", "p"))
    if y is None or p is None:
        raise KeyError(result.code)
    members, values = y.labels["member"], y.values[0, t]
    order = np.argsort(values, kind="stable")
    return Curve(result.periods[t], tuple(members[k] for k in order), *curve_of(values, p.values[0, t]))


def _weight(a: Assessment, words: Words, result: Result) -> str:
    """What the regions are weighed by, as text."""
    name = str(result.options.get("population", "equal"))
    series = a.study.series.get(name)
    return words.within(name, words.text(series.title)) if series else words("figures.lorenz.alike")


def _draw(paper: Sheet, words: Words, curves: Sequence[Curve]) -> None:
    side = s.extent(words.share(1.0, 0), s.SMALL) + 4
    plot = Box(side, FOOT, paper.room.right - side / 2, paper.room.top - 1.6 * s.SMALL)

    def at(share: float, held: float) -> Point:
        return plot.left + plot.width * share, plot.bottom + plot.height * held

    for tick in TICKS:
        (x, y), name = at(tick, tick), words.share(tick, 0)
        paper.line([(0, y), (plot.right, y)], s.TEXT2 if tick == 0 else s.RULE, s.HAIR, under=0.5)
        paper.text((0, y + 0.62 * s.SMALL), name, TICK)
        if tick:
            paper.text((x, plot.bottom - 2.5 - 0.75 * s.SMALL), name, TICK, align="center")
    paper.line([at(0, 0), at(1, 1)], s.INK, s.HAIR, dashed=True, avoid=True)
    drawn = list(zip(reversed(curves), ((s.LEADER, s.FOCUS), (s.GREY, s.LINE)), strict=False))
    for one, (hue, width) in reversed(drawn):
        points = [at(float(w), float(v)) for w, v in zip(one.weights, one.shares, strict=True)]
        paper.line(points, hue.fill, width, under=2.6 + width / 10, avoid=True)
        paper.mark(at(HALF, one.half), hue.marker, hue.fill)
        for point, (region, _, held) in zip(points[1:], one.places, strict=True):
            name = words("figures.lorenz.up_to", region=region)
            spot(paper, about(point), name, words.share(held), one.period)
    paper.taken += [square(at(HALF, one.half), DOT) for one in curves]
    for one, (hue, _) in drawn:
        text = words("figures.lorenz.point", period=one.period, share=one.half)
        _label(paper, at(HALF, one.half), text, Face(s.LABEL, hue.text, hue != s.GREY), above=hue == s.GREY)
    _label(paper, at(EQUAL, EQUAL), words("figures.lorenz.equal"), QUIET, above=True)


def _label(paper: Sheet, point: Point, text: str, face: Face, *, above: bool) -> None:
    """A text in the nearest free place at a point, if there is any."""
    places = around(point, s.extent(text, face.size, face.bold), tall(face), above=above, gap=DOT + 1)
    if box := best(places, paper.room, paper.taken, paper.strokes):
        inside(paper, box, text, face)

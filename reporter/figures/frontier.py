"""Two dimensions against each other, and the frontier: the regions that none outdoes with no more."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import Scale, scale_of
from reporter.figures.drawing.lettering import inside
from reporter.figures.drawing.place import Box, Point, about, around, best, square
from reporter.figures.drawing.sheet import HEAD, RISE, TICK, Face, Sheet, clipped, sheet, tall
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Row, Told, figure, scores
from reporter.methods.efficiency import free_disposal_hull
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

TALL, LOW, MANY, FOOT, TOP, SIDE = 136.0, 90.0, 12, 9.0 * s.MM, 7.0 * s.MM, 9.0 * s.MM
DOT, FAR, LEASH, NAMED, UNDER = 2.6, 10.0, 8.0, 4, 12.0 * s.MM
BESIDE = 2.0  # between names on a line, that two are not read as one


class Spot(NamedTuple):
    """A region with its score of what is put in and of what comes out, as printed; on the frontier or not."""

    region: str
    x: float
    y: float
    best: bool


def frontier(
    assessment: Assessment,
    words: Words,
    *,
    source: str = "",
    target: str = "",
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """A point for each member with both scores, named; the dimensions are the study's pair unless said."""
    result, pair = assessment.main, assessment.study.frontier
    codes = result.framework.codes(result.code)
    x, y = (codes[d] for d in ((source or pair.source, target or pair.target) if pair else (source, target)))
    spots = _spots(assessment, words, x, y)
    paper = sheet(width, height or (TALL if len(spots) > MANY else LOW))
    _draw(paper, words, spots, (x, y))
    ahead = [spot.region for spot in spots if spot.best]
    facts = {"source": x, "target": y, "period": assessment.period, "n": len(spots)}
    facts |= {"regions": ahead, "count": len(ahead)}
    key = "one" if len(ahead) == 1 else "few" if len(ahead) <= NAMED else "many"
    title = words(f"figures.frontier.title.{key}", **facts)
    printed = scores(words)
    spoken = [
        (words.name(p.region), [(words.short(code), printed(v)) for code, v in ((x, p.x), (y, p.y))])
        for p in sorted(spots, key=lambda p: not p.best)
    ]
    columns = (words("figures.column.region"), words.name(x), words.name(y), words("figures.column.frontier"))
    rows: list[Row] = [
        (words.name(p.region), p.x, p.y, words(f"figures.frontier.{'on' if p.best else 'below'}"))
        for p in spots
    ]
    measure = words("figures.frontier.measure", **facts)
    return figure(paper, Told("frontier", title, measure, spoken, columns, rows), assessment, words)


def _spots(a: Assessment, words: Words, x: str, y: str) -> list[Spot]:
    """The members that have both scores, in the order of the first."""
    names, across, up = a.main.pairs(x, y, a.period)
    hull = set(free_disposal_hull(across, up).tolist())
    return [
        Spot(r, float(across[k]) * words.times, float(up[k]) * words.times, k in hull)
        for k, r in enumerate(names)
    ]


class Plane(NamedTuple):
    """Where pairs of scores stand on the sheet; names find room below the lowest."""

    plot: Box
    across: Scale
    up: Scale

    def at(self, x: float, y: float) -> Point:
        """Where a pair of scores stands."""
        plot, across, up = self
        return (
            plot.left + plot.width * (x - across.low) / (across.high - across.low),
            plot.bottom + UNDER + (plot.height - UNDER) * (y - up.low) / (up.high - up.low),
        )


def _draw(paper: Sheet, words: Words, spots: Sequence[Spot], codes: tuple[str, str]) -> None:
    across, up = (scale_of([np.array([p[k] for p in spots])], words, most=6) for k in (1, 2))
    area = Box(SIDE, FOOT, paper.room.right - SIDE, paper.room.top - TOP)
    plane = Plane(area, across, up)
    _axes(paper, words, plane, codes)
    paper.line(_steps(plane, [p for p in spots if p.best]), s.LEADER.fill, s.LINE, under=2.5, avoid=True)
    room = Box(0, area.bottom + 1, paper.room.right, paper.room.top)
    points = {p.region: plane.at(p.x, p.y) for p in spots}
    paper.taken += [square(point, DOT) for point in points.values()]
    for p in spots:
        hue = s.LEADER if p.best else s.GREY
        paper.mark(points[p.region], hue.marker, hue.fill, s.MARK)
        told = words("figures.alt.between").join(map(scores(words), (p.x, p.y)))
        spot(paper, square(points[p.region], DOT), words.name(p.region), told)
    for p in sorted(spots, key=lambda p: (not p.best, -p.x)):
        _name(paper, room, words.short(p.region), points[p.region], p.best)


def _axes(paper: Sheet, words: Words, plane: Plane, codes: tuple[str, str]) -> None:
    """Hairlines with their figures, and what stands along each side."""
    plot = plane.plot
    for tick in plane.up.ticks:
        _, y = plane.at(plane.across.low, tick)
        paper.line([(0, y), (paper.room.right, y)], s.RULE, s.HAIR, under=0.5)
        paper.text((0, y + 0.62 * s.SMALL), plane.up.printed(tick), TICK)
    paper.line([(0, plot.bottom), (paper.room.right, plot.bottom)], s.TEXT2, s.HAIR, under=0.5)
    for tick in plane.across.ticks:
        x, _ = plane.at(tick, 0)
        paper.line([(x, plot.bottom), (x, plot.bottom - 2.5)], s.TEXT2, s.HAIR, under=0.6)
        paper.text((x, plot.bottom - 2.5 - 0.75 * s.SMALL), plane.across.printed(tick), TICK, align="center")
    across, up = (clipped(words.name(code), plot.width, HEAD) for code in codes)
    paper.text((paper.room.right, 0.6 * s.LABEL), across, HEAD, align="right")
    paper.text((0, paper.room.top - RISE * s.LABEL), up, HEAD)


def _steps(plane: Plane, ahead: Sequence[Spot]) -> list[Point]:
    """The frontier: up at the least input, then along and up at every region that gets more."""
    corners = [(plane.at(ahead[0].x, 0)[0], plane.plot.bottom)]
    for p in sorted(ahead, key=lambda p: (p.x, p.y)):
        point = plane.at(p.x, p.y)
        corners += [(point[0], corners[-1][1]), point]
    return [*corners, (plane.plot.right + SIDE, corners[-1][1])]


def _name(paper: Sheet, room: Box, text: str, at: Point, strong: bool) -> None:
    """The name at its point, or with a leader in the nearest free place, if there is any."""
    face = Face(s.LABEL if strong else s.SMALL, s.LEADER.text if strong else s.TEXT2, strong)
    width, height = s.extent(text, face.size, face.bold), tall(face)
    near = around(at, width, height, gap=DOT + 0.5)
    far = ((cost + FAR, box) for cost, box in about(at, width, height, nearest=7.0, step=3.0, reach=40))
    others = [
        Box(box.left - BESIDE, box.bottom, box.right + BESIDE, box.top)
        for box in paper.taken
        if box != square(at, DOT)
    ]
    box = best([*near, *far], room, others, paper.strokes, at)
    if box is None:
        return
    x, y = box.nearest(at)
    if (x - at[0]) ** 2 + (y - at[1]) ** 2 > LEASH**2:
        paper.line([at, (x, y)], s.CONTEXT, s.HAIR, under=2.4, avoid=True)
    inside(paper, box, text, face)

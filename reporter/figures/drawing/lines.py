"""Courses over time: name and value at a line's end, first and turning values where there is room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.facts import ends
from reporter.figures.drawing.frame import FOOT, Frame, Scale, periods_under, ruled, tick_room
from reporter.figures.drawing.lettering import inside, stacked
from reporter.figures.drawing.place import Box, Point, about, apart, around, best, square
from reporter.figures.drawing.sheet import NOTE, Face, Sheet, tall, wide, wrapped
from reporter.figures.drawing.spots import course
from reporter.model.panel import Bools, Floats

GAP, STEM, SLACK, PAD, DOT, MANY = 8.0, 3.5, 1.0, 2.0, 2.5, 8
TICKS = 13.0  # how far in from the figures of the scale the lines begin
NAMES = 0.25  # the share of the area's width that names at the lines' ends keep to, folded


@dataclass(frozen=True)
class Line:
    """One course: its name, its figures as printed, how it is drawn, and which of its figures are printed."""

    name: str
    values: Floats
    hue: s.Hue
    width: float = s.LINE
    bold: bool = False
    dashed: bool = False
    pale: bool = False
    told: tuple[int, ...] = ()
    filled: Bools = field(default_factory=lambda: np.zeros(0, dtype=bool))

    @property
    def end(self) -> int:
        """The position of its last figure."""
        return ends(self.values)[1]


@dataclass(frozen=True)
class Look:
    """How a line chart is lettered and grounded."""

    size: float = s.LABEL
    periods: float = s.SMALL
    ground: str = s.PAPER
    on_field: bool = False
    marked: float = s.MARK
    named: bool = True

    def ink(self, hue: s.Hue) -> str:
        return hue.field if self.on_field else hue.text


def ends_room(lines: Sequence[Line], printed: Callable[[float], str], look: Look = Look()) -> float:
    """The width of the names and values at the lines' ends."""
    figures = max((_value_width(line, printed, look) for line in lines), default=0.0)
    names = (
        max((wide(line.name.split("\n"), Face(look.size, bold=line.bold)) for line in lines), default=0.0)
        if look.named
        else -4.0
    )
    return gap_of(lines) + figures + 4.0 + names + SLACK


def folded(lines: Sequence[Line], look: Look, area: Box) -> list[Line]:
    """The lines, long names broken in rows so that the plot keeps its width; as they are where the area is
    too low for so many rows.
    """
    faces = [Face(look.size, bold=line.bold) for line in lines]
    names = [wrapped(i.name, NAMES * area.width, face) for i, face in zip(lines, faces, strict=True)]
    if sum(tall(face, len(name)) for name, face in zip(names, faces, strict=True)) > area.height:
        return list(lines)
    return [replace(i, name="\n".join(name)) for i, name in zip(lines, names, strict=True)]


def gap_of(lines: Sequence[Line]) -> float:
    """Between a line's end and its name: more where many names need stems."""
    return GAP if len(lines) <= MANY else 3 * GAP


def _value_width(line: Line, printed: Callable[[float], str], look: Look) -> float:
    return s.extent(printed(float(line.values[line.end])), look.size, line.bold)


def chart(
    sheet: Sheet,
    area: Box,
    lines: Sequence[Line],
    scale: Scale,
    periods: tuple[str, ...],
    printed: Callable[[float], str],
    *,
    look: Look = Look(),
    right: float | None = None,
    top: float = 4.6,
    rules: bool = True,
) -> Frame:
    """Draws the lines in the area; the room left for the labels at their ends is as wide as the widest."""
    names = [line.name for line in lines]
    lines = lines if right is not None else folded(lines, look, area)
    edge = area.right - (ends_room(lines, printed, look) if right is None else right)
    left = area.left + (
        tick_room(scale) + TICKS
        if rules
        else wide([printed(float(i.values[0])) for i in lines], Face(look.size)) + GAP
    )
    foot = area.bottom + (FOOT if look.periods <= s.SMALL else FOOT * 1.5)
    frame = Frame(Box(left, foot, edge, area.top - top * s.MM), scale, periods)
    if rules:
        ruled(sheet, frame, area.left, edge)
    periods_under(sheet, frame, s.ON_FIELD2 if look.on_field else s.TEXT2, look.periods)
    for line, name in zip(lines, names, strict=True):
        stroke(sheet, frame, line, look)
        course(sheet, frame.points(line.values), line.values, name, periods, printed)
    name_ends(sheet, frame, lines, printed, look, area)
    print_values(sheet, frame, lines, printed, look, area)
    return frame


def stroke(sheet: Sheet, frame: Frame, line: Line, look: Look = Look()) -> None:
    """The line itself: a marker on its last figure, rings on those that were filled in."""
    points, colour = frame.points(line.values), look.ink(line.hue) if look.on_field else line.hue.fill
    order = 2.6 + line.width / 10
    sheet.line(
        points,
        colour,
        line.width,
        dashed=line.dashed,
        alpha=s.PALE if line.pale else 1.0,
        under=order,
        avoid=True,
    )
    if not line.dashed and not line.pale:
        sheet.mark(points[line.end], line.hue.marker, colour, look.marked, ground=look.ground)
    for t in np.flatnonzero(line.filled):
        sheet.mark(points[int(t)], "o", colour, s.RING, ground=look.ground, ring=True)


def name_ends(
    sheet: Sheet, frame: Frame, lines: Sequence[Line], printed: Callable[[float], str], look: Look, area: Box
) -> None:
    """Value and name at each line's end, moved apart where they would meet; one moved far has a stem."""
    low = frame.plot.bottom - 4
    lines = fitting([i for i in lines if not i.pale], tall(Face(look.size)), area.top - low)
    heights = [tall(Face(look.size), 1 + line.name.count("\n")) for line in lines]
    wanted = [frame.y(float(line.values[line.end])) for line in lines]
    figures = max((_value_width(line, printed, look) for line in lines), default=0.0)
    middle = 0.06 * look.size  # a box reaches a little farther below its middle than above
    for line, y, at in zip(lines, wanted, apart(wanted, heights, low + middle, area.top), strict=True):
        face = Face(look.size, look.ink(line.hue), line.bold)
        left = frame.plot.right + gap_of(lines)
        if abs(at - y) > STEM:
            sheet.line(
                [(frame.plot.right + 3.5, y), (left - 1.5, at)],
                s.RULE if line.hue == s.GREY else face.colour,
                s.HAIR,
                under=2.5,
            )
        sheet.text((left + figures, at), printed(float(line.values[line.end])), face, align="right")
        if look.named:
            stacked(sheet, (left + figures + 4, at), line.name.split("\n"), face)


def fitting(lines: Sequence[Line], height: float, room: float) -> list[Line]:
    """The lines whose names find room, the emphasised first, then the extreme ones, in their order."""
    count = int(room / height)
    if len(lines) <= count:
        return list(lines)
    by_value = sorted(lines, key=lambda i: float(i.values[i.end]))
    ranked = sorted(
        lines,
        key=lambda i: (
            not i.bold,
            i.hue == s.GREY,
            min(by_value.index(i), len(lines) - 1 - by_value.index(i)),
        ),
    )
    return [line for line in lines if line in ranked[:count]]


def print_values(
    sheet: Sheet, frame: Frame, lines: Sequence[Line], printed: Callable[[float], str], look: Look, area: Box
) -> None:
    """First and turning figures beside their points; one that finds no free place is left to the table."""
    room = Box(area.left, frame.plot.bottom + 1, frame.plot.right + GAP, sheet.room.top)
    marks = [
        square(point, DOT)
        for i in lines
        for t, point in enumerate(frame.points(i.values))
        if t in (*i.told, i.end)
    ]
    for line in sorted(lines, key=lambda i: (not i.bold, i.dashed)):
        for t in line.told:
            if t != line.end:
                _print_value(sheet, frame, line, t, printed(float(line.values[t])), look, room, marks)


def _print_value(
    sheet: Sheet, frame: Frame, line: Line, t: int, text: str, look: Look, room: Box, marks: Sequence[Box]
) -> None:
    point, face = frame.points(line.values)[t], Face(look.size, look.ink(line.hue), line.bold)
    height, width = tall(face), s.extent(text, face.size, face.bold)
    lowest = t > 0 and line.values[t] < line.values[0]
    others = [m for m in marks if not (m.left < point[0] < m.right and m.bottom < point[1] < m.top)]
    places = [(c, b) for c, b in around(point, width, height, above=not lowest, gap=DOT)]
    if look.on_field and t == 0:
        places = [
            (0.0, Box(point[0] - 7 - width, point[1] - height / 2, point[0] - 7, point[1] + height / 2)),
            *places,
        ]
    box = best(places, room, [*sheet.taken, *others], sheet.strokes)
    if box:
        inside(sheet, box, text, face, ground="" if look.on_field else look.ground)


def note(
    sheet: Sheet, at: Point, text: str, room: Box, *, width: float = 34 * s.MM, face: Face = NOTE
) -> bool:
    """A note in the nearest place around a point that is free, of lines too, with a leader to it; False if
    there is no place.
    """
    lines = wrapped(text, width, face)
    places = about(at, wide(lines, face) + 2 * PAD, tall(face, len(lines)) + 2 * PAD)
    padded = best(places, room, sheet.taken, sheet.strokes, at, clear=True)
    if padded is None:
        return False
    box = Box(padded.left + PAD, padded.bottom + PAD, padded.right - PAD, padded.top - PAD)
    near = padded.nearest(at)
    far = ((near[0] - at[0]) ** 2 + (near[1] - at[1]) ** 2) ** 0.5
    start = tuple(a + (n - a) * 4 / far for a, n in zip(at, near, strict=True))
    sheet.line([(start[0], start[1]), near], s.TEXT2, s.HAIR, under=2.4, avoid=True)
    sheet.lines(box, lines, face, ground=s.PAPER)
    return True

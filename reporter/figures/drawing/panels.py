"""Small multiples: line charts side by side, each with its heading, all with the same room for labels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reporter.figures import style as s
from reporter.figures.drawing.frame import Scale, tick_room
from reporter.figures.drawing.lines import TICKS, Line, chart, ends_room
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import HEAD, QUIET, Sheet, wrapped

GUTTER = 5 * s.MM
PLOT = 12 * s.MM
"""What a line chart must have beside its figures and names."""


@dataclass(frozen=True)
class Panel:
    """One of several charts: its heading and unit, its lines, its scale, how its figures are printed."""

    head: str
    unit: str
    lines: Sequence[Line]
    scale: Scale
    printed: Callable[[float], str]


def even(count: int, most: int) -> int:
    """How many charts a row, at most so many, so that the rows are as even as can be: four as two and two."""
    return -(-count // -(-count // most))


def abreast_of(panels: Sequence[Panel], width: float, most: int) -> int:
    """How many of the charts a row of `width` mm holds, two at least, at most so many, in even rows."""
    names = max(ends_room(p.lines, p.printed) for p in panels)
    ticks = max(tick_room(p.scale) for p in panels) + TICKS
    room = int((width * s.MM + GUTTER) / (ticks + PLOT + names + GUTTER))
    return even(len(panels), min(most, max(2, room)))


def cells(room: Box, count: int, abreast: int) -> list[Box]:
    """The areas of so many charts, so many abreast, from the top left."""
    rows = -(-count // abreast)
    wide = (room.width - GUTTER * (abreast - 1)) / abreast
    tall = (room.height - GUTTER * (rows - 1)) / rows
    made = []
    for k in range(count):
        row, column = divmod(k, abreast)
        left, top = room.left + column * (wide + GUTTER), room.top - row * (tall + GUTTER)
        made.append(Box(left, top - tall, left + wide, top))
    return made


def side_by_side(sheet: Sheet, panels: Sequence[Panel], periods: tuple[str, ...], abreast: int) -> None:
    """Draws the charts; headings wrap, and all plots begin at the height that the longest heading leaves."""
    areas = cells(sheet.room, len(panels), abreast)
    heads = [wrapped(p.head, areas[0].width, HEAD) for p in panels]
    most = max(len(h) for h in heads)
    right = max(ends_room(p.lines, p.printed) for p in panels)
    for area, head, panel in zip(areas, heads, panels, strict=True):
        sheet.lines(Box(area.left, area.bottom, area.right, area.top), head, HEAD)
        down = area.top - 1.25 * s.LABEL * most - 1
        if any(p.unit for p in panels):
            if panel.unit:
                sheet.lines(Box(area.left, area.bottom, area.right, down), [panel.unit], QUIET)
            down -= 1.25 * s.LABEL
        chart(
            sheet,
            Box(area.left, area.bottom, area.right, down - 2),
            panel.lines,
            panel.scale,
            periods,
            panel.printed,
            right=right,
        )

"""Intervals in rows: a name, a line with its median and the published value, figures at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporter.figures import style as s
from reporter.figures.drawing.bars import Span, ruler, steps
from reporter.figures.drawing.frame import Scale
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import TICK, Face, Sheet, clipped, wide
from reporter.figures.drawing.spots import spot

HEAD, FOOT, GAP, COLUMN = 5.0 * s.MM, 5.0 * s.MM, 4.0 * s.MM, 4.0 * s.MM


@dataclass(frozen=True)
class Interval:
    """One row: its name, its values, how it is drawn, and its figures as printed."""

    name: str
    low: float
    high: float
    value: float
    figures: tuple[str, ...]
    hue: s.Hue
    median: float = float("nan")
    bold: bool = False
    ring: bool = False


def intervals(
    paper: Sheet, rows: Sequence[Interval], heads: Sequence[str], scale: Scale, names: float
) -> None:
    """Draws the rows; `names` is the most room that a name takes, a longer one is cut."""
    top, bottom = paper.room.top - HEAD, paper.room.bottom + FOOT
    step = (top - bottom) / len(rows)
    face = Face(min(s.LABEL, 0.8 * step))
    room = min(names, wide([row.name for row in rows], Face(face.size, bold=True)))
    right = _columns(paper, rows, heads, face, steps(top, bottom, len(rows)))
    span = Span(room + GAP + 2, right - GAP, scale.low, scale.high)
    ruler(paper, span, scale, bottom, top, at_zero=s.TEXT2)
    for row, middle in zip(rows, steps(top, bottom, len(rows)), strict=True):
        own = Face(face.size, row.hue.text, row.bold)
        paper.text((0, middle), clipped(row.name, room + 1, own), own)
        _row(paper, row, span, middle, min(3.0, 0.3 * step))
        whole = Box(0, middle - step / 2, paper.room.right, middle + step / 2)
        spot(paper, whole, row.name, *row.figures[:2])


def _columns(
    paper: Sheet, rows: Sequence[Interval], heads: Sequence[str], face: Face, middles: Sequence[float]
) -> float:
    """Prints the figures in columns; returns where the first begins."""
    right = paper.room.right
    for k in reversed(range(len(heads))):
        strong = Face(face.size, bold=k == 0)
        paper.text((right, paper.room.top - 0.7 * s.SMALL), heads[k], TICK, align="right")
        for row, middle in zip(rows, middles, strict=True):
            own = Face(face.size, row.hue.text if k == 0 else s.TEXT2, k == 0 and row.bold)
            paper.text((right, middle), row.figures[k], own, align="right")
        right -= max(wide([row.figures[k] for row in rows], strong), wide([heads[k]], TICK)) + COLUMN
    return right


def _row(paper: Sheet, row: Interval, span: Span, y: float, half: float) -> None:
    """The line, a tick at the median, a mark at the published value."""
    paper.line([(span.x(row.low), y), (span.x(row.high), y)], row.hue.fill, s.LINE, under=2)
    if row.median == row.median:
        x = span.x(row.median)
        paper.line([(x, y - half), (x, y + half)], row.hue.fill, s.LINE, under=3)
    paper.mark((span.x(row.value), y), row.hue.marker, row.hue.fill, min(s.MARK, 2 * half + 1), ring=row.ring)

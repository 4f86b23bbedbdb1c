"""Horizontal bars on a common zero, names at the left, figures at the bars' ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporter.figures import style as s
from reporter.figures.drawing.frame import Scale
from reporter.figures.drawing.lettering import stacked
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import LEADING, TICK, Face, Sheet, wide, wrapped

SPACE, NOTHING = 4.0, 0.05
WIDER = (1.0, 1.25, 1.5)  # what a name takes of the room it should keep to, where its row is low


@dataclass(frozen=True)
class Span:
    """Where values stand between left and right."""

    left: float
    right: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.left + (self.right - self.left) * (value - self.low) / ((self.high - self.low) or 1.0)


def between(left: float, right: float, values: Sequence[float], figures: float) -> Span:
    """A span over the values and zero that keeps room for a figure beyond both ends where bars go there."""
    low, high = min(0.0, *values), max(0.0, *values)
    return Span(left + (figures + SPACE if low < -NOTHING else 0.0), right - figures - SPACE, low, high)


def names(
    sheet: Sheet, texts: Sequence[str], middles: Sequence[float], faces: Sequence[Face], most: float = 1.0
) -> float:
    """Writes the names at the left edge, folded where they are wider than a share of the sheet and their row
    has room; returns where the widest ends.
    """
    step = middles[0] - middles[1] if len(middles) > 1 else sheet.room.height
    found = [
        _folded(text, most * sheet.room.width, step, face) for text, face in zip(texts, faces, strict=True)
    ]
    for lines, y, face in zip(found, middles, faces, strict=True):
        stacked(sheet, (sheet.room.left, y), lines, face)
    return sheet.room.left + max(wide(lines, face) for lines, face in zip(found, faces, strict=True))


def _folded(text: str, room: float, step: float, face: Face) -> list[str]:
    """The name in the lines its room asks for; in fewer, and wider, where a row has no room for so many."""
    fit = max(1, int(step / (LEADING * face.size)))
    tried = (wrapped(text, room * wider, face) for wider in WIDER)
    return next((lines for lines in tried if len(lines) <= fit), [text])


def zero(sheet: Sheet, span: Span, bottom: float, top: float) -> None:
    """The line at zero."""
    sheet.line([(span.x(0), bottom), (span.x(0), top)], s.TEXT2, s.HAIR, under=4)


def ruler(
    sheet: Sheet, span: Span, scale: Scale, bottom: float, top: float, *, at_zero: str = s.RULE
) -> None:
    """Upright hairlines with their figures below them; that at zero in the colour `at_zero`."""
    for tick in scale.ticks:
        x = span.x(tick)
        sheet.line([(x, bottom), (x, top)], s.RULE if tick else at_zero, s.HAIR, under=0.5)
        sheet.text((x, bottom - 0.9 * s.SMALL), scale.printed(tick), TICK, align="center")


def steps(top: float, bottom: float, count: int) -> list[float]:
    """The middles of so many rows from top to bottom."""
    return [top - (k + 0.5) * (top - bottom) / count for k in range(count)]


def bar(
    sheet: Sheet,
    span: Span,
    start: float,
    end: float,
    middle: float,
    thick: float,
    colour: str,
    *,
    edge: str = "none",
) -> Box:
    """A bar from one value to another."""
    a, b = sorted((span.x(start), span.x(end)))
    box = Box(a, middle - thick / 2, b, middle + thick / 2)
    sheet.block(box, colour, edge=edge)
    return box


def figure_at_end(sheet: Sheet, box: Box, text: str, face: Face, value: float) -> None:
    """A figure beyond the end of a bar, on the bar's side; one that prints as zero stands at the right."""
    middle = (box.bottom + box.top) / 2
    if value < -NOTHING:
        sheet.text((box.left - SPACE, middle), text, face, align="right")
    else:
        sheet.text((box.right + SPACE, middle), text, face)

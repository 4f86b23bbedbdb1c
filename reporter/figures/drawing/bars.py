"""Horizontal bars on a common zero, names at the left, figures at the bars' ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporter.figures import style as s
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import Face, Sheet, wide

SPACE, NOTHING = 4.0, 0.05


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


def names(sheet: Sheet, texts: Sequence[str], middles: Sequence[float], faces: Sequence[Face]) -> float:
    """Writes the names at the left edge; returns where the widest ends."""
    for text, y, face in zip(texts, middles, faces, strict=True):
        sheet.text((sheet.room.left, y), text, face)
    return sheet.room.left + max(wide([text], face) for text, face in zip(texts, faces, strict=True))


def zero(sheet: Sheet, span: Span, bottom: float, top: float) -> None:
    """The line at zero."""
    sheet.line([(span.x(0), bottom), (span.x(0), top)], s.TEXT2, s.HAIR, under=4)


def steps(top: float, bottom: float, count: int) -> list[float]:
    """The middles of so many rows from top to bottom."""
    return [top - (k + 0.5) * (top - bottom) / count for k in range(count)]


def bar(sheet: Sheet, span: Span, start: float, end: float, middle: float, thick: float, colour: str) -> Box:
    """A bar from one value to another."""
    a, b = sorted((span.x(start), span.x(end)))
    box = Box(a, middle - thick / 2, b, middle + thick / 2)
    sheet.block(box, colour)
    return box


def figure_at_end(sheet: Sheet, box: Box, text: str, face: Face, value: float) -> None:
    """A figure beyond the end of a bar, on the bar's side; one that prints as zero stands at the right."""
    middle = (box.bottom + box.top) / 2
    if value < -NOTHING:
        sheet.text((box.left - SPACE, middle), text, face, align="right")
    else:
        sheet.text((box.right + SPACE, middle), text, face)

"""Lettering set where a place for it was found: lines about a height, a text in its box."""

from collections.abc import Sequence

from reporter.figures.drawing.place import Box, Point
from reporter.figures.drawing.sheet import DROP, LEADING, NOTE, Align, Face, Sheet


def stacked(
    paper: Sheet, at: Point, texts: Sequence[str], face: Face = NOTE, *, align: Align = "left"
) -> None:
    """Lines of text one below another, about the height given."""
    for k, text in enumerate(texts):
        up = ((len(texts) - 1) / 2 - k) * LEADING * face.size
        paper.text((at[0], at[1] + up), text, face, align=align)


def inside(paper: Sheet, box: Box, text: str, face: Face, *, ground: str = "") -> None:
    """A text in a box of its own size."""
    paper.text((box.left, box.bottom + (DROP + 0.36) * face.size), text, face, ground=ground)

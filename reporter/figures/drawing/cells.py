"""Cells of a heat map: a ground by the value, the figure on it, a ring where it rests on a filled one."""

from collections.abc import Sequence

from reporter.figures import style as s
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import Face, Sheet
from reporter.model.panel import Bools, Floats


def cells(
    paper: Sheet,
    boxes: Sequence[Box],
    shares: Floats,
    texts: Sequence[str],
    filled: Bools,
    size: float = s.LABEL,
) -> None:
    """Cells with their figures; a share (0–1) that is missing has no ground, a filled-in figure a ring."""
    for box, share, text, ringed in zip(boxes, shares, texts, filled, strict=True):
        known = share == share
        fill = s.heat(float(share)) if known else s.PAPER
        if known:
            paper.block(Box(box.left + 0.6, box.bottom + 0.6, box.right - 0.6, box.top - 0.6), fill)
        face = Face(size, s.on(fill) if known else s.TEXT2)
        middle = (box.bottom + box.top) / 2
        paper.text(((box.left + box.right) / 2, middle), text, face, align="center")
        if ringed:
            paper.mark((box.left + 6, middle), "o", face.colour, s.RING, ring=True)

"""The texts of a drawing, each as wide as it is printed: which of them meet, which leave it."""

from itertools import combinations
from typing import NamedTuple

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from reporter.figures import style
from reporter.model.document import Figure

HAIR, EDGE = 0.6, 1.0
"""In points: what two texts may share, and how far one may reach out of the drawing."""


class Lettered(NamedTuple):
    """A figure as it is told, its texts with their boxes, and the box of the drawing."""

    figure: Figure
    texts: list[tuple[str, Bbox]]
    room: Bbox

    def meeting(self):
        """The pairs of texts that share an area."""
        return [(a, b) for (a, one), (b, two) in combinations(self.texts, 2) if meet(one, two)]

    def outside(self):
        """The texts that leave the drawing."""
        room = self.room.padded(EDGE)
        return [
            text
            for text, b in self.texts
            if b.x0 < room.x0 or b.y0 < room.y0 or b.x1 > room.x1 or b.y1 > room.y1
        ]


def lettered(draw):
    """What `draw` draws, with its texts."""
    kept, plain = [], style.svg
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style, "svg", lambda figure: kept.append(figure) or plain(figure))
        figure = draw()
    return Lettered(figure, boxes_of(kept[0]), kept[0].bbox)


def boxes_of(figure):
    """Every text with its box, as wide as it is printed: unhinted."""
    with mpl.rc_context({"text.hinting": "no_hinting"}):
        renderer = FigureCanvasAgg(figure).get_renderer()
        return [(t.get_text(), t.get_window_extent(renderer)) for t in figure.findobj(Text)]


def meet(one, two):
    return (
        one.x0 + HAIR < two.x1
        and two.x0 + HAIR < one.x1
        and one.y0 + HAIR < two.y1
        and two.y0 + HAIR < one.y1
    )

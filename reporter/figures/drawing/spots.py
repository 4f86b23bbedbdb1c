"""What a screen tells under the pointer: the figure behind each mark of a drawing."""

from collections.abc import Callable, Sequence

from reporter.figures.drawing.place import Box, Point, square
from reporter.figures.drawing.sheet import Sheet
from reporter.model.panel import Floats
from reporter.model.screen import HotSpot

HALF = 3.0
"""Half the side of a point's box, in points."""


def spot(paper: Sheet, box: Box, name: str, value: str, at: str = "") -> None:
    """A mark of the drawing: whose figure it shows, the figure as printed, of when or in what."""
    room = paper.room
    left, top = box.left / room.width, (room.top - box.top) / room.height
    wide, high = box.width / room.width, box.height / room.height
    left, top, wide, high = (round(share, 4) for share in (left, top, wide, high))
    paper.spots.append(HotSpot(left, top, wide, high, name, value, at))


def about(point: Point) -> Box:
    """The box of a point."""
    return square(point, HALF)


def course(
    paper: Sheet,
    points: Sequence[Point],
    values: Floats,
    name: str,
    periods: Sequence[str],
    printed: Callable[[float], str],
) -> None:
    """A spot for each figure of a course over time that is not missing."""
    for point, value, period in zip(points, values, periods, strict=True):
        if value == value:
            spot(paper, about(point), name, printed(float(value)), period)

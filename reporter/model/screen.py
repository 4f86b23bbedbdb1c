"""What only a screen shows: the figures behind a drawing's marks, and the same edition in other languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HotSpot:
    """A mark of a drawing: its box in shares of the drawing from the top left, 0–1, whose figure it shows,
    of when or under which conditions, and the figure as printed.
    """

    left: float
    top: float
    width: float
    height: float
    name: str
    value: str
    at: str = ""


@dataclass(frozen=True)
class Sibling:
    """The same page in another language: its tag, its name for itself, and the relative path to it."""

    tag: str
    name: str
    path: str

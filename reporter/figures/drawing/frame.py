"""The ground of a chart: a scale with its hairlines, the periods under it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporter.figures import style as s
from reporter.figures.drawing.facts import finite, ticks
from reporter.figures.drawing.place import Box, Point
from reporter.figures.drawing.sheet import TICK, Sheet, box_of
from reporter.model.panel import Floats
from reporter.model.words import Words

FOOT = 5.0 * s.MM
PERCENT = 100.0


@dataclass(frozen=True)
class Scale:
    """A scale from low to high, the figures printed on it, and how they are printed."""

    low: float
    high: float
    ticks: tuple[float, ...]
    printed: Callable[[float], str]


def index_scale(words: Words, arrays: Iterable[Floats], most: int = 6) -> Scale:
    """0–100 in fifths, quarters or halves; one for the figures where scores are printed as they are."""
    if words.times != PERCENT:
        return scale_of(list(arrays), words, most=most)
    step = 20 if most >= 6 else 25 if most >= 5 else 50
    return Scale(0, PERCENT, tuple(float(t) for t in range(0, 101, step)), lambda tick: words.number(tick, 0))


def scale_of(arrays: Sequence[Floats], words: Words, *, most: int = 5, zero: bool = True) -> Scale:
    """A scale for figures; it begins at zero unless told otherwise, and prints its ticks exactly."""
    values = finite(arrays)
    if not len(values):
        return Scale(0, 1, (0.0, 1.0), lambda tick: words.number(tick, 0))
    low, high = float(values.min()), float(values.max())
    if zero:
        low, high = min(0.0, low), max(0.0, high)
    at = ticks(low, high, most)
    decimals = next(d for d in range(12) if d == 11 or all(round(tick, d) == tick for tick in at))
    return Scale(low, high if high > low else low + 1, at, lambda tick: words.number(tick, decimals))


@dataclass(frozen=True)
class Frame:
    """Where periods and values stand on the sheet."""

    plot: Box
    scale: Scale
    periods: tuple[str, ...]

    def x(self, t: float) -> float:
        """Where the t-th period stands."""
        steps = len(self.periods) - 1
        return self.plot.left + self.plot.width * (t / steps if steps else 0.5)

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.plot.bottom + self.plot.height * (value - self.scale.low) / (
            self.scale.high - self.scale.low
        )

    def points(self, values: Floats) -> list[Point]:
        """A course on the sheet."""
        return [(self.x(t), self.y(float(v))) for t, v in enumerate(values)]


def ruled(sheet: Sheet, frame: Frame, left: float, right: float) -> None:
    """Hairlines with their figures standing on them at the left edge; a stronger line at zero."""
    for tick in frame.scale.ticks:
        y = frame.y(tick)
        sheet.line([(left, y), (right, y)], s.TEXT2 if tick == 0 else s.RULE, s.HAIR, under=0.5)
        sheet.text((left, y + 0.62 * s.SMALL), frame.scale.printed(tick), TICK)


def tick_room(scale: Scale) -> float:
    """How far the figures of the scale reach in from the left edge."""
    return max((s.extent(scale.printed(t), s.SMALL) for t in scale.ticks), default=0.0)


def labelled(periods: Sequence[str]) -> list[str]:
    """First and last period in full, the others in their last two figures (or their part of the year)."""
    return [p if t in (0, len(periods) - 1) else p.partition("-")[2] or p[-2:] for t, p in enumerate(periods)]


def periods_under(sheet: Sheet, frame: Frame, colour: str = s.TEXT2, size: float = s.SMALL) -> None:
    """The periods under the plot; those for which there is no room are left out, never the first or last."""
    face = TICK if (colour, size) == (s.TEXT2, s.SMALL) else type(TICK)(size, colour)
    names = labelled(frame.periods)
    middle = frame.plot.bottom - 2.5 - 0.75 * size
    boxes = [box_of((frame.x(t), middle), name, face, "center") for t, name in enumerate(names)]
    for t in shown_periods(boxes):
        x = frame.x(t)
        sheet.line([(x, frame.plot.bottom), (x, frame.plot.bottom - 2.5)], colour, s.HAIR, under=0.6)
        sheet.text((x, middle), names[t], face, align="center")


def shown_periods(boxes: Sequence[Box], gap: float = 3.0) -> list[int]:
    """Which labels fit side by side: first, last, and every k-th between for the smallest k that fits."""
    last = len(boxes) - 1
    for k in range(1, last + 1):
        kept = [t for t in range(last) if t % k == 0 and (t == 0 or last % k == 0 or last - t >= k)] + [last]
        if all(boxes[a].right + gap <= boxes[b].left for a, b in pairwise(kept)):
            return kept
    return [last] if last <= 0 or boxes[0].right + gap > boxes[last].left else [0, last]

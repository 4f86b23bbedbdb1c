"""How one region's score moved: where it stood, what each indicator added, where it stands."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing import bars
from reporter.figures.drawing.members import member_hues
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import HEAD, NOTE, QUIET, Face, Sheet, sheet, wide
from reporter.figures.drawing.spots import about, spot
from reporter.figures.drawing.tell import Printer, Row, Told, figure, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

MOST, ROW, NAMES, STILL = 6, 5.2, 0.46, 0.01


class Step(NamedTuple):
    """A contribution: the indicator, "" for the others together, its name, the score before and after it."""

    indicator: str
    name: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """What it adds."""
        return self.after - self.before


def waterfall(
    assessment: Assessment,
    words: Words,
    *,
    region: str,
    start: str = "",
    most: int = MOST,
    width: float = s.C7,
    height: float = 0.0,
) -> Figure:
    """From the score of `start`, else of the first period, to the last; the `most` largest contributions one
    by one, the others together, so that all add up.
    """
    result = assessment.main
    start, last = start or result.periods[0], result.periods[-1]
    a, b = (result.score(result.code, region, p) for p in (start, last))
    steps = _steps(assessment, words, region, start, most)
    ends = [(words("figures.alt.period", period=p), v * words.times) for p, v in ((start, a), (last, b))]
    paper = sheet(width, height or ROW * (len(steps) + 2))
    _draw(paper, assessment, words, region, ends, steps)
    facts: dict[str, object] = {"region": region, "index": result.code, "first": start, "last": last}
    facts |= {
        "a": a,
        "b": b,
        "change": b - a,
        "most": steps[0].indicator,
        "value": steps[0].change / words.times,
    }
    plain, signed = Printer(words, words.places), Printer(words, words.places, signed=True)
    added = [(step.name, signed(step.change)) for step in steps]
    spoken = [
        (words.name(region), [(ends[0][0], plain(ends[0][1])), *added, (ends[1][0], plain(ends[1][1]))])
    ]
    rows: list[Row] = [(ends[0][0], 0.0, ends[0][1])]
    rows += [(_named(words, i), i.change, i.after) for i in steps]
    columns = tuple(words(f"figures.column.{name}") for name in ("indicator", "points", "score"))
    title = words(f"figures.waterfall.title.{_kind(assessment, region, start, b - a)}", **facts)
    measure = words("figures.waterfall.measure", **facts)
    filled = result.rests(result.code, region, start, last)
    told = Told(f"waterfall-{slug(region)}", title, measure, spoken, columns, rows, filled, "plain")
    return figure(paper, told, assessment, words)


def _kind(a: Assessment, region: str, start: str, change: float) -> str:
    if not a.sure(a.main.code, region, start):
        return "unsure"
    return "flat" if abs(change) < STILL else "rise" if change > 0 else "fall"


def _steps(a: Assessment, words: Words, region: str, start: str, most: int) -> list[Step]:
    """The largest contributions, those that go with the change first, then what the others add together."""
    result = a.main
    parts = result.contributions(region, start, result.periods[-1]) * words.times
    sign = -1.0 if parts.sum() < 0 else 1.0
    shown = set(np.argsort(-np.abs(parts), kind="stable")[:most].tolist())
    order = [j for j in np.argsort(-parts * sign, kind="stable").tolist() if j in shown]
    added = [(i, words.short(i), float(parts[j])) for j in order for i in (result.steps.indicators[j],)]
    if others := len(parts) - len(order):
        rest = float(sum(parts[j] for j in range(len(parts)) if j not in shown))
        added.append(
            ("", words(f"figures.waterfall.rest.{'one' if others == 1 else 'many'}", n=others), rest)
        )
    at = result.score(result.code, region, start) * words.times
    levels = [at, *(at + np.cumsum([value for *_, value in added])).tolist()]
    return [Step(i, name, levels[k], levels[k + 1]) for k, (i, name, _) in enumerate(added)]


def _draw(
    paper: Sheet,
    a: Assessment,
    words: Words,
    region: str,
    ends: Sequence[tuple[str, float]],
    steps: Sequence[Step],
) -> None:
    """A row for each end and each step; the scale begins where the lowest level stands, not at zero."""
    plain, signed = Printer(words, words.places), Printer(words, words.places, signed=True)
    hue = member_hues(a, region).get(region, s.MEAN_HUE)
    middles = bars.steps(paper.room.top, paper.room.bottom, len(steps) + 2)
    faces = [HEAD, *(NOTE if step.indicator else QUIET for step in steps), HEAD]
    left = (
        bars.names(paper, [ends[0][0], *(i.name for i in steps), ends[1][0]], middles, faces, NAMES)
        + 3 * s.MM
    )
    levels = [ends[0][1], *(step.after for step in steps)]
    room = wide([*map(signed, (i.change for i in steps)), *(plain(v) for _, v in ends)], HEAD) + bars.SPACE
    span = bars.Span(left + room, paper.room.right - room, min(levels), max(levels))
    thick = s.BAR * (middles[0] - middles[1])
    for k, step in enumerate(steps):
        bar = _step(paper, span, step, middles[k + 1], thick, hue, signed)
        spot(paper, bar, _named(words, step), signed(step.change), words.name(region))
    for level, (upper, lower) in zip(levels, pairwise(middles), strict=True):
        paper.line([(span.x(level), upper), (span.x(level), lower)], s.CONTEXT, s.HAIR, under=1.5)
    for (at, value), middle, marker in zip(ends, (middles[0], middles[-1]), ("o", hue.marker), strict=True):
        point = span.x(value), middle
        paper.mark(point, marker, hue.fill, s.MARK + 1)
        paper.text((point[0] + 5, middle), plain(value), Face(s.LABEL, hue.text, True))
        spot(paper, about(point), words.name(region), plain(value), at)


def _named(words: Words, step: Step) -> str:
    """The indicator's name in full, or what the others together are called."""
    return words.name(step.indicator) if step.indicator else step.name


def _step(
    paper: Sheet, span: bars.Span, step: Step, middle: float, thick: float, hue: s.Hue, printed: Printer
) -> Box:
    """A bar between two levels; a gain is filled, a loss an outline, and both have their sign."""
    fill = hue.fill if step.indicator else s.CONTEXT
    inner = fill if step.change >= 0 else s.PAPER
    box = bars.bar(paper, span, step.before, step.after, middle, thick, inner, edge=fill)
    bars.figure_at_end(paper, box, printed(step.change), NOTE, step.change)
    return box

"""Where one region stands among all: a box for each score and indicator, and a mark that says "here"."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing import bars
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.members import sufficient
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import HEAD, NOTE, Face, Sheet, sheet, wide
from reporter.figures.drawing.spots import about, spot
from reporter.figures.drawing.tell import Row, Told, figure, scores, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

LEAST, ROW, FOOT, NAMES, LOWEST = 8, 4.4, 4.5 * s.MM, 0.34, 3.2
ENDS = ("lowest", "quarter", "median", "three_quarters", "highest")
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


class Spread(NamedTuple):
    """A score or an indicator over the regions: its five numbers, and the region's, now and before."""

    code: str
    ends: tuple[float, ...]
    here: float
    before: float
    scored: bool

    @property
    def high(self) -> bool:
        """Whether the region is in the upper quarter: not where half of all have the same."""
        return self.here >= self.ends[3] > self.ends[2]

    @property
    def low(self) -> bool:
        """Whether it is in the lower quarter."""
        return self.here <= self.ends[1] < self.ends[2]


def box(
    assessment: Assessment, words: Words, *, region: str, width: float = s.C12, height: float = 0.0
) -> Figure:
    """A row for each dimension and, where the height has room for them, each indicator below it.

    A fault for fewer than eight regions.
    """
    sufficient(assessment, "box", LEAST, "dumbbell")
    every = spreads(assessment, words, region)
    fits = not height or len(every) * LOWEST + FOOT / s.MM <= height
    shown = every if fits else [one for one in every if one.scored]
    paper = sheet(width, height or ROW * len(shown) + FOOT / s.MM)
    _draw(paper, words, shown, region, assessment.before or "")
    told = [one for one in shown if one.scored != fits and one.here == one.here]
    facts = {"region": region, "of": len(told), "n": len(assessment.main.members)}
    facts |= {"period": assessment.period, "before": assessment.before or ""}
    high, low = sum(one.high for one in told), sum(one.low for one in told)
    facts |= {"high": high, "low": low}
    printed = scores(words)
    spoken = [(words.name(region), [(words.short(one.code), printed(one.here)) for one in shown])]
    spoken.append((words("figures.box.median"), [(words.short(i.code), printed(i.ends[2])) for i in shown]))
    columns, rows = _data(words, shown, region, assessment.before or "")
    measure = words(f"figures.box.measure.{'with' if assessment.before else 'without'}", **facts)
    where = "both" if high and low else "high" if high else "low" if low else "none"
    title = words(f"figures.box.title.{'indicators' if fits else 'dimensions'}.{where}", **facts)
    return figure(
        paper, Told(f"box-{slug(region)}", title, measure, spoken, columns, rows), assessment, words
    )


def _data(
    words: Words, shown: Sequence[Spread], region: str, before: str
) -> tuple[tuple[str, ...], list[Row]]:
    """The columns and rows behind the chart, without the region's figures of before where there are none."""
    then = [words("figures.alt.of", name=words.name(region), of=words.period(before))] if before else []
    columns = (words("figures.column.indicator"), words.name(region), *then, *_ends(words))
    return columns, [
        (words.name(one.code), one.here, *((one.before,) if before else ()), *one.ends) for one in shown
    ]


def _ends(words: Words) -> list[str]:
    """What the five numbers are called."""
    return [words(f"figures.box.{name}") for name in ENDS]


def spreads(a: Assessment, words: Words, region: str) -> list[Spread]:
    """Each dimension's score, then its standardised indicators, as printed."""
    result = a.main
    t, own, codes = (
        result.periods.index(a.period),
        result.members.index(region),
        result.framework.codes(result.code),
    )
    made = []
    for d in result.framework.dimensions:
        made.append(
            _spread(codes[d.id], result.values[codes[d.id]][: len(result.members)], own, t, words, True)
        )
        at = [(i, result.steps.indicators.index(i)) for i in d.indicators]
        made += [_spread(i, result.steps.standardised[:, :, j], own, t, words, False) for i, j in at]
    return [one for one in made if one.ends]


def _spread(code: str, values: Floats, own: int, t: int, words: Words, scored: bool) -> Spread:
    """Of one quantity, regions × periods; no ends where no region has a figure."""
    known = values[np.isfinite(values[:, t]), t] * words.times
    ends = tuple(np.quantile(known, QUARTERS).tolist()) if len(known) else ()
    before = float(values[own, t - 1]) * words.times if t else float("nan")
    return Spread(code, ends, float(values[own, t]) * words.times, before, scored)


def _draw(paper: Sheet, words: Words, shown: Sequence[Spread], region: str, before: str) -> None:
    middles = bars.steps(paper.room.top, paper.room.bottom + FOOT, len(shown))
    faces = [HEAD if one.scored else NOTE for one in shown]
    left = bars.names(paper, [words.short(one.code) for one in shown], middles, faces, NAMES) + 5 * s.MM
    printed = scores(words)
    right = paper.room.right - wide([printed(one.here) for one in shown], HEAD) - 5 * s.MM
    scale = index_scale(words, [np.array(one.ends) for one in shown], 5)
    span = bars.Span(left, right, scale.low, scale.high)
    bars.ruler(paper, span, scale, paper.room.bottom + FOOT, paper.room.top)
    thick = 0.5 * (middles[0] - middles[1]) if len(shown) > 1 else 6.0
    for one, middle in zip(shown, middles, strict=True):
        _box(paper, span, one, middle, thick)
        _tell(paper, words, span, one, middle, (region, before))
        face = Face(s.LABEL, s.CHOSEN.text, one.scored)
        paper.text((paper.room.right, middle), printed(one.here), face, align="right")


def _box(paper: Sheet, span: bars.Span, one: Spread, middle: float, thick: float) -> None:
    """From the lowest to the highest a line, the middle half a box, the median a stroke; here a diamond."""
    low, quarter, median, upper, high = (span.x(end) for end in one.ends)
    paper.line([(low, middle), (high, middle)], s.CONTEXT, s.THIN, under=1.5)
    paper.block(Box(quarter, middle - thick / 2, upper, middle + thick / 2), s.RULE, edge=s.CONTEXT)
    paper.line([(median, middle - thick / 2), (median, middle + thick / 2)], s.INK, s.LINE, under=2.5)
    if one.before == one.before:
        paper.mark((span.x(one.before), middle), "o", s.CHOSEN.fill, s.RING, ring=True)
    if one.here == one.here:
        paper.mark((span.x(one.here), middle), s.CHOSEN.marker, s.CHOSEN.fill, s.MARK + 0.5)


def _tell(
    paper: Sheet, words: Words, span: bars.Span, one: Spread, middle: float, who: tuple[str, str]
) -> None:
    """The five numbers, then the region's figure before and now, for the screen."""
    region, before = who
    name, code = words.name(region), words.name(one.code)
    then = words("figures.alt.of", name=name, of=words.period(before))
    for told, value in (*zip(_ends(words), one.ends, strict=True), (then, one.before), (name, one.here)):
        if value == value:
            spot(paper, about((span.x(value), middle)), told, scores(words)(value), code)

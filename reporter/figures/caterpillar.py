"""The index of the last period with its interval: what other ways to compute it give."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import scale_of
from reporter.figures.drawing.intervals import FOOT, HEAD, Interval, intervals
from reporter.figures.drawing.members import FEW, member_hues
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Printer, Row, Told, figure, scores
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import MISSING, Words

TALL, MIDDLE, ROW, PAGE, NAMES = 8.0 * s.MM, 5.6 * s.MM, 3.9 * s.MM, 190.0 * s.MM, 46.0 * s.MM
FEWEST, TELLING = 6, 12
"""Rows up to which a row is tall, and up to which it is middling."""


class Place(NamedTuple):
    """A row of the chart: a region or group, its published score, its interval, its rank's interval."""

    region: str
    value: float
    low: float
    median: float
    high: float
    ranks: tuple[float, float] | None


def caterpillar(
    assessment: Assessment,
    words: Words,
    *,
    first: int = 1,
    rows: int = 0,
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """A row for each region and group in the order of the published score; `rows` from the `first` on (0:
    all).
    """
    every = _places(assessment)
    shown = every[first - 1 :][: rows or None]
    step = TALL if len(shown) <= FEWEST else MIDDLE if len(shown) <= TELLING else min(ROW, PAGE / len(shown))
    paper = sheet(width, height or (HEAD + FOOT + step * len(shown)) / s.MM)
    ranked = assessment.audit.ranked
    names = ("score", "interval", *(("places",) if ranked else ()))
    heads = [words(f"figures.caterpillar.heads.{name}") for name in names]
    values = np.array([[p.low, p.high, p.value] for p in every]) * words.times
    scale = scale_of([values], words, most=6, zero=False)
    intervals(paper, _rows(assessment, words, shown), heads, scale, NAMES)
    widest = max(every, key=lambda p: p.high - p.low)
    plan, period = assessment.audit.plan, assessment.period
    title = words(
        "figures.caterpillar.title", region=widest.region, low=widest.low, high=widest.high, period=period
    )
    measure = words(
        "figures.caterpillar.measure", index=assessment.main.code, period=period, n=plan.replicates
    )
    printed = scores(words)
    spoken = [
        (words.name(p.region), [(printed(p.value * words.times), _range(words, p.low, p.high))])
        for p in shown
    ]
    columns = (
        words("figures.column.region"),
        *(words(f"figures.caterpillar.columns.{name}") for name in Place._fields[1:5]),
        *((words("figures.caterpillar.heads.places"),) if ranked else ()),
    )
    told: list[Row] = [
        (
            words.name(p.region),
            *(v * words.times for v in p[1:5]),
            *((_ranks(words, p) or MISSING,) if ranked else ()),
        )
        for p in shown
    ]
    id = "caterpillar" if first == 1 else f"caterpillar-{first}"
    return figure(paper, Told(id, title, measure, spoken, columns, told), assessment, words)


def _places(a: Assessment) -> list[Place]:
    """Members that have a score, and the groups (of more than three the first), from best to worst."""
    main, found = a.main, a.audit.uncertainty
    groups = list(main.groups)[: None if len(main.groups) <= FEW else 1]
    bounds, ranks = found.scores[main.code], found.ranks[main.code]
    every = []
    for region in (*main.members, *groups):
        r = main.regions.index(region)
        low, median, high = (float(part[r, -1]) for part in bounds)
        places = (float(ranks.low[r, -1]), float(ranks.high[r, -1])) if r < len(main.members) else None
        every.append(Place(region, main.score(main.code, region, a.period), low, median, high, places))
    return sorted((p for p in every if p.value == p.value and p.low == p.low), key=lambda p: -p.value)


def _rows(a: Assessment, words: Words, shown: Sequence[Place]) -> list[Interval]:
    inks, printed = member_hues(a), scores(words)
    few = len(a.main.members) <= FEW
    rows = []
    for p in shown:
        member = p.region in inks
        hue = inks[p.region] if member else s.GREY
        figures = (printed(p.value * words.times), _range(words, p.low, p.high), _ranks(words, p))
        bold = member and (few or hue != s.GREY)
        low, high, value, median = (v * words.times for v in (p.low, p.high, p.value, p.median))
        rows.append(
            Interval(words.short(p.region), low, high, value, figures, hue, median, bold, ring=not member)
        )
    return rows


def _range(words: Words, low: float, high: float) -> str:
    printed = scores(words)
    return words("labels.dash").join(printed(v * words.times) for v in (low, high))


def _ranks(words: Words, p: Place) -> str:
    """The interval of a rank; one number where both ends agree, nothing for a group."""
    if p.ranks is None or p.ranks[0] != p.ranks[0]:
        return ""
    ends = dict.fromkeys(Printer(words, 0)(v) for v in p.ranks)
    return words("labels.dash").join(ends)

"""The regions in the order of a score, a bar each, in columns that fit the page."""

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

from reporter.figures import style as s
from reporter.figures.drawing import bars
from reporter.figures.drawing.members import placed
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import TICK, Face, Sheet, clipped, sheet, wide
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Row, Told, figure, scores, slug, spoken_place
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

COLUMN, ROW, GUTTER, NAME = 30, 4.4, 8.0 * s.MM, 0.42
RANK, TIER, OPEN = 6.0 * s.MM, 28.0 * s.MM, "\u00a0≈"


class Spread(NamedTuple):
    """A region's place in the order of a score, with the score's interval; `ahead` of all others or not; what
    its tier is called, "" where there is none, and whether the tier is `open`: its places touch another.
    """

    rank: str
    region: str
    value: float
    low: float
    high: float
    ahead: bool
    tier: str = ""
    open: bool = False


def ranking(
    assessment: Assessment,
    words: Words,
    *,
    code: str = "",
    first: int = 1,
    rows: int = 0,
    ends: int = 0,
    column: int = COLUMN,
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """Bars from zero, the leader coloured, with its interval; `rows` places from the `first` on (0: all),
    or so many at both `ends`, at most so many in a `column`. The line is the mean of the first group. No
    ranks where regions are few.
    """
    result, period = assessment.main, assessment.period
    code = code or result.code
    everyone = _places(assessment, words, code)
    shown = everyone[first - 1 :][: rows or None]
    if ends and len(everyone) > 2 * ends:
        shown = [*everyone[:ends], *everyone[-ends:]]
    abreast = -(-len(shown) // column) if not ends else 1
    tall = -(-len(shown) // abreast)
    paper = sheet(width, height or max(tall * ROW, 12))
    group = next(iter(result.groups), "")
    mean = result.score(code, group, period) * words.times if group else float("nan")
    _draw(paper, words, shown, (abreast, tall), mean, broken=ends if len(shown) < len(everyone) else 0)
    printed = scores(words)
    facts = {"index": code, "period": period, "n": len(everyone), "group": group}
    lead, last = everyone[0], [p for p in everyone if p.value == p.value][-1]
    title = words("figures.ranking.title", lead=lead.region, last=last.region, a=lead.value, b=last.value)
    spoken = [
        (words.name(p.region), [(spoken_place(words, p.rank), printed(p.value * words.times))]) for p in shown
    ]
    columns, told = _data(assessment, words, shown)
    measure = words(f"figures.ranking.measure.{'mean' if group else 'alone'}", **facts)
    if any(p.tier for p in shown) and not ends:
        measure = words("figures.ranking.tiers", measure=measure)
        if any(p.open for p in shown):
            measure = words("figures.ranking.open", measure=measure)
    if any(p.low < p.high for p in shown):
        measure = words("figures.ranking.interval", measure=measure, n=assessment.audit.plan.replicates)
    id = "-".join(["ranking", slug(code), *([str(first)] if first > 1 else [])])
    return figure(paper, Told(id, title, measure, spoken, columns, told), assessment, words)


def _places(assessment: Assessment, words: Words, code: str) -> list[Spread]:
    """The members in the order of the score, each with its interval; ranks where the audit speaks of them."""
    found, period = assessment.audit.uncertainty, assessment.period
    reaches = assessment.company.reaches
    known = assessment.varied and code in found.scores
    ranked = assessment.audit.ranked
    return [
        Spread(
            p.rank if ranked else "",
            p.region,
            p.value,
            *(found.score(code, p.region, period) if known else (nan, nan)),
            ahead=p.rank == "1",
            tier=(tier := _tier(assessment, words, code, p.region)),
            open=bool(tier) and len(reaches.get(p.region, ())) > 1,
        )
        for p in placed(assessment.main, code, period)
    ]


def _interval(words: Words, place: Spread) -> str:
    """The interval of a score as printed; "" where there is none."""
    known = place.low < place.high
    ends = (scores(words)(v * words.times) for v in (place.low, place.high))
    return words("labels.dash").join(ends) if known else ""


def _tier(a: Assessment, words: Words, code: str, region: str) -> str:
    """What the region's tier is called, of the index that the study cuts into tiers."""
    classes = a.study.tiers.classes if a.study.tiers and a.study.tiers.of == code else ()
    own = a.company.tiers.get(region)
    return next((words.text(one.title) for one in classes if one.id == own), "")


def _data(assessment: Assessment, words: Words, shown: Sequence[Spread]) -> tuple[tuple[str, ...], list[Row]]:
    """The columns and rows behind the chart: the interval where there is one, the rank where there are."""
    heads = [words(f"figures.column.{name}") for name in ("rank", "region", "score")]
    rows: list[Row] = [(p.rank, words.name(p.region), p.value * words.times) for p in shown]
    if any(p.low == p.low for p in shown):
        heads += [words(f"figures.caterpillar.columns.{end}") for end in ("low", "high")]
        rows = [(*row, p.low * words.times, p.high * words.times) for row, p in zip(rows, shown, strict=True)]
    cut = 0 if assessment.audit.ranked else 1
    return tuple(heads[cut:]), [row[cut:] for row in rows]


def _draw(
    paper: Sheet, words: Words, shown: Sequence[Spread], shape: tuple[int, int], mean: float, broken: int
) -> None:
    abreast, tall = shape
    wide_ = (paper.room.width - GUTTER * (abreast - 1)) / abreast
    for column in range(abreast):
        left = paper.room.left + column * (wide_ + GUTTER)
        part = shown[column * tall : (column + 1) * tall]
        _column(paper, words, part, shown, Box(left, 0, left + wide_, paper.room.top), tall, mean, broken)


def _column(
    paper: Sheet,
    words: Words,
    part: Sequence[Spread],
    shown: Sequence[Spread],
    area: Box,
    tall: int,
    mean: float,
    broken: int,
) -> None:
    """One column of places; a rule between those at both ends, a line at the mean."""
    step, printed = area.height / tall, scores(words)
    size = min(s.LABEL, 0.8 * step)
    indent = RANK if any(p.rank for p in shown) else 0.0
    bold, room = Face(size, bold=True), NAME * area.width - indent
    names = [clipped(words.short(p.region), room, bold) for p in part]
    left = area.left + indent + min(room, wide([words.short(p.region) for p in shown], bold)) + 3 * s.MM
    values = [p.value * words.times for p in shown if p.value == p.value]
    tiers = 0.0 if broken else min(TIER, wide([p.tier + OPEN * p.open for p in shown], TICK))
    figures = area.right - (tiers + 2 * s.MM if tiers else 0.0)
    right = figures - wide([printed(v) for v in values], bold) - 2 * s.MM
    ends = [v * words.times for p in shown for v in (p.low, p.high) if v == v]
    span = bars.Span(left, right, min([0.0, *values, *ends]), max([0.0, *values, *ends]))
    middles = bars.steps(area.top, area.bottom, tall)
    for place, name, middle in zip(part, names, middles, strict=False):
        ahead = place.ahead
        face = Face(size, s.LEADER.text if ahead else s.INK, ahead)
        if place.rank:
            at = area.left + indent - 2 * s.MM, middle
            paper.text(at, place.rank, Face(size, s.TEXT2), align="right")
        paper.text((area.left + indent, middle), name, face)
        value = place.value * words.times
        if value == value:
            bars.bar(paper, span, 0, value, middle, s.BAR * step, s.LEADER.fill if ahead else s.CONTEXT)
        if place.low < place.high:
            low, high = (span.x(v * words.times) for v in (place.low, place.high))
            paper.line([(low, middle), (high, middle)], s.INK, s.THIN, under=2.5)
        paper.text((figures, middle), printed(value), face, align="right")
        row = Box(area.left, middle - step / 2, area.right, middle + step / 2)
        spot(paper, row, words.name(place.region), printed(value), _interval(words, place))
    bottom = middles[len(part) - 1] - step / 2
    if tiers:
        _tiers(paper, part, middles, area, tiers)
    if broken:
        y = middles[broken] + step / 2
        paper.line([(area.left, y), (area.right, y)], s.RULE, s.HAIR, under=0.5)
    if mean == mean and span.low <= mean <= span.high:
        paper.line([(span.x(mean), bottom), (span.x(mean), area.top)], s.INK, s.HAIR, under=3)
    bars.zero(paper, span, bottom, area.top)


def _tiers(paper: Sheet, part: Sequence[Spread], middles: Sequence[float], area: Box, room: float) -> None:
    """A rule between two tiers, each one's name behind its first row, and a mark behind those left open."""
    before = ""
    for one, middle in zip(part, middles, strict=False):
        mark = OPEN if one.open else ""
        name = clipped(one.tier, room - wide([mark], TICK), TICK) if one.tier != before else ""
        if told := (name + mark).strip():
            paper.text((area.right, middle), told, TICK, align="right")
        if one.tier != before:
            y = middle + (middles[0] - middles[1]) / 2 if len(middles) > 1 else area.top
            if before:
                paper.line([(area.left, y), (area.right, y)], s.TEXT2, s.HAIR, under=1)
        before = one.tier

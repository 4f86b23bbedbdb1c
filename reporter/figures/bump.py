"""The places of every region over the periods: the first, and those that moved for certain, coloured."""

from collections.abc import Mapping, Sequence
from math import nan
from typing import NamedTuple

from reporter.figures import style as s
from reporter.figures.drawing.frame import labelled
from reporter.figures.drawing.place import Box, Point, apart
from reporter.figures.drawing.sheet import TICK, Align, Face, Sheet, clipped, sheet, tall, wide
from reporter.figures.drawing.spots import course
from reporter.figures.drawing.tell import Row, Told, figure
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import MISSING, Words

ROW, PAGE, HEAD, NAME = 5.2, 185.0, 6.0 * s.MM, 0.22
STEM, GAP, SMALL = 9.0, 4.0, 3.5


class Move(NamedTuple):
    """A member's places over the periods, with the intervals of the first and the last."""

    region: str
    ranks: Floats
    before: tuple[float, float]
    now: tuple[float, float]
    sure: bool

    @property
    def gained(self) -> float:
        """Places gained; NaN where it has none at an end."""
        return float(self.ranks[0] - self.ranks[-1])


class Ground(NamedTuple):
    """Where periods and places stand on the sheet, and how large they are lettered."""

    plot: Box
    step: float
    size: float
    periods: int

    def at(self, t: int, rank: float) -> Point:
        """Where a place in the t-th period stands."""
        along = t / (self.periods - 1) if self.periods > 1 else 0.5
        return self.plot.left + self.plot.width * along, self.plot.top - (rank - 0.5) * self.step


def bump(assessment: Assessment, words: Words, *, width: float = s.C12, height: float = 0.0) -> Figure:
    """A line for each member from its first place to its last; ties share a place."""
    moves = _moves(assessment)
    step = min(ROW, PAGE / len(moves))
    paper = sheet(width, height or HEAD / s.MM + step * len(moves))
    _draw(paper, words, moves, _hues(moves), assessment.main.periods)
    return figure(paper, _said(assessment, words, moves), assessment, words)


def _said(a: Assessment, words: Words, moves: Sequence[Move]) -> Told:
    """Who moved for certain; first and last place of each are spoken."""
    periods = a.main.periods
    ends = (periods[0], periods[-1])
    facts = {
        "index": a.main.code,
        "first": ends[0],
        "last": ends[1],
        "n": sum(m.ranks[-1] > 0 for m in moves),
    }
    kind = "sure" if a.varied else "plain"
    spans = tuple(words("figures.bump.interval", period=p) for p in ends) if a.varied else ()
    return Told(
        "bump",
        _title(words, moves, kind, facts),
        words(f"figures.bump.measure.{kind}", ways=a.audit.plan.replicates, **facts),
        [
            (words.name(m.region), [_told(words, periods[t], float(m.ranks[t])) for t in (0, -1)])
            for m in moves
        ],
        (words("figures.column.region"), *periods, *spans),
        [_row(words, m, bool(spans)) for m in moves],
    )


def _row(words: Words, m: Move, spans: bool) -> Row:
    """A member's places, and their intervals in the first and the last period."""
    ends = (_span(words, m.before), _span(words, m.now)) if spans else ()
    return (words.name(m.region), *(float(v) for v in m.ranks), *ends)


def _moves(a: Assessment) -> list[Move]:
    """The members in the order of their last place, those without one last."""
    result, found = a.main, a.audit.uncertainty
    ranks = result.ranks(result.code)
    known = a.varied and result.code in found.ranks

    def interval(region: str, period: str) -> tuple[float, float]:
        return found.rank(result.code, region, period) if known else (nan, nan)

    ends = result.periods[0], result.periods[-1]
    moves = [
        Move(r, ranks[k], interval(r, ends[0]), interval(r, ends[1]), a.parted(r))
        for k, r in enumerate(result.members)
    ]
    return sorted(moves, key=lambda m: (m.ranks[-1] != m.ranks[-1], m.ranks[-1]))


def _hues(moves: Sequence[Move]) -> Mapping[str, s.Hue]:
    """A hue for the leader, for the one that climbed most and the one that fell most, if for certain."""
    leader = moves[0].region
    sure = [m for m in moves[1:] if m.sure]
    up = max((m for m in sure if m.gained > 0), key=lambda m: m.gained, default=None)
    down = min((m for m in sure if m.gained < 0), key=lambda m: m.gained, default=None)
    hued = {leader: s.LEADER}
    hued |= {m.region: hue for m, hue in ((up, s.HUES[1]), (down, s.CHOSEN)) if m}
    return {m.region: hued.get(m.region, s.GREY) for m in moves}


def _title(words: Words, moves: Sequence[Move], kind: str, facts: Mapping[str, object]) -> str:
    """How many changed place for certain, and who did most."""
    told = [m for m in moves if m.sure and abs(m.gained) > 0]
    if not told:
        return words(f"figures.bump.title.{kind}.none", **facts)
    most = max(told, key=lambda m: abs(m.gained))
    way = "rise" if most.gained > 0 else "fall"
    count = "one" if len(told) == 1 else "many"
    ends = {"from_": float(most.ranks[0]), "to": float(most.ranks[-1])}
    key = f"figures.bump.title.{kind}.{count}_{way}"
    return words(key, region=most.region, moved=len(told), **ends, **facts)


def _told(words: Words, period: str, rank: float) -> tuple[str, str]:
    """A period and the place in it, as they are spoken."""
    place = MISSING if rank != rank else words("figures.alt.place", place=words.number(rank, 0))
    return words("figures.alt.period", period=period), place


def _span(words: Words, ends: tuple[float, float]) -> str:
    """An interval of places; one number where both ends agree."""
    printed = dict.fromkeys(words.number(v, 0) for v in ends if v == v)
    return words("labels.dash").join(printed) or MISSING


def _draw(
    paper: Sheet, words: Words, moves: Sequence[Move], hues: Mapping[str, s.Hue], periods: tuple[str, ...]
) -> None:
    step = (paper.room.height - HEAD) / len(moves)
    size = min(s.LABEL, 0.72 * step)
    bold, room = Face(size, bold=True), NAME * paper.room.width
    names = {m.region: clipped(words.short(m.region), room, bold) for m in moves}
    side = wide(list(names.values()), bold) + GAP + _place(size) + STEM
    plot = Box(side, 0, paper.room.width - side, paper.room.top - HEAD)
    ground = Ground(plot, step, size, len(periods))
    for t, name in enumerate(labelled(periods)):
        x, _ = ground.at(t, 1)
        paper.line([(x, 0), (x, plot.top)], s.RULE, s.HAIR, under=0.5)
        paper.text((x, plot.top + 0.8 * s.SMALL), name, TICK, align="center")
    for m in moves:
        _line(paper, m, hues[m.region], ground)
        points = [ground.at(t, float(rank)) for t, rank in enumerate(m.ranks)]
        course(paper, points, m.ranks, words.name(m.region), periods, lambda rank: words.number(rank, 0))
    for t in (0, len(periods) - 1):
        _ends(paper, words, moves, names, hues, ground, t)


def _place(size: float) -> float:
    """The room for a place."""
    return wide(["00"], Face(size, bold=True))


def _line(paper: Sheet, move: Move, hue: s.Hue, ground: Ground) -> None:
    """A member's line with a mark at both ends; one in hue is marked in every period."""
    points = [ground.at(t, float(rank)) for t, rank in enumerate(move.ranks)]
    strong = hue != s.GREY
    paper.line(points, hue.fill, s.FOCUS if strong else s.THIN, under=3 if strong else 2.5)
    for t, point in enumerate(points):
        last = t == len(points) - 1
        if point[1] == point[1] and (strong or last or t == 0):
            marker = hue.marker if last else "o"
            paper.mark(point, marker, hue.fill, s.MARK if strong else SMALL)


def _ends(
    paper: Sheet,
    words: Words,
    moves: Sequence[Move],
    names: Mapping[str, str],
    hues: Mapping[str, s.Hue],
    ground: Ground,
    t: int,
) -> None:
    """Place and name at one end, with a stem where a shared place moves them."""
    shown = sorted((m for m in moves if m.ranks[t] == m.ranks[t]), key=lambda m: float(m.ranks[t]))
    points = [ground.at(t, float(m.ranks[t])) for m in shown]
    heights = [min(ground.step, tall(Face(ground.size)))] * len(shown)
    beside = apart([-y for _, y in points], heights, -ground.plot.top, -ground.plot.bottom)
    out = 1 if t else -1
    align: Align = "left" if t else "right"
    for m, (x, y), down in zip(shown, points, beside, strict=True):
        hue = hues[m.region]
        if abs(y + down) > 0.1 * ground.step:
            paper.line([(x + 3.5 * out, y), (x + (STEM - 1) * out, -down)], s.RULE, s.HAIR, under=2.4)
        place = x + STEM + _place(ground.size) if t else x - STEM
        name = place + GAP if t else place - _place(ground.size) - GAP
        face = Face(ground.size, hue.text, hue != s.GREY)
        paper.text((place, -down), words.number(float(m.ranks[t]), 0), face, align="right")
        paper.text((name, -down), names[m.region], face, align=align)

"""The regions in the order of a score: a dot on its stem, and a ring where it stood the period before."""

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

from reporter.figures import style as s
from reporter.figures.drawing import bars
from reporter.figures.drawing.members import placed
from reporter.figures.drawing.sheet import TICK, Face, Sheet, clipped, sheet, wide
from reporter.figures.drawing.spots import about, spot
from reporter.figures.drawing.tell import Printer, Row, Told, figure, scores, slug, spoken_place
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

ROW, HEAD, NAME, RANK, COLUMN, STILL = 4.4, 4.6 * s.MM, 0.34, 6.0 * s.MM, 3.0 * s.MM, 0.0005


class Stand(NamedTuple):
    """Where a region stands in the order of a score, and where it stood the period before, NaN if nowhere."""

    rank: str
    region: str
    value: float
    before: float
    sure: bool

    @property
    def change(self) -> float:
        """Points gained on the period before."""
        return self.value - self.before


def lollipop(
    assessment: Assessment,
    words: Words,
    *,
    code: str = "",
    ends: int = 0,
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """A row for each member, or for so many at both `ends`. No ranks where regions are few."""
    code, before = code or assessment.main.code, assessment.before or ""
    everyone = stands(assessment, code)
    cut = bool(ends) and len(everyone) > 2 * ends
    shown = [*everyone[:ends], *everyone[-ends:]] if cut else everyone
    paper = sheet(width, height or ROW * len(shown) + HEAD / s.MM)
    _draw(paper, words, shown, (before, assessment.period), ends if cut else 0)
    facts: dict[str, object] = {"index": code, "period": assessment.period, "before": before}
    facts |= {"n": len(everyone), "shown": len(shown)}
    key = f"{'with' if before else 'without'}{'_ends' if cut else ''}"
    printed = scores(words)
    spoken = [
        (
            words.name(p.region),
            [
                (spoken_place(words, p.rank), printed(p.value * words.times)),
                *_ghost(words, before, p.before * words.times),
            ],
        )
        for p in shown
    ]
    columns, rows = _data(words, shown, before, assessment.audit.ranked)
    title = _title(words, everyone, facts)
    measure = words(f"figures.lollipop.measure.{key}", **facts)
    told = Told(f"lollipop-{slug(code)}", title, measure, spoken, columns, rows)
    return figure(paper, told, assessment, words)


def _data(
    words: Words, shown: Sequence[Stand], before: str, ranked: bool
) -> tuple[tuple[str, ...], list[Row]]:
    """The columns and rows behind the chart, without ranks, or scores of before, where there are none."""
    kept = slice(0 if ranked else 1, 5 if before else 3)
    names = ("rank", "region", "score", "change")
    rank, region, score, change = (words(f"figures.column.{name}") for name in names)
    then = words("figures.alt.of", name=score, of=words.period(before))
    rows: list[Row] = [
        (p.rank, words.name(p.region), *(value * words.times for value in (p.value, p.before, p.change)))
        for p in shown
    ]
    columns: tuple[str, ...] = (rank, region, score, then, change)
    return columns[kept], [row[kept] for row in rows]


def _ghost(words: Words, before: str, value: float) -> list[tuple[str, str]]:
    """The score of the period before as it is spoken, if there is one."""
    return [(words("figures.alt.period", period=before), scores(words)(value))] if before else []


def stands(a: Assessment, code: str) -> list[Stand]:
    """The members in the order of the score, the best first."""
    ranked, before = a.audit.ranked, a.before
    return [
        Stand(
            p.rank if ranked else "",
            p.region,
            p.value,
            a.main.score(code, p.region, before) if before else nan,
            bool(before) and a.sure(code, p.region, before or ""),
        )
        for p in placed(a.main, code, a.period)
    ]


def _title(words: Words, everyone: Sequence[Stand], facts: dict[str, object]) -> str:
    """Who gained and who lost most on the period before, of the changes that are sure."""
    known = [p for p in everyone if p.value == p.value]
    told = [p for p in known if p.sure and abs(p.change) >= STILL]
    ends = {"lead": known[0].region, "last": known[-1].region, "a": known[0].value, "b": known[-1].value}
    if not told:
        doubtful = any(not p.sure for p in known)
        key = "order" if not facts["before"] else "unsure" if doubtful else "still"
        return words(f"figures.lollipop.title.{key}", **facts, **ends)
    up, down = max(told, key=lambda p: p.change), min(told, key=lambda p: p.change)
    key = "both" if up.change > 0 > down.change else "up" if up.change > 0 else "down"
    moved = {"up": up.region, "gain": up.change, "down": down.region, "loss": down.change}
    return words(f"figures.lollipop.title.{key}", **facts, **ends, **moved)


def _draw(paper: Sheet, words: Words, shown: Sequence[Stand], periods: tuple[str, str], broken: int) -> None:
    top = paper.room.top - HEAD
    step = top / len(shown)
    columns = _columns(words, shown, bool(periods[0]))
    rows = _rows(paper, words, shown, columns, min(s.LABEL, 0.8 * step))
    if len(columns) > 1:
        head = words("figures.lollipop.change", before=periods[0])
        paper.text((rows.ends[-1], paper.room.top - 0.7 * s.SMALL), head, TICK, align="right")
    middles = bars.steps(top, 0, len(shown))
    for k, (p, middle) in enumerate(zip(shown, middles, strict=True)):
        ahead = p.region == shown[0].region
        hue = s.LEADER if ahead else s.GREY
        face = Face(rows.size, s.LEADER.text if ahead else s.INK, ahead)
        if p.rank:
            paper.text((rows.indent - 2 * s.MM, middle), p.rank, Face(rows.size, s.TEXT2), align="right")
        paper.text((rows.indent, middle), clipped(words.short(p.region), rows.names + 1, face), face)
        _stick(paper, words, rows.span, p, middle, hue, min(s.MARK, 0.5 * step))
        _tell(paper, words, rows.span, p, middle, periods)
        quiet = Face(rows.size, face.colour if p.sure else s.TEXT2, p.sure and ahead)
        for x, figures, own in zip(rows.ends, columns, (face, quiet), strict=False):
            paper.text((x, middle), figures[k], own, align="right")
    bars.zero(paper, rows.span, 0, top)
    if broken:
        y = middles[broken] + step / 2
        paper.line([(0, y), (paper.room.right, y)], s.RULE, s.HAIR, under=0.5)


def _columns(words: Words, shown: Sequence[Stand], moved: bool) -> list[list[str]]:
    """The scores as printed and, where they `moved` on a period before, the changes."""
    printed, signed = scores(words), Printer(words, words.places, signed=True)
    found = [[printed(p.value * words.times) for p in shown]]
    return [*found, [signed(p.change * words.times) for p in shown]] if moved else found


class Rows(NamedTuple):
    """How the rows are set: the size of their lettering, where names begin and how wide they are, where the
    columns of figures end, and where values stand.
    """

    size: float
    indent: float
    names: float
    ends: list[float]
    span: bars.Span


def _rows(
    paper: Sheet, words: Words, shown: Sequence[Stand], columns: Sequence[Sequence[str]], size: float
) -> Rows:
    bold, indent = Face(size, bold=True), RANK if any(p.rank for p in shown) else 0.0
    names = min(NAME * paper.room.width, wide([words.short(p.region) for p in shown], bold))
    right, ends = paper.room.right, list[float]()
    for figures in reversed(columns):
        ends.insert(0, right)
        right -= wide(figures, bold) + COLUMN
    values = [v * words.times for p in shown for v in (p.value, p.before) if v == v]
    span = bars.Span(indent + names + 3 * s.MM, right, min([0.0, *values]), max([0.0, *values]))
    return Rows(size, indent, names, ends, span)


def _stick(
    paper: Sheet, words: Words, span: bars.Span, p: Stand, middle: float, hue: s.Hue, size: float
) -> None:
    """The stem with its dot, and the ring of the period before."""
    if p.value == p.value:
        at = span.x(p.value * words.times), middle
        paper.line([(span.x(0), middle), at], hue.fill, s.THIN, under=2)
        if p.before == p.before:
            paper.mark((span.x(p.before * words.times), middle), "o", s.TEXT2, 0.8 * size, ring=True)
        paper.mark(at, "o", hue.fill, size + 1)


def _tell(
    paper: Sheet, words: Words, span: bars.Span, p: Stand, middle: float, periods: tuple[str, str]
) -> None:
    """The scores of dot and ring, for the screen."""
    for period, value in zip(periods, (p.before, p.value), strict=True):
        if value == value:
            score = value * words.times
            spot(paper, about((span.x(score), middle)), words.name(p.region), scores(words)(score), period)

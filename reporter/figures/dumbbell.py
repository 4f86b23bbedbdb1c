"""The dimension indices of all regions in one period, with where they stood the period before."""

from reporter.figures import style as s
from reporter.figures.drawing.bars import Span, names, ruler, steps
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.members import dimension_codes, member_hues, widest
from reporter.figures.drawing.place import apart
from reporter.figures.drawing.sheet import HEAD, TICK, Face, Sheet, sheet, tall, wide
from reporter.figures.drawing.spots import about, spot
from reporter.figures.drawing.tell import Row, Spoken, Told, figure, scores
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

ROW, NAMES, FEET = 15.0 * s.MM, 5.0 * s.MM, 4.5 * s.MM


def dumbbell(
    assessment: Assessment,
    words: Words,
    *,
    focus: str | None = None,
    period: str = "",
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """A row for each dimension; a pale line leads from the period before, for the focus if there is one."""
    result = assessment.main
    period = period or assessment.period
    codes = dimension_codes(result)
    paper = sheet(width, height or (NAMES + FEET + ROW * len(codes)) / s.MM)
    _draw(paper, assessment, words, codes, period, focus)
    t = result.periods.index(period)
    before = result.periods[t - 1] if t else ""
    measure = words(
        f"figures.dumbbell.measure.{'with' if before else 'without'}", period=period, before=before
    )
    printed = scores(words)
    table = {c: {r: result.score(c, r, period) * words.times for r in result.members} for c in codes}
    spoken: list[Spoken] = [
        (words.name(c), [(words.name(r), printed(v)) for r, v in own.items()]) for c, own in table.items()
    ]
    columns = (words("figures.column.dimension"), *(words.name(r) for r in result.members))
    rows: list[Row] = [(words.name(c), *own.values()) for c, own in table.items()]
    title = (
        widest(result, words, "figures.dumbbell.title", period)
        if focus is None
        else _title(assessment, words, codes, focus, period)
    )
    return figure(
        paper,
        Told(
            "-".join(filter(None, ("dumbbell", focus and focus.lower(), period))),
            title,
            measure,
            spoken,
            columns,
            rows,
        ),
        assessment,
        words,
    )


def _title(assessment: Assessment, words: Words, codes: list[str], focus: str, period: str) -> str:
    """The dimensions in which the focus stands highest and lowest."""
    own = {c: assessment.main.score(c, focus, period) for c in codes}
    high, low = max(own, key=lambda c: own[c]), min(own, key=lambda c: own[c])
    key = "uneven" if own[high] - own[low] >= 0.01 else "even"
    return words(
        f"figures.dumbbell.title.{key}",
        region=focus,
        high=high,
        low=low,
        a=own[high],
        b=own[low],
        period=period,
    )


def _draw(
    paper: Sheet, assessment: Assessment, words: Words, codes: list[str], period: str, focus: str | None
) -> None:
    top, bottom = paper.room.top - NAMES, paper.room.bottom + FEET
    middles = steps(top, bottom, len(codes))
    left = names(paper, [words.name(c) for c in codes], middles, [HEAD] * len(codes)) + 8 * s.MM
    ticks = index_scale(words, [assessment.main.values[c] for c in codes], 5)
    scale = Span(left, paper.room.right - 6 * s.MM, ticks.low, ticks.high)
    ruler(paper, scale, ticks, bottom, top)
    for k, (code, middle) in enumerate(zip(codes, middles, strict=True)):
        _row(paper, assessment, words, code, period, focus, scale, middle, named=k == 0)


def _row(
    paper: Sheet,
    assessment: Assessment,
    words: Words,
    code: str,
    period: str,
    focus: str | None,
    scale: Span,
    middle: float,
    *,
    named: bool,
) -> None:
    """Markers on one line, figures under them and, in the first row, names over them, none on another."""
    result, inks = assessment.main, member_hues(assessment)
    if focus and inks[focus] == s.GREY:
        inks[focus] = s.CHOSEN
    t = result.periods.index(period)
    now = {r: float(result.line(code, r)[t]) * words.times for r in result.members}
    paper.line(
        [(scale.x(min(now.values())), middle), (scale.x(max(now.values())), middle)], s.RULE, s.LINE, under=1
    )
    for r, value in sorted(now.items(), key=lambda pair: (inks[pair[0]] != s.GREY, pair[0] == focus)):
        at, big = (scale.x(value), middle), r == focus
        if t and (big or focus is None):
            paper.line(
                [(scale.x(float(result.line(code, r)[t - 1]) * words.times), middle), at],
                inks[r].fill,
                3,
                alpha=s.PALE,
                under=2,
            )
        paper.mark(at, inks[r].marker, inks[r].fill, s.MARK_LARGE if big else s.MARK + 0.5)
    for r, value in now.items():
        spot(paper, about((scale.x(value), middle)), words.name(r), scores(words)(value), words.name(code))
    spoken = [r for r in result.members if inks[r] != s.GREY]
    faces = {r: Face(s.LABEL, inks[r].text, r == focus) for r in spoken}
    printed = scores(words)
    _beside(paper, {r: printed(now[r]) for r in spoken}, now, faces, scale, middle - 4 - tall(TICK) / 2)
    if named:
        _beside(paper, {r: words.short(r) for r in spoken}, now, faces, scale, middle + 4.5 + tall(TICK) / 2)


def _beside(
    paper: Sheet, texts: dict[str, str], now: dict[str, float], faces: dict[str, Face], scale: Span, y: float
) -> None:
    """Texts centred on their values as nearly as they can be."""
    widths = [wide([text], faces[r]) + 5 for r, text in texts.items()]
    places = apart(
        [scale.x(now[r]) for r in texts], widths, scale.left - 8 * s.MM + 2, paper.room.right + 2.5
    )
    for (r, text), x in zip(texts.items(), places, strict=True):
        paper.text((x, y), text, faces[r], align="center", ground=s.PAPER)

"""What each dimension adds to the change of every region's index."""

from collections.abc import Mapping, Sequence

from reporter.figures import style as s
from reporter.figures.drawing import bars
from reporter.figures.drawing.members import member_hues
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import HEAD, LEADING, NOTE, Face, Sheet, sheet, wide
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Printer, Row, Told, figure, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

MOST, NAMES = 20, 0.36  # rows; the share of the width that names keep to
TWO = 2.3 * LEADING * s.LABEL / s.MM  # two lines of a name and the gap to the next, in mm
SQUARE, KEY, APART = 2.6 * s.MM, 4.0 * s.MM, 4.0 * s.MM


def parts(
    assessment: Assessment,
    words: Words,
    *,
    start: str = "",
    first: int = 1,
    rows: int = 0,
    width: float = s.C6,
    height: float = 0.0,
) -> Figure:
    """Stacked contributions, rises to the right of zero and falls to its left; the sum in bold.

    `rows` of the order by change from the `first` on; else all, of many those that moved most either way.
    """
    result = assessment.main
    facts = {**span(assessment), "first": start or result.periods[0]}
    codes = result.framework.codes(result.code)
    found = {
        r: result.by_dimension(result.contributions(r, facts["first"], facts["last"])) for r in result.regions
    }
    shares = {r: {codes[d]: v * words.times for d, v in found[r].items()} for r in _shown(found, first, rows)}
    rows_of_key = _key_rows([words.short(c) for c in codes.values()], width * s.MM)
    above = KEY * len(rows_of_key) / s.MM + 3
    least = _least([words.short(r) for r in shares], width)
    step = least if height else max(_step(len(shares)), least)
    paper = sheet(width, max(height, above + step * len(shares)))
    _key(paper, rows_of_key)
    _draw(paper, assessment, words, shares, paper.room.top - KEY * len(rows_of_key) - 3 * s.MM)
    region, code = max(
        ((r, c) for r in shares if r in result.members for c in shares[r]),
        key=lambda pair: abs(shares[pair[0]][pair[1]]),
    )
    title = words(
        "figures.parts.title.largest",
        region=region,
        dimension=code,
        value=shares[region][code] / words.times,
        **facts,
    )
    printed = Printer(words, words.places, signed=True)
    spoken = [
        (
            words.name(r),
            [
                *((words.name(c), printed(v)) for c, v in own.items()),
                (words("figures.alt.total"), printed(sum(own.values()))),
            ],
        )
        for r, own in shares.items()
    ]
    columns = (
        words("figures.column.region"),
        *(words.name(c) for c in codes.values()),
        words("figures.column.change"),
    )
    table: list[Row] = [(words.name(r), *own.values(), sum(own.values())) for r, own in shares.items()]
    measure = words("figures.parts.measure", index=result.code, **facts)
    id = "parts" if first == 1 else f"parts-{first}"
    return figure(paper, Told(id, title, measure, spoken, columns, table), assessment, words)


def _shown(found: Mapping[str, Mapping[str, float]], first: int, rows: int) -> list[str]:
    """All regions and groups in their order; of many those that gained most and least, the largest first."""
    ordered = sorted(found, key=lambda r: -sum(found[r].values()))
    if rows:
        return ordered[first - 1 :][:rows]
    if len(found) <= MOST:
        return list(found)
    return ordered[: MOST // 2] + ordered[-MOST // 2 :]


def _step(count: int) -> float:
    """From bar to bar in mm."""
    return 9.5 if count <= 8 else 5.5 if count <= MOST else 5.0


def _least(names: Sequence[str], width: float) -> float:
    """What bars need from one to the next in mm where a name would take their room in a single line."""
    return TWO if any(wide([name], HEAD) > NAMES * width * s.MM for name in names) else 0.0


def _draw(
    paper: Sheet, assessment: Assessment, words: Words, shares: dict[str, dict[str, float]], top: float
) -> None:
    printed, inks = Printer(words, words.places, signed=True), member_hues(assessment)
    middles = bars.steps(top, paper.room.bottom, len(shares))
    faces = [Face(colour=inks.get(r, s.MEAN_HUE).text, bold=True) for r in shares]
    left = bars.names(paper, [words.short(r) for r in shares], middles, faces, NAMES) + 3 * s.MM
    totals = [sum(own.values()) for own in shares.values()]
    sides = [
        sum(v for v in own.values() if (v < 0) == below) for own in shares.values() for below in (True, False)
    ]
    scale = bars.between(left, paper.room.right, sides, wide([printed(t) for t in totals], HEAD))
    thick = s.BAR * (middles[0] - middles[1] if len(middles) > 1 else 10 * s.MM)
    for (region, own), middle in zip(shares.items(), middles, strict=True):
        boxes = _stack(paper, scale, list(own.values()), middle, thick, printed)
        for code, box in zip(own, boxes, strict=True):
            spot(paper, box, words.name(region), printed(own[code]), words.name(code))
    bars.zero(paper, scale, paper.room.bottom, top)


def _stack(
    paper: Sheet, scale: bars.Span, values: list[float], middle: float, thick: float, printed: Printer
) -> list[Box]:
    """One region's bar: figures inside parts where they fit, a thin loss's beside it, the sum at the end.
    Returns its parts.
    """
    low, high, total = 0.0, 0.0, sum(values)
    boxes = []
    for k, value in enumerate(values):
        start = low if value < 0 else high
        box = bars.bar(paper, scale, start, start + value, middle, thick, s.shade(k))
        boxes.append(box)
        paper.line([(box.right, box.bottom), (box.right, box.top)], s.PAPER, s.EDGE, under=2.5)
        text, face = printed(value), Face(s.SMALL, s.on(s.shade(k)))
        if box.width >= wide([text], face) + 3:
            paper.text(((box.left + box.right) / 2, middle), text, face, align="center")
        low, high = (low + value, high) if value < 0 else (low, high + value)
    losses = [v for v in values if v < 0]
    if (
        len(losses) == 1
        and total >= 0
        and scale.x(0) - scale.x(low) < wide([printed(low)], Face(s.SMALL)) + 3
    ):
        paper.text((scale.x(low) - 2.5, middle), printed(low), Face(s.SMALL), align="right")
    at = Box(scale.x(low), middle - thick / 2, scale.x(high), middle + thick / 2)
    bars.figure_at_end(paper, at, printed(total), HEAD, total)
    return boxes


def _key_rows(names: list[str], room: float) -> list[list[tuple[int, str]]]:
    """The dimensions with their positions, in as many rows as the width asks for."""
    rows: list[list[tuple[int, str]]] = [[]]
    used = 0.0
    for k, name in enumerate(names):
        needed = SQUARE + 3 + wide([name], NOTE)
        if rows[-1] and used + needed > room:
            rows.append([])
            used = 0.0
        rows[-1].append((k, name))
        used += needed + APART
    return rows


def _key(paper: Sheet, rows: list[list[tuple[int, str]]]) -> None:
    """The dimensions with their shades in the order of the bars."""
    for n, row in enumerate(rows):
        x, y = paper.room.left, paper.room.top - KEY * (n + 0.5)
        for k, name in row:
            paper.block(Box(x, y - SQUARE / 2, x + SQUARE, y + SQUARE / 2), s.shade(k))
            x = paper.text((x + SQUARE + 3, y), name, NOTE).right + APART

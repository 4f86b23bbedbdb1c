"""What each indicator adds to the change of one region's index."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing import bars
from reporter.figures.drawing.members import member_hues
from reporter.figures.drawing.sheet import HEAD, NOTE, Sheet, sheet, wide
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Printer, Told, figure, slug, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

MOST, LEAST = 16, 4.0


def moved(
    assessment: Assessment,
    words: Words,
    *,
    region: str,
    start: str = "",
    width: float = s.C12,
    height: float = 0.0,
) -> Figure:
    """Contributions in points, in order, the three largest coloured; since `start`, else the first period."""
    result = assessment.main
    facts = {**span(assessment), "first": start or result.periods[0]}
    parts = result.contributions(region, facts["first"], facts["last"])
    change, sign = float(parts.sum()), -1.0 if parts.sum() < 0 else 1.0
    order = [int(j) for j in np.argsort(-parts * sign, kind="stable") if j in _largest(parts, height)]
    ids = [result.steps.indicators[j] for j in order]
    values = [float(parts[j]) * words.times for j in order]
    _draw(paper := sheet(width, height or 5.0 * len(ids)), assessment, words, region, ids, values)
    low, high = assessment.spread(result.code, region, facts["first"])
    sure = assessment.sure(result.code, region, facts["first"])
    key = "flat" if abs(change) < 0.01 else "unsure" if not sure else "rise" if change > 0 else "fall"
    title = words(
        f"figures.moved.title.{key}",
        low=low,
        high=high,
        region=region,
        indicator=ids[0],
        value=values[0] / words.times,
        change=change,
        **facts,
    )
    printed = Printer(words, words.places, signed=True)
    spoken = [(words.name(region), [(words.name(i), printed(v)) for i, v in zip(ids, values, strict=True)])]
    columns = (words("figures.column.indicator"), words("figures.column.points"))
    rows = [(words.name(i), v) for i, v in zip(ids, values, strict=True)]
    shown = {"n": len(ids), "all": len(parts), "region": region, "index": result.code, "change": change}
    some = "_some" if len(ids) < len(parts) else ""
    measure = words(f"figures.moved.measure{some}", **shown, **facts)
    return figure(
        paper, Told(f"moved-{slug(region)}", title, measure, spoken, columns, rows), assessment, words
    )


def _largest(parts: Floats, height: float) -> set[int]:
    """The positions of the largest contributions either way, as many as the height holds, at most `MOST`."""
    most = min(MOST, int(height / LEAST)) if height else MOST
    return {int(j) for j in np.argsort(-np.abs(parts), kind="stable")[:most]}


def _draw(
    paper: Sheet, assessment: Assessment, words: Words, region: str, ids: list[str], values: list[float]
) -> None:
    printed = Printer(words, words.places, signed=True)
    narrow = paper.room.width < s.C8 * s.MM
    texts = [words.short(i) if narrow else words.name(i) for i in ids]
    faces = [HEAD if k < 3 else NOTE for k in range(len(ids))]
    middles = bars.steps(paper.room.top, paper.room.bottom, len(ids))
    left = bars.names(paper, texts, middles, faces) + 3 * s.MM
    room = wide([printed(v) for v in values], HEAD)
    scale = bars.between(left, paper.room.right, values, room)
    hue = member_hues(assessment, region).get(region, s.MEAN_HUE)
    thick = s.BAR * paper.room.height / len(ids)
    for k, (value, middle) in enumerate(zip(values, middles, strict=True)):
        box = bars.bar(paper, scale, 0, value, middle, thick, hue.fill if k < 3 else s.RULE)
        bars.figure_at_end(paper, box, printed(value), faces[k], value)
        spot(paper, box, words.name(ids[k]), printed(value), words.name(region))
    bars.zero(paper, scale, paper.room.bottom, paper.room.top)

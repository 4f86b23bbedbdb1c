"""One region's course over the band of those it is compared with."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.facts import ends
from reporter.figures.drawing.facts import told as turning
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.lines import Line, chart
from reporter.figures.drawing.members import filled_of, member_scores, sufficient
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.spots import course as shown
from reporter.figures.drawing.tell import Told, course, figure, grid, scores, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

PEERS, QUARTERS, STILL = 3, 8, 0.0005


class Band(NamedTuple):
    """The others' lowest and highest, or the ends of their middle half, and their mean, by period."""

    low: Floats
    mean: Floats
    high: Floats
    kind: str
    among: int


def band(
    assessment: Assessment, words: Words, *, region: str, width: float = s.C8, height: float = 62
) -> Figure:
    """The region before its peers, or all others where it has fewer than three peers; of eight and more
    the middle half, else all from the lowest to the highest.
    """
    sufficient(assessment, "band", PEERS + 1, "profile")
    result, printed = assessment.main, scores(words)
    values = member_scores(result, result.code)
    peers = assessment.company.beside(region)
    others = peers if len(peers) >= PEERS else tuple(r for r in result.members if r != region)
    among = "peers" if others == peers else "others"
    around = band_of(np.array([values[r] for r in others]))
    own, name = values[region], words(f"figures.band.{among}")
    filled = filled_of(result, result.code)[region]
    line = Line(words.short(region), own, s.CHOSEN, s.FOCUS, True, told=turning(own, 2), filled=filled)
    mean = Line(name, around.mean, s.MEAN_HUE, s.MEAN, dashed=True)
    paper = sheet(width, height)
    scale = index_scale(words, [own, around.low, around.high], 5)
    frame = chart(paper, paper.room, [line, mean], scale, result.periods, printed)
    paper.area([*frame.points(around.low), *reversed(frame.points(around.high))], s.TEXT2)
    for edge, values_of in _edges(words, around).items():
        shown(paper, frame.points(values_of), values_of, edge, result.periods, printed)
    said = _said(assessment, words, region, own, around, among)
    return figure(paper, replace(said, filled=bool(filled.any())), assessment, words)


def _said(a: Assessment, words: Words, region: str, own: Floats, around: Band, among: str) -> Told:
    """How far the region stands from the others' mean, in the first and the last period that has both."""
    periods, name = a.main.periods, words(f"figures.band.{among}")
    apart = (own - around.mean) / words.times
    first, last = ends(apart)
    start, end = float(apart[first]), float(apart[last])
    facts: dict[str, object] = {"region": region, "index": a.main.code, "n": around.among}
    told = {"first": periods[first], "last": periods[last], "a": start, "b": end}
    key = "level" if abs(end) < STILL else "above" if end > 0 else "below"
    courses = {words.name(region): own, name: around.mean}
    columns, rows = grid(words, "region", periods, {**courses, **_edges(words, around)})
    spoken = [
        course(words, who, line, periods, turning(line, 2), words.places) for who, line in courses.items()
    ]
    title = words(f"figures.band.title.{among}.{key}", **facts, **told)
    span = {"first": periods[0], "last": periods[-1]}
    measure = words(f"figures.band.measure.{among}.{around.kind}", **facts, **span)
    return Told(f"band-{slug(region)}", title, measure, spoken, columns, rows)


def _edges(words: Words, around: Band) -> dict[str, Floats]:
    """The band's lower and upper edge by name."""
    names = (words(f"figures.band.{around.kind}.{at}") for at in ("low", "high"))
    return dict(zip(names, (around.low, around.high), strict=True))


def band_of(values: Floats) -> Band:
    """The band of regions × periods; NaN in a period for which none has a figure."""
    half = len(values) >= QUARTERS
    edges = (0.25, 0.75) if half else (0.0, 1.0)
    there = [line[np.isfinite(line)] for line in values.T]
    low, high = (
        np.array([np.quantile(line, edge) if len(line) else np.nan for line in there]) for edge in edges
    )
    mean = np.array([line.mean() if len(line) else np.nan for line in there])
    return Band(low, mean, high, "half" if half else "all", len(values))

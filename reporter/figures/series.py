"""The main index of every region over time, with what moved it most written beside it."""

from dataclasses import dataclass

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.facts import changes
from reporter.figures.drawing.frame import Frame, index_scale
from reporter.figures.drawing.lines import Look, chart, note
from reporter.figures.drawing.members import (
    changes_told,
    courses,
    filled_of,
    group_lines,
    member_lines,
    member_scores,
    surely,
)
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import Sheet, sheet
from reporter.figures.drawing.tell import Told, figure, grid, quantity, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

LEAST_FALL, LEAST_RISE = 0.05, 0.01


@dataclass(frozen=True)
class Event:
    """A stretch of a region's course and the indicator that contributed most to it."""

    region: str
    start: int
    end: int
    change: float
    indicator: str


def series(
    assessment: Assessment,
    words: Words,
    *,
    focus: str | None = None,
    events: int = 3,
    width: float = s.C12,
    height: float = 92,
) -> Figure:
    """The index of all regions and groups; at most so many events with a figure from the data."""
    result = assessment.main
    values = member_scores(result, result.code)
    lines = member_lines(
        assessment, words, values, focus=focus, strong=True, filled=filled_of(result, result.code)
    )
    lines += group_lines(result, words, result.code)
    paper = sheet(width, max(height, len(lines) * s.VALUE * 1.2 / s.MM))
    printed = scores(words)
    frame = chart(
        paper,
        paper.room,
        lines,
        index_scale(words, values.values()),
        result.periods,
        printed,
        look=Look(s.VALUE, marked=s.MARK + 1),
    )
    for event in happened(assessment, focus)[:events]:
        _write(paper, frame, event, values[event.region], assessment, words)
    moved, sure = changes(result, result.code), surely(assessment, result.code)
    title = changes_told(words, "figures.series.title", moved, sure, **span(assessment))
    everyone = values | {g: result.line(result.code, g) * words.times for g in result.groups}
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in everyone.items()})
    measure = words("figures.series.measure", index=result.code, **span(assessment))
    told = Told(
        "series",
        title,
        measure,
        courses(words, everyone, result.periods, 2),
        columns,
        rows,
        bool(result.filled.any()),
    )
    return figure(paper, told, assessment, words)


def happened(assessment: Assessment, focus: str | None = None) -> list[Event]:
    """One event a region, the largest first; where a focus is given, its own alone."""
    result = assessment.main
    found = [e for r in result.members if focus in (None, r) and (e := _event(assessment, r))]
    return sorted(found, key=lambda e: -abs(e.change))


def _event(assessment: Assessment, region: str) -> Event | None:
    """The deepest fall from a peak if it is deep enough, else the strongest rise within one period."""
    result = assessment.main
    line = result.line(result.code, region)
    if len(line) < 2:
        return None
    start, end = deepest_fall(line)
    if line[start] - line[end] < LEAST_FALL:
        end = int(np.argmax(np.diff(line))) + 1
        start = end - 1
    change = float(line[end] - line[start])
    if -LEAST_FALL < change < LEAST_RISE:
        return None
    parts = result.contributions(region, result.periods[start], result.periods[end]) * np.sign(change)
    return Event(region, start, end, change, result.steps.indicators[int(np.argmax(parts))])


def deepest_fall(line: Floats) -> tuple[int, int]:
    """Where the deepest fall begins and ends; the same position twice if the line never falls."""
    peaks = np.maximum.accumulate(line)
    end = int(np.argmax(peaks - line))
    return int(np.argmax(line[: end + 1])), end


def _write(
    paper: Sheet, frame: Frame, event: Event, values: Floats, assessment: Assessment, words: Words
) -> None:
    """The event's text in a free place about the middle of its stretch."""
    result = assessment.main
    start, end = result.periods[event.start], result.periods[event.end]
    before, after = (assessment.panel.value(event.indicator, event.region, p) for p in (start, end))
    one = assessment.study.indicators[event.indicator]
    facts = {
        "region": event.region,
        "start": start,
        "end": end,
        "indicator": event.indicator,
        "before": quantity(before, one),
        "after": quantity(after, one),
    }
    text = words(f"figures.series.event.{'fall' if after < before else 'rise'}", **facts)
    steps = np.arange(len(values))
    middle = (event.start + event.end) / 2
    at = frame.x(middle), frame.y(float(np.interp(middle, steps, values)))
    room = Box(paper.room.left + 18, frame.plot.bottom + 2, frame.plot.right, paper.room.top)
    note(paper, at, text, room, width=42 * s.MM)

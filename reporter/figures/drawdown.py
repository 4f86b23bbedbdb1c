"""How far each region stands below its own earlier peak."""

from dataclasses import replace

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import scale_of
from reporter.figures.drawing.lines import chart
from reporter.figures.drawing.members import courses, filled_of, member_lines
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Printer, Told, figure, grid, span
from reporter.methods.growth import below_peak
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

LEAST = -0.0005


def drawdown(
    assessment: Assessment, words: Words, *, focus: str | None = None, width: float = s.C7, height: float = 56
) -> Figure:
    """Distance to the peak so far in per cent of it, on a scale without zero in points; 0 at the peak."""
    result = assessment.main
    times = 100 if result.zero else result.times
    values = {r: below_peak(result.line(result.code, r), share=result.zero) * times for r in result.members}
    filled = filled_of(result, result.code)
    plain = member_lines(assessment, words, values, focus=focus, strong=True, filled=filled)
    lines = [replace(line, told=told(line.values) if line.told else ()) for line in plain]
    paper = sheet(width, height)
    chart(
        paper,
        paper.room,
        lines,
        scale_of([*(v * 1.15 for v in values.values()), np.array([-10.0])], words, most=5),
        result.periods,
        Printer(words, 1),
    )
    certain = {r: _certain(assessment, r, v) for r, v in values.items()}
    region = min(values, key=lambda r: float(np.nanmin(certain[r])))
    depth = float(np.nanmin(certain[region])) / times
    period = result.periods[int(np.nanargmin(certain[region]))]
    below = min(float(np.nanmin(v)) for v in values.values()) / times
    key = "deepest" if depth <= LEAST else "none" if below > LEAST else "unsure"
    title = words(
        f"figures.drawdown.title.{key}", region=region, depth=depth, period=period, **span(assessment)
    )
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in values.items()})
    measure = words("figures.drawdown.measure", index=result.code, **span(assessment))
    spoken, marked = courses(words, values, result.periods, 2), bool(result.filled.any())
    return figure(paper, Told("drawdown", title, measure, spoken, columns, rows, marked), assessment, words)


def _certain(assessment: Assessment, region: str, below: Floats) -> Floats:
    """The distances to the peak, 0 in the last period where that one is within its uncertainty."""
    result = assessment.main
    peak = result.periods[int(np.argmax(result.line(result.code, region)))]
    return below if assessment.sure(result.code, region, peak) else np.asarray([*below[:-1], 0.0])


def told(values: Floats) -> tuple[int, ...]:
    """Where the region stands lowest, if that is not its last period."""
    lowest = int(np.nanargmin(values))
    return (lowest,) if values[lowest] <= -1 and lowest < len(values) - 1 else ()

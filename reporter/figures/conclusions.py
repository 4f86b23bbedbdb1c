"""What the report concludes, each lead and change with its interval, and how often it holds."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import scale_of
from reporter.figures.drawing.intervals import FOOT, HEAD, Interval, intervals
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Printer, Row, Told, figure
from reporter.model.assessment import Assessment
from reporter.model.audit import Conclusion
from reporter.model.document import Figure
from reporter.model.words import Words

TALL, ROW, TELLING, NAMES = 5.6 * s.MM, 4.3 * s.MM, 12, 76.0 * s.MM
FIRM, LOOSE = s.Hue(s.CONTEXT, s.TEXT2, s.PAPER, "o"), s.MEAN_HUE


def conclusions(
    assessment: Assessment, words: Words, *, most: int = 15, width: float = s.C12, height: float = 0.0
) -> Figure:
    """A row for each conclusion: its interval against zero, and the share of ways in which it holds.

    With five members or more the conclusions that are not robust alone, the `most` doubtful of them.
    """
    audit = assessment.audit
    shown = audit.doubtful[:most] if audit.ranked else audit.conclusions
    step = TALL if len(shown) <= TELLING else ROW
    paper = sheet(width, height or (HEAD + FOOT + step * len(shown)) / s.MM)
    heads = [words(f"figures.conclusions.heads.{name}") for name in ("holds", "value")]
    values = np.array([[c.low, c.high, c.value] for c in shown]) * words.times
    intervals(paper, [_row(words, c) for c in shown], heads, scale_of([values], words, most=7), NAMES)
    robust = sum(c.robust for c in audit.conclusions)
    facts = {"robust": robust, "n": len(audit.conclusions), "loose": len(audit.doubtful), "shown": len(shown)}
    key = (
        "all"
        if not audit.doubtful
        else "most"
        if len(shown) < len(audit.doubtful) and audit.ranked
        else "some"
    )
    title = words(f"figures.conclusions.title.{key}", **facts)
    measure = words("figures.conclusions.measure", index=assessment.main.code, period=assessment.period)
    spoken = [(says(words, c), [(_points(words, c.value), _holds(words, c))]) for c in shown]
    columns = tuple(
        words(f"figures.conclusions.columns.{name}") for name in ("says", "value", "low", "high", "holds")
    )
    told: list[Row] = [
        (says(words, c), *(v * words.times for v in (c.value, c.low, c.high)), c.holds) for c in shown
    ]
    return figure(paper, Told("conclusions", title, measure, spoken, columns, told), assessment, words)


def says(words: Words, c: Conclusion) -> str:
    """A conclusion in a few words."""
    return words(f"audit.says.{c.kind}", region=c.region, other=c.other, start=c.start, end=c.end)


def _row(words: Words, c: Conclusion) -> Interval:
    low, high, value = (v * words.times for v in (c.low, c.high, c.value))
    figures = (_holds(words, c), _points(words, c.value))
    return Interval(says(words, c), low, high, value, figures, FIRM if c.robust else LOOSE, bold=not c.robust)


def _points(words: Words, value: float) -> str:
    return Printer(words, words.places, signed=True)(value * words.times)


def _holds(words: Words, c: Conclusion) -> str:
    return words("audit.share", share=c.holds)

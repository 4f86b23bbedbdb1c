"""Where every region stands in every indicator, and how far each index fell below its peaks."""

from collections.abc import Callable

import numpy as np

from reporter.methods.growth import below_peak
from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Paragraph, Section
from reporter.model.words import Words
from reporter.sections.certainty import sunk
from reporter.sections.facts import best_member, ranked

SHALLOW = 0.01
"""A fall, as a share of the peak or of the scale, below which its chart would be a straight line."""


def standing(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """One page: the heat map of scores and, where they are more than slight, the falls from earlier peaks;
    none where regions are ranked.
    """
    if ranked(assessment):
        return ()
    result = assessment.main
    best = [best_member(result, i, assessment.period) for i in result.steps.indicators]
    lead = max(result.members, key=best.count)
    region, fall = sunk(assessment)
    facts = {
        "deepest": region,
        "depth": fall.depth,
        "peak": result.periods[fall.peak],
        "trough": result.periods[fall.trough],
    }
    kind = "text" if fall.depth else "text_sure" if assessment.varied else "text_none"
    text = words(f"overall.standing.{kind}", **facts)
    heading = words("overall.standing.heading.most", leader=lead, best=best.count(lead), n=len(best))
    falls = (figures("drawdown"),) if _lowest(assessment) >= SHALLOW else ()
    blocks = (figures("heat"), Paragraph(text), *falls)
    short = words("overall.standing.short")
    return (Section("overall-standing", words.name(result.code), heading, blocks, short=short),)


def _lowest(a: Assessment) -> float:
    """How far any member's index has been below its earlier peak."""
    lines = (a.main.line(a.main.code, r) for r in a.main.members)
    return -float(np.nanmin([below_peak(line, share=a.main.zero) for line in lines]))

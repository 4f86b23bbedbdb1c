"""Where every region stands in every indicator, and how far each index fell below its peaks."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Paragraph, Section
from reporter.model.words import Words
from reporter.sections.certainty import sunk
from reporter.sections.facts import best_member, ranked


def standing(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """One page: the heat map of scores and the falls from earlier peaks; none where regions are ranked."""
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
    blocks = (figures("heat"), Paragraph(text), figures("drawdown"))
    short = words("overall.standing.short")
    return (Section("overall-standing", words.name(result.code), heading, blocks, short=short),)

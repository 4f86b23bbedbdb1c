"""Where a series breaks, so that what lies on both sides of it does not compare."""

from reporter.model.assessment import Assessment
from reporter.model.study import Indicator
from reporter.model.words import Words
from reporter.sections.facts import window


def broken(assessment: Assessment, one: Indicator, region: str, period: str) -> bool:
    """Whether a break of a series behind the indicator begins in this period; in the first of the study
    nothing lies before it.
    """
    if period not in window(assessment)[1:]:
        return False
    breaks = (b for n in one.value.names for b in assessment.study.series[n].breaks)
    return any(region in b.regions and b.start == period for b in breaks)


def break_within(a: Assessment, indicator: str, region: str) -> str:
    """The period in which a series behind the indicator breaks inside the main window, "" if none does."""
    inside = a.main.periods[1:]
    return next((p for p in inside if broken(a, a.study.indicators[indicator], region, p)), "")


def break_said(a: Assessment, words: Words, indicator: str, region: str) -> str:
    """A sentence to follow one that rests on the indicator's change, "" where no series breaks."""
    start = break_within(a, indicator, region)
    return words("breaks.within", start=start) if start else ""

"""What became of the advice of the period before: what the watched indicators did, what is left of the
problem.
"""

from collections.abc import Iterator, Sequence
from math import isnan

from reporter.model.advice import FollowUp, Moved, Recommendation, Watched
from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Composite
from reporter.model.study import Study

STILL = 0.001
"""A change smaller than this share of the figure is none."""


def follow_up(
    before: Sequence[Recommendation], now: Sequence[Finding], main: Composite, panel: Panel, study: Study
) -> tuple[FollowUp, ...]:
    """The advice of the period before the last, each with what its indicators did since in the regions it was
    meant for, and what is still found of what it answered.

    That an indicator moved does not say why: nothing here tells whether a measure was taken.
    """
    here = {f.key: f for f in now}
    return tuple(
        FollowUp(
            r.measure,
            r.answers,
            tuple(_watched(r, main, panel, study)),
            tuple(here[f.key] for f in r.answers if f.key in here),
        )
        for r in before
    )


def _watched(r: Recommendation, main: Composite, panel: Panel, study: Study) -> Iterator[Watched]:
    then, now = main.periods[-2:]
    regions = (member for f in r.answers for member in main.groups.get(f.region, (f.region,)))
    for region in dict.fromkeys(member for member in regions if member in main.members):
        for indicator in (i for i in r.measure.monitor if i in panel.indicators):
            a, b = (panel.value(indicator, region, period) for period in (then, now))
            yield Watched(
                indicator, region, a, b, _moved(a, b, study.indicators[indicator].direction == "up")
            )


def _moved(then: float, now: float, up: bool) -> Moved:
    if isnan(then) or isnan(now):
        return "unknown"
    if abs(now - then) <= STILL * abs(then):
        return "same"
    return "better" if (now > then) == up else "worse"

"""What may be done about findings: measures, what would follow at a target, what became of earlier advice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from reporter.errors import Where
from reporter.model.editorial import Rewording
from reporter.model.finding import Finding, Severity
from reporter.model.unit import Text

Target = Literal["peers", "own", "leader"]
TARGETS: tuple[Target, ...] = ("peers", "own", "leader")
Moved = Literal["better", "worse", "same", "unknown"]


@dataclass(frozen=True)
class Measure:
    """A measure of the catalogue: what it answers, with which instrument, by whom, from which sources.

    needs: what must stand before it can work. sources: section by reference. against: the measures that
    undercut it; like: the one that says nearly the same, "" if none.
    """

    id: str
    answers: tuple[str, ...]
    regions: tuple[str, ...]
    subjects: tuple[str, ...]
    instrument: str
    level: str
    horizon: str
    title: Text
    text: Text
    needs: Text
    monitor: tuple[str, ...]
    sources: Mapping[str, str]
    against: tuple[str, ...] = ()
    like: str = ""
    where: Where = Where()


@dataclass(frozen=True)
class WhatIf:
    """What would follow if an indicator of a region reached a target in the last period.

    target: `peers`, the median of the other members; `own`, the region's best so far; `leader`, the best
    member's value. value, goal: the indicator now and there, in its unit; score, then: the index now and
    there, 0–1, all else being the same; behind, behind_then: how far below the highest member.
    """

    indicator: str
    region: str
    target: Target
    value: float
    goal: float
    score: float
    then: float
    behind: float
    behind_then: float


def priority(fit: float, answered: Sequence[Finding]) -> float:
    """Severity of the gravest (1–3) × fit (0–1) × breadth, the number of findings answered; 0 for none."""
    return max((f.severity for f in answered), default=0) * fit * len(answered)


@dataclass(frozen=True)
class Recommendation:
    """A measure with the findings it answers, the gravest first, and what would follow at its targets.

    fit: the share of a finding's marks that the measure names; priority: severity × fit × breadth of what it
    answers itself, the order of print. merged: measures that say nearly the same; displaced: measures that
    contradict this one and weigh less in a region of both.
    """

    measure: Measure
    answers: tuple[Finding, ...]
    fit: float = 1.0
    priority: float = 0.0
    merged: tuple[Measure, ...] = ()
    displaced: tuple[Measure, ...] = ()
    what_if: tuple[WhatIf, ...] = ()
    said: Rewording | None = None

    def about(self, region: str) -> "Recommendation":
        """What of it concerns one region, with what it weighs there; it may answer nothing there."""
        answers = tuple(f for f in self.answers if f.region == region)
        what_if = tuple(w for w in self.what_if if w.region == region)
        return replace(self, answers=answers, what_if=what_if, priority=priority(self.fit, answers))

    @property
    def severity(self) -> Severity:
        """That of the gravest finding answered."""
        return max(finding.severity for finding in self.answers)

    @property
    def sources(self) -> dict[str, tuple[str, ...]]:
        """The sections by reference that propose the measure, or one that is merged with it."""
        found: dict[str, dict[str, None]] = {}
        for measure in (self.measure, *self.merged):
            for reference, sections in measure.sources.items():
                found.setdefault(reference, {}).update(dict.fromkeys(sections.split(", ")))
        return {reference: tuple(sections) for reference, sections in found.items()}

    @property
    def targets(self) -> tuple[WhatIf, ...]:
        """Of each region and indicator the nearest target ahead."""
        near: dict[tuple[str, str], WhatIf] = {}
        for one in self.what_if:
            key = one.region, one.indicator
            if key not in near or abs(one.goal - one.value) < abs(near[key].goal - near[key].value):
                near[key] = one
        return tuple(near.values())


@dataclass(frozen=True)
class Watched:
    """What a monitored indicator of a region did since the period of the advice; NaN where it is missing."""

    indicator: str
    region: str
    then: float
    now: float
    moved: Moved


@dataclass(frozen=True)
class FollowUp:
    """Advice of the period before: the findings it answered, what its indicators did, what is left of them.

    left: of the findings answered, those still found, as they stand now.
    """

    measure: Measure
    answers: tuple[Finding, ...]
    watched: tuple[Watched, ...]
    left: tuple[Finding, ...] = field(default=())

    def about(self, region: str) -> "FollowUp":
        """What of it concerns one region; it may have answered nothing there."""
        answers, left = (tuple(f for f in some if f.region == region) for some in (self.answers, self.left))
        watched = tuple(w for w in self.watched if w.region == region)
        return replace(self, answers=answers, watched=watched, left=left)

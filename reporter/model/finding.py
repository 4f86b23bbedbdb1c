"""What the figures show and what may be done: numbers and codes, no sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from reporter.errors import Where
from reporter.model.unit import Text

Numbers = Mapping[str, float | str]
Target = Literal["peers", "own", "leader"]
TARGETS: tuple[Target, ...] = ("peers", "own", "leader")
Status = Literal["", "new", "worsened", "eased", "stronger", "weaker", "lasting", "resolved"]


class Severity(IntEnum):
    """How grave a problem is; `shortfall` and `excess` set the borders."""

    MODERATE = 1
    SERIOUS = 2
    SEVERE = 3


@dataclass(frozen=True)
class Evidence:
    """One number a finding rests on: `quantity` is a score code or an indicator id."""

    quantity: str
    region: str
    period: str
    value: float


@dataclass(frozen=True)
class Finding:
    """A problem or a strength: which rule fired, where, when, with which numbers, against which threshold.

    holds: share of the audit's combinations of choices in which the same is found, None where there are none
    or the finding does not rest on the main index.
    status: what became of it since the period before, "" where there is none.
    """

    rule: str
    region: str
    period: str
    severity: Severity
    subject: str
    numbers: Numbers
    evidence: tuple[Evidence, ...]
    threshold: float
    measured: float
    holds: float | None = None
    status: Status = ""

    @property
    def id(self) -> str:
        """Stable name: rule.subject.region.period."""
        return f"{self.rule}.{self.subject}.{self.region}.{self.period}"

    @property
    def beyond(self) -> float:
        """How far the measure stands from the threshold, as a share of the threshold."""
        return abs(self.measured - self.threshold) / abs(self.threshold)


@dataclass(frozen=True)
class Measure:
    """A measure of the catalogue: what it answers, with which instrument, by whom, from which source."""

    id: str
    answers: tuple[str, ...]
    regions: tuple[str, ...]
    subjects: tuple[str, ...]
    instrument: str
    level: str
    horizon: str
    title: Text
    text: Text
    monitor: tuple[str, ...]
    source: str
    section: str
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


@dataclass(frozen=True)
class Recommendation:
    """A measure with the findings it answers, the gravest first, and what would follow at its targets."""

    measure: Measure
    answers: tuple[Finding, ...]
    what_if: tuple[WhatIf, ...] = ()

    @property
    def severity(self) -> Severity:
        """That of the gravest finding answered."""
        return max(finding.severity for finding in self.answers)


def shortfall(share: float, ratio: float) -> Severity:
    """Severity of a share below `ratio`: moderate above two thirds of it, serious above one third, else
    severe.
    """
    part = share / ratio
    return Severity.MODERATE if part > 2 / 3 else Severity.SERIOUS if part > 1 / 3 else Severity.SEVERE


def excess(measured: float, threshold: float) -> Severity:
    """Severity of a measure beyond its threshold: moderate under twice, serious under three times, else
    severe.
    """
    times = measured / threshold
    return Severity.MODERATE if times < 2 else Severity.SERIOUS if times < 3 else Severity.SEVERE

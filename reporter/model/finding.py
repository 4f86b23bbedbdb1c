"""What the figures show: numbers and codes, no sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from reporter.model.editorial import JUDGEMENT, Rewording

Numbers = Mapping[str, float | str]
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
    within: the interval of the change it speaks of, where that contains 0: unchanged within uncertainty.
    said: the editor's words for it. answered_by: measures that the editor names for it.
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
    within: tuple[float, float] | None = None
    said: Rewording | None = None
    answered_by: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Its name without the period: what it is called from edition to edition."""
        return f"{self.rule}.{self.subject}.{self.region}"

    @property
    def id(self) -> str:
        """Stable name: rule.subject.region.period."""
        return f"{self.key}.{self.period}"

    @property
    def judged(self) -> bool:
        """Whether it is the editor's judgement, not a rule's."""
        return self.rule == JUDGEMENT

    @property
    def beyond(self) -> float:
        """How far the measure stands from the threshold, as a share of the threshold."""
        return abs(self.measured - self.threshold) / abs(self.threshold)


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


@dataclass(frozen=True)
class Said:
    """A finding in words: its title, the sentence with its numbers."""

    title: str
    text: str

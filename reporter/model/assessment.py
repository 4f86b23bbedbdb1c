"""Everything an edition knows before a word is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import nan

from reporter.model.advice import FollowUp, Recommendation
from reporter.model.audit import Audit
from reporter.model.cited import Reference
from reporter.model.claim import Judged
from reporter.model.company import Company
from reporter.model.editorial import Edited
from reporter.model.exhibit import Exhibited
from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Composite, Scoreboard
from reporter.model.source import Origin
from reporter.model.study import Study
from reporter.model.unit import Text


@dataclass(frozen=True, eq=False)
class Assessment:
    """A study at an edition's period: figures, scores, readings, findings, recommendations, provenance.

    `readings` maps a reading's id to its result with the group as mean and as one region; `as_one` every
    further composite's code to its result with the group as one region. `audit` tells how far the main index
    can be trusted. `resolved` are the findings of the period before, with this edition's scores, that are
    found no more; `strengths` are what the mirror rules found. `claims` are published claims with their
    verdicts; `follow_up` the advice of the period before and what became of it; `edited` the editor's word.
    `traced` gives the source rows of each piece of evidence. `exhibits` are tables of publications.
    `provenance` is {"inputs": {path: sha256}, "versions": {package: version}}. `company` tells with whom a
    member is compared. `last_edition` is the main index as the edition before gives it, from these same
    figures up to its period; None where no edition was before. `focus` is the region that the edition is
    about, "" where it is about all.
    """

    study: Study
    period: str
    panel: Panel
    board: Scoreboard
    readings: Mapping[str, Mapping[str, Composite]]
    as_one: Mapping[str, Composite]
    findings: tuple[Finding, ...]
    resolved: tuple[Finding, ...]
    strengths: tuple[Finding, ...]
    recommendations: tuple[Recommendation, ...]
    audit: Audit
    provenance: dict[str, dict[str, str]]
    claims: tuple[Judged, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()
    edited: Edited = field(default_factory=Edited)
    bibliography: tuple[Reference, ...] = ()
    traced: Mapping[tuple[str, str, str], tuple[Origin, ...]] = field(default_factory=dict)
    exhibits: tuple[Exhibited, ...] = ()
    company: Company = field(default_factory=Company)
    last_edition: Composite | None = None
    focus: str = ""

    def about(self, region: str) -> "Assessment":
        """What concerns one region: its findings, and the advice that answers them."""
        advised = [mine for one in self.recommendations if (mine := one.about(region)).answers]
        if not self.edited.editorial.desk("measures").order:
            advised.sort(key=lambda one: (-one.priority, -one.severity))
        followed = (one.about(region) for one in self.follow_up)
        return replace(
            self,
            findings=_of(self.findings, region),
            resolved=_of(self.resolved, region),
            strengths=_of(self.strengths, region),
            recommendations=tuple(advised),
            follow_up=tuple(one for one in followed if one.answers),
            focus=region,
        )

    @property
    def references(self) -> dict[str, Text]:
        """Every publication that the report may cite, by id: the study's own, then the workspace's."""
        return {r.id: r.text for r in (*self.bibliography, *self.study.references)}

    @property
    def main(self) -> Composite:
        """The index the report is about."""
        return self.board.main

    @property
    def before(self) -> str | None:
        """The period before the edition's own, None in the first."""
        t = self.main.periods.index(self.period)
        return self.main.periods[t - 1] if t else None

    @property
    def varied(self) -> bool:
        """Whether the audit varied anything: without, no number has an interval."""
        return bool(self.audit.sensitivity.factors)

    def sure_gap(self, region: str) -> bool:
        """Whether a member's distance to the leader grew or shrank since the first period for certain.

        So it is where the audit does not tell: of many members, and where nothing was varied.
        """
        told = (c for c in self.audit.conclusions if c.quantity == "gap" and c.region == region)
        found = next(told, None) if self.varied else None
        return found is None or found.robust

    def spread(self, code: str, region: str, start: str) -> tuple[float, float]:
        """The interval of a score's change from `start` to the edition's period; NaN where there is none."""
        found = self.audit.uncertainty
        if not self.varied or code not in found.since or start == self.period:
            return nan, nan
        return found.change(code, region, start)

    def parted(self, region: str) -> bool:
        """Whether the intervals of a member's places in the first period and the last do not meet.

        So it is where there are no intervals.
        """
        found, code = self.audit.uncertainty, self.main.code
        if not self.varied or code not in found.ranks:
            return True
        first, last = (found.rank(code, region, p) for p in (self.main.periods[0], self.period))
        return first[0] > last[1] or last[0] > first[1]

    def sure(self, code: str, region: str, start: str) -> bool:
        """Whether the change since `start` is a rise or a fall: its interval lies wholly on its side of 0.
        So it is where there is no interval.
        """
        change = self.main.score(code, region, self.period) - self.main.score(code, region, start)
        low, high = self.spread(code, region, start)
        return low != low or (low > 0 if change > 0 else high < 0)


def _of(findings: tuple[Finding, ...], region: str) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.region == region)

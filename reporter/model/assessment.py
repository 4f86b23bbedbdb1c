"""Everything an edition knows before a word is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from reporter.model.finding import Finding, Recommendation
from reporter.model.panel import Panel
from reporter.model.result import Composite, Scoreboard
from reporter.model.study import Study


@dataclass(frozen=True, eq=False)
class Assessment:
    """A study at an edition's period: figures, scores, readings, findings, recommendations, provenance.

    `readings` maps a reading's id to its result with the group as mean and as one region; `as_one` every
    further composite's code to its result with the group as one region.
    `provenance` is {"inputs": {path: sha256}, "versions": {package: version}}.
    """

    study: Study
    period: str
    panel: Panel
    board: Scoreboard
    readings: Mapping[str, Mapping[str, Composite]]
    as_one: Mapping[str, Composite]
    findings: tuple[Finding, ...]
    recommendations: tuple[Recommendation, ...]
    provenance: dict[str, dict[str, str]]

    @property
    def main(self) -> Composite:
        """The index the report is about."""
        return self.board.main

    @property
    def before(self) -> str | None:
        """The period before the edition's own, None in the first."""
        t = self.main.periods.index(self.period)
        return self.main.periods[t - 1] if t else None

"""Findings + catalogue of measures → Recommendations; none without a finding."""

from collections.abc import Sequence

from reporter.model.finding import Finding, Measure, Recommendation


def recommend(findings: Sequence[Finding], measures: Sequence[Measure]) -> tuple[Recommendation, ...]:
    """Each measure that answers at least one finding, the gravest first, then the broadest, then as
    catalogued.
    """
    made = [
        Recommendation(measure, answered)
        for measure in measures
        if (answered := tuple(f for f in findings if answers(measure, f)))
    ]
    return tuple(sorted(made, key=lambda r: (-r.severity, -len(r.answers))))


def answers(measure: Measure, finding: Finding) -> bool:
    """Whether the measure is meant for the finding's rule, region and subject; an empty list means any."""
    return (
        finding.rule in measure.answers
        and (not measure.regions or finding.region in measure.regions)
        and (not measure.subjects or finding.subject in measure.subjects)
    )

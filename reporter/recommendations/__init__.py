"""Findings + catalogue of measures → Recommendations; none without a finding."""

from collections.abc import Collection, Iterator, Sequence

from reporter.errors import Flaw, did_you_mean
from reporter.model.finding import Finding, Measure, Recommendation
from reporter.model.study import Study
from reporter.model.words import Words
from reporter.recommendations.what_if import with_what_if

NAMES = {
    "answers": "rule",
    "regions": "region",
    "subjects": "score",
    "monitor": "indicator",
    "source": "reference",
}
CODES = ("instrument", "level", "horizon")


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


def measure_flaws(
    measures: Sequence[Measure], study: Study, rules: Collection[str], regions: Collection[str]
) -> Iterator[Flaw]:
    """Rules, regions, scores, indicators and references that a measure names and nobody knows.

    `regions`: those of the workspace. The catalogue serves every study: a measure whose source, regions and
    indicators are all another study's is held against the rules and regions alone.
    """
    everywhere: dict[str, Collection[str]] = {"answers": rules, "regions": regions}
    here = {**everywhere, **_names(study)}
    for measure in measures:
        named = any(region.id in measure.regions for region in study.regions)
        told = measure.source in here["source"] or any(name in here["monitor"] for name in measure.monitor)
        own = named or (told and not measure.regions)
        for kind, known in (here if own else everywhere).items():
            given = getattr(measure, kind)
            for name in [given] if isinstance(given, str) else given:
                if name not in known:
                    what = f"measure '{measure.id}': no {NAMES[kind]} is called '{name}'"
                    yield Flaw(measure.where, what, did_you_mean(name, known))


def _names(study: Study) -> dict[str, Collection[str]]:
    """What the study calls its scores, indicators and references."""
    codes = (study.framework.only(spec.indicators).scored(code) for code, spec in study.indices.items())
    return {
        "subjects": [*study.indices, *(code for found in codes for code in found)],
        "monitor": study.indicators,
        "source": [reference.id for reference in study.references],
    }


def untold(measures: Sequence[Measure], words: Words) -> Iterator[Flaw]:
    """Instruments, levels and horizons of measures that the words have no name for."""
    for measure in measures:
        for kind in CODES:
            code, head = getattr(measure, kind), f"recommendations.{kind}."
            if not words.has(head + code):
                known = [key.removeprefix(head) for key in words.entries if key.startswith(head)]
                what = f"measure '{measure.id}': there are no words for the {kind} '{code}'"
                yield Flaw(measure.where, what, did_you_mean(code, known))


__all__ = ["answers", "measure_flaws", "recommend", "untold", "with_what_if"]

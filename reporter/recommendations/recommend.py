"""Which measures answer which findings, in which order; near duplicates merged, contradictions settled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reporter.model.advice import Measure, Recommendation, priority
from reporter.model.finding import Finding


def recommend(findings: Sequence[Finding], measures: Sequence[Measure]) -> tuple[Recommendation, ...]:
    """Each measure that answers at least one finding, by severity × fit × breadth, then by severity, then as
    catalogued.

    Measures that say nearly the same stand as one, under the best placed, where that fits all they answer. Of
    two that contradict each other in a region, the one that weighs more there stands and names the other.
    """
    made = [
        Recommendation(measure, answered, fit(measure), weight(measure, answered))
        for measure in measures
        if (answered := tuple(f for f in findings if answers(measure, f)))
    ]
    return _ordered(_merged(_ordered(_settled(made)), findings))


def answers(measure: Measure, finding: Finding) -> bool:
    """Whether the measure is meant for the finding's rule, region and subject, an empty list meaning any; or
    whether the editor names it for the finding.
    """
    return measure.id in finding.answered_by or (finding.rule in measure.answers and _meant(measure, finding))


def fit(measure: Measure) -> float:
    """How closely a measure is cut to what it answers: a third each for naming rule, region and subject."""
    return (1 + bool(measure.regions) + bool(measure.subjects)) / 3


def weight(measure: Measure, answered: Sequence[Finding]) -> float:
    """What a measure weighs by what it answers."""
    return priority(fit(measure), answered)


def _meant(measure: Measure, finding: Finding) -> bool:
    """Whether the measure is meant for the finding's region and subject."""
    here = not measure.regions or finding.region in measure.regions
    return here and (not measure.subjects or finding.subject in measure.subjects)


def _ordered(made: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    return tuple(sorted(made, key=lambda r: (-r.priority, -r.severity)))


def _merged(made: Sequence[Recommendation], findings: Sequence[Finding]) -> Iterator[Recommendation]:
    """Of measures that say nearly the same the best placed, answering what any of them answers; its place is
    its own, by what itself answers.
    """
    left = list(made)
    while left:
        first = left.pop(0)
        same = [r for r in left if _alike(first, r)]
        left = [r for r in left if r not in same]
        ids = {f.id for r in (first, *same) for f in r.answers}
        answered = tuple(f for f in findings if f.id in ids)
        yield replace(first, answers=answered, merged=tuple(r.measure for r in same))


def _alike(first: Recommendation, other: Recommendation) -> bool:
    """Whether one measure names the other, or both name a third, and the first is meant for all that the
    other answers.
    """
    a, b = first.measure, other.measure
    named = a.like == b.id or b.like == a.id or bool(a.like and a.like == b.like)
    return named and all(_meant(a, f) for f in other.answers)


def _settled(made: Sequence[Recommendation]) -> list[Recommendation]:
    """Without what contradicts a measure that weighs more in the same regions; that one names the other."""
    left = list(made)
    for m, n in combinations(range(len(left)), 2):
        a, b = left[m], left[n]
        shared = {f.region for f in a.answers} & {f.region for f in b.answers}
        if shared and (a.measure.id in b.measure.against or b.measure.id in a.measure.against):
            stands, falls = (m, n) if _inside(a, shared) >= _inside(b, shared) else (n, m)
            left[stands] = replace(left[stands], displaced=(*left[stands].displaced, left[falls].measure))
            left[falls] = _without(left[falls], shared)
    return [r for r in left if r.answers]


def _inside(r: Recommendation, regions: set[str]) -> float:
    """What a recommendation weighs in some regions."""
    return weight(r.measure, [f for f in r.answers if f.region in regions])


def _without(r: Recommendation, regions: set[str]) -> Recommendation:
    """A recommendation for the other regions alone."""
    kept = tuple(f for f in r.answers if f.region not in regions)
    return replace(r, answers=kept, priority=weight(r.measure, kept))

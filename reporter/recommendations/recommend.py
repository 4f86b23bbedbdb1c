"""Which measures answer which findings, in which order; near duplicates merged, contradictions settled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reporter.model.advice import Measure, Recommendation
from reporter.model.finding import Finding


def recommend(findings: Sequence[Finding], measures: Sequence[Measure]) -> tuple[Recommendation, ...]:
    """Each measure that answers at least one finding, by severity × fit × breadth, then by severity, then as
    catalogued.

    Measures that say nearly the same stand as one, under the best placed. Of two that contradict each other
    in one region, the better placed stands and names the other.
    """
    made = [
        Recommendation(measure, answered, fit(measure))
        for measure in measures
        if (answered := tuple(f for f in findings if answers(measure, f)))
    ]
    return _settled(_ordered(_merged(_ordered(made), findings)))


def answers(measure: Measure, finding: Finding) -> bool:
    """Whether the measure is meant for the finding's rule, region and subject, an empty list meaning any; or
    whether the editor names it for the finding.
    """
    return measure.id in finding.answered_by or (
        finding.rule in measure.answers
        and (not measure.regions or finding.region in measure.regions)
        and (not measure.subjects or finding.subject in measure.subjects)
    )


def fit(measure: Measure) -> float:
    """How closely a measure is cut to what it answers: a third each for naming rule, region and subject."""
    return (1 + bool(measure.regions) + bool(measure.subjects)) / 3


def _ordered(made: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    return tuple(sorted(made, key=lambda r: (-r.priority, -r.severity)))


def _merged(made: Sequence[Recommendation], findings: Sequence[Finding]) -> Iterator[Recommendation]:
    """Of measures that say nearly the same the best placed, answering what any of them answers."""
    left = list(made)
    while left:
        first = left.pop(0)
        same = [r for r in left if _alike(first.measure, r.measure)]
        left = [r for r in left if r not in same]
        ids = {f.id for r in (first, *same) for f in r.answers}
        answered = tuple(f for f in findings if f.id in ids)
        yield replace(first, answers=answered, merged=tuple(r.measure for r in same))


def _alike(one: Measure, other: Measure) -> bool:
    """Whether one names the other, or both name a third."""
    return one.like == other.id or other.like == one.id or bool(one.like and one.like == other.like)


def _settled(made: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """Without the measures that contradict a better placed one; that one names them."""
    kept: list[Recommendation] = []
    for r in made:
        n = next((n for n, better in enumerate(kept) if _clash(better, r)), None)
        if n is None:
            kept.append(r)
        else:
            kept[n] = replace(kept[n], displaced=(*kept[n].displaced, r.measure))
    return tuple(kept)


def _clash(better: Recommendation, other: Recommendation) -> bool:
    """Whether two measures contradict each other and are meant for one region."""
    a, b = better.measure, other.measure
    if a.id not in b.against and b.id not in a.against:
        return False
    return bool({f.region for f in better.answers} & {f.region for f in other.answers})

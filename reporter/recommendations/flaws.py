"""What the catalogue of measures names and nobody knows."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from reporter.errors import Flaw, did_you_mean
from reporter.model.advice import Measure
from reporter.model.study import Study
from reporter.model.words import Words

NAMES = {
    "answers": "rule",
    "regions": "region",
    "subjects": "score",
    "monitor": "indicator",
    "sources": "reference",
    "against": "measure",
    "like": "measure",
}
CODES = ("instrument", "level", "horizon")


def measure_flaws(
    measures: Sequence[Measure],
    study: Study,
    rules: Collection[str],
    regions: Collection[str],
    references: Collection[str],
    elsewhere: Mapping[str, Collection[str]],
) -> Iterator[Flaw]:
    """Rules, regions, scores, indicators, references and measures that a measure names and nobody knows.

    The catalogue serves every study. `regions`, `references`: those of the workspace; `elsewhere`: what other
    studies call their scores (`subjects`) and indicators (`monitor`); empty where that is not known: then no
    name of these is taken for a mistake.
    """
    codes = (study.framework.only(spec.indicators).scored(code) for code, spec in study.indices.items())
    ids = [measure.id for measure in measures]
    known: dict[str, Collection[str]] = {
        "answers": rules,
        "regions": regions,
        "sources": {*(reference.id for reference in study.references), *references},
        "against": ids,
        "like": ids,
    }
    if elsewhere:
        scores = {*study.indices, *(code for found in codes for code in found)}
        known["subjects"] = scores | {*elsewhere["subjects"]}
        known["monitor"] = {*study.indicators, *elsewhere["monitor"]}
    for measure in measures:
        for kind, names in known.items():
            given = getattr(measure, kind)
            for name in filter(None, [given] if isinstance(given, str) else given):
                if name not in names:
                    what = f"measure '{measure.id}': no {NAMES[kind]} is called '{name}'"
                    yield Flaw(measure.where, what, did_you_mean(name, names))


def untold(measures: Sequence[Measure], words: Words) -> Iterator[Flaw]:
    """Instruments, levels and horizons of measures that the words have no name for."""
    for measure in measures:
        for kind in CODES:
            code, head = getattr(measure, kind), f"recommendations.{kind}."
            if not words.has(head + code):
                known = [key.removeprefix(head) for key in words.entries if key.startswith(head)]
                what = f"measure '{measure.id}': there are no words for the {kind} '{code}'"
                yield Flaw(measure.where, what, did_you_mean(code, known))

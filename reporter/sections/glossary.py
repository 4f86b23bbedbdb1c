"""The glossary: the terms of the field that this edition uses, each with what it means here."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Section
from reporter.model.guide import Glossary, Term
from reporter.model.words import Words
from reporter.sections.facts import filled_cells, moving

Used = Callable[[Assessment], bool]
SQUARED = "ideal-solution"
"""The method that works with other weights than those declared, and towards an ideal."""


def _always(a: Assessment) -> bool:
    return True


TERMS: dict[str, Used] = {
    "assessment": _always,
    "index": _always,
    "indicator": _always,
    "dimension": _always,
    "score": _always,
    "place": lambda a: a.audit.ranked,
    "standardise": _always,
    "weight": _always,
    "effective": lambda a: a.study.main.method == SQUARED,
    "ideal": lambda a: a.study.main.method == SQUARED,
    "zero": lambda a: not a.main.zero,
    "group": lambda a: bool(a.main.groups),
    "contribution": moving,
    "drop": moving,
    "rate": lambda a: moving(a) and a.main.zero,
    "filled": lambda a: filled_cells(a) > 0,
    "missing": _always,
    "break": lambda a: any(one.breaks for d in a.study.datasets for one in d.series.values()),
    "replicate": lambda a: a.varied,
    "interval": lambda a: a.varied,
    "robust": lambda a: a.varied,
    "sensitivity": lambda a: a.varied,
    "alpha": lambda a: len(a.main.steps.indicators) > 1,
    "reading": lambda a: bool(a.readings),
    "finding": lambda a: bool(a.findings),
    "severity": lambda a: bool(a.findings),
    "evidence": lambda a: any(f.evidence for f in a.findings),
    "strength": lambda a: bool(a.strengths),
    "measure": lambda a: bool(a.recommendations),
    "target": lambda a: any(r.targets for r in a.recommendations),
    "what_if": lambda a: any(r.what_if for r in a.recommendations),
    "claim": lambda a: bool(a.claims),
    "exhibit": lambda a: bool(a.exhibits),
    "tier": lambda a: bool(a.company.tiers),
    "peers": lambda a: bool(a.company.peers),
    "similar": lambda a: bool(a.company.similar),
    "frontier": lambda a: a.study.frontier is not None,
}


def glossary(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """What the terms of this edition mean, in the order of the language."""
    terms = sorted(_terms(assessment, words), key=lambda term: words.customs.order(term.name))
    heading, short = words("glossary.heading"), words("glossary.short")
    blocks = (Glossary(tuple(terms)),)
    return (Section("glossary", words("glossary.kicker"), heading, blocks, short=short, mark="annex"),)


def _terms(a: Assessment, words: Words) -> Iterator[Term]:
    for name, used in TERMS.items():
        if used(a):
            yield Term(words(f"glossary.names.{name}"), words(f"glossary.terms.{name}"))
    for method in dict.fromkeys(spec.method for spec in a.study.indices.values()):
        yield Term(words(f"indices.{method}.title"), words(f"glossary.methods.{method}"))

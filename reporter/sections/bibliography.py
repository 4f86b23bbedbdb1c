"""The bibliography: how to cite the report itself, where its figures were printed, what it refers to."""

from collections.abc import Callable, Iterable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Figure, Heading, Paragraph, Section
from reporter.model.words import Words
from reporter.sections.facts import window


def bibliography(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """The suggested citation, the publications behind the figures, the references."""
    blocks = (
        *cite(assessment, words),
        *_entries(words, "publications", publications(assessment, words)),
        *_entries(words, "references", _references(assessment, words)),
    )
    heading, short = words("bibliography.heading"), words("bibliography.short")
    return (
        Section("bibliography", words("bibliography.kicker"), heading, blocks, short=short, mark="annex"),
    )


def cite(a: Assessment, words: Words) -> tuple[Block, ...]:
    """How to cite the edition, its licence, and what was mended in it."""
    mended = a.study.editions.errata.get(a.period, ())
    told = (Paragraph(words("bibliography.erratum", on=e.on, text=e.text), "point") for e in mended)
    head = (Heading(words("bibliography.errata")),) if mended else ()
    cited = Heading(words("bibliography.cite")), Paragraph(citation(a, words)), Paragraph(licence(a, words))
    return (*cited, *head, *told)


def licence(a: Assessment, words: Words) -> str:
    """Under what the report may be used, as far as the study declares it."""
    found = a.study.editions.licence
    if found is None:
        return words("bibliography.unlicensed")
    return words("bibliography.licence", title=found.title, name=found.name)


def citation(a: Assessment, words: Words) -> str:
    """The edition as a reference to it says: publisher, year, title, date, and its scores' fingerprint."""
    published = a.study.editions.published.get(a.period, "")
    return words(
        "bibliography.citation",
        publisher=words.text(a.study.publisher),
        title=words("report.title", study=words.text(a.study.title), period=a.period, subject="", region=""),
        year=published[:4],
        published=published,
        scores=a.edited.scores,
    )


def publications(a: Assessment, words: Words) -> Iterator[str]:
    """The publications that first printed a figure of this edition, each once."""
    seen = window(a)
    origins = (one for series in a.panel.series.values() for one in series.origins.items())
    used = {origin.publication for (_, period), origin in origins if period in seen}
    found = (text for d in a.study.datasets for id, text in d.publications.items() if id in used)
    yield from dict.fromkeys(map(words.text, found))


def _references(a: Assessment, words: Words) -> Iterator[str]:
    """The study's references, and what else its measures, claims, exhibits and judgements cite."""
    used = {source for r in a.recommendations for source in r.sources}
    used |= {one.claim.source for one in a.claims} | {one.exhibit.source for one in a.exhibits}
    used |= {str(f.numbers["source"]) for f in a.findings if f.judged}
    used |= {r.id for r in a.study.references}
    yield from (words.text(a.references[id]) for id in used & {*a.references})


def _entries(words: Words, head: str, texts: Iterable[str]) -> tuple[Block, ...]:
    """A headed list in the order of the language; nothing where it would be empty."""
    told = sorted(texts, key=words.customs.order)
    entries = (Paragraph(words("bibliography.entry", text=text), "point") for text in told)
    return (Heading(words(f"bibliography.{head}")), *entries) if told else ()

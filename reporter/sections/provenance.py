"""Provenance: what the edition was made from."""

import re
from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Heading, Paragraph, Rows, Section, Table
from reporter.model.words import Words
from reporter.sections.bibliography import cite
from reporter.sections.cells import column, row_head
from reporter.sections.editors import editors_word

REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+(?=[:@])")  # owner/name: as `via` begins


def provenance(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Datasets with their licences, the editor's word, input files with their fingerprints, engines."""
    blocks = (*_made_from(assessment, words), _inputs(assessment, words), _versions(assessment, words))
    short = words("provenance.short")
    return (
        Section(
            "provenance",
            short,
            words("provenance.heading"),
            blocks,
            mark="annex",
            short=short,
            summary=words("provenance.heading"),
        ),
    )


def imprint(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """The provenance of a short edition: citation, data, the editor's word; fingerprints stand in the
    manifest.
    """
    heading, short = words("provenance.heading"), words("provenance.short")
    blocks = (*cite(assessment, words), *_made_from(assessment, words))
    return (Section("provenance", short, heading, blocks, look="flow", short=short),)


def _made_from(a: Assessment, words: Words) -> tuple[Block, ...]:
    """What the edition rests on, and what was changed by hand."""
    data = (
        words("provenance.dataset", title=words.text(d.title), licence=words.text(d.licence))
        for d in a.study.datasets
    )
    return (
        Heading(words("provenance.datasets")),
        *(Paragraph(text, "point") for text in data),
        *_taken(a, words),
        *editors_word(a, words),
    )


def _taken(a: Assessment, words: Words) -> tuple[Paragraph, ...]:
    """The places the figures were taken from, where these are not the publications themselves."""
    ways = {origin.via for series in a.panel.series.values() for origin in series.origins.values()}
    places = sorted({place for via in ways for place in REPOSITORY.findall(via)})
    named = words("labels.comma").join(places)
    return (Paragraph(words("provenance.via", places=named), "point"),) if places else ()


def _inputs(a: Assessment, words: Words) -> Table:
    head = (column(words("provenance.file")), column(words("provenance.sha")))
    whole = {
        path: (row_head(path), Cell(digest, tone="code")) for path, digest in a.provenance["inputs"].items()
    }
    used = words("provenance.used")
    parts = {
        path: (row_head(path, small=used), Cell(digest, tone="code"))
        for path, digest in a.provenance["figures"].items()
    }
    rows = tuple(row for _, row in sorted({**whole, **parts}.items()))
    return Table(
        "table-inputs",
        words("provenance.inputs"),
        words("provenance.inputs_measure"),
        (head,),
        (Rows(rows),),
        style="plain",
    )


def _versions(a: Assessment, words: Words) -> Table:
    head = (column(words("provenance.package")), column(words("provenance.version")))
    rows = tuple((row_head(name), Cell(version)) for name, version in a.provenance["versions"].items())
    return Table(
        "table-versions",
        words("provenance.versions"),
        words("provenance.versions_measure"),
        (head,),
        (Rows(rows),),
        style="plain narrow",
    )

"""Provenance: what the edition was made from, and how to cite it."""

import re
from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Heading, Paragraph, Rows, Section, Table
from reporter.model.words import Words
from reporter.sections.cells import column, row_head

REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+(?=[:@])")  # owner/name: as `via` begins


def provenance(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Datasets with licence and publications, input files with their fingerprints, engines, citation."""
    study = assessment.study
    blocks: tuple[Block, ...] = (
        Heading(words("provenance.cite")),
        Paragraph(
            words(
                "provenance.citation",
                publisher=words.text(study.publisher),
                study=words.text(study.title),
                period=assessment.period,
                published=study.editions.published.get(assessment.period, ""),
            )
        ),
        Heading(words("provenance.datasets")),
        *(
            Paragraph(
                words("provenance.dataset", title=words.text(d.title), licence=words.text(d.licence)), "point"
            )
            for d in study.datasets
        ),
        *_taken(assessment, words),
        *([Heading(words("provenance.references"))] if study.references else []),
        *(Paragraph(words.text(r.text), "point") for r in study.references),
        _inputs(assessment, words),
        _versions(assessment, words),
    )
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


def _taken(a: Assessment, words: Words) -> tuple[Paragraph, ...]:
    """The places the figures were taken from, where these are not the publications themselves."""
    origins = (o for series in a.panel.series.values() for o in series.origins.values())
    places = sorted({place for o in origins for place in REPOSITORY.findall(o.via)})
    named = words("labels.comma").join(places)
    return (Paragraph(words("provenance.via", places=named), "point"),) if places else ()


def _inputs(a: Assessment, words: Words) -> Table:
    head = (column(words("provenance.file")), column(words("provenance.sha")))
    rows = tuple(
        (row_head(path), Cell(digest, tone="code")) for path, digest in sorted(a.provenance["inputs"].items())
    )
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

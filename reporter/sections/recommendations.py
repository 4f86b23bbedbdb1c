"""Recommendations: the measures that answer the findings, each with what it answers."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.finding import Recommendation
from reporter.model.words import Words
from reporter.sections.cells import column
from reporter.sections.findings import by_place
from reporter.sections.what_if import what_if

PAGE = 6


def recommendations(
    assessment: Assessment, figures: Callable[..., Figure], words: Words
) -> tuple[Section, ...]:
    """The measures in tables; no section where nothing was found."""
    made = assessment.recommendations
    if not made:
        return ()
    answered = {f.id for r in made for f in r.answers}
    facts = {"n": len(made), "answered": len(answered), "findings": len(assessment.findings)}
    heading = words(
        "recommendations.heading"
        if len(answered) == len(assessment.findings)
        else "recommendations.heading_some",
        **facts,
    )
    size = -(-len(made) // -(-len(made) // PAGE))  # as many on each page
    starts = range(0, len(made), size)
    tables = tuple(_table(assessment, words, made[n : n + size], n, len(made)) for n in starts)
    sources = Paragraph(words("recommendations.source", source=_sources(assessment, words)), "note")
    short = words("recommendations.short")
    blocks: tuple[Block, ...] = (sources, *tables, *what_if(assessment, words))
    return (
        Section(
            "recommendations",
            short,
            heading,
            blocks,
            lead=words("recommendations.lead"),
            mark="chapter",
            short=short,
            summary=heading,
        ),
    )


def _table(
    a: Assessment, words: Words, made: tuple[Recommendation, ...], start: int, total: int
) -> Table:
    head = tuple(
        column(words(f"recommendations.table.{name}")) for name in ("measure", "answers", "who", "monitor")
    )
    title = words("recommendations.table.title", first=start + 1, last=start + len(made), n=total)
    rows = tuple(_row(a, words, r, start + n) for n, r in enumerate(made, 1))
    return Table(
        f"table-recommendations-{start + 1}",
        title,
        words("recommendations.table.detail"),
        (head,),
        (Rows(rows),),
        style="chain measures",
    )


def _row(a: Assessment, words: Words, r: Recommendation, n: int) -> tuple[Cell, ...]:
    m = r.measure
    answers = words("recommendations.join").join(_answered(a, words, r))
    return (
        Cell(
            words("recommendations.numbered", n=n, title=words.text(m.title)),
            head="row",
            small=words.text(m.text),
        ),
        Cell(answers),
        Cell(
            words(f"recommendations.level.{m.level}"),
            small=words(
                "recommendations.how",
                instrument=words(f"recommendations.instrument.{m.instrument}"),
                horizon=words(f"recommendations.horizon.{m.horizon}"),
            ),
        ),
        Cell(words("recommendations.join").join(words.short(i) for i in m.monitor if i in words.names)),
    )


def _answered(a: Assessment, words: Words, r: Recommendation) -> Iterator[str]:
    """The problems a measure answers, region by region."""
    for region, problems in by_place(a, words, r.answers).items():
        yield words("recommendations.answer", region=region, problem=problems)


def _sources(a: Assessment, words: Words) -> str:
    """The publications that the measures come from, with their sections."""
    references = {r.id: words.text(r.text) for r in a.study.references}
    by: dict[str, list[str]] = {}
    for r in a.recommendations:
        sections = by.setdefault(r.measure.source, [])
        if r.measure.section not in sections:
            sections.append(r.measure.section)
    return words("recommendations.join").join(
        words(
            "recommendations.cited",
            text=references.get(source, source),
            sections=words("labels.comma").join(sorted(sections)),
        )
        for source, sections in by.items()
    )

"""Data annex: every value with its unit, year and marks."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Paragraph, Rows, Section, Table
from reporter.model.study import Dimension
from reporter.model.words import Words
from reporter.sections.cells import FILLED, column, group_head, marks, raw, region_head, score
from reporter.sections.facts import codes, standardised


def annex(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Values as published or computed, then as standardised, a table per dimension each."""
    result = assessment.main
    count = len(result.members) * len(result.periods) * len(result.steps.indicators)
    values = tuple(_values(assessment, words, d) for d in result.framework.dimensions)
    scores = tuple(_scores(assessment, words, d) for d in result.framework.dimensions)
    marked = Paragraph(words("annex.note"), "note")
    sources = Paragraph(_sources(assessment, words), "source")
    heading = words("annex.heading", n=count)
    first = Section(
        "annex",
        words("annex.kicker"),
        heading,
        (*values, marked, sources),
        mark="annex",
        short=words("annex.short"),
        summary=heading,
    )
    second = Section(
        "annex-scores",
        words("annex.kicker"),
        words("annex.scores.heading"),
        (*scores, marked),
        short=words("annex.scores.short"),
    )
    return first, second


def _values(a: Assessment, words: Words, d: Dimension) -> Table:
    result = a.main
    head = (
        column(words("annex.indicator")),
        column(words("overall.table.region")),
        *(column(p, True) for p in result.periods),
    )
    body = []
    for i in d.indicators:
        unit = words.unit(a.study.indicators[i].unit)
        rows = [
            (region_head(a, words, r), *(raw(a, words, i, r, p) for p in result.periods))
            for r in result.members
        ]
        body.append(Rows(((group_head(words.name(i), unit, len(rows)), *rows[0]), *rows[1:])))
    title = words("annex.values.title", dimension=codes(result)[d.id])
    return Table(
        f"table-values-{d.id}",
        title,
        words("annex.values.measure", start=result.periods[0], end=a.period),
        (head,),
        tuple(body),
        style="annex",
    )


def _scores(a: Assessment, words: Words, d: Dimension) -> Table:
    result = a.main
    head = (
        column(words("annex.indicator")),
        column(words("overall.table.region")),
        *(column(p, True) for p in result.periods),
    )
    body = []
    for i in d.indicators:
        rows = [
            (
                region_head(a, words, r),
                *(
                    score(words, standardised(result, i, r, p), FILLED if FILLED in marks(a, i, r, p) else "")
                    for p in result.periods
                ),
            )
            for r in result.members
        ]
        body.append(Rows(((group_head(words.name(i), "", len(rows)), *rows[0]), *rows[1:])))
    title = words("annex.scores.title", dimension=codes(result)[d.id])
    return Table(
        f"table-scores-{d.id}",
        title,
        words("annex.scores.measure", start=result.periods[0], end=a.period),
        (head,),
        tuple(body),
        style="annex",
    )


def _sources(a: Assessment, words: Words) -> str:
    """The publications behind the figures, each once."""
    cited: dict[str, None] = {}
    for i in a.main.steps.indicators:
        for name in a.study.indicators[i].value.names:
            dataset = next(one for one in a.study.datasets if name in one.series)
            for origin in a.panel.series[name].origins.values():
                cited[words.text(dataset.publications[origin.publication])] = None
    return words("annex.join").join(cited)

"""Data annex: every value with its unit, year and marks."""

from collections.abc import Callable, Mapping

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.study import Dimension
from reporter.model.words import Words
from reporter.sections.annex_wide import wide
from reporter.sections.cells import FILLED, column, group_head, marks, raw, region_head, score
from reporter.sections.facts import codes, ranked, standardised


def annex(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Values as published or computed, then as standardised, a table per dimension each; see `annex_wide`."""
    result = assessment.main
    marked = Paragraph(words("annex.note"), "note")
    sources = Paragraph(_sources(assessment, words), "source")
    if ranked(assessment):
        return wide(assessment, words, (marked, sources))
    count = len(result.members) * len(result.periods) * len(result.steps.indicators)
    values = tuple(_values(assessment, words, d) for d in result.framework.dimensions)
    scores = tuple(_scores(assessment, words, d) for d in result.framework.dimensions)
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
        look="flow",
        short=words("annex.scores.short"),
    )
    return first, second


def _values(a: Assessment, words: Words, d: Dimension) -> Table:
    """Every figure of the dimension in its unit."""
    units = {i: words.unit(a.study.indicators[i].unit) for i in d.indicators}
    return _table(a, words, d, "values", units, lambda i, r, p: raw(a, words, i, r, p))


def _scores(a: Assessment, words: Words, d: Dimension) -> Table:
    """Every figure of the dimension, standardised."""

    def cell(i: str, r: str, p: str) -> Cell:
        mark = FILLED if FILLED in marks(a, i, r, p) else ""
        return score(words, standardised(a.main, i, r, p), mark)

    return _table(a, words, d, "scores", {}, cell)


def _table(
    a: Assessment, words: Words, d: Dimension, kind: str, units: Mapping[str, str], cell: Callable[..., Cell]
) -> Table:
    """A row for each indicator and region, a column for each period; `cell(indicator, region, period)`."""
    result = a.main
    texts = words("annex.indicator"), words("overall.table.region")
    head = (*map(column, texts), *(column(p, True) for p in result.periods))
    body = []
    for i in d.indicators:
        rows = [(region_head(a, words, r), *(cell(i, r, p) for p in result.periods)) for r in result.members]
        named = group_head(words.name(i), units.get(i, ""), len(rows))
        body.append(Rows(((named, *rows[0]), *rows[1:])))
    title = words(f"annex.{kind}.title", dimension=codes(result)[d.id])
    measure = words(f"annex.{kind}.measure", start=result.periods[0], end=a.period)
    return Table(f"table-{kind}-{d.id}", title, measure, (head,), tuple(body), style="annex")


def _sources(a: Assessment, words: Words) -> str:
    """The publications behind the figures, each once."""
    cited: dict[str, None] = {}
    for i in a.main.steps.indicators:
        for name in a.study.indicators[i].value.names:
            dataset = next(one for one in a.study.datasets if name in one.series)
            for origin in a.panel.series[name].origins.values():
                cited[words.text(dataset.publications[origin.publication])] = None
    return words("annex.join").join(cited)

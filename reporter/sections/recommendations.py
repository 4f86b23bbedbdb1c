"""Recommendations: the measures that answer the findings, each with what it answers."""

from collections.abc import Callable, Iterator

from reporter.errors import Flaw
from reporter.model.advice import Recommendation
from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.finding import Finding
from reporter.model.unit import Quantity
from reporter.model.words import Words
from reporter.sections.cells import column
from reporter.sections.cited import where_in
from reporter.sections.findings import many, number, place, told
from reporter.sections.findings import title as finding_title
from reporter.sections.follow_up import follow_up
from reporter.sections.quotes import reworded, stale
from reporter.sections.what_if import what_if

PAGE, MOST, GOALS = 4, 12, 3
"""Measures on a page, measures told in full, regions whose target is told."""
PROBLEMS, REGIONS = 4, 4
"""Of many findings: the problems named that a measure answers, and the regions of each."""


def recommendations(
    assessment: Assessment, figures: Callable[..., Figure], words: Words
) -> tuple[Section, ...]:
    """The measures in tables; no section where nothing was found."""
    made = assessment.recommendations
    if not made:
        return ()
    answered = {f.id for r in made for f in r.answers}
    facts = {"n": len(made), "answered": len(answered), "findings": len(assessment.findings)}
    some = "" if len(answered) == len(assessment.findings) else "_some"
    heading = words(f"recommendations.heading{some}.{_number(made)}", **facts)
    first = made[:MOST]
    parts = [(first[n : n + PAGE], n) for n in range(0, len(first), PAGE)]
    tables = tuple(_table(assessment, words, part, n, len(made)) for part, n in parts)
    sources = Paragraph(words("recommendations.source", source=_sources(assessment, words)), "note")
    short = words("recommendations.short")
    rest = _rest(assessment, words, made[MOST:])
    later = (*what_if(assessment, words), *follow_up(assessment, words))
    blocks: tuple[Block, ...] = (sources, *tables, *rest, *later)
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


def _number(made: tuple[Recommendation, ...]) -> str:
    return "one" if len(made) == 1 else "many"


def _table(a: Assessment, words: Words, made: tuple[Recommendation, ...], start: int, total: int) -> Table:
    head = tuple(
        column(words(f"recommendations.table.{name}")) for name in ("measure", "answers", "who", "monitor")
    )
    facts = {"first": start + 1, "last": start + len(made), "n": total}
    title = words(f"recommendations.table.title.{_number(made)}", **facts)
    rows = tuple(_row(a, words, r, start + n) for n, r in enumerate(made, 1))
    return Table(
        f"table-recommendations-{start + 1}",
        title,
        words("recommendations.table.detail_many" if many(a) else "recommendations.table.detail"),
        (head,),
        (Rows(rows),),
        style="chain measures",
    )


def _rest(a: Assessment, words: Words, made: tuple[Recommendation, ...]) -> tuple[Paragraph, ...]:
    """The measures that stand further down, by title."""
    if not made:
        return ()
    titles = words("recommendations.join").join(title(a, words, r) for r in made)
    head = words(f"recommendations.rest_head{'_one' if len(made) == 1 else ''}", n=len(made))
    return (Paragraph(words("recommendations.rest", titles=titles), head=head),)


def _row(a: Assessment, words: Words, r: Recommendation, n: int) -> tuple[Cell, ...]:
    m, join = r.measure, words("recommendations.join")
    how = words(
        "recommendations.how",
        instrument=words(f"recommendations.instrument.{m.instrument}"),
        horizon=words(f"recommendations.horizon.{m.horizon}"),
    )
    head = words("recommendations.numbered", n=n, title=title(a, words, r))
    return (
        Cell(head, head="row", small=words.paragraph([text(a, words, r), _beside(words, r)])),
        Cell(join.join(_answered(a, words, r))),
        Cell(words(f"recommendations.level.{m.level}"), small=how),
        Cell(join.join(words.short(i) for i in m.monitor if i in words.names), small=_target(a, words, r)),
    )


def title(a: Assessment, words: Words, r: Recommendation) -> str:
    """The measure's title, in the editor's words where she has some that still hold."""
    said = reworded(a, words, r.said, "title", {}, _sayable(a, words, r)) if r.said else ""
    return said or words.text(r.measure.title)


def text(a: Assessment, words: Words, r: Recommendation) -> str:
    """What is done, and what it needs; in the editor's words where she has some that still hold."""
    said = reworded(a, words, r.said, "text", {}, _sayable(a, words, r)) if r.said else ""
    if said:
        return said
    needs = words("recommendations.needs", needs=r.measure.needs) if r.measure.needs else ""
    return words.paragraph([words.text(r.measure.text), needs])


def outdated(a: Assessment, words: Words, r: Recommendation) -> Iterator[Flaw]:
    """The numbers in the editor's words for a measure that stand nowhere near it."""
    if r.said:
        yield from stale(a, words, r.said, {}, _sayable(a, words, r))


def _sayable(a: Assessment, words: Words, r: Recommendation) -> list[str]:
    """The texts whose numbers may stand in the editor's: the catalogue's, and of what it answers."""
    return [
        words.text(r.measure.title),
        words.text(r.measure.text),
        *(told(a, words, f) for f in r.answers),
        _target(a, words, r),
    ]


def _answered(a: Assessment, words: Words, r: Recommendation) -> Iterator[str]:
    """The problems a measure answers, region by region, by their numbers; of many problem by problem."""
    if many(a):
        yield from _by_problem(a, words, r)
        return
    by: dict[str, list[Finding]] = {}
    for f in r.answers:
        by.setdefault(place(a, words, f, "all_row"), []).append(f)
    for region, found in by.items():
        names = words("labels.comma").join(dict.fromkeys(finding_title(a, words, f) for f in found))
        numbers = words("labels.comma").join(number(a, f, "problems") for f in found)
        yield words("recommendations.answer", region=region, problem=names, numbers=numbers)


def _by_problem(a: Assessment, words: Words, r: Recommendation) -> Iterator[str]:
    """The problems a measure answers, those of most regions first, with some of the regions."""
    by: dict[str, dict[str, None]] = {}
    for f in r.answers:
        by.setdefault(finding_title(a, words, f), {})[place(a, words, f, "all_row")] = None
    for problem, regions in sorted(by.items(), key=lambda pair: -len(pair[1]))[:PROBLEMS]:
        named = words("labels.comma").join(list(regions)[:REGIONS])
        kind = "answer_more" if len(regions) > REGIONS else "answer_all"
        yield words(f"recommendations.{kind}", problem=problem, regions=named, n=len(regions) - REGIONS)
    if (rest := len(by) - PROBLEMS) > 0:
        yield words(f"recommendations.answer_rest{'_one' if rest == 1 else ''}", n=rest)


def _beside(words: Words, r: Recommendation) -> str:
    """How the place in the list came about, and which measures stand behind this one."""
    severity = words(f"problems.severity.{r.severity.name.lower()}")
    said = [
        words("recommendations.priority", severity=severity, fit=r.fit, n=len(r.answers), value=r.priority)
    ]
    for kind, others in (("merged", r.merged), ("displaced", r.displaced)):
        names = words("labels.comma").join(words.text(m.title) for m in others)
        said += [words(f"recommendations.{kind}", measures=names)] if others else []
    return words.paragraph(said)


def _target(a: Assessment, words: Words, r: Recommendation) -> str:
    """The nearest target ahead of each region, of the first indicator that has one."""
    first = next(iter(r.targets), None)
    if first is None:
        return ""
    indicator = a.study.indicators[first.indicator]
    each = [
        words(
            "recommendations.goal", region=w.region, goal=Quantity(w.goal, indicator.unit, indicator.decimals)
        )
        for w in r.targets
        if w.indicator == first.indicator
    ]
    return words(
        "recommendations.target", indicator=first.indicator, goals=words("labels.comma").join(each[:GOALS])
    )


def _sources(a: Assessment, words: Words) -> str:
    """The publications that the measures come from, with their sections."""
    by: dict[str, dict[str, None]] = {}
    for r in a.recommendations:
        for source, sections in r.sources.items():
            by.setdefault(source, {}).update(dict.fromkeys(sections))
    return words("recommendations.join").join(
        words(
            "recommendations.cited",
            text=words.text(a.references.get(source, {"en": source})),
            sections=where_in(words, sorted(sections)),
        )
        for source, sections in by.items()
    )

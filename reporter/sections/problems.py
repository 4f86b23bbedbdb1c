"""Problems: what the rules found, with the evidence and the rule that fired."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Paragraph, Ref, Rows, Section, Table
from reporter.model.finding import Finding
from reporter.model.words import Words
from reporter.sections.cells import column
from reporter.sections.facts import tone

PAGE = 9


def problems(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Every finding in a row, the gravest first; says so where there is none."""
    found = assessment.findings
    grave = [f for f in found if f.severity == max((g.severity for g in found), default=0)]
    kind = (
        "undeclared"
        if not assessment.study.problems
        else "none"
        if not found
        else "one"
        if len(found) == 1
        else "many"
    )
    severity = words(f"problems.severity.{grave[0].severity.name.lower()}") if grave else ""
    regions = list(dict.fromkeys(f.region for f in grave))
    heading = words(f"problems.heading.{kind}", n=len(found), regions=regions, severity=severity)
    tables = tuple(
        _table(assessment, words, found[n : n + PAGE], n // PAGE, len(found) > PAGE)
        for n in range(0, len(found), PAGE)
    )
    rules = Paragraph(
        words("problems.rules"), "note", see=(Ref("recommendations"),) if assessment.recommendations else ()
    )
    short = words("problems.short")
    blocks: tuple[Block, ...] = (*tables, rules)
    return (
        Section(
            "problems",
            short,
            heading,
            blocks,
            lead=words("problems.lead"),
            mark="chapter",
            short=short,
            summary=heading,
        ),
    )


def _table(a: Assessment, words: Words, found: tuple[Finding, ...], part: int, parts: bool) -> Table:
    head = tuple(column(words(f"problems.table.{name}")) for name in ("problem", "evidence", "rule"))
    title = words("problems.table.title_part", n=part + 1) if parts else words("problems.table.title")
    return Table(
        f"table-problems-{part + 1}",
        title,
        words("problems.table.measure", end=a.period),
        (head,),
        (Rows(tuple(_row(a, words, f) for f in found)),),
        style="chain",
    )


def _row(a: Assessment, words: Words, f: Finding) -> tuple[Cell, ...]:
    return (
        Cell(
            problem_title(words, f),
            head="row",
            small=words(
                "problems.who",
                region=f.region,
                severity=words(f"problems.severity.{f.severity.name.lower()}"),
            ),
            tone=tone(a, f.region),
        ),
        Cell(evidence(words, f)),
        Cell(
            words(f"problems.{f.rule}.rule", subject=f.subject, threshold=f.threshold, **f.numbers),
            tone="unit",
        ),
    )


def problem_title(words: Words, f: Finding) -> str:
    """The problem in a few words."""
    return words(f"problems.{f.rule}.title", region=f.region, subject=f.subject, period=f.period)


def evidence(words: Words, f: Finding) -> str:
    """The finding said with its numbers."""
    variant = f"problems.{f.rule}.text_open" if f.numbers.get("regained") == "" else f"problems.{f.rule}.text"
    return words(variant, region=f.region, subject=f.subject, period=f.period, **f.numbers)

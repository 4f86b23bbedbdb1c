"""Problems: what the rules found, with the evidence and the rule that fired; what is resolved; strengths."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Figure, Paragraph, Ref, Section
from reporter.model.words import Words
from reporter.sections.findings import MOST, by_place, place, tables

FIRST = 12


def problems(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Every finding in a row, the gravest first, or of many a row a rule; says so where there is none. After
    them what is resolved, and the strengths. No section of one region that has none of these.
    """
    if assessment.focus and not (assessment.findings or assessment.resolved or assessment.strengths):
        return ()
    a, heading, short = assessment, _heading(assessment, words), words("problems.short")
    annexed = a.main.options.get("form") == "squared" and not a.focus  # one region's edition has no annex
    scale = words("problems.rules" if annexed else "problems.rules_plain")
    ways = words("problems.ways", n=len(a.audit.combinations)) if len(a.audit.combinations) > 1 else ""
    see = (Ref("recommendations"),) if a.recommendations else ()
    rules = Paragraph(words.paragraph([scale, ways]), "note", see=see)
    blocks: tuple[Block, ...] = (
        *tables(a, words, a.findings, "problems"),
        rules,
        *_traced(a, words),
        *_resolved(a, words),
        *tables(a, words, a.strengths, "strengths"),
    )
    mine = any(a.edited.suppressed.values()) or any(f.said for f in (*a.findings, *a.strengths))
    lead = words(
        "problems.lead" + ("_summed" if len(a.findings) > MOST else "") + ("_edited" if mine else "")
    )
    return (
        Section(
            "problems", short, heading, blocks, lead=lead, mark="chapter", short=short, summary=heading
        ),
    )  # fmt: skip


def _traced(a: Assessment, words: Words) -> tuple[Paragraph, ...]:
    """Where the numbers of the findings come from."""
    if a.focus or not a.findings or len(a.findings) > MOST:
        return ()
    return (Paragraph(words("problems.traced"), "note", see=(Ref("evidence"),)),)


def none(a: Assessment, words: Words) -> str:
    """That no rule found a problem, in the region where an edition is of one; or that there is none."""
    if not a.study.problems:
        return words("problems.heading.undeclared")
    return words("problems.heading.none_about" if a.focus else "problems.heading.none", region=a.focus)


def _heading(a: Assessment, words: Words) -> str:
    """How many problems, and where the gravest are."""
    found = a.findings
    if not found:
        return none(a, words)
    grave = [f for f in found if f.severity == max(g.severity for g in found)]
    regions = list(dict.fromkeys(place(a, words, f) for f in grave))
    about = "about_one" if len(found) == 1 else "about"
    kind = about if a.focus else "summed" if len(found) > MOST else "one" if len(found) == 1 else "many"
    severity = words(f"problems.severity.{grave[0].severity.name.lower()}")
    facts = {"n": len(found), "regions": regions, "severity": severity, "grave": len(grave)}
    return words(f"problems.heading.{kind}", **facts)


def _resolved(a: Assessment, words: Words) -> tuple[Paragraph, ...]:
    """What was found for the period before and is found no more."""
    if not a.resolved:
        return ()
    told = by_place(a, words, a.resolved[:FIRST])
    each = [words("problems.resolved.case", region=region, problems=said) for region, said in told.items()]
    cases, more = words("problems.resolved.join").join(each), len(a.resolved[FIRST:])
    text = words(f"problems.resolved.{'more' if more else 'text'}", cases=cases, more=more)
    head = words("problems.resolved.head", before=a.before, period=a.period)
    return (Paragraph(text, head=head),)

"""The editor's word, accounted for: what she left out, reworded, added and signed."""

from collections.abc import Iterator

from reporter.errors import Flaw
from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Heading, Paragraph, Rows, Table
from reporter.model.editorial import KINDS, Signature
from reporter.model.words import Words
from reporter.sections import findings, recommendations
from reporter.sections.cells import column, row_head


def editors_word(a: Assessment, words: Words) -> Iterator[Block]:
    """How much was changed by hand, what was left out and why, who signed; that nothing was, where so."""
    yield Heading(words("editorial.head"))
    said = [f.said for f in (*a.findings, *a.strengths) if not f.judged] + [r.said for r in a.recommendations]
    counts = {
        "suppressed": sum(len(a.edited.suppressed.get(kind, ())) for kind in KINDS),
        "reworded": sum(one is not None for one in said),
        "added": sum(f.judged for f in (*a.findings, *a.strengths)),
        "withheld": len(list(outdated(a, words))),
    }
    touched = counts["suppressed"] or counts["reworded"] or counts["added"]
    yield Paragraph(words(f"editorial.{'counts' if touched else 'untouched'}", **counts))
    if counts["withheld"]:
        yield Paragraph(words("editorial.withheld", **counts))
    if counts["suppressed"]:
        yield _left_out(a, words)
    signed = [s for s in a.edited.editorial.signed if words.language in s.languages]
    yield from (Paragraph(_signature(a, words, s), "point") for s in signed)


def outdated(a: Assessment, words: Words) -> Iterator[Flaw]:
    """Every number in the editor's words that no longer holds; the report prints its own sentence there."""
    for f in a.findings:
        yield from findings.outdated(a, words, f)
    for f in a.strengths:
        yield from findings.outdated(a, words, f, "strengths")
    for r in a.recommendations:
        yield from recommendations.outdated(a, words, r)


def _left_out(a: Assessment, words: Words) -> Table:
    head = tuple(column(words(f"editorial.table.{name}")) for name in ("kind", "what", "reason"))
    rows = tuple(
        (row_head(words(f"editorial.kind.{kind}")), Cell(one.key, tone="code"), Cell(words.text(one.reason)))
        for kind in KINDS
        for one in a.edited.suppressed.get(kind, ())
    )
    title, measure = words("editorial.table.title"), words("editorial.table.measure", end=a.period)
    return Table("table-left-out", title, measure, (head,), (Rows(rows),), style="plain")


def _signature(a: Assessment, words: Words, s: Signature) -> str:
    key = "signed" if a.edited.stands(s) else "signed_before"
    return words(f"editorial.{key}", by=s.by, role=words.text(s.role), on=s.on)

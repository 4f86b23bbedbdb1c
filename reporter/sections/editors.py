"""The editor's word, accounted for: what she left out, reworded, added and signed."""

from collections.abc import Iterator

from reporter.errors import Flaw
from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Heading, Paragraph, Rows, Table
from reporter.model.editorial import KINDS, Kind, Rewording, Signature
from reporter.model.words import Words
from reporter.sections import findings, recommendations
from reporter.sections.cells import column, row_head


def editors_word(a: Assessment, words: Words) -> Iterator[Block]:
    """How much was changed by hand, what was left out and why, who signed; that nothing was, where so."""
    yield Heading(words("editorial.head"))
    reworded = _reworded(a, words)
    counts = {
        "suppressed": sum(len(a.edited.suppressed.get(kind, ())) for kind in KINDS),
        "reworded": len(reworded),
        "added": sum(f.judged for f in (*a.findings, *a.strengths)),
        "withheld": len({flaw.where for flaw in outdated(a, words)}),
    }
    touched = counts["suppressed"] or counts["reworded"] or counts["added"]
    yield Paragraph(words(f"editorial.{'counts' if touched else 'untouched'}", **counts))
    if counts["withheld"]:
        yield Paragraph(words("editorial.withheld", **counts))
    if counts["suppressed"] or counts["reworded"]:
        yield _changed(a, words, reworded)
    signed = [s for s in a.edited.editorial.signed if words.language in s.languages]
    yield from (Paragraph(_signature(a, words, s), "point") for s in signed)


def _reworded(a: Assessment, words: Words) -> list[tuple[Kind, str, Rewording]]:
    """What is printed in the editor's words in this language: its kind, its name, her words."""
    gone = {flaw.where for flaw in outdated(a, words)}
    found: list[tuple[Kind, str, Rewording | None]] = [
        *(("problems", f.key, f.said) for f in a.findings if not f.judged),
        *(("strengths", f.key, f.said) for f in a.strengths if not f.judged),
        *(("measures", r.measure.id, r.said) for r in a.recommendations),
    ]
    said = [(k, key, s) for k, key, s in found if s and words.language in {*s.title, *s.text}]
    return [(k, key, s) for k, key, s in said if s.lines.get(words.language, s.where) not in gone]


def outdated(a: Assessment, words: Words) -> Iterator[Flaw]:
    """Every number in the editor's words that no longer holds; the report prints its own sentence there."""
    for f in a.findings:
        yield from findings.outdated(a, words, f)
    for f in a.strengths:
        yield from findings.outdated(a, words, f, "strengths")
    for r in a.recommendations:
        yield from recommendations.outdated(a, words, r)


def _changed(a: Assessment, words: Words, reworded: list[tuple[Kind, str, Rewording]]) -> Table:
    """What was left out and what was reworded, with the reasons."""
    head = tuple(column(words(f"editorial.table.{name}")) for name in ("kind", "what", "reason"))
    changed = [
        ("suppressed", k, one.key, one.reason) for k in KINDS for one in a.edited.suppressed.get(k, ())
    ]
    changed += [("reworded", k, key, said.reason) for k, key, said in reworded]
    rows = tuple(
        (
            row_head(words(f"editorial.table.{done}", kind=words(f"editorial.kind.{kind}"))),
            Cell(key, tone="code"),
            Cell(words.text(reason) or "—"),
        )
        for done, kind, key, reason in changed
    )
    title, measure = words("editorial.table.title"), words("editorial.table.measure", end=a.period)
    return Table("table-left-out", title, measure, (head,), (Rows(rows),), style="plain")


def _signature(a: Assessment, words: Words, s: Signature) -> str:
    key = "signed" if a.edited.stands(s) else "signed_before"
    by = words("editorial.who", by=s.by, role=words.text(s.role)) if s.role else s.by
    return words(f"editorial.{key}", by=by, on=s.on)

"""The sections of an outline → one numbered document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from reporter.errors import Faults, Flaw, Where, did_you_mean, refuse
from reporter.model.assessment import Assessment
from reporter.model.document import (
    Block,
    Columns,
    Document,
    Figure,
    Message,
    Paragraph,
    Prose,
    Ref,
    Section,
    Table,
)
from reporter.model.words import Words
from reporter.sections import SECTIONS
from reporter.sections.guide import blocks, guided
from reporter.sections.offered import Printed, Worded
from reporter.sections.own_page import is_own, own_page
from reporter.sections.quotes import filled

Draw = Callable[..., Figure]
LABELS = (
    "figure",
    "table",
    "page",
    "source",
    "contents",
    "see",
    "data",
    "download",
    "skip",
    "attached.figure",
)
SCREEN = (
    "search", "found", "found_more", "found_none", "filter", "filter_of", "filtered", "sort", "values",
    "svg", "png", "copy", "copied", "copied_not", "dark", "light",
)  # fmt: skip


def compose(
    assessment: Assessment,
    figures: Draw,
    words: Words,
    outline: Sequence[str],
    outline_name: str,
    lines: Mapping[str, Where] | None = None,
) -> Document:
    """The report: each named section in its order; chapters, annexes, figures and tables numbered
    throughout.

    lines: where the outline names each section.
    """
    unknown = [name for name in outline if name not in SECTIONS and not is_own(name)]
    if unknown:
        raise Faults(
            Flaw(
                (lines or {}).get(name, Where(outline_name)),
                f"no section is called '{name}'",
                did_you_mean(name, SECTIONS),
            )
            for name in unknown
        )
    refuse(_misplaced(assessment))
    made = (
        (name, [own_page(name, words)] if is_own(name) else list(SECTIONS[name](assessment, figures, words)))
        for name in outline
    )
    sections = [s for name, some in made for s in _with_pieces(assessment, words, name, some)]
    sections = list(guided(list(_numbered(list(_marked(list(_bound(sections))))))))
    study, period, focus = assessment.study, assessment.period, assessment.focus
    facts = {"study": words.text(study.title), "subject": words.text(study.subject), "region": focus}
    facts |= {"period": period, "start": assessment.main.periods[0]}
    of = "_of" if focus else ""
    return Document(
        language=words.language,
        title=words(f"report.title{of}", **facts),
        report=words(f"report.short{of}", **facts),
        description=words(f"report.description{of}", **facts),
        author=words.text(study.publisher),
        published=study.editions.published.get(period, ""),
        sections=tuple(sections),
        labels={name: words(f"labels.{name}") for name in (*LABELS, *SCREEN)},
        numbers=dict(_numbers(sections, words)),
        values=Printed(assessment, words),
        findings=Worded(assessment, words),
        customs=words.customs,
    )


def _misplaced(a: Assessment) -> Iterator[Flaw]:
    """The editor's pieces that are named for no section."""
    for piece in a.edited.editorial.pieces:
        if piece.place not in SECTIONS:
            what = f"no section is called '{piece.place}'"
            yield Flaw(piece.where, what, did_you_mean(piece.place, SECTIONS))


def _with_pieces(a: Assessment, words: Words, name: str, sections: list[Section]) -> list[Section]:
    """The sections of one name, the editor's piece for it in this language at the head of the first."""
    pieces = a.edited.editorial.pieces
    piece = next((p for p in pieces if p.place == name and p.language == words.language), None)
    if piece is None or not sections:
        return sections
    prose = Prose(filled(a, words, piece.text, {}, piece.where))
    return [replace(sections[0], blocks=(prose, *sections[0].blocks)), *sections[1:]]


def _bound(sections: Sequence[Section]) -> Iterator[Section]:
    """Without the references to what this outline leaves out."""
    there = {s.id for s in sections} | {
        b.id for s in sections for b in blocks(s) if isinstance(b, Figure | Table)
    }
    for section in sections:
        yield replace(section, blocks=tuple(_refer(block, there) for block in section.blocks))


def _refer(block: Block, there: set[str]) -> Block:
    match block:
        case Paragraph():
            return replace(block, see=tuple(ref for ref in block.see if ref.to in there))
        case Message(see=Ref(to=to)) if to not in there:
            return replace(block, see=None)
    return block


def _marked(sections: Sequence[Section]) -> Iterator[Section]:
    """Sections with `mark` chapter or annex get their number or letter."""
    chapters, annexes = 0, 0
    for section in sections:
        if section.mark == "chapter":
            chapters += 1
            yield replace(section, mark=str(chapters))
        elif section.mark == "annex":
            annexes += 1
            yield replace(section, mark=chr(ord("A") + annexes - 1))
        else:
            yield section


def _numbered(sections: Sequence[Section]) -> Iterator[Section]:
    counts = {"figure": 0, "table": 0}
    for section in sections:
        yield replace(section, blocks=tuple(_count(block, counts) for block in section.blocks))


def _count(block: Block, counts: dict[str, int]) -> Block:
    match block:
        case Figure(numbered=True) | Table():
            counts[block.kind] += 1
            return replace(block, number=counts[block.kind])
        case Columns():
            return replace(block, items=tuple(tuple(_count(b, counts) for b in item) for item in block.items))
        case Message():
            counted = _count(block.figure, counts)
            return replace(block, figure=counted) if isinstance(counted, Figure) else block
    return block


def _numbers(sections: Sequence[Section], words: Words) -> Iterator[tuple[str, str]]:
    for section in sections:
        if section.mark:
            yield (
                section.id,
                words(
                    "labels.numbered.chapter" if section.mark.isdigit() else "labels.numbered.annex",
                    n=section.mark,
                ),
            )
        for block in blocks(section):
            if isinstance(block, Figure | Table) and block.number:
                yield block.id, words(f"labels.numbered.{block.kind}", n=block.number)

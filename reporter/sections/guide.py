"""Fills what leads through a finished report: its contents, its lists of figures and tables, its register."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from reporter.model.document import Block, Cards, Columns, Figure, Message, Section, Table
from reporter.model.guide import Contents, Entry, Line, Passage, Register
from reporter.sections.facts import MANY

LONG = 22  # entries, of which a table of contents on one page holds no more
MOST = 4  # places of one chapter that a register names one by one
SPOKEN = "chain"  # the look of tables whose cells hold sentences


def guided(sections: Sequence[Section]) -> Iterator[Section]:
    """Fills the empty contents (the whole report's, and an opener's with the sections up to the next
    chapter), the lists and the register.
    """
    for n, section in enumerate(sections):
        below = sections[n + 1 :]
        if section.look == "opener":
            end = next((k for k, s in enumerate(below) if s.mark), len(below))
            below = [s for s in below[:end] if s.short]
        yield replace(section, blocks=tuple(_fill(block, below, sections) for block in section.blocks))


def blocks(section: Section) -> Iterator[Block]:
    """Every block of a section, those side by side too."""
    stack = list(section.blocks)
    while stack:
        block = stack.pop(0)
        yield block
        if isinstance(block, Columns):
            stack[:0] = [b for item in block.items for b in item]
        elif isinstance(block, Message):
            stack.insert(0, block.figure)


def _fill(block: Block, below: Sequence[Section], sections: Sequence[Section]) -> Block:
    match block:
        case Contents(entries=(), of="sections"):
            return _contents(below)
        case Contents(entries=(), of=kind):
            return replace(block, entries=tuple(_listed(sections, kind)), look="listing")
        case Columns(items=items):
            filled = (tuple(_fill(inside, below, sections) for inside in item) for item in items)
            return replace(block, items=tuple(filled))
        case Register():
            return Register(tuple(_found(block, sections)))
    return block


def _contents(sections: Sequence[Section]) -> Contents:
    entries = [
        Entry(s.id, s.short, s.summary, s.mark, 1 if s.mark or s.summary or s.template else 2)
        for s in sections
        if s.short
    ]
    if len(entries) > MANY and all(e.level == 2 for e in entries):
        return Contents(tuple(entries), "names")
    return Contents(tuple(_folded(entries)), "long" if len(entries) > LONG else "")


def _folded(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Entries, those of the second level as names below the first where they or all are many."""
    most = MANY if len(entries) <= LONG else 0
    n = 0
    while n < len(entries):
        inside = list(takewhile(lambda e: e.level == 2, entries[n + 1 :]))
        if len(inside) > most:
            yield replace(entries[n], below=tuple(inside))
            n += len(inside)
        else:
            yield entries[n]
        n += 1


def _listed(sections: Sequence[Section], kind: str) -> Iterator[Entry]:
    """Every numbered figure, or table, with its title."""
    for section in sections:
        for block in blocks(section):
            if isinstance(block, Figure | Table) and block.number and f"{block.kind}s" == kind:
                yield Entry(block.id, block.title or block.measure, mark=str(block.number), level=2)


def _found(register: Register, sections: Sequence[Section]) -> Iterator[Line]:
    """The register's names with the passages that show them, chapter by chapter; none without."""
    names = {called: line.name for line in register.lines for called in (line.name, *line.called)}
    found: dict[str, dict[str, list[str]]] = {line.name: {} for line in register.lines}
    longest = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))  # before what it contains
    mentioned = re.compile(f"(?<![A-Za-z])(?:{longest})(?![A-Za-z])")
    chapter = ""
    for section in sections:
        chapter = section.short if section.mark else chapter
        own = chapter or section.short or section.kicker
        for name, place in _places(section, names, mentioned):
            found[name].setdefault(own, []).append(place)
    for line in register.lines:
        passages = tuple(_passage(*one) for one in found[line.name].items())
        if passages:
            yield replace(line, passages=passages)


def _passage(chapter: str, places: Sequence[str]) -> Passage:
    if len(places) <= MOST:
        return Passage(chapter, tuple(places))
    return Passage(chapter, (places[0], places[-1]), through=True)


def _places(
    section: Section, names: Mapping[str, str], mentioned: re.Pattern[str]
) -> Iterator[tuple[str, str]]:
    """Each name that a section shows, with the first block that does so."""
    seen: set[str] = set()
    for block in blocks(section):
        labels = [(place, text) for place, text in _labels(block) if text in names]
        place = block.id if isinstance(block, Table) else section.id
        said = [(place, found) for text in _prose(block) for found in mentioned.findall(text)]
        for place, text in labels + said:
            if names[text] not in seen:
                seen.add(names[text])
                yield names[text], place


def _labels(block: Block) -> Iterator[tuple[str, str]]:
    """What stands for a name by itself: cells of tables, labels of a figure's data, titles of cards."""
    match block:
        case Cards(cards=cards):
            yield from ((card.id, card.title) for card in cards)
        case Figure(columns=columns, rows=rows):
            yield from ((block.id, text) for text in columns)
            yield from ((block.id, cell) for row in rows for cell in row if isinstance(cell, str))
        case Table(head=head, body=body):
            lines = (*head, *(row for part in body for row in part.rows))
            yield from ((block.id, cell.text) for line in lines for cell in line)


def _prose(block: Block) -> Iterator[str]:
    """What speaks of a name in a sentence: problems and measures in their tables, key messages."""
    match block:
        case Message(heading=heading, text=text):
            yield from (heading, text)
        case Table(style=style, body=body) if SPOKEN in style.split():
            yield from (cell.text for part in body for row in part.rows for cell in row)

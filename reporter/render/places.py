"""What references and the outline print: the name of each place, and the depth of each section."""

from collections.abc import Iterable, Iterator, Mapping

from reporter.model.document import (
    Block,
    Card,
    Cards,
    Columns,
    Document,
    Figure,
    Heading,
    Message,
    Section,
    Table,
)

NBSP = "\u00a0"


def names(document: Document) -> Mapping[str, str]:
    """id → what a reference to it prints: "Figure 3", "Chapter 2", or the name of what has no number."""
    blocks = [block for section in document.sections for block in every(section.blocks)]
    return (
        {section.id: section.short or section.kicker or section.heading for section in document.sections}
        | {block.id: block.text for block in blocks if isinstance(block, Heading) and block.id}
        | {block.id: block.title for block in blocks if isinstance(block, Figure | Table | Card)}
        | {place: number.replace(" ", NBSP) for place, number in document.numbers.items()}
    )


def levels(sections: Iterable[Section]) -> Mapping[str, int]:
    """id → 1 for a chapter, 2 for a page inside one; what stands before the first chapter counts as one."""
    depths, inside = {}, False
    for section in sections:
        opens = bool(section.mark) or section.look == "opener"
        depths[section.id] = 2 if inside and not opens else 1
        inside = inside or (opens and section.look != "cover")
    return depths


def every(blocks: Iterable[Block]) -> Iterator[Block | Card]:
    """All blocks, those inside columns, messages and cards too."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for item in block.items:
                yield from every(item)
        elif isinstance(block, Message):
            yield block.figure
        elif isinstance(block, Cards):
            yield from block.cards

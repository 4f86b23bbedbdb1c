"""A document written out for Typst: its headings, texts, tables and charts, in a plain layout."""

import re
from collections.abc import Iterator
from pathlib import Path

import typst

from reporter.model.document import (
    Block,
    Cards,
    Cell,
    Columns,
    Document,
    Facts,
    Figure,
    Heading,
    Message,
    Method,
    Paragraph,
    Section,
    Table,
)

HEAD = """#set page("a4", margin: 18mm)
#set text(font: "Noto Sans CJK SC", size: 9.5pt)
#set table(stroke: none)
"""
SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=/+-])")


def written(document: Document, folder: Path) -> Path:
    """The document as a Typst file in the folder, its charts beside it."""
    parts = (part for section in document.sections for part in _section(section, folder))
    path = folder / "page.typ"
    path.write_text(HEAD + "\n\n".join(parts), "utf-8")
    return path


def typeset(source: Path) -> bytes:
    """The PDF of a Typst file."""
    made = typst.compile(str(source))
    assert isinstance(made, bytes)
    return made


def _section(section: Section, folder: Path) -> Iterator[str]:
    yield f"#pagebreak(weak: true)\n= {_text(section.heading)}"
    yield _text(section.lead)
    for block in section.blocks:
        yield from _block(block, folder)


def _block(block: Block, folder: Path) -> Iterator[str]:
    match block:
        case Heading():
            yield f"== {_text(block.text)}"
        case Paragraph():
            yield _text(block.text)
        case Figure():
            (folder / f"{block.id}.svg").write_bytes(block.svg)
            yield f"*{_text(block.title)}*\\\n{_text(block.measure)}"
            yield f'#image("{block.id}.svg", width: {block.width}mm)'
        case Table():
            yield _table(block)
        case Columns():
            for item in block.items:
                for one in item:
                    yield from _block(one, folder)
        case Message():
            yield f"== {_text(block.heading)}\n{_text(block.value)} {_text(block.unit)}"
            yield _text(block.text)
            yield from _block(block.figure, folder)
        case Facts():
            yield "\n".join(f"- {_text(x.label)}: {_text(x.value)} {_text(x.detail)}" for x in block.items)
        case Method():
            yield "\n\n".join(f"*{_text(s.heading)}* {_text(s.text)}" for s in block.steps)
        case Cards():
            for card in block.cards:
                yield f"*{_text(card.title)}*\n" + "\n".join(
                    f"- {_text(a)}: {_text(b)}" for a, b in card.lines
                )


def _table(table: Table) -> str:
    rows = [*table.head, *(row for part in table.body for row in part.rows)]
    width = max(sum(cell.columns for cell in row) for row in rows)
    cells = [
        f"table.cell(rowspan: {c.rows}, colspan: {c.columns})[{_text(c.text)} {_text(c.small)}]"
        for row in rows
        for c in row
    ]
    return f"*{_text(table.title)}*\n#table(columns: {width}, {', '.join(cells)})"


def _cell(cell: Cell) -> str:
    spans = f"rowspan: {cell.rows}, colspan: {cell.columns}"
    return f"table.cell({spans})[{_text(cell.text)} {_text(cell.small)}]"


def _text(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)

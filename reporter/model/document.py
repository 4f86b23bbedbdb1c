"""The document: sections of blocks, without a word of markup; a renderer turns it into pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reporter.model.attachment import Attachment
from reporter.model.customs import Customs
from reporter.model.finding import Said
from reporter.model.guide import Contents, Glossary, Register
from reporter.model.screen import HotSpot, Sibling

GRID = {4: 54.67, 5: 69.58, 6: 84.5, 7: 99.42, 8: 114.33, 12: 174.0}  # widths in mm of the page's columns
Tone = str  # "", or the css class of a region or dimension: "region-1", "dimension-2"


@dataclass(frozen=True)
class Ref:
    """A reference to a section, figure or table by id; prints its number, and its page on paper."""

    to: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; `see` ends it with a reference. Roles: body, lead, note, source, point, finding."""

    text: str
    role: str = "body"
    see: tuple[Ref, ...] = ()
    tone: Tone = ""
    head: str = ""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Heading:
    """A heading inside a section, level 2 or 3; `run` is the small sans one."""

    text: str
    level: int = 2
    id: str = ""
    run: bool = False
    tone: Tone = ""
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Figure:
    """A chart: the drawing, the message, the measure line, the text that speaks it, and its data."""

    id: str
    title: str
    measure: str
    alt: str
    svg: bytes
    width: float
    height: float
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]
    source: str = ""
    numbered: bool = True
    spots: tuple[HotSpot, ...] = ()
    number: int = 0
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True)
class Cell:
    """A table cell. `mark` stands before the text; `bar` (0–1) and `stroke` (0–1) draw a score beside it.

    `details` are lines that open on screen, below `summary`; paper has them elsewhere.
    """

    text: str
    number: bool = False
    head: Literal["", "row", "col", "rowgroup", "colgroup"] = ""
    mark: str = ""
    small: str = ""
    tone: Tone = ""
    rows: int = 1
    columns: int = 1
    bar: float | None = None
    stroke: float | None = None
    strong: bool = False
    summary: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rows:
    """Rows that belong together; `total` tints them."""

    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False
    group: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its message, measure line and note. `style` names a look of the style sheet."""

    id: str
    title: str
    measure: str
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[Rows, ...]
    note: str = ""
    source: str = ""
    style: str = ""
    number: int = 0
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Columns:
    """Blocks side by side on the twelve columns: 444, 66, 57, 75, 84, 48."""

    layout: str
    items: tuple[tuple["Block", ...], ...]
    kind: Literal["columns"] = "columns"


@dataclass(frozen=True)
class Fact:
    """A label, its value and what the value is."""

    label: str
    value: str
    detail: str = ""
    tone: Tone = ""


@dataclass(frozen=True)
class Facts:
    """A strip of facts: `strip` (six small), `numbers` (three large), `cover`, `marks`."""

    items: tuple[Fact, ...]
    look: str = "strip"
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True)
class Message:
    """A key message: the number, the sentence, what stands behind it, its chart, where to read on."""

    value: str
    unit: str
    heading: str
    text: str
    figure: Figure
    see: Ref | None
    tone: Tone = ""
    kind: Literal["message"] = "message"


@dataclass(frozen=True)
class Step:
    """A numbered step of the method: what is done, and its formula as a drawing with its spoken form."""

    heading: str
    text: str
    formula: bytes = b""
    spoken: str = ""


@dataclass(frozen=True)
class Method:
    """The steps of a method."""

    steps: tuple[Step, ...]
    kind: Literal["steps"] = "steps"


@dataclass(frozen=True)
class Prose:
    """An editor's text in Markdown."""

    text: str
    kind: Literal["prose"] = "prose"


@dataclass(frozen=True)
class Card:
    """An indicator's card: its name and what there is to know of it."""

    id: str
    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cards:
    """Indicator cards, two abreast."""

    cards: tuple[Card, ...]
    kind: Literal["cards"] = "cards"


Shown = Paragraph | Heading | Figure | Table | Columns | Facts | Message | Method | Cards | Prose
Block = Shown | Contents | Register | Glossary


@dataclass(frozen=True)
class Section:
    """A section: its heading states the finding. `look` is page, opener, cover, spread (begins on a
    left page) or flow (no page break before it). `template` names one of the editor's that follows the
    blocks.
    """

    id: str
    kicker: str
    heading: str
    blocks: tuple[Block, ...]
    lead: str = ""
    mark: str = ""
    look: Literal["page", "opener", "cover", "spread", "flow"] = "page"
    short: str = ""
    summary: str = ""
    tone: Tone = ""
    template: str = ""


@dataclass(frozen=True)
class Document:
    """A finished report in one language, ready to be rendered.

    For an editor's own pages: `values`, every number of the report as it prints it, by `index.region.period`
    (without the period, that of the edition);
    `findings`, problems and strengths by name.
    """

    language: str
    title: str
    report: str
    description: str
    author: str
    published: str
    sections: tuple[Section, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, Said] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    customs: Customs = field(default_factory=lambda: Customs("en"))

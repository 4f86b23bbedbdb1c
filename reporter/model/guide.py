"""What leads a reader through a document: contents, lists of figures and tables, register, glossary."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents; `below` are names in columns under it."""

    to: str
    title: str
    finding: str = ""
    mark: str = ""
    level: int = 1
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class Contents:
    """The table of contents, or a part of it, or the list of all figures or tables; look `names` sets short
    entries in columns, `long` many entries close together, `listing` numbered titles in two columns.
    """

    entries: tuple[Entry, ...]
    look: Literal["", "names", "long", "listing"] = ""
    of: Literal["sections", "figures", "tables"] = "sections"
    kind: Literal["contents"] = "contents"


@dataclass(frozen=True)
class Passage:
    """Where in one chapter something is shown: ids of places; `through` where only the first and the last of
    more are named.
    """

    chapter: str
    places: tuple[str, ...]
    through: bool = False


@dataclass(frozen=True)
class Line:
    """A name of the register, how else it is called, and the passages that show it."""

    name: str
    called: tuple[str, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Register:
    """An index of names: of each the places where it is shown."""

    lines: tuple[Line, ...]
    kind: Literal["register"] = "register"


@dataclass(frozen=True)
class Term:
    """A term of the field and what it means here."""

    name: str
    text: str


@dataclass(frozen=True)
class Glossary:
    """Terms in the order of the language."""

    terms: tuple[Term, ...]
    kind: Literal["glossary"] = "glossary"

"""The theme: what an editor may change of a report's looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reporter.errors import Where
from reporter.model.brand import Brand


@dataclass(frozen=True)
class Template:
    """A file of the theme: its name, its text, and where it stands; `replaced` is the text of the base's file
    in whose place it is.
    """

    name: str
    text: str
    where: Where
    replaced: str = ""


@dataclass(frozen=True)
class Outline:
    """The sections of a kind of edition in their order: of one about the whole study, and of one about a
    single region. Where there are none, there is no such edition. `lines`: where each is named.
    """

    sections: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    lines: Mapping[str, Where] = field(default_factory=dict)


@dataclass(frozen=True)
class Theme:
    """What an editor may change: brand, templates, styles, the outline of each edition, pictures as data
    addresses, scripts.

    `faces`: the folder where the charts' faces, made once of the system's fonts, are kept.
    """

    templates: Mapping[str, Template]
    styles: Mapping[str, Template]
    outlines: Mapping[str, Outline]
    brand: Brand
    faces: Path
    pictures: Mapping[str, str] = field(default_factory=dict)
    scripts: Mapping[str, Template] = field(default_factory=dict)

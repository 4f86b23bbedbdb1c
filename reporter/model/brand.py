"""The brand: the colours, faces, sheet and logo of a house, for page and chart alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reporter.errors import Flaw, Where
from reporter.model.unit import Text

Voice = Literal["sans", "serif"]
TEXT_BLOCK = 174.0
"""Width in mm of the twelve columns: a chart is drawn at the size it is printed, so no brand changes it."""


@dataclass(frozen=True)
class Face:
    """A typeface of this machine: its family, and where its regular and bold cuts lie, as `path|number`."""

    family: str
    regular: str
    bold: str
    where: Where = Where()


@dataclass(frozen=True)
class Logo:
    """A picture of the house: a data address, the words for who cannot see it, its height in mm, where it
    stands.
    """

    address: str
    alt: Text
    height: float
    cover: bool
    foot: bool


@dataclass(frozen=True)
class Sheet:
    """The paper and its upper and lower margins, in mm; the sides are what the twelve columns leave."""

    width: float
    height: float
    top: float
    bottom: float

    @property
    def side(self) -> float:
        """The margin at either side."""
        return (self.width - TEXT_BLOCK) / 2


@dataclass(frozen=True)
class Brand:
    """What makes a report look like its house's.

    `colours`: role → `#RRGGBB`; a role is the name of a CSS variable of the page, `ink`, `region-1-fill`, and
    what a chart asks for. `dark`: the same of a page read in the dark, where it is not as on paper. `heat`
    and `against`: the steps from nothing to most, and to most the other way. `sans` and `serif`: the face of
    each language, "" for those not named; `elsewhere`: the families for a screen that lacks it. `remarks`:
    what may be printed and had better not.
    """

    colours: Mapping[str, str]
    dark: Mapping[str, str]
    heat: tuple[str, ...]
    against: tuple[str, ...]
    sans: Mapping[str, Face]
    serif: Mapping[str, Face]
    sheet: Sheet
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    institution: Text = field(default_factory=dict)
    logo: Logo | None = None
    remarks: tuple[Flaw, ...] = ()

    def face(self, voice: Voice, language: str) -> Face:
        """The face of a language; where it has none of its own, that of English or of all."""
        faces = self.sans if voice == "sans" else self.serif
        return next(faces[key] for key in (language, "", "en", *faces) if key in faces)

    def stack(self, voice: Voice, language: str) -> tuple[str, ...]:
        """Its family, those for other machines after it."""
        return tuple(dict.fromkeys([self.face(voice, language).family, *self.elsewhere.get(voice, ())]))

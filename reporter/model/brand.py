"""The brand: the colours, faces, sheet and logo of a house, for page and chart alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporter.errors import Flaw, Where
from reporter.model.unit import Text

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
    what a chart asks for. `heat` and `against`: the steps from nothing to most, and to most the other way.
    `sans` and `serif`: faces in the order they are asked for a letter; `elsewhere`: the families for a screen
    that has none of them. `remarks`: what may be printed and had better not.
    """

    colours: Mapping[str, str]
    heat: tuple[str, ...]
    against: tuple[str, ...]
    sans: tuple[Face, ...]
    serif: tuple[Face, ...]
    sheet: Sheet
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    institution: Text = field(default_factory=dict)
    logo: Logo | None = None
    remarks: tuple[Flaw, ...] = ()

    def stack(self, voice: str) -> tuple[str, ...]:
        """The families of `sans` or `serif`, those for other machines after this one's."""
        own = self.sans if voice == "sans" else self.serif
        return tuple(dict.fromkeys([*(face.family for face in own), *self.elsewhere.get(voice, ())]))

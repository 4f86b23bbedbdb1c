"""What may stand in a brand file; every key may be left out, since the base's stands behind it."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from reporter.config.fields import Text
from reporter.config.yaml import Schema


def _colour(value: str) -> str:
    if not re.fullmatch("#[0-9A-Fa-f]{6}", value):
        raise ValueError('it should be a colour such as "#0F4C81", in quotes')
    return value.upper()


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


Colour = Annotated[str, AfterValidator(_colour)]
Ramp = Annotated[tuple[Colour, ...], Field(min_length=2)]
Faces = str | Annotated[dict[str, str], Field(min_length=1)]
Families = Annotated[tuple[str, ...], BeforeValidator(_one_or_more), Field(min_length=1)]
Length = Annotated[float, Field(gt=0)]


class HueFile(Schema):
    """A region's colours."""

    fill: Colour | None = None
    text: Colour | None = None
    field: Colour | None = None


class HuesFile(Schema):
    """The hues of three regions."""

    first: HueFile | None = Field(None, alias="1")
    second: HueFile | None = Field(None, alias="2")
    third: HueFile | None = Field(None, alias="3")


class ShadesFile(Schema):
    """One colour for each of three regions or dimensions."""

    first: Colour | None = Field(None, alias="1")
    second: Colour | None = Field(None, alias="2")
    third: Colour | None = Field(None, alias="3")


class PaperFile(Schema):
    """What a page has in the light and in the dark."""

    ink: Colour | None = None
    text_2: Colour | None = None
    rule: Colour | None = None
    tint: Colour | None = None
    paper: Colour | None = None
    accent: Colour | None = None
    dimensions: ShadesFile | None = None


class DarkFile(PaperFile):
    """The colours of a page read in the dark."""

    regions: ShadesFile | None = None


class ColoursFile(PaperFile):
    """Every colour of page and charts."""

    context: Colour | None = None
    field: Colour | None = None
    field_rule: Colour | None = None
    on_field_2: Colour | None = None
    regions: HuesFile | None = None
    dark: DarkFile | None = None
    heat: Ramp | None = None
    against: Ramp | None = None


class ElsewhereFile(Schema):
    """The families for screens that lack the faces."""

    sans: Families | None = None
    serif: Families | None = None


class FacesFile(Schema):
    """The typefaces."""

    sans: Faces | None = None
    serif: Faces | None = None
    elsewhere: ElsewhereFile | None = None


class PageFile(Schema):
    """The sheet and its margins, in mm."""

    width: Length | None = None
    height: Length | None = None
    top: Length | None = None
    bottom: Length | None = None


class LogoFile(Schema):
    """The logo."""

    file: str
    alt: Text
    height: Annotated[float, Field(gt=0, le=14)] = 12
    cover: bool = True
    foot: bool = False


class BrandFile(Schema):
    """templates/brand.yaml."""

    institution: Text | None = None
    logo: LogoFile | None = None
    page: PageFile | None = None
    faces: FacesFile | None = None
    colours: ColoursFile | None = None

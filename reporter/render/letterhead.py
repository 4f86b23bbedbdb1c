"""The house on the cover: its logo and name in the report's language."""

from dataclasses import dataclass

from reporter.model.brand import Brand
from reporter.model.unit import Text


@dataclass(frozen=True)
class Letterhead:
    """What stands at the head of the cover; `logo` is a data address, "" where there is none."""

    institution: str
    logo: str = ""
    alt: str = ""
    height: float = 0.0


def letterhead(brand: Brand, language: str) -> Letterhead | None:
    """The letterhead of a report in this language; None where the brand names neither logo nor house."""
    name = _told(brand.institution, language)
    if brand.logo and brand.logo.cover:
        return Letterhead(name, brand.logo.address, _told(brand.logo.alt, language), brand.logo.height)
    return Letterhead(name) if name else None


def _told(text: Text, language: str) -> str:
    return text.get(language) or text.get("en", "")

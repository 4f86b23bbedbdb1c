"""The customs of a language: what its words file says of how it writes, beside what Babel knows."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property
from math import isinf
from unicodedata import combining, normalize

from babel.numbers import get_decimal_symbol, get_group_symbol

SMALL, INFINITE = "small", "∞"
PINYIN = "gb18030"
"""The encoding whose order of the common Chinese signs is that of their pinyin."""


@dataclass(frozen=True)
class Customs:
    """How a language writes; the defaults are those of most languages in Latin letters.

    tag: how pages name the language (BCP 47, such as zh-Hans). between: what stands between two sentences;
    unit: between a figure and its unit; percent: the sign after a share. thousands: the figure from which on
    they are set apart, "" for never. inside: `small` where a name begins small inside a sentence. title: how
    many signs of a cover's title stand in its largest size.
    """

    tag: str
    between: str = " "
    unit: str = " "
    percent: str = "%"
    thousands: str = "10000"
    inside: str = ""
    title: str = "36"

    @property
    def locale(self) -> str:
        """The name of the language for Babel."""
        return self.tag.replace("-", "_")

    def grouped(self, value: float) -> bool:
        """Whether the thousands of a figure are set apart."""
        return bool(self.thousands) and abs(value) >= float(self.thousands)

    @cached_property
    def marks(self) -> Mapping[int, str]:
        """What the language writes in place of the comma between thousands and of the decimal point."""
        return {ord(","): get_group_symbol(self.locale), ord("."): get_decimal_symbol(self.locale)}

    def digits(self, value: float, decimals: int) -> str:
        """A figure of 0 or more with fixed decimals. Babel prints the same by a pattern, in eight times the
        time.
        """
        if isinf(value):
            return INFINITE
        grouping = "," if self.grouped(value) else ""
        return f"{Decimal(str(value)):{grouping}.{decimals}f}".translate(self.marks)

    def large(self, title: str) -> bool:
        """Whether a cover's title is short enough for its largest size."""
        return len(title) <= int(self.title)

    def order(self, name: str) -> tuple[bytes, str]:
        """The key that sorts names as the language does: Chinese by pinyin, others without their accents."""
        if self.tag.startswith("zh"):
            return name.casefold().encode(PINYIN), name
        plain = "".join(sign for sign in normalize("NFKD", name.casefold()) if not combining(sign))
        return plain.encode(), name

    def within(self, name: str) -> str:
        """A name as it stands inside a sentence; an abbreviation keeps its capitals."""
        return name[0].lower() + name[1:] if self.inside == SMALL and name[1:2].islower() else name


CUSTOMS = tuple(field.name for field in fields(Customs))


def customs(language: str, said: Mapping[str, str]) -> Customs:
    """The customs that a words file tells under `language:`, by default those of most languages."""
    return Customs(**{"tag": language, **said})

"""Characters that the page's fonts cannot draw, found before anything is drawn."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from fontTools.ttLib import TTFont

from reporter.model.brand import Face

INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"}


def missing(text: str, faces: Iterable[Face]) -> tuple[str, ...]:
    """The visible characters of the text that none of the faces has, in the order of their codes."""
    known = frozenset().union(*(_covered(face.regular) for face in faces))
    unknown = (sign for sign in set(text) if ord(sign) not in known)
    return tuple(sorted(sign for sign in unknown if unicodedata.category(sign) not in INVISIBLE))


def around(sign: str, text: str, reach: int = 24) -> str:
    """The words about the first place of a sign."""
    at = text.index(sign)
    return " ".join(text[max(at - reach, 0) : at + reach].split())


@cache
def _covered(place: str) -> frozenset[int]:
    """The characters of a cut at `path|number`."""
    path, _, number = place.rpartition("|")
    with TTFont(path, fontNumber=int(number), lazy=True) as font:
        return frozenset(font.getBestCmap())

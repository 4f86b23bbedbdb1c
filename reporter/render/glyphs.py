"""Characters that the page's fonts cannot draw, found before anything is drawn."""

import subprocess
import unicodedata
from collections.abc import Iterable
from functools import cache

from fontTools.ttLib import TTFont

FACES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"}


def missing(text: str, faces: Iterable[str] = FACES) -> tuple[str, ...]:
    """The visible characters of the text that none of the faces has, in the order of their codes."""
    known = frozenset().union(*(_covered(face) for face in faces))
    unknown = (sign for sign in set(text) if ord(sign) not in known)
    return tuple(sorted(sign for sign in unknown if unicodedata.category(sign) not in INVISIBLE))


def around(sign: str, text: str, reach: int = 24) -> str:
    """The words about the first place of a sign."""
    at = text.index(sign)
    return " ".join(text[max(at - reach, 0) : at + reach].split())


def installed(face: str) -> bool:
    """Whether the machine has the face itself, not merely something fontconfig offers in its stead."""
    return bool(_file(face))


@cache
def _covered(face: str) -> frozenset[int]:
    path, _, number = _file(face).rpartition("|")
    if not path:
        return frozenset()
    with TTFont(path, fontNumber=int(number), lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _file(face: str) -> str:
    """`path|index` of the face's regular cut, or nothing where fontconfig offers another family."""
    asked = ["fc-match", "-f", "%{family}\n%{file}|%{index}", f"{face}:weight=80"]
    family, _, file = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.partition("\n")
    return file if face in family.split(",") else ""

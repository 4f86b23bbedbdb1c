"""The typefaces of this machine, as fontconfig knows them."""

import subprocess
from functools import cache
from typing import NamedTuple

from reporter.errors import Where, did_you_mean, fault
from reporter.model.brand import Face

REGULAR, BOLD = 80, 200


class Cut(NamedTuple):
    """A font file as fontconfig offers it for a family: the families it is of, its path, the number of the
    face in it, its version.
    """

    families: tuple[str, ...]
    path: str
    number: str
    version: str


def face(family: str, where: Where) -> Face:
    """The face of a family with the files of its two cuts; Faults where the machine has not got it."""
    regular, bold = _file(family, REGULAR), _file(family, BOLD)
    if not regular:
        raise fault(where, f"the face '{family}' is not installed", _mend(family))
    return Face(family, regular, bold or regular, where)


def _mend(family: str) -> str:
    """What the machine has instead, or for the base's own faces the package that brings them."""
    if family.startswith("Noto ") and " CJK " in family and not any(" CJK " in one for one in families()):
        return "on Debian and Ubuntu: apt-get install fonts-noto-cjk"
    return did_you_mean(family, families()) if families() else "install it, and fontconfig with it"


@cache
def families() -> tuple[str, ...]:
    """Every family there is, by name; none where fontconfig is not there to ask."""
    lines = _asked(["fc-list", ":", "family"]).splitlines()
    return tuple(sorted({line.partition(",")[0].strip() for line in lines if line.strip()}))


def _file(family: str, weight: int) -> str:
    """`path|number` of a cut; nothing where fontconfig offers another family in its stead."""
    found = cut(family, weight)
    return f"{found.path}|{found.number}" if found and family in found.families else ""


@cache
def cut(family: str, weight: int) -> Cut | None:
    """What fontconfig offers for a family in this weight; None where it is not there to ask."""
    asked = ["fc-match", "-f", "%{family}\n%{file}\n%{index}\n%{fontversion}", f"{family}:weight={weight}"]
    names, *told = _asked(asked).split("\n")
    return Cut(tuple(names.split(",")), *told) if told else None


def _asked(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        return ""

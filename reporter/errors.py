"""Errors for the person who can mend them: where, what is wrong, how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

MANY = 40
"""Names that are listed where none is near."""


@dataclass(frozen=True, order=True)
class Where:
    """A line of a file; line 0 means the file as a whole."""

    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, order=True)
class Flaw:
    """One fault of the input: `path:line: what; how to mend it`."""

    where: Where
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.mend}"


class Faults(Exception):
    """All flaws that one reading of the input found, in the order of files and lines."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(dict.fromkeys(sorted(flaws)))
        super().__init__("\n".join(map(str, self.flaws)))

    def __reduce__(self) -> tuple[type["Faults"], tuple[tuple[Flaw, ...]]]:  # a worker sends its faults home
        return Faults, (self.flaws,)


def fault(where: Where, what: str, mend: str) -> Faults:
    """A single flaw, to be raised."""
    return Faults([Flaw(where, what, mend)])


def refuse(flaws: Iterable[Flaw]) -> None:
    """Raises Faults if there is any flaw."""
    found = list(flaws)
    if found:
        raise Faults(found)


def did_you_mean(word: str, among: Iterable[object]) -> str:
    """How to mend a misspelt name: the nearest one, or all there are."""
    names = sorted(str(name) for name in among)
    lower = {name.lower(): name for name in names}
    near = get_close_matches(word.lower(), list(lower), n=1, cutoff=0.6)
    if near:
        return f"did you mean '{lower[near[0]]}'?"
    left = f", … ({len(names)} in all)" if len(names) > MANY else ""
    return f"one of: {', '.join(names[:MANY])}{left}" if names else "nothing may stand here"


def shown(path: Path) -> str:
    """The path as a user would type it: relative to the working folder where it lies below it."""
    full, here = path.resolve(), Path.cwd()
    return str(full.relative_to(here)) if full.is_relative_to(here) else str(full)

"""The numbers that a text quotes, held against the numbers that may stand in it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_NUMBER = re.compile(r"(?<![A-Za-z0-9_.])[-−+]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s?([%％]?)")


class Quoted(NamedTuple):
    """A number in print: its text, its size without sign, its decimals, whether it is a percentage."""

    text: str
    value: float
    decimals: int
    percent: bool


def numbers(text: str) -> Iterator[Quoted]:
    """Every number of the text, signs left aside: a fall by 12% and a change of −12% are one number.

    >>> [q.text for q in numbers("It fell by 1,234.5 points, or 12%, in 2022.")]
    ['1,234.5', '12%', '2022']
    """
    for match in _NUMBER.finditer(text):
        whole, part = match[1].replace(",", ""), match[2] or ""
        shown = match[0].strip().lstrip("-−+").replace("％", "%")
        yield Quoted(shown, float(whole + part), max(0, len(part) - 1), bool(match[3]))


def strangers(text: str, known: Iterable[str]) -> list[tuple[str, str]]:
    """The numbers of `text` that stand in none of the `known` texts, each with the nearest that does, "" if
    none is of its kind. A number rounded further than a known one is known.

    >>> strangers("It fell by 12.4%, a third time", ["a change of −13.1% from 48.2"])
    [('12.4%', '13.1%')]
    """
    there = [q for one in known for q in numbers(one)]
    return [(q.text, _nearest(q, there)) for q in numbers(text) if not any(_same(q, k) for k in there)]


def _same(one: Quoted, known: Quoted) -> bool:
    same = one.percent == known.percent and one.decimals <= known.decimals
    return same and abs(one.value - round(known.value, one.decimals)) < 1e-9


def _nearest(one: Quoted, there: Iterable[Quoted]) -> str:
    alike = [k for k in there if k.percent == one.percent and bool(k.decimals) == bool(one.decimals)]
    return min(alike, key=lambda k: abs(k.value - one.value)).text if alike else ""

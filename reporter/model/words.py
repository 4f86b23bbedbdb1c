"""The words of one language: sentences by key, names by id, numbers as that language prints them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from string import Formatter
from typing import Any

from babel.lists import format_list

from reporter.errors import Where, did_you_mean, fault
from reporter.model.customs import CUSTOMS, Customs, customs
from reporter.model.period import is_period, parts
from reporter.model.unit import Quantity, Text, Unit

TIMES = ("step", "steps", "when")
ONCE = re.compile(r"(?<![\d–—-])(\d{4}(?:-(?:H\d|Q\d|\d\d))?)[–—](?=\1(?![\d–—-]))")
MINUS, PLUS, MISSING = "−", "+", "—"


@dataclass(frozen=True)
class Entry:
    """One sentence with its placeholders, and the line it stands on."""

    text: str
    where: Where


@dataclass(frozen=True)
class Words:
    """`words("key", fact=…)` is the sentence with its facts; a placeholder is `{fact}` or `{fact:style}`.

    Styles: score (×100, one decimal; see `on`), points (the same, signed), gap (unsigned); percent, percent0,
    percent2 (×100, with %), change, change2 (signed), fall (unsigned); number0…number4; quantity (rescaled,
    with its unit), bare (rescaled, no unit); name, short, names (a list of ids); within, within_short,
    within_names: the same inside a sentence ("innovation index"); text (a text of the study's files); period
    (2022年第3季度); from (the same before a dash: of years the bare number).

    Every sentence knows `range` (of scores) and how the study counts time, by its `step`: `step`, `steps`,
    `when`.
    """

    language: str
    entries: Mapping[str, Entry]
    names: Mapping[str, str] = field(default_factory=dict)
    shorts: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    withins: Mapping[str, str] = field(default_factory=dict)
    times: float = 100.0
    places: int = 1
    step: str = "year"
    zero: bool = True

    def on(self, scale: str, zero: bool = True) -> "Words":
        """The words that print scores of a scale: `score` (0–1) ×100 with one decimal, else as they are.

        Without a true `zero` no score is so many times another, nor grows by a rate: a sentence that says so
        has a twin, `key_points`, that is said in its place.
        """
        times, places = (100.0, 1) if scale == "score" else (1.0, 2)
        return replace(self, times=times, places=places, zero=zero)

    def score(self, value: float, signed: bool = False) -> str:
        """A score, or with a sign a difference of scores."""
        return self.number(value * self.times, self.places, signed)

    def __call__(self, key: str, /, **facts: object) -> str:
        """The sentence `key` with its facts; an unknown key or placeholder is a fault. A span of one period,
        2022–2022, is said as that period.
        """
        entry = (None if self.zero else self.entries.get(f"{key}_points")) or self.entries.get(key)
        if entry is None:
            raise fault(self.where, f"no words for '{key}'", did_you_mean(key, self.entries))
        return ONCE.sub("", _Sentence(self, entry).format(entry.text, **facts))

    def fill(self, text: str, facts: Mapping[str, object], where: Where) -> str:
        """A text of an editor's with its facts; `where` it stands."""
        return _Sentence(self, Entry(text, where)).vformat(text, (), facts)

    def has(self, key: str) -> bool:
        """Whether there are words for the key."""
        return key in self.entries

    def style(self, key: str, fact: str) -> str:
        """How the sentence `key` prints a fact; "" where it does not name it."""
        parts = Formatter().parse(self.entries[key].text)
        return next((style or "" for _, name, style, _ in parts if name == fact), "")

    @property
    def where(self) -> Where:
        """The words file."""
        first = next(iter(self.entries.values()), None)
        return Where(first.where.path) if first else Where(self.language)

    def knowing(
        self,
        names: Mapping[str, str],
        shorts: Mapping[str, str],
        units: Mapping[str, Unit],
        withins: Mapping[str, str],
        step: str = "year",
    ) -> "Words":
        """The same words, knowing a study's names, short names, units, names inside a sentence, and whether
        it counts by years, half-years, quarters or months.
        """
        return replace(self, names=names, shorts=shorts, units=units, withins=withins, step=step)

    def period(self, period: str) -> str:
        """A period as the language writes it: 2022, 2022年第3季度; what is no period stays as it is."""
        if not is_period(period):
            return period
        name, year, part = parts(period)
        told = self(f"labels.half.{'first' if part == 1 else 'second'}") if name == "half-year" else part
        return self(f"labels.period.{name}", year=year, part=told)

    def name(self, id: str) -> str:
        """The name of a region, group, dimension, indicator or score."""
        return self.names[id]

    def short(self, id: str) -> str:
        """Its short name, where it has one."""
        return self.shorts.get(id) or self.names[id]

    def text(self, text: Text) -> str:
        """A text of the study's files in this language; English where the language is missing."""
        return text.get(self.language) or text.get("en") or next(iter(text.values()), "")

    def within(self, id: str, name: str) -> str:
        """The name inside a sentence: as the study says, else as the language begins it there."""
        return self.withins.get(id) or self.customs.within(name)

    def list(self, ids: Sequence[str]) -> str:
        """Names joined as the language joins them."""
        return self.joined([self.names.get(i, i) for i in ids])

    def paragraph(self, sentences: Iterable[str]) -> str:
        """Sentences one after another, spaced as the language spaces them."""
        return self.customs.between.join(filter(None, sentences))

    def joined(self, names: Sequence[str]) -> str:
        """Texts joined as the language joins them."""
        return str(format_list(names, locale=self.customs.locale))

    @cached_property
    def customs(self) -> Customs:
        """How the language writes, as its words file says."""
        said = {name: self.entries.get(f"language.{name}") for name in CUSTOMS}
        return customs(self.language, {name: entry.text for name, entry in said.items() if entry})

    def number(self, value: float, decimals: int = 1, signed: bool = False) -> str:
        """A number with fixed decimals, a real minus, and — for a missing one."""
        if value != value:
            return MISSING
        rounded = round(value, decimals) + 0.0
        sign = MINUS if rounded < 0 else PLUS if signed and rounded > 0 else ""
        return sign + self.customs.digits(abs(rounded), decimals)

    def share(self, value: float, decimals: int = 1, signed: bool = False) -> str:
        """A share ×100 with the sign of hundredths."""
        return self.number(value * 100, decimals, signed) + (self.customs.percent if value == value else "")

    def shown(self, unit: Unit) -> tuple[Unit, float]:
        """The unit this language prints for `unit`, and the factor that rescales a figure to it."""
        other = self.units.get(unit.shown.get(self.language, ""), unit)
        return other, unit.factor / other.factor

    def unit(self, unit: Unit) -> str:
        """The printed name of the unit this language shows."""
        return self.text(self.shown(unit)[0].title)

    def bare(self, quantity: Quantity) -> str:
        """A quantity's number in the shown unit, without the unit."""
        return self.number(quantity.value * self.shown(quantity.unit)[1], quantity.decimals)

    def quantity(self, quantity: Quantity) -> str:
        """A quantity with its unit, joined as the language joins them."""
        unit = self.unit(quantity.unit)
        if not unit or quantity.unit.powers == {"unit": 1}:
            return self.bare(quantity)
        gap = "" if unit.startswith("%") else self.customs.unit
        return f"{self.bare(quantity)}{gap}{unit}"


class _Sentence(Formatter):
    """Fills one entry's placeholders."""

    def __init__(self, words: Words, entry: Entry) -> None:
        self.words, self.entry = words, entry

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:  # noqa: ARG002
        if key in kwargs:
            return kwargs[str(key)]
        if key == "range":
            return self.words(f"labels.range.{'score' if self.words.times > 1 else 'plain'}")
        if key in TIMES:
            return self.words(f"labels.{key}.{self.words.step}")
        what = f"the sentence has no fact called '{key}'"
        raise fault(self.entry.where, what, did_you_mean(str(key), kwargs))

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return self.get_value(field_name, args, kwargs), field_name

    def format_field(self, value: Any, style: str) -> str:
        try:
            return STYLES[style](self.words, value)
        except (TypeError, KeyError, AttributeError, ValueError):
            plain = isinstance(value, str | int | float)
            told = repr(value) if plain else f"a {type(value).__name__.lower()}"
            what = f"the style '{style}' does not fit the fact {told}"
            raise fault(self.entry.where, what, f"one of: {', '.join(filter(None, STYLES))}") from None


def _fixed(decimals: int) -> Callable[[Words, Any], str]:
    return lambda w, value: w.number(value, decimals)


STYLES: dict[str, Callable[[Words, Any], str]] = {
    "": lambda _, value: str(value),
    "text": lambda w, value: w.text(value),
    "period": lambda w, value: w.period(value),
    "from": lambda w, value: w.period(value) if parts(value)[0] != "year" else value,
    "score": lambda w, value: w.score(value),
    "points": lambda w, value: w.score(value, True),
    "gap": lambda w, value: w.score(abs(value)),
    "percent": lambda w, value: w.share(value),
    "percent0": lambda w, value: w.share(value, 0),
    "percent2": lambda w, value: w.share(value, 2),
    "change": lambda w, value: w.share(value, 1, True),
    "change2": lambda w, value: w.share(value, 2, True),
    "fall": lambda w, value: w.share(abs(value)),
    **{f"number{decimals}": _fixed(decimals) for decimals in range(5)},
    "quantity": lambda w, value: w.quantity(value),
    "bare": lambda w, value: w.bare(value),
    "name": lambda w, value: w.name(value),
    "short": lambda w, value: w.short(value),
    "names": lambda w, value: w.list(value),
    "within": lambda w, value: w.within(value, w.name(value)),
    "within_short": lambda w, value: w.within(value, w.short(value)),
    "within_names": lambda w, value: w.joined([w.within(i, w.name(i)) for i in value]),
}

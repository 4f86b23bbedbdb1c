"""The languages: how each writes, and their words among themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from string import Formatter

from babel.core import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from reporter.errors import Flaw, Where, did_you_mean
from reporter.model.study import Study
from reporter.model.unit import Text, Unit
from reporter.model.words import Entry, Words

LEFT_TO_RIGHT = "left-to-right"
FEW = 5
"""Missing keys named one by one."""


def customs_flaws(language: str, entries: Mapping[str, Entry], where: Where) -> Iterator[Flaw]:
    """What is wrong with what a words file says of how its language writes, under `language:`."""
    said = {key.partition(".")[2]: entry for key, entry in entries.items() if key.startswith("language.")}
    tag = said.get("tag", Entry(language, where))
    yield from _tag_flaws(tag.text, tag.where)
    for name, mend in (("thousands", 'write a number, or "" for never'), ("title", "write a number")):
        text = said[name].text if name in said else "0"
        if not (text.isdecimal() or (name == "thousands" and not text)):
            yield Flaw(said[name].where, f"'{text}' is no number", mend)


def _tag_flaws(tag: str, where: Where) -> Iterator[Flaw]:
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        known = [name.replace("_", "-") for name in locale_identifiers()]
        near = did_you_mean(tag, known) if len(tag) > 2 else "its two letters are those of ISO 639"
        yield Flaw(where, f"nothing is known of a language '{tag}'", near)
        return
    if locale.character_order != LEFT_TO_RIGHT:
        what = f"'{tag}' runs from right to left, which the pages cannot set"
        yield Flaw(where, what, "choose one that does not")


def unsaid(own: Mapping[str, Entry], english: Mapping[str, Entry], where: Where) -> Iterator[Flaw]:
    """A flaw for all sentences that a language lacks, beside how it writes, which has defaults."""
    lacking = [key for key in english if key not in own and not key.startswith("language.")]
    if lacking:
        first = ", ".join(f"'{key}'" for key in lacking[:FEW])
        what = f"{len(lacking)} of {len(english)} keys are missing: {first}{', …' if lacking[FEW:] else ''}"
        yield Flaw(where, what, "translate them from the base's words/en.yaml")


def untranslated(told: Study, language: str) -> Iterator[Flaw]:
    """A remark on the study's texts that are not told in this language, English standing in their place."""
    found = {
        text["en"]: text for text in texts(replace(told, units={})) if text["en"]
    }  # of units those in use
    missing = [name for name, text in found.items() if not text.get(language)]
    if missing:
        what = f"{len(missing)} of {len(found)} texts of the study have no '{language}', and English stands"
        yield Flaw(told.where, what, f"write {{en: …, {language}: …}}; the first is '{missing[0]}'")


def texts(node: object) -> Iterator[Text]:
    """Every text in some languages that a value holds, wherever inside it."""
    if isinstance(node, Unit):
        yield {**node.shown, **node.title}  # a language that shows another unit needs no name of this one
    elif isinstance(node, Mapping) and "en" in node:
        yield node
    elif isinstance(node, Mapping):
        yield from (text for value in node.values() for text in texts(value))
    elif isinstance(node, tuple):
        yield from (text for value in node for text in texts(value))
    elif is_dataclass(node):
        yield from (text for one in fields(node) for text in texts(getattr(node, one.name)))


def strangers(spoken: Mapping[str, Words]) -> Iterator[Flaw]:
    """Facts that stand in no sentence of another language, in sentences that the others have too."""
    facts = {
        language: {key: _facts(entry.text) for key, entry in words.entries.items()}
        for language, words in spoken.items()
    }
    for language, own in facts.items():
        others = [told for other, told in facts.items() if other != language]
        known = {name for told in others for names in told.values() for name in names}
        for key, names in own.items():
            there = [told[key] for told in others if key in told]
            for name in sorted(names - known) if there else ():
                what = f"no other language has a fact called '{name}' in any sentence"
                yield Flaw(spoken[language].entries[key].where, what, _mend(name, set.union(*there), names))


def _facts(text: str) -> set[str]:
    """The names of a sentence's placeholders."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _mend(name: str, there: set[str], own: set[str]) -> str:
    """What the other languages' sentences of the same key have instead."""
    return did_you_mean(name, there - own or there) if there else "take it out"

"""The words of all languages among themselves: a fact that one language alone speaks of is a mistake."""

from collections.abc import Iterator, Mapping
from string import Formatter

from reporter.errors import Flaw, did_you_mean
from reporter.model.words import Words


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

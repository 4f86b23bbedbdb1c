"""What is wrong with a sentence of the words, or of an editor's, before it is filled."""

from collections.abc import Iterator
from string import Formatter

from reporter.errors import Flaw, Where, did_you_mean
from reporter.model.words import STYLES


def sentence_flaws(text: str, where: Where, *, numbers: bool = False) -> Iterator[Flaw]:
    """What is wrong with a sentence before it is filled: braces astray, styles there are none of.

    numbers: whether a placeholder may name a number of the report, `I.Beijing.2022`.
    """
    mend = "write {fact} or {fact:style}, and {{ for a brace"
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        yield Flaw(where, f"the sentence has a brace astray: {error}", mend)
        return
    for _, fact, style, conversion in parts:
        named = fact is not None and (fact.isidentifier() or (numbers and fact.count(".") >= 2))
        if fact is not None and (not named or conversion):
            yield Flaw(where, f"'{{{fact}}}' is no placeholder", mend)
        elif fact is not None and style not in STYLES:
            yield Flaw(where, f"no style is called '{style}'", did_you_mean(style or "", STYLES))

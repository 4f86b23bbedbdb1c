"""The editor's texts, filled with numbers of the report and held against them."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from string import Formatter
from typing import Any, Literal

from reporter.errors import Flaw, Where, fault
from reporter.methods.quoted import strangers
from reporter.model.assessment import Assessment
from reporter.model.editorial import Rewording
from reporter.model.words import Words
from reporter.sections.facts import quantity

Part = Literal["title", "text"]
Facts = Mapping[str, object]


class Quotes(Mapping[str, Any]):
    """Facts by name, and every number of the report by `code.region.period`."""

    def __init__(self, a: Assessment, facts: Mapping[str, object]) -> None:
        self.a, self.facts = a, facts

    def __getitem__(self, name: str) -> Any:
        if name in self.facts:
            return self.facts[name]
        code, _, rest = name.partition(".")
        region, _, period = rest.rpartition(".")
        result = self.a.board.holding(code)
        if result and region in result.regions and period in result.periods:
            return result.score(code, region, period)
        panel = self.a.panel
        if code in panel.indicators and region in panel.regions and period in panel.periods:
            return quantity(self.a, code, region, period)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        yield from self.facts
        a = self.a
        for result in a.board.results.values():
            for code in result.values:
                yield from (f"{code}.{r}.{p}" for r in result.regions for p in result.periods)
        yield from (
            f"{i}.{r}.{p}" for i in a.panel.indicators for r in a.panel.regions for p in a.panel.periods
        )

    def style(self, name: str) -> str:
        """How a number of the report is printed."""
        result = self.a.board.holding(name.partition(".")[0])
        return "quantity" if result is None else "score" if result.scale == "score" else "number3"

    def __len__(self) -> int:
        return sum(1 for _ in self)


def filled(a: Assessment, words: Words, text: str, facts: Mapping[str, object], where: Where) -> str:
    """A text with its placeholders filled; Faults names one that is no number of the report.

    A number of the report named without a style is printed as its kind is.
    """
    quotes = Quotes(a, facts)
    for _, name, style, _ in Formatter().parse(text):
        if name and "." in name and name not in quotes:
            near = get_close_matches(name, list(quotes), n=1)
            mend = (
                f"did you mean '{near[0]}'?" if near else "write index.region.period, as for reporter explain"
            )
            raise fault(where, f"'{name}' is no number of the report", mend)
        if name and not style and isinstance(facts.get(name), float):
            raise fault(
                where,
                f"'{{{name}}}' is a number without a style",
                f"write {{{name}:percent}}, {{{name}:score}} …",
            )
        if name and "." in name and not style:
            text = text.replace(f"{{{name}}}", f"{{{name}:{quotes.style(name)}}}")
    return words.fill(text, quotes, where)


def reworded(
    a: Assessment, words: Words, said: Rewording | None, part: Part, facts: Facts, known: list[str]
) -> str:
    """The editor's title or text in this language; "" where she has none, or where either quotes a number of
    before.

    known: the texts whose numbers it may quote.
    """
    if said is None or words.language not in getattr(said, part) or any(stale(a, words, said, facts, known)):
        return ""
    return filled(a, words, getattr(said, part)[words.language], facts, _line(words, said))


def stale(
    a: Assessment, words: Words, said: Rewording | None, facts: Facts, known: list[str]
) -> Iterator[Flaw]:
    """The numbers written out in the editor's title or text that the report no longer has, each with the one
    that it has now. What a placeholder prints always holds.
    """
    if said is None:
        return
    told = [text[words.language] for text in (said.title, said.text) if words.language in text]
    written = " ".join(literal for text in told for literal, *_ in Formatter().parse(text))
    for number, nearest in strangers(written, [*known, *said.own, *a.panel.periods]):
        what = f"the text says {number}, and the report has no such number here"
        now = f"it has {nearest}: write that, or a placeholder" if nearest else "write a placeholder"
        yield Flaw(
            _line(words, said), what, f"{now}, or name it under own:; till then the report prints its own"
        )


def _line(words: Words, said: Rewording) -> Where:
    return said.lines.get(words.language, said.where)

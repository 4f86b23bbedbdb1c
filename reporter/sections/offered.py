"""What an editor's own pages may ask for by name, put into words once it is asked for."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from reporter.model.assessment import Assessment
from reporter.model.finding import Finding, Said
from reporter.model.words import STYLES, Words
from reporter.sections.findings import title, told
from reporter.sections.quotes import Quotes

Found = tuple[Finding, Literal["problems", "strengths"]]


class Printed(Mapping[str, str]):
    """Every number of the report by `code.region.period`, printed as its kind is once it is asked for.

    `code.region` is the number of the edition's own period, `code.region.-1` that of the period before.
    """

    def __init__(self, a: Assessment, words: Words) -> None:
        self.quotes, self.words = Quotes(a, {}), words

    def __getitem__(self, name: str) -> str:
        value = self.quotes[self._full(name)]
        return STYLES[self.quotes.style(name)](self.words, value)

    def _full(self, name: str) -> str:
        """The name with its period."""
        periods = self.quotes.a.panel.periods
        known = periods[: periods.index(self.quotes.a.period) + 1]
        stem, _, last = name.rpartition(".")
        back = int(last) if re.fullmatch(r"-\d{1,3}", last) else 0
        if not back:
            return f"{name}.{known[-1]}" if "." in name and "." not in stem else name
        return f"{stem}.{known[back - 1]}" if len(known) >= 1 - back else name

    def __iter__(self) -> Iterator[str]:
        return iter(self.quotes)

    def __len__(self) -> int:
        return len(self.quotes)


class Worded(Mapping[str, Said]):
    """Every problem and strength by name, as the report words it."""

    def __init__(self, a: Assessment, words: Words) -> None:
        self.a, self.words = a, words
        self.found: dict[str, Found] = {f.key: (f, "problems") for f in a.findings}
        self.found |= {f.key: (f, "strengths") for f in a.strengths}

    def __getitem__(self, name: str) -> Said:
        f, kind = self.found[name]
        return Said(title(self.a, self.words, f, kind), told(self.a, self.words, f, kind))

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

"""Where in a publication something stands, in the report's language."""

import re
from collections.abc import Iterable

from reporter.model.words import Words

DRAWN = re.compile(r"(Table|Figure) (\S+)")


def where_in(words: Words, sections: Iterable[str]) -> str:
    """Sections by number or name, tables and figures: "sections 2.1, 3, “Challenges”, Table 2"."""
    named = [part for section in sections for part in section.split("; ") if part]
    numbers = [part for part in named if part[:1].isdigit()]
    key = "number" if len(numbers) == 1 else "numbers"
    told = [words(f"labels.cited.{key}", n=words("labels.comma").join(numbers))] if numbers else []
    told += [_said(words, part) for part in named if part not in numbers]
    return words("labels.comma").join(told)


def _said(words: Words, part: str) -> str:
    found = DRAWN.fullmatch(part)
    if found:
        return words(f"labels.cited.{found[1].lower()}", n=found[2])
    return words("labels.cited.name", n=part)

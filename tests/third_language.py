"""A third language for tests: English in made-up letters; and what a reader sees or hears of a page."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from ruamel.yaml import YAML

LATIN, CYRILLIC = "abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшчыз"
LETTERS = str.maketrans(LATIN + LATIN.upper(), CYRILLIC + CYRILLIC.upper())
CUSTOMS = {
    "tag": "ru",
    "between": " ",
    "unit": " ",
    "percent": " %",
    "thousands": "",
    "inside": "same",
    "title": "36",
}
SPOKEN = {
    "alt",
    "title",
    "aria-label",
    "placeholder",
    "content",
    "data-kicker",
    "data-outline",
    "data-report",
}
SPOKEN |= {"data-before", "data-after"}


def pseudo(words: str) -> str:
    """A words file in made-up letters: keys, placeholders and signs as they were, every letter another."""
    tree = YAML(typ="safe").load(words)
    return json.dumps({**_changed(tree), "language": CUSTOMS}, ensure_ascii=False, indent=1)


def _changed(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _changed(value) for key, value in node.items()}
    return re.sub(
        r"\{[^{}]*\}|[A-Za-z]+", lambda m: m[0] if m[0][0] == "{" else m[0].translate(LETTERS), node
    )


class Page(HTMLParser):
    """What a page shows and speaks: its text, the attributes that are read out, its drawings' text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.told: list[str] = []
        self.within: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("img", "meta", "link", "br", "hr", "input", "rect", "line", "circle", "path", "use"):
            self.within.append(tag)
        named = {name: value or "" for name, value in attrs}
        spoken = SPOKEN - ({"content"} if named.get("name") not in ("description", "author") else set())
        self.told += [value for name, value in named.items() if name in spoken]
        if named.get("src", "").startswith("data:image/svg+xml;base64,"):
            self.told += Page(b64decode(named["src"].partition(",")[2]).decode()).told

    def handle_endtag(self, tag: str) -> None:
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "script", "metadata"} & {*self.within}:
            self.told.append(data)


def texts(node: Any, language: str = "en") -> Iterator[str]:
    """Every text of a data file that is told in this language."""
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from texts(value, language)
    if isinstance(node, dict) and isinstance(node.get(language), str):
        yield node[language]

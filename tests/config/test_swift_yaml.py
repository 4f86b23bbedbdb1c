"""The swift reader gives what the thorough one gives, lines and all, or leaves the text to it."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from reporter.config.swift_yaml import swift_tree
from reporter.config.workspace import BASE

FILES = sorted([*(BASE / "data").rglob("*.yaml"), *(BASE / "templates").rglob("*.yaml")])


def lines(node: object) -> object:
    """A tree of the places that a reader noted."""
    if hasattr(node, "items"):
        return {str(key): ((node.lc.data or {}).get(key), lines(value)) for key, value in node.items()}
    if isinstance(node, list):
        return [((node.lc.data or {}).get(n), lines(value)) for n, value in enumerate(node)]
    return node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(BASE).as_posix())
def test_both_readers_give_the_same_values_on_the_same_lines(path: Path) -> None:
    text = path.read_text("utf-8")
    assert lines(swift_tree(text)) == lines(YAML(typ="rt").load(text))


@pytest.mark.parametrize(
    "text", ["a: 1\na: 2", "a: [1", "a: !mine 1", "b: &b {x: 1}\na: {<<: *b}", "- a", "", "? [a]\n: 1"]
)
def test_what_is_not_plain_is_left_to_the_thorough_reader(text: str) -> None:
    assert swift_tree(text) is None


def test_numbers_dates_and_words_are_read_as_yaml_1_2_says() -> None:
    text = "a: no\nb: 012\nc: 1_000\nd: 2022-01-01\ne: 1e3\nf: ~\ng: 0o14\nh: 2022-Q3\ni: 1:30"
    tree = swift_tree(text)
    assert tree == YAML(typ="rt").load(text)
    assert [type(value).__name__ for value in tree.values()] == [
        "str", "int", "int", "date", "float", "NoneType", "int", "str", "str",
    ]  # fmt: skip

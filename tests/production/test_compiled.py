"""Templates are compiled once: by a worker, and for all runs of a store."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from reporter.production.compiled import Compiled
from reporter.production.store import Store

VALUES = {"program": "a", "engine jinja2": "3", "engine python": "3", "engine nh3": "0.3"}


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Jinja compiles from now on, in a process that has compiled nothing."""
    found, compile_ = list[str](), Environment.compile

    def noted(self: Environment, source: str, *said: str) -> object:
        found.append(source)
        return compile_(self, source, *said)

    monkeypatch.setattr(Environment, "compile", noted)
    monkeypatch.setattr(Compiled, "held", {})
    return found


def page(text: str, cache: Compiled) -> str:
    """The page of this text."""
    return Environment(loader=DictLoader({"a": text}), bytecode_cache=cache).get_template("a").render()


def test_a_worker_compiles_a_text_once(compiled: list[str]) -> None:
    assert [page(text, Compiled(VALUES, None)) for text in ("{{ 1 }}", "{{ 1 }}", "{{ 2 }}")] == [
        "1",
        "1",
        "2",
    ]
    assert compiled == ["{{ 1 }}", "{{ 2 }}"]


def test_another_process_takes_it_from_the_store(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page("{{ 1 }}", Compiled(VALUES, Store(tmp_path)))
    monkeypatch.setattr(Compiled, "held", {})
    assert page("{{ 1 }}", Compiled(VALUES, Store(tmp_path))) == "1"
    assert len(compiled) == 1


@pytest.mark.parametrize("name", VALUES)
def test_another_program_compiles_anew(compiled: list[str], name: str, tmp_path: Path) -> None:
    page("{{ 1 }}", Compiled(VALUES, Store(tmp_path)))
    page("{{ 1 }}", Compiled({**VALUES, name: "b"}, Store(tmp_path)))
    assert len(compiled) == 2


def test_code_that_is_damaged_is_compiled_anew(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page("{{ 1 }}", Compiled(VALUES, Store(tmp_path)))
    monkeypatch.setattr(Compiled, "held", {})
    for file in (path for path in tmp_path.glob("??/*") if path.is_file()):
        file.write_bytes(file.read_bytes()[:-3] + b"abc")
    assert page("{{ 1 }}", Compiled(VALUES, Store(tmp_path))) == "1"
    assert len(compiled) == 2

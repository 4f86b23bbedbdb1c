"""What all tests share: a copy of the made-up land that a test may spoil, and the base's words."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

from reporter import pipeline
from reporter.config import Workspace, read_words
from reporter.config.brand import read_brand
from reporter.config.workspace import BASE
from reporter.errors import Faults
from reporter.figures import style
from reporter.model.words import Words

settings.register_profile("house", deadline=None, derandomize=True, print_blob=False, max_examples=50)
settings.register_profile("thorough", settings.get_profile("house"), max_examples=300)  # `make check-all`
settings.load_profile("house")

LAND = Path(__file__).parent / "land"
STUDY = "data/studies/land/study.yaml"
TABLE = "data/sources/land-yearbook.csv"
SERIES = "data/sources/land-yearbook.yaml"


@cache
def base_words(language: str) -> Words:
    """The base's words, read once a process."""
    return read_words(Workspace(BASE), language)


@pytest.fixture(scope="session")
def base_brand() -> Iterator[None]:
    """Inside, charts drawn without a theme are drawn in the base's brand."""
    with style.branded(read_brand(Workspace(BASE)), "en", Path.home() / ".cache" / "reporter"):
        yield


@pytest.fixture
def few_points(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small design for the audit's sensitivity, its dearest part, where a test asks nothing of that."""
    monkeypatch.setattr(import_module("reporter.audit.sensitivity"), "POINTS", 256)


@dataclass(frozen=True)
class Land:
    """A copy of the made-up land, the working folder being its root."""

    root: Path

    @property
    def workspace(self) -> Workspace:
        """The copy as a workspace."""
        return Workspace(self.root)

    def line(self, file: str, text: str) -> int:
        """The number of the one line that holds the text."""
        found = [n for n, line in enumerate(self.text(file).splitlines(), 1) if text in line]
        assert len(found) == 1, f"'{text}' stands in lines {found} of {file}"
        return found[0]

    def text(self, file: str) -> str:
        """The file's text."""
        return (self.root / file).read_text("utf-8")

    def write(self, file: str, text: str | bytes) -> None:
        """Puts another content into the file."""
        (self.root / file).write_bytes(text.encode() if isinstance(text, str) else text)

    def spoil(self, file: str, old: str, new: str) -> int:
        """Puts `new` in the place of the one `old`; returns the line where it begins."""
        text = self.text(file)
        assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def faults(self, period: str = "2022") -> list[str]:
        """What reading and assessing the land tells, line by line; nothing if all is well."""
        try:
            pipeline.assess(pipeline.read(self.workspace, "land"), period)
        except Faults as faults:
            return str(faults).splitlines()
        return []


@pytest.fixture
def land(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Land:
    """The made-up land in a folder of its own, also the working folder, so that paths are told relative."""
    shutil.copytree(LAND, tmp_path / "land")
    monkeypatch.chdir(tmp_path / "land")
    return Land(tmp_path / "land")

"""Lands that were built once, copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import LAND, Land
from tests.production.builds import html, in_brief


@pytest.fixture(scope="session")
def land_built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The land with the HTML of its newest edition in English."""
    root = tmp_path_factory.mktemp("built") / "land"
    shutil.copytree(LAND, root)
    return made(root)


@pytest.fixture(scope="session")
def land_built_in_brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with few chapters."""
    root = tmp_path_factory.mktemp("brief") / "land"
    shutil.copytree(LAND, root)
    in_brief(Land(root))
    return made(root)


def made(root: Path) -> Path:
    """The land at its place, built."""
    done = html("--workspace", str(root))
    assert done.status == 0, done.err
    return root


@pytest.fixture
def built(land_built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Land:
    """A built land that a test may spoil, the working folder being its root."""
    shutil.copytree(land_built_once, tmp_path / "land")
    monkeypatch.chdir(tmp_path / "land")
    return Land(tmp_path / "land")


@pytest.fixture
def brief(land_built_in_brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Land:
    """A land built with few chapters, for what holds whatever is written, where a test builds again."""
    shutil.copytree(land_built_in_brief, tmp_path / "land")
    monkeypatch.chdir(tmp_path / "land")
    return Land(tmp_path / "land")

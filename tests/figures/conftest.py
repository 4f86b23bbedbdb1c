"""The charts are lettered in a font that is made ready once."""

from pathlib import Path

import pytest

from reporter.figures import style


@pytest.fixture(scope="session", autouse=True)
def fonts():
    style.use_fonts(Path.home() / ".cache" / "reporter")

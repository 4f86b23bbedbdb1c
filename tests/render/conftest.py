"""The base theme, and reports on a made-up land."""

import pytest
from made_up_land import document
from made_up_theme import base_theme

from reporter.model.document import Document
from reporter.model.theme import Theme
from reporter.render import RENDERERS


@pytest.fixture(scope="session")
def theme() -> Theme:
    return base_theme()


@pytest.fixture(scope="session", params=["en", "zh"])
def report(request: pytest.FixtureRequest) -> Document:
    return document(request.param)


@pytest.fixture(scope="session")
def english() -> Document:
    return document("en")


@pytest.fixture(scope="session")
def printed(report: Document, theme: Theme) -> bytes:
    return RENDERERS["pdf"](report, theme)

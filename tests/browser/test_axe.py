"""axe-core finds nothing against the page: light and dark in both languages, wide and narrow; brief too."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Open

CASES = [
    ("en/full", 1280, False),
    ("en/full", 360, True),
    ("zh/full", 1280, False),
    ("zh/full", 360, True),
    ("en/brief", 360, True),
]
OPENED = "for (const one of document.querySelectorAll('details')) one.open = true"
ASKED = {"resultTypes": ["violations"]}  # not told what is well, which takes as long again


@pytest.mark.parametrize(("name", "width", "dark"), CASES)
def test_axe_finds_nothing(name: str, width: int, dark: bool, built: Path, shown: Open) -> None:
    page = shown(built / f"{name}.html", width, dark=dark)
    page.evaluate(OPENED)
    found = Axe().run(page, options=ASKED).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []

"""axe-core finds nothing against the page: light and dark in both languages, wide and narrow; in brief too."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Open

CASES = [("en", 1280, False), ("en", 360, True), ("zh", 1280, False), ("zh", 360, True)]
OPENED = "for (const one of document.querySelectorAll('details')) one.open = true"


@pytest.mark.parametrize(("language", "width", "dark"), CASES)
def test_axe_finds_nothing(language: str, width: int, dark: bool, built: Path, shown: Open) -> None:
    page = shown(built / language / "full.html", width, dark=dark)
    page.evaluate(OPENED)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []

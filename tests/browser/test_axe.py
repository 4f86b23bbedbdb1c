"""axe-core finds nothing against the page: light and dark in both languages, wide and narrow; brief too."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Open

OPENED = "for (const one of document.querySelectorAll('details')) one.open = true"
CLOSED = "0"  # the data behind figures are looked at once a language, which is most of the time
CASES = [
    ("en/full", 1280, False, OPENED),
    ("en/full", 360, True, CLOSED),
    ("zh/full", 1280, False, CLOSED),
    ("zh/full", 360, True, OPENED),
    ("en/brief", 360, True, OPENED),
]
ASKED = {"resultTypes": ["violations"]}  # not told what is well, which takes as long again


@pytest.mark.parametrize(
    ("name", "width", "dark", "data"), CASES, ids=[f"{name}-{width}" for name, width, *_ in CASES]
)
def test_axe_finds_nothing(name: str, width: int, dark: bool, data: str, built: Path, shown: Open) -> None:
    page = shown(built / f"{name}.html", width, dark=dark)
    page.evaluate(data)
    found = Axe().run(page, options=ASKED).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []

"""The made-up land's newest edition in English, whole, as HTML.

What is not text is left out: style sheets, scripts, drawings, and the digests of inputs. Where the report is
meant to change, refresh the file and read the difference before accepting it:

    UPDATE_GOLDEN=1 .venv/bin/pytest tests/golden && git diff tests/golden
"""

import os
import re
from difflib import unified_diff
from pathlib import Path

from tests.conftest import Land
from tests.production.builds import html

GOLDEN = Path(__file__).parent / "land-2022-en.html"
LEFT_OUT = {
    r"(?s)(<(style|script)[^>]*>).*?(</\2>)": r"\1…\3",
    r"data-values='[^']*'": "data-values='…'",
    r"data:([\w/+]+)[;,][^\"')\s]*": r"data:\1,…",
    r"\b[0-9a-f]{64}\b": "…",
    r"(?m)[ \t]+$": "",
}


def readable(page: str) -> str:
    """The page without what no person reads in it."""
    for pattern, instead in LEFT_OUT.items():
        page = re.sub(pattern, instead, page)
    return page


def test_the_report_on_the_made_up_land_is_as_accepted(land: Land) -> None:
    assert html().status == 0
    page = readable(land.text("out/land/2022/en/full.html"))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(page, "utf-8")
    accepted = GOLDEN.read_text("utf-8").splitlines()
    differences = list(unified_diff(accepted, page.splitlines(), "accepted", "built", lineterm="", n=0))
    assert not differences, "\n".join(differences[:40])

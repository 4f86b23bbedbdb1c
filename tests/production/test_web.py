"""What the page of a screen has beside the report: the other languages, and a workspace's own scripts."""

import re

from reporter.model.screen import Sibling
from reporter.production.plan import Page, siblings
from tests.conftest import Land
from tests.production.builds import html, in_brief


def test_a_page_knows_the_same_page_in_the_other_declared_languages() -> None:
    page = Page("en", "brief", "Inner Mongolia", "html")
    assert siblings(page, {"en": "en", "zh": "zh-Hans"}) == (
        Sibling("zh-Hans", "中文", "../zh/brief-Inner-Mongolia.html"),
    )
    assert siblings(page, {"en": "en"}) == ()


def test_a_script_of_the_same_name_replaces_the_bases(land: Land) -> None:
    in_brief(land)
    (land.root / "templates/scripts").mkdir()
    land.write("templates/scripts/search.js", "/* no search here */")
    assert html().status == 0
    assert "<script>/* no search here */</script>" in (page := land.text("out/land/2022/en/full.html"))
    assert 'role: "combobox"' not in page


def test_a_script_that_ends_its_element_is_a_fault_of_its_line(land: Land) -> None:
    (land.root / "templates/scripts").mkdir(parents=True)
    land.write("templates/scripts/own.js", "// first\nconst end = '</script>';\n")
    assert re.match(r"(?s).*templates/scripts/own\.js:2: '</script' ends the script", html().err)

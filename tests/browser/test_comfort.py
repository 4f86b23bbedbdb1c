"""Dark or light, links to copy, and the whole by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from reporter.model.document import Heading, Paragraph
from tests.browser.conftest import Open
from tests.render.made_up_theme import base_theme

GROUND = "getComputedStyle(document.documentElement).backgroundColor"
WHITE = "rgb(255, 255, 255)"


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_as_the_system_asks_and_the_button_turns_it(small: Open, dark: bool) -> None:
    page = small(Paragraph("A text."), dark=dark)
    assert (page.evaluate(GROUND) == WHITE) is not dark
    button = page.locator(".tools button")
    assert button.inner_text() == ("Light page" if dark else "Dark page")
    button.press("Enter")
    assert (page.evaluate(GROUND) == WHITE) is dark
    page.reload()
    assert (page.evaluate(GROUND) == WHITE) is dark
    page.locator(".tools button").click()
    assert page.evaluate("localStorage.length") == 0


def test_a_dark_page_has_the_brands_dark_colours(small: Open) -> None:
    dark = base_theme().brand.dark
    page = small(Paragraph("A text."), dark=True)
    ground = "getComputedStyle(document.documentElement).getPropertyValue('--{}')"
    for role in ("paper", "accent", "region-1", "dimension-3"):
        assert page.evaluate(ground.format(role)) == dark[role]
    assert page.evaluate(ground.format("light")) == base_theme().brand.colours["paper"]


def test_a_button_at_a_heading_copies_the_link_to_it(small: Open) -> None:
    page = small(Heading("A heading", id="place"), Paragraph("A text."))
    page.locator("h2 button").click()
    page.get_by_text("Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url.split("#")[0] + "#place"


def test_a_refused_clipboard_is_said_with_the_link(small: Open) -> None:
    page = small(Heading("A heading", id="place"))
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.locator("h2 button").click()
    page.locator("main > .status", has_text="#place").wait_for()


def test_nothing_moves_where_less_motion_is_asked_for(small: Open) -> None:
    page = small(Paragraph("A text."))
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0


def reached(page: Page, stops: int) -> list[str]:
    """What Tab reaches from the head of the page."""
    seen = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
    return seen


def test_tab_alone_reaches_language_button_search_chapters_and_charts(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    seen = reached(page, 40)
    assert seen[:4] == ["skip", "A", "BUTTON", "INPUT"]
    assert seen[4:9] == ["A"] * 5
    assert "stop" in seen
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_tab_reaches_sorting_and_filtering(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    page.locator(".table .sort").first.focus()
    assert page.evaluate("document.activeElement.closest('th').scope") == "col"
    page.keyboard.press("Enter")
    assert page.locator(".table [aria-sort]").count() == 1
    page.locator(".table > .filter input").first.focus()
    page.keyboard.type("zebra")
    assert page.locator(".table > .filter .count").first.inner_text().startswith("0 of ")

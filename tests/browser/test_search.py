"""Search over the whole page, by keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from reporter.model.document import Heading, Paragraph
from tests.browser.conftest import Open


@pytest.fixture
def page(small: Open) -> Page:
    return small(
        Paragraph("Patents rose by −1.2 points."),
        Heading("Patents granted"),
        Paragraph("R&D personnel in the East, and patents at last."),
        Paragraph("研发人员占就业人员比重上升。"),
    )


def asked(page: Page, text: str) -> list[str]:
    page.keyboard.press("/")
    page.keyboard.type(text)
    return page.locator("#found [role=option] span").all_inner_texts()


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.innerText ?? ''")
    return text


def test_headings_come_first_and_say_where_they_stand(page: Page) -> None:
    found = asked(page, "patents")
    assert found[0] == "Patents granted"
    assert len(found) == 3
    assert page.locator("#found small").first.inner_text() == "Only chapter"
    assert page.locator("#found mark").first.inner_text() == "Patents"


def test_every_word_must_stand_there(page: Page) -> None:
    assert asked(page, "east patents") == ["R&D personnel in the East, and patents at last."]


def test_chinese_and_a_minus_are_found(page: Page) -> None:
    assert asked(page, "就业人员") == ["研发人员占就业人员比重上升。"]
    page.keyboard.press("Control+A")
    page.keyboard.type("-1.2")
    assert page.locator("#found mark").inner_text() == "−1.2"


def test_arrows_choose_and_enter_leads_there(page: Page) -> None:
    asked(page, "patents")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("#search").get_attribute("aria-activedescendant") == "found-1"
    page.keyboard.press("Enter")
    assert focused(page) == "Patents rose by −1.2 points."
    assert not page.locator(".panel").is_visible()


def test_arrow_up_begins_at_the_end(page: Page) -> None:
    asked(page, "patents")
    page.keyboard.press("ArrowUp")
    assert page.locator("#search").get_attribute("aria-activedescendant") == "found-2"


def test_what_is_not_there_is_said(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    assert asked(page, "zebra") == []
    assert page.locator(".panel .count").inner_text() == "Nothing in this report has “zebra”"
    page.keyboard.press("Enter")
    assert page.locator(".panel").is_visible()
    assert errors == []


def test_escape_closes_then_leaves(page: Page) -> None:
    asked(page, "patents")
    page.keyboard.press("Escape")
    assert not page.locator(".panel").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    assert page.evaluate("document.activeElement.id") != "search"


def test_enter_ends_a_word_that_is_being_written_and_goes_nowhere(page: Page) -> None:
    asked(page, "patents")
    page.locator("#search").dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    assert page.locator(".panel").is_visible()
    page.locator("#search").dispatch_event("keydown", {"key": "Enter"})
    assert not page.locator(".panel").is_visible()


def test_a_slash_in_a_field_is_a_slash(page: Page) -> None:
    asked(page, "a/b")
    assert page.locator("#search").input_value() == "a/b"


def test_the_data_behind_a_figure_is_found_and_opened(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    cells = page.locator("#figure-series details tbody tr").first.locator("td").all_text_contents()
    asked(page, " ".join(cells))
    page.keyboard.press("Enter")
    assert focused(page).split() == cells
    assert page.evaluate("document.activeElement.closest('details').open")

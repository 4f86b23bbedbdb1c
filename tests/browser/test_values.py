"""The figure behind each mark of a chart, under the pointer and by keyboard."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from reporter.model.document import Figure
from reporter.model.screen import HotSpot
from tests.browser.conftest import Open

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="400pt" height="200pt" viewBox="0 0 400 200"/>'
SPOTS = (
    HotSpot(0.0, 0.1, 0.1, 0.1, "East", "33.6", "2016"),
    HotSpot(0.9, 0.1, 0.1, 0.1, "East", "63.7", "2022"),
    HotSpot(0.9, 0.8, 0.1, 0.1, "West", "15.9", "2022"),
)
CHART = Figure("chart", "The East leads", "", "Spoken", SVG, 140, 70, ("Region",), (("East",),), spots=SPOTS,
               numbered=False)  # fmt: skip


@pytest.fixture
def page(small: Open) -> Page:
    return small(CHART)


def told(page: Page) -> str:
    return " ".join(page.locator(".told .tip > *").all_inner_texts())


def test_the_pointer_shows_the_nearest_figure(page: Page) -> None:
    box = page.locator("figure img").bounding_box()
    assert box
    page.mouse.move(box["x"] + 0.95 * box["width"], box["y"] + 0.87 * box["height"])
    assert told(page) == "15.9 West 2022"
    page.mouse.move(box["x"] + 0.5 * box["width"], box["y"] + 0.5 * box["height"])
    assert told(page) == ""


def test_of_two_marks_that_meet_the_pointer_shows_the_one_it_is_nearer_to(small: Open) -> None:
    wide, inside = (
        HotSpot(0.2, 0.2, 0.6, 0.2, "Range", "10–90", "2022"),
        HotSpot(0.6, 0.2, 0.1, 0.2, "Median", "60", "2022"),
    )
    page = small(replace(CHART, spots=(wide, inside)))
    box = page.locator("figure img").bounding_box()
    assert box
    for across, value in ((0.65, "60"), (0.35, "10–90")):
        page.mouse.move(box["x"] + across * box["width"], box["y"] + 0.3 * box["height"])
        assert told(page).split()[0] == value


def test_a_chart_is_one_stop_and_arrows_move_along_it(page: Page) -> None:
    stop = page.locator(".stop")
    stop.focus()
    assert told(page) == "33.6 East 2016"
    page.keyboard.press("ArrowRight")
    assert stop.get_attribute("aria-valuetext") == "East 2022 63.7"
    page.keyboard.press("ArrowDown")
    assert told(page) == "15.9 West 2022"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert told(page) == "33.6 East 2016"


def test_escape_and_leaving_close_it(page: Page) -> None:
    page.locator(".stop").focus()
    page.keyboard.press("Escape")
    assert told(page) == ""
    page.keyboard.press("End")
    assert told(page) == "15.9 West 2022"
    page.keyboard.press("Tab")
    assert told(page) == ""


def test_the_chart_stays_a_picture_with_its_spoken_text(page: Page) -> None:
    assert page.get_by_role("img", name="Spoken").count() == 1
    assert page.get_by_role("slider").get_attribute("aria-label") == (
        "Values of the chart “The East leads”; arrow keys move from one to the next"
    )


def test_the_mark_stands_where_the_figure_is_drawn_at_any_width(small: Open) -> None:
    for width in (360, 1280):
        page = small(CHART, width=width, dark=True)
        page.locator(".stop").focus()
        page.keyboard.press("End")
        mark, image = page.locator(".spot").bounding_box(), page.locator("figure img").bounding_box()
        assert mark
        assert image
        assert mark["y"] - image["y"] == pytest.approx(0.8 * image["height"], abs=1.5)
        assert mark["x"] + mark["width"] <= image["x"] + image["width"] + 1.5


def test_the_charts_of_the_report_have_their_values(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    charts = page.locator(".stop").count()
    assert charts > 30
    for n in (0, charts - 1):
        page.locator(".stop").nth(n).focus()
        assert told(page)


def test_a_picture_is_saved_as_svg_and_as_png(page: Page) -> None:
    page.locator("summary").click()
    assert page.locator("a[download='chart.svg']").get_attribute("href") == page.locator("img").get_attribute(
        "src"
    )
    with page.expect_download() as saved:
        page.locator("button", has_text="PNG").click()
    assert saved.value.suggested_filename == "chart.png"
    assert Path(saved.value.path()).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"

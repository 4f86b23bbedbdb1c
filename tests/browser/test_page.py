"""The page in a real browser: nothing wider than a telephone, whole without scripts, good to print."""

from pathlib import Path

import pypdfium2
import pytest

from tests.browser.conftest import Open

WIDTH = 360
both = pytest.mark.parametrize("language", ["en", "zh"])
# Elements that reach beyond the window, except where a box of their own scrolls.
WIDE = """() => [...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect();
  if (!box.width || box.right <= document.documentElement.clientWidth + 1) return false;
  for (let p = e; p && p !== document.body; p = p.parentElement)
    if (getComputedStyle(p).overflowX !== 'visible') return false;
  return true;
}).map(e => e.outerHTML.slice(0, 200))"""
BROKEN = "() => [...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.alt)"
HIDDEN = """() => [...document.querySelectorAll('main :is(h1, h2, h3, p, li, th, td, img, caption)')]
  .filter(e => !e.closest('details') && !e.checkVisibility()).map(e => e.outerHTML.slice(0, 200))"""


@both
def test_on_a_telephone_nothing_is_cut_off(language: str, built: Path, shown: Open) -> None:
    page = shown(built / language / "full.html", WIDTH)
    assert page.evaluate("document.documentElement.scrollWidth") == WIDTH
    assert page.evaluate(WIDE) == []


def test_a_date_stands_on_one_line_however_wide_the_page(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html", WIDTH)
    dates = page.locator(".keep", has_text="2023-12-01")
    assert dates.count()
    for width in range(WIDTH, 1280, 23):
        page.set_viewport_size({"width": width, "height": 900})
        assert dates.evaluate_all("all => all.map(e => e.getClientRects().length)") == [1] * dates.count()


def test_on_a_telephone_a_tables_number_stands_beside_its_title(built: Path, shown: Open) -> None:
    page = shown(built / "zh/full.html", WIDTH)
    for caption in page.locator("caption:has(.no)").all()[:4]:
        title, number = (caption.locator(part).bounding_box() for part in (".title", ".no"))
        assert title
        assert number
        assert (
            number["y"] >= title["y"] + title["height"] - 1 or number["x"] >= title["x"] + title["width"] - 1
        )


@both
def test_every_drawing_is_there(language: str, built: Path, shown: Open) -> None:
    page = shown(built / language / "full.html")
    assert page.locator("img").count() >= 8
    assert page.evaluate(BROKEN) == []


def test_the_page_says_nothing_to_the_console_and_asks_for_nothing(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if request.url[:5] != "data:" else None)
    page.reload()
    assert said == [page.url]


@both
def test_without_scripts_everything_is_there_and_nothing_that_needs_them(
    language: str, built: Path, shown: Open
) -> None:
    page = shown(built / language / "full.html", scripts=False)
    assert page.locator("button, input").count() == 0
    assert page.evaluate(HIDDEN) == []
    page.locator("main details summary").first.click()
    assert page.locator("main details table").first.is_visible()
    page.locator("nav a").nth(3).click()
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 100


def test_the_chapter_that_is_read_is_marked(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    page.locator("#audit").evaluate("e => e.scrollIntoView()")
    page.locator("nav a[aria-current]", has_text="How far the numbers can be trusted").wait_for()
    assert page.locator("nav [aria-current]").count() == 1


def test_the_other_language_lies_beside(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    told = page.locator("link[rel=alternate]").get_attribute("hreflang")
    link = page.locator(".tools a", has_text="中文")
    assert link.get_attribute("lang") == link.get_attribute("hreflang") == told
    link.click()
    assert page.locator("html").get_attribute("lang") == told


def test_a_filter_does_not_cut_what_is_printed(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html")
    table = page.locator(".table:has(.filter)").first
    table.locator(".filter input").fill("zebra")
    assert not table.locator("tbody tr").first.is_visible()
    page.emulate_media(media="print")
    assert all(row.is_visible() for row in table.locator("tbody tr").all())


def test_where_the_system_sets_colours_a_chart_keeps_its_ground(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html", dark=True)
    page.emulate_media(forced_colors="active")
    ground = "getComputedStyle(document.querySelector('section:not(.cover) figure img')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_printed_from_the_browser_it_is_the_report_alone(built: Path, shown: Open) -> None:
    page = shown(built / "en/full.html", dark=True)
    page.emulate_media(media="print")
    for lost in (".side", ".stop", "details", ".filter"):
        assert not any(one.is_visible() for one in page.locator(lost).all()), lost
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(21, 32, 43)"
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert 20 <= len(paper) <= 60
    assert "Contents" in paper[1].get_textpage().get_text_range()
    assert round(paper.get_page_size(1)[0] / 72 * 25.4) == 210

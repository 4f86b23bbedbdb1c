"""The example of a house's own theme: each thing it changes is seen in the made-up land's report."""

import re
import shutil
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reporter import pipeline
from reporter.config import Workspace, read_words
from reporter.config.theme import read_theme
from reporter.model.assessment import Assessment
from reporter.model.result import Composite
from reporter.render import RENDERERS
from reporter.render.proofread import proofread
from tests.conftest import LAND

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "ministry" / "templates"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Inputs:
    """The made-up land with the ministry's templates."""
    workspace = Workspace(tmp_path_factory.mktemp("ministry") / "land")
    shutil.copytree(LAND, workspace.root)
    shutil.copytree(EXAMPLE, workspace.root / "templates")
    return pipeline.read(workspace, "land")


@pytest.fixture(scope="module")
def assessment(inputs: pipeline.Inputs) -> Assessment:
    return pipeline.assess(inputs, "2022")


@pytest.fixture
def scores(assessment: Assessment) -> Composite:
    return assessment.main


@pytest.fixture(scope="module")
def made(inputs: pipeline.Inputs, assessment: Assessment) -> dict[str, bytes]:
    """The report in the ministry's theme, HTML in Chinese and PDF in English."""
    workspace, products = inputs.workspace, {}
    theme = read_theme(workspace)
    assert not list(proofread(theme))
    for form, language in (("html", "zh"), ("pdf", "en")):
        words = pipeline.told(inputs, read_words(workspace, language))
        products[form] = RENDERERS[form](pipeline.write(assessment, words, theme, "full"), theme)
    return products


@pytest.fixture(scope="module")
def page(made: dict[str, bytes]) -> str:
    return made["html"].decode()


def drawings(page: str) -> str:
    """The charts of the page as SVG."""
    return "".join(b64decode(data).decode() for data in re.findall(r"svg\+xml;base64,([^\"')]+)", page))


def test_a_colour_is_changed_on_the_page_and_in_the_charts(page: str) -> None:
    assert "--region-3-fill: #A8434E;" in page
    assert "#a8434e" in drawings(page).lower()
    assert not re.search("#b9441a|#0f4c81", drawings(page).lower())  # the base's hues


def test_the_headings_stand_in_the_other_face(page: str) -> None:
    assert '--serif: "Noto Sans CJK SC"' in page


def test_the_cover_bears_logo_and_house(page: str) -> None:
    begin = page.index('<header class="ministry">')
    cover = page[begin : page.index("</header>", begin)]
    assert 'alt="圆环中三级上升的台阶"' in cover
    assert "虚构之地科技部" in cover
    assert "虚构之地统计局系列报告" in cover


def test_the_chapters_come_in_the_other_order(page: str) -> None:
    ids = re.findall(r'<section class="[^"]*" id="([^"]*)"', page)
    assert ids[:6] == ["cover", "contents", "pages-minister", "messages", "problems", "recommendations"]
    assert "reading" not in ids


def test_a_table_has_its_number_first(page: str) -> None:
    caption = page[page.index('id="table-problems-1"') :].partition("</caption>")[0]
    assert caption.index('<span class="first">表') < caption.index('<span class="title">')


def test_the_own_page_quotes_the_report(page: str, scores: Composite) -> None:
    own = page[page.index('id="pages-minister"') :].partition("</section>")[0]
    now, before = (scores.score("I", "Eastvale", period) * 100 for period in ("2022", "2021"))
    assert f"东谷指数为{now:.1f}，上年为{before:.1f}" in own
    assert 'class="note ruled"' in own


def test_a_figure_shown_again_has_an_id_of_its_own_and_no_number(page: str) -> None:
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    again = page[page.index('id="figure-series-2"') :].partition("</figure>")[0]
    assert '<span class="no">' not in again


def test_the_printed_report_has_the_faces_and_the_sheet(made: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(made["pdf"])) as pdf:
        fonts = {str(f.BaseFont) for p in pdf.pages for f in p.Resources.get("/Font", {}).values()}
        assert not any("Serif" in font for font in fonts)
        assert [round(float(x) / 72 * 25.4) for x in pdf.pages[0].mediabox] == [0, 0, 210, 297]

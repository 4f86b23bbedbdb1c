"""The made-up land's full edition, page by page: the rules of the page, and a dozen pages as accepted.

Where pages are meant to change, refresh the pictures and look at them before accepting them:

    UPDATE_PICTURES=1 .venv/bin/pytest tests/pages/test_land.py && git diff --stat tests/pictures
"""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from reporter import pipeline
from reporter.config import Workspace, read_theme, read_words
from reporter.model.document import Document
from reporter.render import RENDERERS
from tests.conftest import LAND
from tests.pages.layout import RULES, Edition, edition
from tests.pages.pictures import Picture, apart, blocks, lowered, picture

Rule = Callable[[Edition], list[int] | list[str]]
PICTURES = Path(__file__).parents[1] / "pictures"
SHOWN = (
    "cover", "contents", "messages", "overall", "overall-series", "overall-drivers", "profile-northmark",
    "profile-northmark-indicators", "problems", "audit-varied", "method", "annex",
)  # fmt: skip


@pytest.fixture(scope="module", params=["en", "zh"])
def document(request: pytest.FixtureRequest) -> Document:
    land = Workspace(LAND)
    assessment = pipeline.assess(pipeline.read(land, "land"), "2022")
    words = pipeline.words_for(assessment.study, read_words(land, request.param))
    return pipeline.write(assessment, words, read_theme(land), "full")


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return RENDERERS["pdf"](document, read_theme(Workspace(LAND)))


@pytest.fixture(scope="module")
def made(document: Document, pdf: bytes) -> Edition:
    return edition(document, pdf)


@pytest.mark.parametrize("rule", RULES)
def test_every_page_keeps_the_rule(made: Edition, rule: Rule) -> None:
    assert rule(made) == []


def test_a_chapter_with_an_opener_begins_with_it(made: Edition) -> None:
    first = {section.id: start for start, section in made.sections}
    assert first["overall"].top == pytest.approx(64, abs=1)  # below the number, on the field
    assert first["overall-series"].page == first["overall"].page + 1


def test_the_edition_of_one_profile_opens_on_a_left_page() -> None:
    land = Workspace(LAND)
    assessment = pipeline.assess(pipeline.read(land, "land"), "2019")  # of a single period
    theme = read_theme(land)
    words = pipeline.words_for(assessment.study, read_words(land, "en"))
    document = pipeline.write(assessment, words, theme, "profile", "Westmoor")
    first, second, *_ = edition(document, RENDERERS["pdf"](document, theme)).pages
    assert (first.foot, second.foot) == ("1 Region profile: Westmoor", "Westmoor 2019 2")


@pytest.mark.parametrize("section", SHOWN)
def test_the_page_looks_as_accepted(made: Edition, pdf: bytes, section: str) -> None:
    path = PICTURES / f"land-{made.document.language}-{section}.png"
    pages = {"cover": 1, **{s.id: start.page for start, s in made.sections}}
    with pypdfium2.PdfDocument(pdf) as opened:
        drawn = picture(opened, pages[section])
    if os.environ.get("UPDATE_PICTURES"):
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(drawn).save(path, optimize=True)
    found = apart(accepted(path), drawn)
    assert found.same, f"{path.name} is another page now: {found}"


def test_a_line_that_stands_3_mm_lower_is_seen_on_every_picture() -> None:
    for path in sorted(PICTURES.glob("*.png")):
        page = accepted(path)
        unseen = [block for block in blocks(page) if apart(page, lowered(page, block, 3)).same]
        assert list(blocks(page))
        assert unseen == [], path.name


def accepted(path: Path) -> Picture:
    return np.asarray(Image.open(BytesIO(path.read_bytes())).convert("L"))

"""A region's profile lies open before the reader: two facing pages, the left one first, in every study."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reporter import pipeline
from reporter.config import Workspace, read_theme, read_words
from reporter.model.assessment import Assessment
from reporter.model.theme import Outline
from reporter.render import RENDERERS
from tests.sections.charts import undrawn

REPOSITORY = Workspace(Path(__file__).parents[2])
STUDIES = {"bth": "2022", "china": "2023"}


@pytest.fixture(scope="module", params=STUDIES)
def assessment(request: pytest.FixtureRequest) -> Assessment:
    inputs = pipeline.read(REPOSITORY, request.param)
    few = replace(inputs.study.audit, replicates=500)
    return pipeline.assess(replace(inputs, study=replace(inputs.study, audit=few)), STUDIES[request.param])


def printed(a: Assessment, language: str) -> bytes:
    """Contents and profiles alone, as PDF."""
    theme = replace(read_theme(REPOSITORY), outlines={"full": Outline(("contents", "profiles"))})
    words = pipeline.words_for(a.study, read_words(REPOSITORY, language))
    with undrawn():
        return RENDERERS["pdf"](pipeline.write(a, words, theme, "full"), theme)


def starts(pdf: pikepdf.Pdf) -> Iterator[int]:
    """The page of every bookmark, the first page being 1."""
    with pdf.open_outline() as outline:
        items = list(outline.root)
        while items:
            item = items.pop(0)
            items[:0] = item.children
            yield pdf.pages.index(pikepdf.Page(item.destination[0])) + 1


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_profile_takes_two_facing_pages(assessment: Assessment, language: str) -> None:
    with pikepdf.open(BytesIO(printed(assessment, language))) as pdf:
        pages, last = list(starts(pdf)), len(pdf.pages)
    count = 2 * len(assessment.main.members)
    first = pages[-count]
    assert first % 2 == 0
    assert pages[-count:] == list(range(first, first + count))
    assert last == first + count - 1

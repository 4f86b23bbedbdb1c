"""The input–output view: who lies on the frontier, who is outdone by whom, and what that does not say."""

from dataclasses import replace

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Paragraph, Table
from reporter.model.study import Frontier
from reporter.sections.frontier import frontier
from tests.conftest import LAND, base_words


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    made = pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")
    return replace(made, study=replace(made.study, frontier=Frontier("input", "output")))


def drawn(*_: object, **__: object) -> Figure:
    return Figure("figure-frontier", "", "", "", b"", 1, 1, (), ())


def test_a_study_that_names_no_pair_has_no_page(assessment: Assessment) -> None:
    words = pipeline.words_for(assessment.study, base_words("en"))
    assert frontier(replace(assessment, study=replace(assessment.study, frontier=None)), drawn, words) == ()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_region_below_the_frontier_stands_beside_one_that_outdoes_it(
    assessment: Assessment, language: str
) -> None:
    words, main = pipeline.words_for(assessment.study, base_words(language)), assessment.main
    [section] = frontier(assessment, drawn, words)
    [table] = [b for b in section.blocks if isinstance(b, Table)]
    names = {words.name(r): r for r in main.members}
    on, below = table.body
    assert len(on.rows) + len(below.rows) == len(names)
    for row in below.rows:
        region, peer = names[row[0].text], names[row[-3].text]
        assert main.score("I1", peer, "2022") <= main.score("I1", region, "2022")
        assert main.score("I2", peer, "2022") >= main.score("I2", region, "2022")


def test_the_page_says_who_is_on_the_frontier_by_construction_and_what_that_is_worth(
    assessment: Assessment,
) -> None:
    words, main = pipeline.words_for(assessment.study, base_words("en")), assessment.main
    [section] = frontier(assessment, drawn, words)
    lowest = min(main.members, key=lambda r: main.score("I1", r, "2022"))
    assert lowest in section.lead
    [note] = [b.text for b in section.blocks if isinstance(b, Paragraph)]
    assert "Scores are no quantities" in note
    assert "Of 4 regions few can outdo one another" in note

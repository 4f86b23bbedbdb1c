"""Every page of every study's newest edition, in both languages, keeps the rules of the page."""

from dataclasses import replace
from pathlib import Path

import pytest

from reporter import pipeline
from reporter.config import Workspace, read_theme, read_words
from reporter.model.assessment import Assessment
from reporter.render import RENDERERS
from tests.pages.layout import RULES, edition
from tests.sections.charts import undrawn

REPOSITORY = Workspace(Path(__file__).parents[2])


@pytest.fixture(scope="module", params=REPOSITORY.studies)
def assessment(request: pytest.FixtureRequest) -> Assessment:
    inputs = pipeline.read(REPOSITORY, request.param)
    few = replace(inputs.study.audit, replicates=500)
    study = replace(inputs.study, audit=few)
    return pipeline.assess(replace(inputs, study=study), study.editions.periods[-1])


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_of_the_full_edition_keeps_the_rules(assessment: Assessment, language: str) -> None:
    theme = read_theme(REPOSITORY)
    words = pipeline.words_for(assessment.study, read_words(REPOSITORY, language))
    with undrawn():
        document = pipeline.write(assessment, words, theme, "full")
        made = edition(document, RENDERERS["pdf"](document, theme))
    assert {rule.__name__: broken for rule in RULES if (broken := rule(made))} == {}

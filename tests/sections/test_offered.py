"""Numbers of the report by name, for pages that serve every edition."""

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.sections.offered import Printed
from tests.conftest import LAND, base_words


@pytest.fixture(scope="module")
def printed() -> Printed:
    """Of the made-up land's edition of 2021, which has 2019, 2020 and 2021."""
    inputs = pipeline.read(Workspace(LAND), "land")
    assessment = pipeline.assess(inputs, "2021")
    return Printed(assessment, pipeline.words_for(inputs.study, base_words("en")))


def test_a_number_without_its_period_is_the_editions_own(printed: Printed) -> None:
    assert printed["I.Eastvale"] == printed["I.Eastvale.2021"]


def test_a_number_of_the_period_before_is_counted_back(printed: Printed) -> None:
    assert printed["I.Eastvale.-1"] == printed["I.Eastvale.2020"]
    assert printed["I.Eastvale.-2"] == printed["I.Eastvale.2019"]


def test_what_the_edition_has_not_is_not_there(printed: Printed) -> None:
    assert "I.Eastvale.2022" not in printed
    assert "I.Eastvale.-99" not in printed
    assert "I.Estvale" not in printed


def test_an_indicator_is_printed_with_its_unit(printed: Printed) -> None:
    assert printed["students_per_10k.Eastvale"].endswith("per 10,000 people")

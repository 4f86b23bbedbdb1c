"""The stages in their order, on the made-up land and on the real study."""

from dataclasses import replace

import numpy as np
import pytest

from reporter import pipeline
from reporter.errors import Faults
from reporter.indices import INDICES
from tests.conftest import STUDY, Land, base_words
from tests.production.builds import MEASURES
from tests.test_explain_indices import assessed


@pytest.fixture
def inputs(land: Land) -> pipeline.Inputs:
    return pipeline.read(land.workspace, "land")


def test_an_edition_ends_with_its_period(inputs: pipeline.Inputs) -> None:
    assessment = pipeline.assess(inputs, "2021")
    assert assessment.main.periods == ("2019", "2020", "2021")
    assert assessment.board.results["I_long"].periods == ("2018", "2019", "2020", "2021")
    assert (assessment.period, assessment.before) == ("2021", "2020")


def test_each_edition_is_scored_over_its_own_years(inputs: pipeline.Inputs) -> None:
    early, late = (pipeline.assess(inputs, period).main for period in ("2021", "2022"))
    assert late.score("I", "Northmark", "2022") == 1.0  # best in every indicator of all its years
    assert late.score("I", "Northmark", "2021") < 1.0
    assert early.score("I", "Northmark", "2021") > late.score("I", "Northmark", "2021")


def test_every_reading_is_scored_with_the_group_both_ways(inputs: pipeline.Inputs) -> None:
    readings = pipeline.assess(inputs, "2022").readings
    assert list(readings) == ["pooled-zero", "pooled-min", "classic"]
    for results in readings.values():
        assert list(results) == ["mean", "one-region"]
        np.testing.assert_array_equal(*(results[how].values["I"][:4] for how in results))


def test_the_reading_that_changes_nothing_is_the_index(inputs: pipeline.Inputs) -> None:
    assessment = pipeline.assess(inputs, "2022")
    same = assessment.readings["pooled-zero"]["mean"].values["I"]
    np.testing.assert_array_equal(same, assessment.main.values["I"])


def test_a_gap_is_filled_on_the_straight_line_and_marked(inputs: pipeline.Inputs) -> None:
    panel = pipeline.assess(inputs, "2022").panel
    assert panel.value("tech_turnover", "Northmark", "2020") == (5900 + 7600) / 2
    assert panel.is_filled("tech_turnover", "Northmark", "2020")
    assert panel.filled.sum() == 4


def test_everything_a_sentence_may_name_has_a_name(inputs: pipeline.Inputs) -> None:
    for language in ("en", "zh"):
        words = pipeline.words_for(inputs.study, base_words(language))
        for id in ("Northmark", "Land", "tech_turnover", "population", "I", "I1", "I3", "I_long", "I3_long"):
            assert words.name(id)


@pytest.mark.parametrize("method", INDICES)
def test_every_score_has_a_name(method: str, land: Land) -> None:
    assessment = assessed(land, method)
    for language in ("en", "zh"):
        words = pipeline.words_for(assessment.study, base_words(language))
        results = assessment.board.results.values()
        assert all(words.name(code) for result in results for code in result.values)


@pytest.mark.parametrize(
    ("method", "code", "en", "zh"),
    [
        ("obstacle", "X-patents_per_10k", "What holds back: Patents granted", "障碍：专利授权量"),
        ("location-quotient", "X-population", "What holds back: Population", "障碍：常住人口"),
        ("coverage", "X-rd_personnel", "What holds back: R&D personnel", "障碍：R&D人员"),
    ],
)
def test_a_score_for_each_series_or_indicator_is_called_by_index_and_series(
    method: str, code: str, en: str, zh: str, land: Land
) -> None:
    assessed(land, method)
    land.spoil(STUDY, "  X: {", "  X: {title: {en: What holds back, zh: 障碍}, ")
    study = pipeline.read(land.workspace, "land").study
    for language, name in (("en", en), ("zh", zh)):
        assert pipeline.words_for(study, base_words(language)).name(code) == name


def test_assessing_changes_nothing(inputs: pipeline.Inputs) -> None:
    first, _, again = (pipeline.assess(inputs, period) for period in ("2022", "2021", "2022"))
    np.testing.assert_array_equal(first.main.values["I"], again.main.values["I"])
    assert first.findings == again.findings


def test_faults_of_study_and_measures_are_told_together(land: Land) -> None:
    line = land.spoil(MEASURES, "answers: [decline, volatility]", "answers: [declin]") - 1
    rule = land.spoil("data/studies/land/study.yaml", "gap: {ratio: 0.75}", "gap: {ratoi: 0.75}")
    told = [fault.split(": ")[0] for fault in land.faults()]
    assert told == [f"{MEASURES}:{line}", f"data/studies/land/study.yaml:{rule}"]


def test_a_measure_that_cannot_be_said_stops_the_edition(inputs: pipeline.Inputs) -> None:
    wrong = replace(inputs, measures=(replace(inputs.measures[0], horizon="lnog"),))
    with pytest.raises(Faults, match="no words for the horizon 'lnog'; did you mean 'long'"):
        pipeline.told(wrong, base_words("en"))

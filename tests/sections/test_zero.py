"""Scores without a true zero are told in points: no rate of growth, no share, no multiple of one."""

import re
import shutil
from dataclasses import replace

import numpy as np
import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.figures.drawdown import drawdown as drawn_falls
from reporter.methods.growth import average_change, drawdown
from reporter.model.assessment import Assessment
from reporter.model.result import Scoreboard
from reporter.model.words import Words
from reporter.sections.compose import compose
from reporter.sections.facts import fastest, growth
from reporter.sections.findings import evidence
from reporter.sections.further import _note
from tests.conftest import LAND, Land, base_words
from tests.problems.boards import board, found, index
from tests.sections.test_certainty import drawn, texts

pytestmark = pytest.mark.usefixtures("base_brand")

OUTLINE = ("cover", "reading", "messages", "overall", "standing", "dimensions", "longer", "profiles")
RATES = {
    "en": re.compile(r"\d%|times its|multiplied|grew|growth rate a|geometric"),
    "zh": re.compile(r"\d%|的[\d.]+倍|增长最快|增长率为|几何平均"),
}


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """The made-up land, its index between the smallest and the largest value seen."""
    root = tmp_path_factory.mktemp("placed") / "land"
    shutil.copytree(LAND, root)
    land = Land(root)
    land.spoil("data/studies/land/study.yaml", "    negative_ideal: zero\n", "    negative_ideal: min\n")
    return pipeline.assess(pipeline.read(Workspace(root), "land"), "2022")


def words_of(a: Assessment, language: str) -> Words:
    return pipeline.words_for(a.study, base_words(language)).on(a.main.scale, a.main.zero)


def told(a: Assessment, language: str, *outline: str) -> list[str]:
    """Every sentence of some sections, tables and charts left out."""
    document = compose(a, drawn, words_of(a, language), outline, "outline")
    return [text for section in document.sections for text in texts(section)]


def test_ratios_to_the_largest_with_a_worst_of_zero_have_a_true_zero(placed: Assessment) -> None:
    assert not placed.main.zero  # the worst state is the smallest value
    assert placed.readings["pooled-min"]["mean"].zero is False


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_sentence_tells_a_rate_or_a_multiple_of_such_a_score(placed: Assessment, language: str) -> None:
    said = told(placed, language, *OUTLINE)
    assert [text for text in said if RATES[language].search(text) and "5–95%" not in text] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_fall_from_a_peak_is_drawn_in_points(placed: Assessment, language: str) -> None:
    figure = drawn_falls(placed, words_of(placed, language))
    assert "%" not in figure.title + figure.measure + figure.alt
    line = placed.main.line("I", "Eastvale")
    row = next(r for r in figure.rows if r[0] == words_of(placed, language).name("Eastvale"))
    assert row[-1] == pytest.approx(100 * (line[-1] - line.max()), abs=1e-6)


def test_the_fastest_is_the_one_that_gained_most_points(placed: Assessment) -> None:
    long = placed.board.composites["I_long"]  # smallest to largest: Westmoor rises from 0.0
    gains = {r: long.line("I_long", r)[-1] - long.line("I_long", r)[0] for r in long.members}
    assert fastest(long).region == max(gains, key=gains.__getitem__)
    assert growth(long, "I_long", "Southport") == pytest.approx(gains["Southport"] / 4)


def test_a_fall_may_be_measured_as_a_share_or_as_a_difference() -> None:
    series = np.array([0.1, 0.05, 0.9, 0.7])
    assert drawdown(series).depth == pytest.approx(0.5)  # from 0.1 to 0.05
    assert drawdown(series, share=False)[:2] == (2, 3)
    assert drawdown(series, share=False).depth == pytest.approx(0.2)  # from 0.9 to 0.7
    assert average_change(series) == pytest.approx(0.2)  # 0.6 over three periods


def test_who_lags_is_told_by_points_where_there_is_no_zero() -> None:
    # A +0.10, B +0.06: B grows faster by rates (60% against 13%), more slowly by points
    lines = {"A": [0.8, 0.9], "B": [0.1, 0.16]}
    assert found("lagging_growth", board(I=lines)) == []
    assert [f.region for f in found("low_base", board(I=lines))] == ["B"]
    [one] = found("lagging_growth", board(I=lines, zero=False))
    assert found("low_base", board(I=lines, zero=False)) == []
    assert evidence(base_words("en").knowing({"A": "A"}, {}, {}, {}).on("score", zero=False), one) == (
        "The index stands at 16.0, that of A at 90.0; since 2020 it has changed by +6.0 points a year here "
        "and by +10.0 there."
    )


def test_regions_drift_apart_by_the_spread_itself_where_there_is_no_zero() -> None:
    # deviations 0.1 and 0.2 about means 0.2 and 0.5: the share of the mean falls, the spread doubles
    lines = {"A": [0.3, 0.7], "B": [0.1, 0.3]}
    assert found("divergence", board(I=lines, whole=True)) == []
    [one] = found("divergence", board(I=lines, whole=True, zero=False))
    assert one.measured == pytest.approx(1.0)


@pytest.mark.parametrize(("code", "zero"), [("I", True), ("I_long", False)])
def test_a_measure_that_takes_shares_of_scores_without_zero_says_so(
    placed: Assessment, code: str, zero: bool
) -> None:
    result = replace(placed.board.results["I_long"], code=code, zero=zero, values={code: np.zeros((4, 5))})
    gini = replace(index("gini", {"A": [0.1]}), method="disparity", options={"of": code})
    a = replace(placed, board=Scoreboard({code: result, "gini": gini}))
    assert ("no true zero" in _note(a, words_of(placed, "en"), gini)) is not zero

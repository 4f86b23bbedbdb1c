"""Further indices: what a group is called, which of a method's ranges is told."""

from dataclasses import replace
from typing import Any

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.result import Scoreboard
from reporter.sections.claims import _region, _value
from reporter.sections.facts import together
from reporter.sections.further import _course
from reporter.sections.further_whole import said_range
from tests.conftest import LAND, base_words
from tests.problems.boards import index
from tests.sections.test_certainty import words_of

PAIR = ("Northmark", "Eastvale")


@pytest.fixture(scope="module")
def land() -> Assessment:
    """The made-up land, two of its four regions a group beside all."""
    a = pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")
    groups = {**a.main.groups, "Pair": PAIR, "Rest": ("Southport", "Westmoor")}
    return replace(a, board=Scoreboard({"I": replace(a.main, groups=groups)}))


@pytest.mark.parametrize(
    ("language", "pair", "whole"),
    [
        ("en", "Northmark and Eastvale together", "4 regions together"),
        ("zh", "北境和东谷合计", "4个地区合计"),
    ],
)
def test_regions_taken_together_are_named_by_their_members_where_they_are_few(
    land: Assessment, language: str, pair: str, whole: str
) -> None:
    words = words_of(land, language)
    assert (together(land, words, "Pair"), together(land, words, "Land")) == (pair, whole)


def test_five_regions_of_more_are_counted(land: Assessment) -> None:
    main = replace(land.main, groups={"Five": tuple("ABCDE")}, members=tuple("ABCDEF"))
    many = replace(land, board=Scoreboard({"I": main}))
    assert together(many, words_of(land, "en"), "Five") == "5 regions together"


def test_the_best_of_groups_is_named_by_its_members(land: Assessment) -> None:
    gini = replace(
        index("gini", {"Pair": [0.1], "Rest": [0.3]}, "down"),
        method="disparity",
        members=(),
        groups={"Pair": PAIR, "Rest": ("Southport", "Westmoor")},
        options={"of": "I", "measure": "gini"},
    )
    words = words_of(land, "en").knowing({**words_of(land, "en").names, "gini": "Gini"}, {}, {}, {})
    table = _course(replace(land, board=Scoreboard({"I": land.main, "gini": gini})), words, gini)
    assert table.title == (
        "Gini: best in 2020 for Northmark and Eastvale together with 10.0, "
        "worst for Southport and Westmoor together with 30.0"
    )
    assert [row[0].text for row in table.body[0].rows][1:] == ["Southport and Westmoor together"]


@pytest.mark.parametrize(
    ("method", "options", "told"),
    [
        ("disparity", {"measure": "gini"}, "0 and above, 0 when all are equal; less is better"),
        ("disparity", {"measure": "max-min"}, "1 and above, 1 when all are equal; less is better"),
        ("disparity", {"measure": "primacy"}, "1/n to 1, 1/n when all are equal; less is better"),
        ("advancement", {"form": "angle"}, "3π/2 to 5π/2, more is better"),
        ("advancement", {"form": "ratio"}, "0 and above, more is better"),
    ],
)
def test_the_range_is_that_of_the_measure_taken(method: str, options: dict[str, Any], told: str) -> None:
    one = replace(index("one", {"A": [1.0]}), method=method, options=options)
    assert said_range(base_words("en"), one) == told


def test_a_claim_about_two_regions_names_them_where_their_figures_are_summed(land: Assessment) -> None:
    words = words_of(land, "en")
    assert _region(land, words, "patents", "Pair") == "Northmark and Eastvale together"
    assert _region(land, words, "patents", "Land") == "the 4 regions together"
    assert _region(land, words, "I", "Land") == "Mean of four"


@pytest.mark.parametrize(("series", "said"), [("patents", "1203 items"), ("gdp", "1203.0 m crowns")])
def test_what_is_counted_one_by_one_has_no_decimals(land: Assessment, series: str, said: str) -> None:
    assert _value(land, words_of(land, "en"), series, 1203.0) == said

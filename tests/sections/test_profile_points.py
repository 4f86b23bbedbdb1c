"""What a profile says of the distance to the leader holds at a tie, and after one region overtook another."""

from dataclasses import replace

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.result import Scoreboard
from reporter.sections.profile_points import told
from tests.conftest import LAND, base_words


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def points(a: Assessment, region: str, first: float, last: float) -> list[str]:
    """What is said of a region, Northmark, at 94.2 and then 100, leading, if Eastvale had these scores."""
    values = {code: rows.copy() for code, rows in a.main.values.items()}
    values["I"][:2, [0, -1]] = [[0.942, 1.0], [first, last]]
    board = Scoreboard({**a.board.results, "I": replace(a.main, values=values)})
    words = pipeline.words_for(a.study, base_words("en")).on(a.main.scale, a.main.zero)
    return list(told(replace(a, board=board), words, region))


def test_a_region_behind_is_told_both_distances(land: Assessment) -> None:
    assert "20.0 points behind Northmark; 14.2 in 2019." in points(land, "Eastvale", 0.8, 0.8)


def test_a_region_that_was_ahead_is_said_to_have_been(land: Assessment) -> None:
    assert "20.0 points behind Northmark; in 2019 1.8 ahead of it." in points(land, "Eastvale", 0.96, 0.8)


@pytest.mark.parametrize(("region", "other"), [("Northmark", "Eastvale"), ("Eastvale", "Northmark")])
def test_two_at_the_top_are_level_with_each_other(land: Assessment, region: str, other: str) -> None:
    said = points(land, region, 0.8, 0.9999)  # a distance that prints as 0.0
    assert f"Level with {other} at the top." in said
    assert not [point for point in said if "behind" in point or "ahead" in point]

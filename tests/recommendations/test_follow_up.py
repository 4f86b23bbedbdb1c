"""What became of the advice of the period before."""

import numpy as np
import pytest

from reporter.model.advice import Measure, Recommendation
from reporter.model.finding import Finding, Severity
from reporter.recommendations import follow_up
from tests.problems.boards import board, panel

MEASURE = Measure(
    "m", ("gap",), (), (), "funding", "joint", "short", {}, {}, {}, ("x", "unknown"), {"wu": "1"}
)
BOARD = board(I={"A": [1, 1], "B": [0.5, 0.6]}, whole=True)


class Study:
    """Indicators with directions, and nothing else."""

    def __init__(self, direction: str) -> None:
        self.indicators = {"x": type("Indicator", (), {"direction": direction})()}


def finding(period: str, region: str = "B") -> Finding:
    return Finding("gap", region, period, Severity.MODERATE, "I", {}, (), 0.75, 0.5)


def followed(then: float, now: float, direction: str = "up", *left: Finding, region: str = "B"):  # type: ignore[no-untyped-def]
    figures = panel({"x": {"A": [1, 1], "B": [then, now]}})
    before = [Recommendation(MEASURE, (finding("2020", region),))]
    [one] = follow_up(before, left, BOARD.main, figures, Study(direction))  # type: ignore[arg-type]
    return one


@pytest.mark.parametrize(
    ("then", "now", "direction", "moved"),
    [
        (10, 11, "up", "better"),
        (10, 9, "up", "worse"),
        (10, 9, "down", "better"),
        (10, 10.005, "up", "same"),
        (10, np.nan, "up", "unknown"),
        (0, 1, "up", "better"),
    ],
)
def test_an_indicator_moved_the_way_it_should_or_not(
    then: float, now: float, direction: str, moved: str
) -> None:
    [watched] = followed(then, now, direction).watched
    assert (watched.indicator, watched.region, watched.moved) == ("x", "B", moved)


def test_a_problem_that_is_still_found_is_left() -> None:
    assert followed(1, 2, "up", finding("2021")).left == (finding("2021"),)
    assert followed(1, 2, "up", finding("2021", "A")).left == ()


def test_of_a_group_every_member_is_watched() -> None:
    assert [w.region for w in followed(1, 2, region="All").watched] == ["A", "B"]

"""Disparity, convergence and neighbours, counted on paper."""

from math import log, sqrt

import numpy as np
import pytest

from reporter.indices.convergence import beta_convergence, sigma_convergence
from reporter.indices.disparity import Measure, disparity
from reporter.indices.spatial import morans_i
from reporter.model.study import Group
from tests.indices.named import close, given, refused, step

NAN = float("nan")
LAND = {"s": {"A": [1.0, 2], "B": [1, 2], "C": [4, 2]}}
PEOPLE = {"p": {"A": [1.0, 1], "B": [1, 1], "C": [2, 2]}}


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        # shares 1/6, 1/6, 2/3 of thirds; mean 2
        ("theil", 2 / 6 * log(1 / 2) + 2 / 3 * log(2)),
        ("theil-l", 2 / 3 * log(2) + 1 / 3 * log(1 / 2)),
        ("gini", 2 * 6 / 9 / 4),  # pairs differ by 3 four times: 12 / 9 / 2μ
        ("atkinson", 1 - ((2 * sqrt(1 / 2) + sqrt(2)) / 3) ** 2),
        ("cv", sqrt((1 + 1 + 4) / 3) / 2),
        ("max-min", 4),
        ("primacy", 4 / 6),
    ],
)
def test_each_measure_over_the_members_of_the_group(measure: Measure, expected: float) -> None:
    result = disparity(given(LAND), of="s", measure=measure)
    equal = {"max-min": 1, "primacy": 1 / 3}.get(measure, 0)
    close(result, [[expected, equal]])
    assert (result.members, result.regions, result.better) == ((), ("all",), "down")
    assert result.ranks("x").shape == (0, 2)


def test_population_weighs_the_members() -> None:
    result = disparity(given({**LAND, **PEOPLE}), of="s", population="p")
    # outcome 1, 1, 8 of 10; population 1, 1, 2 of 4
    expected = 2 * 0.1 * log(0.1 / 0.25) + 0.8 * log(0.8 / 0.5)
    assert result.score("x", "all", "2020") == pytest.approx(expected, rel=1e-12)
    assert result.sources == ("s", "p")
    assert step(result, "p").tolist() == [[[0.25, 0.25, 0.5]] * 2]


@pytest.mark.parametrize("measure", ["theil", "theil-l"])
def test_what_lies_between_and_within_parts_adds_up(measure: Measure) -> None:
    parts = {"North": ["A", "C"], "South": ["B"]}
    result = disparity(given(LAND), of="s", measure=measure, parts=parts)
    between, within, north, south = step(result, "with")[0, 0]
    assert between + within == pytest.approx(result.score("x", "all", "2020"), abs=1e-15)
    # North has 5 of 6, its mean 2.5; South is alone
    share, count = (5 / 6, 1 / 6), (2 / 3, 1 / 3)
    a, b = (share, count) if measure == "theil" else (count, share)
    assert between == pytest.approx(sum(x * log(x / y) for x, y in zip(a, b, strict=True)), rel=1e-12)
    assert (within, south) == (pytest.approx(a[0] * north), 0)


def test_each_group_has_its_own_row() -> None:
    groups = (Group("all", {}, ("A", "B", "C")), Group("two", {}, ("B", "C")))
    close(disparity(given(LAND, groups=groups), of="s", measure="max-min"), [[4, 1], [4, 1]])


def test_one_member_is_equal_to_itself() -> None:
    close(disparity(given({"s": {"A": [3.0]}}), of="s"), [[0]])


def test_sigma_is_the_coefficient_of_variation_by_period() -> None:
    close(sigma_convergence(given(LAND), of="s"), [[sqrt(2) / 2, 0]])


def test_beta_is_the_slope_of_growth_on_the_start() -> None:
    # levels 1, e, e²; after two periods e, e², e^2.5: growth a period ½, ½, ¼ on 0, 1, 2: slope −1/8
    e = np.e
    table = {"s": {"A": [1.0, 1, e], "B": [e, e, e**2], "C": [e**2, e**2, e**2.5]}}
    result = beta_convergence(given(table), of="s")
    assert np.isnan(result.values["x"][0, 0])
    assert result.score("x", "all", "2022") == pytest.approx(-1 / 8, rel=1e-12)
    # residuals −1/24, 1/12, −1/24: their squares sum to 1/96; over Σ(x − 1)² = 2
    error, t, p, r2, speed, half_life = step(result, "with")[0, 2]
    assert (error, t) == (pytest.approx(sqrt(1 / 96 / 2)), pytest.approx(-1 / 8 / sqrt(1 / 192)))
    assert r2 == pytest.approx(1 - (1 / 96) / (2 * (1 / 12) ** 2 + (1 / 6) ** 2))
    assert 0 < p < 1
    assert (speed, half_life) == (pytest.approx(-log(0.75) / 2), pytest.approx(log(2) / (-log(0.75) / 2)))
    assert result.behind["2022"] == ("2020", "2022")


def test_moran_sees_that_neighbours_are_alike() -> None:
    line = {"s": {"A": [1.0], "B": [2], "C": [3], "D": [4]}}
    result = morans_i(given(line), of="s", neighbours={"B": ["A", "C"], "C": ["D"]})
    # z −1.5, −.5, .5, 1.5; lags −.5, −.5, .5, .5: (.75 + .25 + .25 + .75) / 5
    close(result, [[0.4]])
    by_chance, p = step(result, "with")[0, 0]
    assert by_chance == pytest.approx(-1 / 3)
    assert 0 < p <= 1
    assert result.better == "neither"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"measure": "max-min", "population": "s"}, "max-min takes no population"),
        ({"measure": "atkinson", "epsilon": -1.0}, "'epsilon' is below 0"),
        ({"measure": "gini", "parts": {"N": ["A", "B", "C"]}}, "gini has no parts; use theil or theil-l"),
        ({"parts": {"N": ["A", "B"]}}, "'C' stands in 0 parts; let each region stand in one"),
        ({"parts": {"N": ["A", "B", "C"], "S": ["A"]}}, "'A' stands in 2 parts"),
        ({"parts": {"N": ["Ab"]}}, "no region of the study is called 'Ab'"),
        ({"population": "q"}, "no series, indicator or index is called 'q'"),
    ],
)
def test_options_of_disparity_that_do_not_fit_are_told(options: dict[str, object], said: str) -> None:
    assert said in refused(disparity, given(LAND), of="s", **options)


def test_a_member_with_nothing_is_told_at_its_line() -> None:
    none = given({"s": {"A": [1.0, 0], "B": [1, 1]}})
    told = refused(disparity, none, of="s", measure="theil-l")
    assert told.startswith("s.csv:3: index 'x': 's' of A, 2021 is not above 0; ")
    assert refused(beta_convergence, none, of="s").startswith(
        "s.csv:3: index 'x': 's' of A, 2021 is not above 0"
    )


def test_all_members_with_nothing_have_no_shares() -> None:
    told = refused(disparity, given({"s": {"A": [0.0], "B": [0]}}), of="s")
    assert "index 'x': 's' of 2020 is 0 in sum, so that there are no shares" in told


def test_a_study_without_a_group_is_told() -> None:
    assert "the study has none; add one under groups:" in refused(disparity, given(LAND, groups=()), of="s")


def test_too_few_or_equal_members_are_told() -> None:
    two = given({"s": {"A": [1.0, 2], "B": [1, 2]}})
    assert "index 'x' needs 3 members of all or more and has 2" in refused(beta_convergence, two, of="s")
    alike = given({"s": {"A": [1.0, 2], "B": [1, 3], "C": [1, 4]}})
    assert "'s' of 2020 is the same in all regions" in refused(beta_convergence, alike, of="s")
    told = refused(morans_i, given(LAND), of="s", neighbours={"A": ["B", "C"]})
    assert "'s' of 2021 is the same in all regions; name another series" in told


@pytest.mark.parametrize(
    ("neighbours", "said"),
    [
        ({"A": ["B"]}, "study.yaml:7: index 'x': C has no neighbour; add one to neighbours:"),
        ({"A": ["A", "B", "C"]}, "A is its own neighbour; take it out"),
        ({"A": ["B", "D"]}, "no region of the study is called 'D'"),
    ],
)
def test_neighbours_that_cannot_be_are_told(neighbours: dict[str, list[str]], said: str) -> None:
    assert said in refused(morans_i, given(LAND), of="s", neighbours=neighbours)


def test_one_period_has_no_convergence_yet() -> None:
    table = {"s": {"A": [1.0], "B": [2], "C": [3]}}
    assert np.isnan(beta_convergence(given(table), of="s").values["x"]).all()

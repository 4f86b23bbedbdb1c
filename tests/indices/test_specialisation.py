"""Specialisation, concentration, overlap, efficiency and the policy mix, counted on paper."""

from math import log, sqrt

import numpy as np
import pytest

from reporter.indices.efficiency import efficiency
from reporter.indices.overlap import overlap
from reporter.indices.policy import balance, breadth, coverage
from reporter.indices.specialisation import (
    concentration_multiple,
    echelon_ratio,
    hhi,
    krugman,
    location_quotient,
)
from reporter.model.study import Group
from tests.indices.named import ONE, close, given, refused, step

# A: 30 and 10, B: 10 and 50; together 40 and 60
WORK = {"i": {"A": [30.0], "B": [10]}, "j": {"A": [10.0], "B": [50]}}
FLAGS = {"f": {"A": [1.0], "B": [1]}, "g": {"A": [1.0], "B": [0]}, "h": {"A": [0.0], "B": [1]},
         "k": {"A": [0.0], "B": [0]}}  # fmt: skip
PURE = dict.fromkeys(FLAGS, ONE)


def test_a_location_quotient_has_a_score_for_each_series() -> None:
    result = location_quotient(given(WORK), series=["i", "j"])
    close(result, [[0.75 / 0.4], [(1 / 6) / 0.4], [1]], "x-i")
    close(result, [[0.25 / 0.6], [(5 / 6) / 0.6], [1]], "x-j")
    one = (Group("B alone", {}, ("B",)),)
    close(
        location_quotient(given(WORK, groups=one), series=["i", "j"]), [[1.875], [1 / 2.4], [1 / 2.4]], "x-i"
    )


@pytest.mark.parametrize(
    ("against", "expected"),
    [
        # shares ¾, ¼ and 1/6, 5/6: they differ by 7/12 twice; from .4, .6: .35 twice and 7/30 twice
        ("others", [[7 / 6], [7 / 6]]),
        ("pooled", [[7 / 6], [7 / 6]]),
        ("total", [[0.7], [14 / 30]]),
    ],
)
def test_krugman_is_against_the_others_the_total_or_the_rest(
    against: str, expected: list[list[float]]
) -> None:
    result = krugman(given(WORK), series=["i", "j"], against=against)  # type: ignore[arg-type]
    close(result, expected)
    assert result.groups == {}


def test_a_multiple_is_share_over_share() -> None:
    result = concentration_multiple(given(WORK), outcome="i", base="j")
    close(result, [[0.75 / (1 / 6)], [0.25 / (5 / 6)], [1]])


def test_shares_given_are_not_shared_again() -> None:
    # 47.6 % of invention patents on 1.7 % of the land (seed 002)
    land = given(
        {"patents": {"A": [47.6]}, "land": {"A": [1.7]}}, units=dict.fromkeys(("patents", "land"), ONE)
    )
    result = concentration_multiple(land, outcome="patents", base="land", shares="given")
    close(result, [[28]])
    assert result.regions == ("A",)


def test_hhi_is_the_sum_of_squared_shares() -> None:
    close(hhi(given(WORK), series=["i", "j"]), [[9 / 16 + 1 / 16], [26 / 36], [0.16 + 0.36]])
    close(hhi(given(WORK), series=["i", "j"], normalised=True), [[0.25], [2 * 26 / 36 - 1], [0.04]])


def test_an_echelon_ratio_of_a_group_is_of_its_sums() -> None:
    close(echelon_ratio(given(WORK), provincial="i", national="j"), [[3], [0.2], [40 / 60]])


def test_overlap_is_the_mean_over_the_other_members() -> None:
    land = given({n: {**table, "C": [1.0]} for n, table in FLAGS.items()}, units=PURE)
    # A {f, g}, B {f, h}, C all four: A–B ⅓, A–C ½, B–C ½
    result = overlap(land, series=list(FLAGS))
    close(result, [[5 / 12], [5 / 12], [1 / 2], [4 / 9]])
    np.testing.assert_allclose(
        step(result, "overlap with")[:, 0], [[1, 1 / 3, 0.5], [1 / 3, 1, 0.5], [0.5, 0.5, 1]]
    )


def test_cosine_is_for_volumes() -> None:
    expected = (30 * 10 + 10 * 50) / sqrt(30**2 + 10**2) / sqrt(10**2 + 50**2)
    close(overlap(given(WORK), series=["i", "j"], measure="cosine"), [[expected]] * 3)


def test_efficiency_is_against_the_best_of_the_period() -> None:
    # output per input 1, ½ in 2020 and 1, 2 in 2021
    land = given({"in": {"A": [2.0, 2], "B": [4, 1]}, "out": {"A": [2.0, 2], "B": [2, 2]}})
    result = efficiency(land, inputs=["in"], outputs=["out"])
    np.testing.assert_allclose(result.values["x"], [[1, 0.5], [0.5, 1]], rtol=1e-9)
    np.testing.assert_allclose(step(result, "φ"), [[1, 2], [2, 1]], rtol=1e-9)
    assert (result.regions, result.better) == (("A", "B"), "up")
    # under variable returns the smallest input cannot be beaten
    vrs = efficiency(land, inputs=["in"], outputs=["out"], returns="vrs")
    np.testing.assert_allclose(vrs.values["x"], [[1, 1], [1, 1]], rtol=1e-9)


def test_a_policy_mix_is_covered_broad_and_balanced() -> None:
    land = given(FLAGS, units=PURE)
    close(coverage(land, series=list(FLAGS)), [[1], [1], [1]], "x-f")
    close(coverage(land, series=list(FLAGS)), [[1], [0], [0.5]], "x-g")
    close(breadth(land, series=list(FLAGS)), [[0.5], [0.5], [0.75]])
    # A and B use two of four alike; together 2, 1, 1
    close(balance(land, series=list(FLAGS)), [[0.5], [0.5], [(0.5 * log(2) + 0.5 * log(4)) / log(4)]])


@pytest.mark.parametrize(
    ("index", "options"),
    [(location_quotient, {"series": ["i", "j"]}), (krugman, {"series": ["i", "j"], "against": "total"})],
)
def test_a_pure_number_has_no_sum_over_regions(index: object, options: dict[str, object]) -> None:
    told = refused(index, given(WORK, units={"i": ONE, "j": ONE}), **options)  # type: ignore[arg-type]
    assert (
        "'i' is a ratio or pure number and has no sum over regions; name a series that counts something"
        in told
    )


def test_what_has_no_share_is_told() -> None:
    nowhere = {"i": {"A": [1.0], "B": [1]}, "j": {"A": [0.0], "B": [0]}}
    assert "'j' of 2020 is 0 in sum" in refused(location_quotient, given(nowhere), series=["i", "j"])
    nothing = {"i": {"A": [1.0], "B": [0]}, "j": {"A": [1.0], "B": [0]}}
    assert "index 'x': B, 2020 is 0 in sum" in refused(hhi, given(nothing), series=["i", "j"])
    assert "'k' of A, 2020 is not above 0" in refused(
        echelon_ratio, given(FLAGS), provincial="f", national="k"
    )
    assert "'j' of 2020 is not above 0" in refused(
        concentration_multiple, given(nowhere), outcome="i", base="j"
    )


def test_one_region_is_told_what_it_lacks() -> None:
    alone = given({name: {"A": table["A"]} for name, table in FLAGS.items()})
    assert "index 'x' needs 2 regions or more and has 1" in refused(krugman, alone, series=["f", "g"])
    assert "index 'x' needs 2 members or more and has 1" in refused(overlap, alone, series=["f", "g"])
    close(krugman(alone, series=["f", "g"], against="total"), [[0]])
    close(efficiency(alone, inputs=["f"], outputs=["g"]), [[1]])


def test_overlap_by_jaccard_takes_yes_and_no_alone() -> None:
    told = refused(overlap, given(WORK), series=["i", "j"])
    assert "'i' has values other than 0 and 1; use measure: cosine" in told
    assert "index 'x': A, 2020 is 0 in sum" in refused(overlap, given(FLAGS), series=["h", "k"])


def test_one_series_has_no_normalised_concentration_and_no_balance() -> None:
    assert "needs 2 series or more and has 1" in refused(hhi, given(WORK), series=["i"], normalised=True)
    assert "needs 2 series or more and has 1" in refused(balance, given(FLAGS), series=["f"])


def test_negative_and_empty_figures_are_told_at_their_line() -> None:
    minus = given({"f": {"A": [-1.0], "B": [1]}, "g": {"A": [1.0], "B": [1]}})
    assert refused(breadth, minus, series=["f", "g"]).startswith(
        "f.csv:2: index 'x': 'f' of A, 2020 is below 0; "
    )
    assert refused(efficiency, minus, inputs=["f"], outputs=["g"]).startswith(
        "f.csv:2: index 'x': 'f' of A, 2020"
    )
    told = refused(efficiency, given(FLAGS), inputs=["f"], outputs=["g"])
    assert "index 'x': B, 2020 is 0 in sum" in told
    assert "index 'x': A, 2020 is 0 in sum" in refused(balance, given(FLAGS), series=["h", "k"])

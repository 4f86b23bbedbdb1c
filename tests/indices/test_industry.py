"""Industrial structure, counted on paper and on the real figures."""

import csv
from functools import cache
from math import atan2, log, pi, sqrt

import numpy as np
import pytest

from reporter.config.workspace import BASE
from reporter.indices.industry import advancement, rationalisation, upgrading
from reporter.indices.structure_change import lilien, moore
from reporter.model.assessment import Assessment
from tests.indices.named import CROWN, PER_HEAD, THOUSAND, Tables, close, given, refused, step
from tests.indices.test_ideal_solution import bth

Y, L = ("y1", "y2", "y3"), ("l1", "l2", "l3")
# A: value added 1, 4, 5 of employment 3, 3, 4; B: 0, 5, 5 of 1, 4, 5. Together 1, 9, 10 of 4, 7, 9.
LAND: Tables = {
    "y1": {"A": [1.0], "B": [0]}, "y2": {"A": [4.0], "B": [5]}, "y3": {"A": [5.0], "B": [5]},
    "l1": {"A": [3.0], "B": [1]}, "l2": {"A": [3.0], "B": [4]}, "l3": {"A": [4.0], "B": [5]},
}  # fmt: skip
UNITS = {name: CROWN for name in Y}
NAN = float("nan")


def theil(y: list[float], l: list[float]) -> float:
    return sum(a / sum(y) * log((a / b) / (sum(y) / sum(l))) for a, b in zip(y, l, strict=True) if a)


def test_rationalisation_is_the_theil_index_and_a_group_s_that_of_its_sums() -> None:
    result = rationalisation(given(LAND, units=UNITS), value_added=Y, employment=L)
    close(
        result, [[theil([1, 4, 5], [3, 3, 4])], [theil([0, 5, 5], [1, 4, 5])], [theil([1, 9, 10], [4, 7, 9])]]
    )
    assert (result.better, result.scale, result.sources) == ("down", "plain", Y + L)
    np.testing.assert_allclose(step(result, "Y_i/Y")[2, 0], [0.05, 0.45, 0.5])


def test_units_of_one_kind_are_converted_before_they_are_added() -> None:
    mixed = {**LAND, "l1": {"A": [0.003], "B": [0.001]}}
    result = rationalisation(given(mixed, units={**UNITS, "l1": THOUSAND}), value_added=Y, employment=L)
    assert result.score("x", "A", "2020") == pytest.approx(theil([1, 4, 5], [3, 3, 4]), rel=1e-12)


def test_upgrading_counts_sectors_one_two_three() -> None:
    close(
        upgrading(given(LAND, units=UNITS), value_added=Y), [[0.1 + 0.8 + 1.5], [1 + 1.5], [0.05 + 0.9 + 1.5]]
    )


def test_advancement_has_three_forms() -> None:
    land = given(LAND, units=UNITS)
    close(advancement(land, value_added=Y), [[5 / 4], [1], [10 / 9]])
    per_head = advancement(land, form="productivity", value_added=Y, employment=L, unit="crown per person")
    close(
        per_head,
        [
            [0.1 / 3 + 0.4 * 4 / 3 + 0.5 * 5 / 4],
            [0.5 * 5 / 4 + 0.5],
            [0.05 / 4 + 0.45 * 9 / 7 + 0.5 * 10 / 9],
        ],
    )
    # B has no primary: θ₁ = π/2, and shares ½, ½: θ₂ = θ₃ = π/4
    angles = [atan2(sqrt(16 + 25), 1), atan2(sqrt(1 + 25), 4), atan2(sqrt(1 + 16), 5)]
    angle = advancement(land, form="angle", value_added=Y).values["x"]
    np.testing.assert_allclose(
        angle[:2, 0], [3 * angles[0] + 2 * angles[1] + angles[2], 3 * pi / 2 + 3 * pi / 4]
    )


def test_structural_change_is_against_the_period_before_or_the_first() -> None:
    series = {"a": {"A": [1.0, 1, 0]}, "b": {"A": [0.0, 1, 1]}}
    land = given(series, groups=())
    close(moore(land, series=["a", "b"]), [[NAN, pi / 4, pi / 4]])
    close(moore(land, series=["a", "b"], since="first"), [[NAN, pi / 4, pi / 2]])
    # from ½, ½ to ¼, ¾: √(¼ ln²½ + ¾ ln²1.5)
    change = lilien(given({"a": {"A": [1.0, 1]}, "b": {"A": [1.0, 3]}}, groups=()), series=["a", "b"])
    close(change, [[NAN, sqrt(log(2) ** 2 / 4 + 0.75 * log(1.5) ** 2)]])
    assert change.better == "neither"
    assert np.isnan(change.ranks("x")).all()


@cache
def figures() -> dict[tuple[str, str, str], float]:
    with (BASE / "data/sources/china-provinces.csv").open(encoding="utf-8", newline="") as file:
        return {(r["series"], r["region"], r["period"]): float(r["value"]) for r in csv.DictReader(file)}


def of(region: str, year: str) -> tuple[list[float], list[float]]:
    sectors = ("primary", "secondary", "tertiary")
    y, l = ([figures()[f"{what}_{s}", region, year] for s in sectors] for what in ("va", "employment"))
    return y, l


def test_rationalisation_of_beijing_2020_from_the_published_figures() -> None:
    result = bth().board.results["rationalisation"]
    assert of("Beijing", "2020") == ([108.3, 5899.8, 32495.5], [41.29, 170.94, 1047.15])
    assert result.score("rationalisation", "Beijing", "2020") == pytest.approx(
        theil(*of("Beijing", "2020")), rel=1e-12
    )


def test_the_three_regions_as_one_are_their_summed_figures() -> None:
    parts = [of(region, "2022") for region in ("Beijing", "Tianjin", "Hebei")]
    y, l = ([sum(column) for column in zip(*(part[k] for part in parts), strict=True)] for k in (0, 1))
    assert structure(bth(), "rationalisation") == pytest.approx(theil(y, l), rel=1e-12)
    assert structure(bth(), "upgrading") == pytest.approx((y[0] + 2 * y[1] + 3 * y[2]) / sum(y), rel=1e-12)
    assert structure(bth(), "advancement") == pytest.approx(y[2] / y[1], rel=1e-12)


def structure(assessment: Assessment, code: str) -> float:
    return assessment.board.results[code].score(code, "BTH", "2022")


def test_sectors_of_2018_make_up_the_gross_product() -> None:
    for region in ("Beijing", "Tianjin", "Hebei"):
        assert sum(of(region, "2018")[0]) == pytest.approx(figures()["gdp", region, "2018"], abs=1e-6)


def test_value_added_without_employment_is_told_at_its_line() -> None:
    nobody = {**LAND, "l2": {"A": [0.0], "B": [4]}}
    told = refused(rationalisation, given(nobody, units=UNITS), value_added=Y, employment=L)
    what, mend = "'l2' of A, 2020 is not above 0", "mend the figure, or leave it out of the index"
    assert told == f"l2.csv:2: index 'x': {what}; {mend}"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"value_added": ["y1", "y4", "y3"], "employment": L},
         "no series, indicator or index is called 'y4'; one of"),
        ({"value_added": ["y1", "y2", "y2"], "employment": L}, "'y2' stands twice in 'value_added'; keep"),
        ({"value_added": ["y1", "y2", "l3"], "employment": L}, "'l3' does not count the same as 'y1'"),
        ({"value_added": Y, "employment": ["l1", "l2"]}, "'employment' names 2 series and should name 3"),
    ],
)  # fmt: skip
def test_sectors_that_do_not_fit_are_told(options: dict[str, list[str]], said: str) -> None:
    assert said in refused(rationalisation, given(LAND, units=UNITS), **options)


def test_what_a_form_needs_is_told() -> None:
    land = given({**LAND, "y2": {"A": [0.0], "B": [5]}}, units=UNITS)
    assert refused(advancement, land, value_added=Y).startswith(
        "y2.csv:2: index 'x': 'y2' of A, 2020 is not above 0; "
    )
    assert "names 2 series and should name 3" in refused(upgrading, land, value_added=["y1", "y2"])
    told = refused(advancement, land, form="productivity", value_added=Y, employment=L, unit="crown")
    assert "'y1' per 'l1' cannot be told in 'crown'" in told
    told = refused(advancement, land, form="productivity", value_added=Y, employment=L, unit="crwn")
    assert "no unit is called 'crwn'; did you mean 'crown'?" in told


def test_a_region_without_anything_has_no_structure() -> None:
    nothing = {name: {"A": [0.0], "B": [1]} for name in Y}
    told = refused(upgrading, given(nothing, units=UNITS), value_added=Y)
    assert "A, 2020 is 0 in sum, so that there are no shares" in told


def test_a_sector_that_ends_is_told_by_lilien() -> None:
    land = given({"a": {"A": [1.0, 0]}, "b": {"A": [1.0, 3]}}, groups=())
    assert refused(lilien, land, series=["a", "b"]).startswith(
        "a.csv:3: index 'x': 'a' of A, 2021 is not above 0; "
    )


def test_one_period_has_no_change() -> None:
    assert np.isnan(moore(given(LAND, units=UNITS), series=list(Y)).values["x"]).all()


def test_a_ratio_of_summed_parts_stands_for_the_group() -> None:
    land = given(
        {"gdp": {"A": [6.0], "B": [2]}, "people": {"A": [1.0], "B": [1]}},
        units={"gdp": CROWN},
        ratios={"head": "gdp / people"},
    )
    result = moore(land, series=["head"])
    assert result.regions == ("A", "B", "all")
    assert PER_HEAD.powers == {"crown": 1, "person": -1}
    np.testing.assert_allclose(step(result, "share"), 1)

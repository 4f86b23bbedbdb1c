"""Every defect seen in other programs has a test that would catch it here; ELSEWHERE names those that stand
in other files.
"""

import re
from dataclasses import replace
from math import nan
from pathlib import Path

import numpy as np
import pytest

from reporter.errors import Faults
from reporter.indices import INDICES
from reporter.indices.weighted_mean import weighted_mean
from reporter.model.result import Composite, Given
from reporter.production.check import check_all
from tests.conftest import TABLE, Land
from tests.indices.named import Tables, given
from tests.indices.test_ideal_solution import P, Q, Table
from tests.indices.test_weighted_mean import given as framed
from tests.indices.test_weighted_mean import scored

TESTS = Path(__file__).parents[1]
ELSEWHERE = {
    "Copeland depends on the order of rows where values are missing": (
        "methods/test_copeland.py::test_the_order_of_regions_never_matters_missing_or_not",
        "indices/test_copeland.py::test_a_missing_figure_is_left_out_of_a_pair_whatever_the_order_of_regions",
    ),
    "Copeland mis-scores exact ties in floating point": (
        "methods/test_copeland.py::test_equal_weights_on_both_sides_tie_to_the_last_digit",
        "indices/test_copeland.py::test_equal_weights_on_both_sides_are_a_tie_to_the_last_digit",
    ),
    "weights drawn from the data land on other indicators": (
        "methods/test_weights_data.py::test_neither_the_order_of_regions_nor_of_indicators_matters",
    ),
    "panel imputation re-orders columns": (
        "methods/test_impute.py::test_no_column_takes_anothers_values",
        "methods/test_impute.py::test_the_order_of_regions_does_not_matter",
    ),
    "a share of the maximum rewards the worst where less is better": (
        "methods/test_standardise_scores.py::test_a_share_of_the_max_never_rewards_the_worst_cost",
        "indices/test_weighted_mean.py::test_where_less_is_better_the_worst_is_not_rewarded",
    ),
    "a logarithm that changes nothing": (
        "methods/test_treat.py::test_what_drawing_in_cannot_mend_becomes_the_log_of_the_original",
        "methods/test_treat.py::test_a_low_tail_is_stretched_from_the_other_end",
    ),
    "a failing treatment becomes a warning": (
        "indices/test_weighted_mean.py::test_outliers_that_stay_are_a_fault_and_no_warning",
    ),
    "constant indicators become NaN and leave the mean": (
        "methods/test_standardise_scores.py"
        "::test_a_constant_indicator_is_named_and_never_leaves_the_mean_silently",
        "indices/test_weighted_mean.py::test_a_constant_indicator_is_told_and_never_leaves_the_mean_in_silence",
    ),
    "NaN in, all NaN out": (
        "methods/test_standardise_scores.py::test_a_missing_value_stays_missing_and_empties_no_other",
        "methods/test_rankers.py::test_a_missing_value_is_named_and_never_spreads",
    ),
    "entropy and CRITIC ignore direction": (
        "methods/test_weights_data.py"
        "::test_turning_an_indicator_round_changes_entropy_in_the_directed_reading_alone",
        "methods/test_weights_data.py::test_direction_counts_in_critic_and_the_unit_not_in_deviation",
    ),
    "grey relational grades divided by the number of regions": (
        "methods/test_rankers.py"
        "::test_the_grey_grade_is_the_textbooks_and_not_divided_by_the_number_of_regions",
    ),
    "weights by standard deviation depend on units": (
        "methods/test_weights_data.py::test_the_units_do_not_matter",
        "methods/test_weights_data.py::test_direction_counts_in_critic_and_the_unit_not_in_deviation",
    ),
    "validators pass what the constructor refuses, without naming the column": (
        "test_cli.py::test_every_fault_is_a_line_on_standard_error_without_traceback",
    ),
}
THREE: dict[str, Table] = {"p": P, "q": Q, "r": {"A": [3.0, 1], "B": [2, 7]}}


@pytest.mark.parametrize("place", [one for places in ELSEWHERE.values() for one in places])
def test_what_is_said_to_stand_elsewhere_does(place: str) -> None:
    file, test = place.split("::")
    assert re.search(rf"^def {test}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "weights", ["given", "entropy", "entropy-proportion", "critic", "standard-deviation", "merec", "pca"]
)
def test_weights_stay_with_their_indicators_in_whatever_order_these_stand(weights: str) -> None:
    declared = {"p": {"weight": 1.0}, "q": {"weight": 5.0}, "r": {"weight": 3.0}}
    one = scored(THREE, (), declared, options={"weights": weights})
    turned = {name: THREE[name] for name in ("r", "p", "q")}
    other = scored(turned, (), declared, options={"weights": weights})
    by_name = dict(zip(one.steps.indicators, one.steps.weights, strict=True))
    assert dict(zip(other.steps.indicators, other.steps.weights, strict=True)) == pytest.approx(by_name)
    np.testing.assert_allclose(other.values["I"], one.values["I"], rtol=1e-12)


def windowed(tables: Tables) -> Given:
    """The years 2021–2023 of five."""
    whole = given(tables)
    periods = whole.panel.periods[1:4]
    spec = replace(whole.spec, periods=(periods[0], periods[-1]))
    return replace(whole, panel=whole.whole.window(periods, ()), spec=spec)


@pytest.mark.parametrize("method", ["growth", "volatility", "drawdown", "stages", "moore", "lilien"])
def test_change_over_a_window_takes_no_figure_from_outside_it(method: str) -> None:
    inside = {"a": [4.0, 6, 3], "b": [5.0, 5, 6]}
    options = {"series": ["a", "b"]} if method in {"moore", "lilien"} else {"of": "a"}
    found = [
        INDICES[method](windowed({s: {"A": [before, *x, after]} for s, x in inside.items()}), **options)
        for before, after in ((1.0, 2.0), (90.0, 700.0))
    ]
    np.testing.assert_array_equal(found[0].values["x"], found[1].values["x"])
    assert found[0].periods == ("2021", "2022", "2023")


def test_growth_over_a_window_is_that_of_its_own_years() -> None:
    result = INDICES["growth"](windowed({"a": {"A": [100.0, 4, 6, 3, 100]}}), of="a")
    np.testing.assert_allclose(result.values["x"][0], [nan, 0.5, -0.5])


def test_a_missing_figure_empties_no_other_score() -> None:
    whole = weighted_mean(framed(THREE), standardise="ratio-to-max")
    q = {"A": [10.0, nan], "B": [5, 8]}
    gap = weighted_mean(framed(THREE | {"q": q}), standardise="ratio-to-max", impute="none")
    assert np.isfinite(gap.values["I"]).all()
    same = [("A", "2021"), ("B", "2021"), ("B", "2022")]  # 10, the largest of q, is still there
    assert [gap.score("I", *at) for at in same] == pytest.approx([whole.score("I", *at) for at in same])
    # A 2022: p is 1 and r 1 of 7; q is left out of the mean
    assert gap.score("I", "A", "2022") == pytest.approx((1 + 1 / 7) / 2)
    assert isinstance(gap, Composite)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("patents,Northmark,2020,10400", "patents,Northmark,2020,-10400", "patents_per_10k"),
        ("gdp,Northmark,2020,301000", "gdp,Northmark,2020,0", "waste_per_output"),
        ("patents,Northmark,2020,10400", "patents,Northmark,2020,many", ":104: 'many'"),
        ("patents,Northmark,2020,10400", "patents,Northmark,2020,", ":104: the value"),
    ],
)
def test_what_is_checked_is_what_is_built_and_names_column_or_line(
    land: Land, old: str, new: str, named: str
) -> None:
    land.spoil(TABLE, old, new)
    with pytest.raises(Faults) as fault:
        list(check_all(land.root, ()))
    assert str(fault.value).splitlines() == land.faults()
    assert all(named in line for line in land.faults())

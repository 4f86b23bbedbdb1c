"""The weighted mean on a panel small enough to be scored on paper, and what it refuses."""

from dataclasses import replace
from math import nan, sqrt
from typing import Any

import numpy as np
import pytest

from reporter.errors import Faults
from reporter.indices.weighted_mean import weighted_mean
from reporter.methods.aggregate import AGGREGATE
from reporter.model.result import Composite, Given
from reporter.model.study import Dimension, Framework, Group
from tests.indices.test_ideal_solution import P, Q, Table, made, whole

# Ratios to the largest: p is A ½, 1 and B ¼, ½; q is A 1, 0.6 and B ½, 0.8.
RATIO = {"standardise": "ratio-to-max"}


def given(
    series: dict[str, Table],
    tree: tuple[Dimension, ...] = (),
    declared: dict[str, dict[str, Any]] | None = None,
    **more: Any,
) -> Given:
    """A panel of these series under a framework, what is declared of indicators set."""
    panel, framework, spec, study = made(series, **more)
    said = {i: replace(one, **(declared or {}).get(i, {})) for i, one in framework.indicators.items()}
    framework = Framework(tree or framework.dimensions, said)
    spec = replace(spec, method="weighted-mean")
    return Given(panel, panel, framework, spec, study)


def scored(
    series: dict[str, Table], *args: Any, options: dict[str, Any] | None = None, **more: Any
) -> Composite:
    return weighted_mean(given(series, *args, **more), **(options or {}))


def refused(series: dict[str, Table], *args: Any, **more: Any) -> str:
    with pytest.raises(Faults) as fault:
        scored(series, *args, **more)
    return str(fault.value)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (RATIO, [[3 / 4, 0.8], [3 / 8, 0.65]]),
        (RATIO | {"mean": "geometric"}, [[sqrt(1 / 2), sqrt(0.6)], [sqrt(1 / 8), sqrt(0.4)]]),
        (RATIO | {"mean": "harmonic"}, [[2 / 3, 0.75], [1 / 3, 2 / (2 + 1.25)]]),
        # min–max: p is A ⅓, 1 and B 0, ⅓; q is A 1, 0.2 and B 0, 0.6
        ({}, [[2 / 3, 0.6], [0, 7 / 15]]),
        ({"floor": 0.1}, [[0.1 + 0.9 * 2 / 3, 0.1 + 0.9 * 0.6], [0.1, 0.1 + 0.9 * 7 / 15]]),
        ({"standardise": "distance-to-max"}, [[2 / 3, 0.6], [0, 7 / 15]]),
        ({"standardise_over": "period"}, [[1, 1 / 2], [0, 1 / 2]]),
        # p has the places 2, 4 and 1, 2; q has 4, 2 and 1, 3
        ({"standardise": "rank"}, [[3, 3], [1, 2.5]]),
        ({"standardise": "borda"}, [[2, 2], [0, 1.5]]),
        ({"standardise": "percentile-rank"}, [[2 / 3, 2 / 3], [0, 1 / 2]]),
        # A is where B in the same period has come to: p is 1, 1 and 0, ⅓; q is 1, 1 and 0, 1 or 3 beyond
        ({"standardise": "distance-to-reference", "reference": "A"}, [[1, 1], [0, 2 / 3]]),
        ({"standardise": "distance-to-reference", "reference": "A", "cap": False}, [[1, 1], [0, 5 / 3]]),
    ],
)  # fmt: skip
def test_two_regions_two_indicators_two_years_by_hand(
    options: dict[str, Any], expected: list[list[float]]
) -> None:
    result = scored({"p": P, "q": Q}, options=options)
    np.testing.assert_allclose(result.values["I"], expected, rtol=1e-14)


def test_a_median_is_the_middle_of_three() -> None:
    tables = {n: {"A": [a, 10], "B": [0, 0.0]} for n, a in (("a", 2.0), ("b", 5), ("c", 9))}
    assert scored(tables, options={"mean": "median"}).score("I", "A", "2021") == 0.5


def test_a_z_score_has_mean_0_and_is_no_score_of_0_to_1() -> None:
    result = scored({"p": P}, options={"standardise": "z-score"})
    # 4, 8, 2, 4: mean 4.5, squared differences ¼ + 12¼ + 6¼ + ¼ = 19 over 3
    np.testing.assert_allclose(result.values["I"].ravel(), np.array([-0.5, 3.5, -2.5, -0.5]) / sqrt(19 / 3))
    assert result.scale == "plain"
    assert scored({"p": P}).scale == "score"


def test_goalposts_and_targets_are_in_the_indicators_own_terms_and_flipped_for_costs() -> None:
    declared = {"p": {"goalposts": (2.0, 6.0), "target": 6.0}, "q": {"goalposts": (5.0, 9.0), "target": 6.0}}
    posts = scored({"p": P, "q": Q}, (), declared, down="q", options={"standardise": "goalposts"})
    np.testing.assert_allclose(posts.values["I1"], [[1 / 2, 1], [0, 1 / 2]])
    np.testing.assert_allclose(posts.values["I2"], [[0, 3 / 4], [1, 1 / 4]])
    target = scored({"p": P, "q": Q}, (), declared, down="q", options={"standardise": "distance-to-target"})
    np.testing.assert_allclose(target.values["I2"], [[0, 1], [1, 1 / 2]])  # 10 worst, 6 reached
    assert refused({"p": P}, options={"standardise": "goalposts"}).startswith(
        ": indicator 'p' has no goalposts"
    )


def test_where_less_is_better_the_worst_is_not_rewarded() -> None:
    x = scored({"p": P, "q": Q}, down="q", options=RATIO).steps.standardised[:, :, 1]
    np.testing.assert_allclose(x, [[5 / 10, 5 / 6], [1, 5 / 8]])


PARTS = (
    Dimension(
        "ways", {}, ("p", "q", "r"),
        (Dimension("road", {}, ("p", "q"), weight=2.0), Dimension("rail", {}, ("r",))),
    ),
    Dimension("rest", {}, ("s",), weight=3.0),
)  # fmt: skip
FOUR = {"p": P, "q": Q, "r": {"A": [1.0, 0], "B": [0, 1]}, "s": {"A": [0.0, 1], "B": [1, 0]}}


def test_parts_are_averaged_level_by_level() -> None:
    result = scored(FOUR, PARTS, options=RATIO)
    assert list(result.values) == ["I", "I1", "I1-1", "I1-2", "I2"]
    # A 2021: road (½ + 1) / 2 = ¾, ways (¾ + 1) / 2 = ⅞, index (⅞ + 0) / 2
    assert [result.score(c, "A", "2021") for c in result.values] == [7 / 16, 7 / 8, 3 / 4, 1, 0]
    np.testing.assert_allclose(result.steps.weights, [1 / 8, 1 / 8, 1 / 4, 1 / 2])
    assert list(result.framework.scored("I_long")) == ["I1_long", "I1-1_long", "I1-2_long", "I2_long"]


def test_given_weights_count_among_neighbours() -> None:
    result = scored(FOUR, PARTS, {"p": {"weight": 3.0}}, options=RATIO | {"weights": "given"})
    # ways ¼ and rest ¾; road ⅔ and rail ⅓ of it; p ¾ and q ¼ of the road
    np.testing.assert_allclose(result.steps.weights, [1 / 8, 1 / 24, 1 / 12, 3 / 4])
    assert result.score("I1-1", "A", "2021") == pytest.approx(3 / 4 / 2 + 1 / 4, rel=1e-15)
    assert result.score("I1", "A", "2021") == pytest.approx(2 / 3 * 0.625 + 1 / 3, rel=1e-15)


def test_each_level_may_have_its_own_mean() -> None:
    result = scored(FOUR, PARTS, options=RATIO | {"floor": 0.5, "mean_above": "geometric"})
    road, rail, rest = 0.5 + 0.5 * 3 / 4, 1.0, 0.5
    assert result.score("I1", "A", "2021") == pytest.approx(sqrt(road * rail))
    assert result.score("I", "A", "2021") == pytest.approx(sqrt(sqrt(road * rail) * rest))


@pytest.mark.parametrize("weights", ["entropy", "critic", "standard-deviation", "merec", "pca"])
def test_weights_of_the_data_know_the_direction_and_not_the_unit(weights: str) -> None:
    three = {"p": P, "q": Q, "r": {"A": [3.0, 1], "B": [2, 7]}}
    one = scored(three, down="q", options={"weights": weights}).steps.weights
    assert one.sum() == pytest.approx(1)
    in_thousands = three | {"p": {r: [1000 * v for v in line] for r, line in P.items()}}
    other = scored(in_thousands, down="q", options={"weights": weights}).steps.weights
    np.testing.assert_allclose(one, other, rtol=1e-9)
    assert not np.allclose(one, scored(three, options={"weights": weights}).steps.weights) or weights in (
        "standard-deviation",
        "pca",
    )


GAP = {"p": {"A": [4.0, nan], "B": [2, 4]}, "q": Q}


@pytest.mark.parametrize(
    ("options", "filled"),
    [({"impute": "last"}, 4.0), ({"impute": "group-mean"}, 4.0), ({"impute": "group-median"}, 4.0)],
)
def test_a_filled_gap_is_marked_and_told(options: dict[str, Any], filled: float) -> None:
    result = scored(GAP, options=options)
    assert result.filled.tolist() == [[False, True], [False, False]]
    [step] = result.trace
    assert (step.name, step.values[0, 1, 0]) == ("imputed", filled)
    assert np.isnan(step.values).sum() == 7


def test_a_gap_is_filled_from_the_regions_of_its_own_group() -> None:
    table = {"A": [1.0, nan], "B": [2.0, 6], "C": [3.0, 8], "D": [4.0, 100]}
    groups = (Group("far", {}, ("D",)), Group("near", {}, ("A", "B", "C")))
    result = scored({"p": table}, groups=groups, options={"impute": "group-mean", "impute_groups": ["near"]})
    assert result.trace[0].values[0, 1, 0] == 7
    told = refused({"p": table}, groups=groups, options={"impute": "group-mean", "impute_groups": ["nea"]})
    assert "no group is called 'nea'; one of the study's groups: far, near" in told


def test_without_filling_a_mean_is_over_what_is_present() -> None:
    result = scored(GAP, options=RATIO | {"impute": "none"})
    np.testing.assert_allclose(result.values["I"], [[1, 0.6], [0.5, 0.9]])  # p over 4: A 1, B ½ and 1
    assert np.isnan(result.score("I1", "A", "2022"))
    assert not result.filled.any()
    enough = scored(GAP, options=RATIO | {"impute": "none", "at_least": 0.6})
    assert np.isnan(enough.score("I", "A", "2022"))


def test_what_cannot_be_filled_is_told_by_indicator_and_cell() -> None:
    assert ": index 'I': 'p' has no figure for A 2022; use impute:" in refused(GAP)
    start = {"p": {"A": [nan, 4.0], "B": [2, 4]}, "q": Q}
    assert "'p' has no figure for A 2021" in refused(start, options={"impute": "last"})
    nothing = {"p": {"A": [nan, nan], "B": [nan, nan]}, "q": Q}
    assert "'p' has no figure for A 2021, A 2022, B 2021, B 2022" in refused(
        nothing, options={"impute": "none"}
    )


def test_data_weights_need_every_figure() -> None:
    told = refused(GAP, options={"impute": "none", "weights": "entropy"})
    assert "needs every figure; missing: 'p' of A 2022; fill them by impute:" in told


LONG = {"ABCDEFGHIJKL"[n]: [float(n), float(n) + 0.5] for n in range(12)}


def test_an_outlier_is_drawn_in_and_told() -> None:
    result = scored({"p": LONG | {"L": [11.0, 1000.0]}}, options={"treat": "winsorise"})
    [step] = result.trace
    changed = step.values[~np.isnan(step.values)]
    assert (step.name, changed.tolist(), result.score("I", "L", "2022")) == ("treated", [11.0], 1.0)


def test_outliers_that_stay_are_a_fault_and_no_warning() -> None:
    table = {region: [0.0, 0.0] for region in LONG} | {"L": [0.0, 1.0]}
    told = refused({"p": table}, options={"treat": "winsorise"})
    assert "indicator 'p' has outliers that winsorising and the logarithm leave in I; take it out" in told


def test_a_constant_indicator_is_told_and_never_leaves_the_mean_in_silence() -> None:
    flat = {"p": P, "q": {"A": [5.0, 5], "B": [5, 5]}}
    assert "indicator 'q' is the same everywhere, so that its spread is 0 in I" in refused(flat)
    told = refused(flat, options=RATIO | {"weights": "critic"})
    assert "indicator 'q' is the same everywhere, so that weights:" in told


def test_a_geometric_mean_names_the_cells_it_cannot_take() -> None:
    told = refused({"p": P, "q": Q}, options={"mean": "geometric"})
    assert "the mean asked for needs values above 0; 0 or less: 'p' of B 2021; use floor: 0.01" in told
    above = refused({"p": P, "q": Q}, options={"mean_above": "harmonic"})
    assert "the mean_above asked for needs values above 0; 0 or less: 'I1' of B 2021, 'I2' of B 2021" in above


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"floor": 1.0}, "'floor' cannot be 1.0; it should be a share between 0 and 0.99"),
        ({"at_least": 2.0}, "'at_least' cannot be 2.0; it should be a share between 0 and 1.0"),
        ({"standardise": "distance-to-reference", "reference": "C"}, "'C' is no region of the study;"),
        ({"standardise": "distance-to-reference", "reference": "B"}, "indicator 'p' has no range between"),
    ],
)  # fmt: skip
def test_options_out_of_range_are_told(options: dict[str, Any], told: str) -> None:
    assert told in refused({"p": P, "q": Q}, options=options)


def test_a_group_is_the_mean_of_its_members_and_no_region_of_its_own() -> None:
    result = scored({"p": P, "q": Q}, groups=whole("mean"), options=RATIO)
    np.testing.assert_allclose(result.line("I", "all"), [(3 / 4 + 3 / 8) / 2, (0.8 + 0.65) / 2])
    told = refused({"p": P, "q": Q}, groups=whole("one-region"))
    assert "takes group 'all' as the mean of its members; write aggregate: mean" in told
    as_mean = scored({"p": P, "q": Q}, groups=whole("one-region"), options=RATIO | {"aggregate": "mean"})
    np.testing.assert_array_equal(as_mean.values["I"], result.values["I"])


@pytest.mark.parametrize("mean", [kind for kind in AGGREGATE if kind != "generalised"])
@pytest.mark.parametrize("many", [False, True])
def test_contributions_add_up_to_the_change_of_members_and_group(mean: str, many: bool) -> None:
    tables = {f"{name}{n}": table for n in range(7 if many else 1) for name, table in (("p", P), ("q", Q))}
    result = scored(tables, groups=whole("mean"), options=RATIO | {"mean": mean})
    for region in ("A", "B", "all"):
        parts = result.contributions(region, "2021", "2022")
        change = result.score("I", region, "2022") - result.score("I", region, "2021")
        assert parts.sum() == pytest.approx(change, abs=1e-14)


def test_a_geometric_contribution_of_two_is_the_mean_of_both_orders() -> None:
    parts = scored({"p": P, "q": Q}, options=RATIO | {"mean": "geometric"}).contributions("A", "2021", "2022")
    # p first: √(1·1) − √(½·1); p last: √(1·0.6) − √(½·0.6)
    assert parts[0] == pytest.approx((1 - sqrt(0.5) + sqrt(0.6) - sqrt(0.3)) / 2, rel=1e-14)


def test_a_linear_contribution_is_the_weighted_change_of_the_indicator() -> None:
    parts = scored({"p": P, "q": Q}, options=RATIO).contributions("A", "2021", "2022")
    np.testing.assert_allclose(parts, [0.5 * 0.5, 0.5 * -0.4], rtol=1e-14)


def test_contributions_add_up_where_cells_are_missing() -> None:
    result = scored(GAP, options=RATIO | {"impute": "none"})
    parts = result.contributions("A", "2021", "2022")
    np.testing.assert_allclose(parts, [-0.5, 0.6 - 0.5])  # 1 and 1 of weight ½, then 0.6 alone


def test_an_indicator_entered_twice_with_half_its_weight_changes_nothing() -> None:
    once = scored({"p": P, "q": Q}, options=RATIO)
    tree = (Dimension("of p", {}, ("p", "r")), Dimension("of q", {}, ("q",)))
    series = {"p": P, "r": P, "q": Q}
    np.testing.assert_allclose(scored(series, tree, options=RATIO).values["I"], once.values["I"])


def test_the_options_that_count_are_told() -> None:
    told = scored({"p": P, "q": Q}, options=RATIO | {"mean": "geometric"}).options
    assert (told["mean"], told["mean_above"]) == ("geometric", "geometric")
    assert "reference" not in told


def test_goalposts_mean_nothing_on_a_logarithm() -> None:
    steep = {f"R{n}": [1 / (100 - n), 1 / (100 - n)] for n in range(100)}  # ten and more extremes
    options = {"treat": "winsorise", "standardise": "goalposts"}
    told = refused({"p": steep}, (), {"p": {"goalposts": (1.0, 9.0)}}, options=options)
    assert "indicator 'p' is put on a logarithm, where its goalposts or target mean nothing" in told

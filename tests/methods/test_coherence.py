"""How indicators go together: against other programs and published examples, at the edges, and the laws."""

from itertools import combinations
from math import nan, sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from peer_numbers import Floats, asem, beside, column, fixed, rows

from reporter.methods.coherence import alpha, components, correlation, pairs, with_rest, within

WHOLE = arrays(float, (4, 3, 5), elements=st.integers(0, 1000).map(float))
GAPS = arrays(float, (12, 4), elements=st.one_of(st.integers(0, 9).map(float), st.just(nan)))
# The variance of each component, by another program.
EIGENVALUES = {
    "5x4": [2.0841450015007141, 1.7956661870043169, 0.11807750072784068, 0.0021113107671288092],
    "30x11": [
        2.1363824013615234, 1.8336423417206125, 1.6410218556380631, 1.2980313384246547, 0.98781030218166566,
        0.89991269291439768, 0.73264413182084931, 0.51775757239443421, 0.45408783200249153,
        0.27507180740635973, 0.22363772413495017,
    ],
}  # fmt: skip
# Two questionnaires of pingouin's documentation (from real-statistics.com): ten questions answered by fifteen
# people, a row a question; and twelve people, a row each, who left some of eleven questions out.
RATINGS = [
    "357261426544564", "243452345432553", "465363545653655", "135354335422245", "456242571355323",
    "514245226533321", "123242125324213", "453663242132442", "356675463743463", "255352352214554",
]  # fmt: skip
ANSWERS = [
    "11111111111", "11111111010", ".011.111100", "11101101100", "11111000100", "01.01111000",
    "11110010000", "11111000000", "01011000010", "10010100.00", "11100000000", "10010000000",
]  # fmt: skip


def digits(lines: list[str]) -> Floats:
    """A digit a value, a dot for none."""
    return np.array([[nan if one == "." else float(one) for one in line] for line in lines])


@pytest.mark.parametrize("size", ["5x4", "30x11"])
def test_components_are_those_of_another_program(size: str) -> None:
    values, benefit, _ = fixed(size)
    found = components(pairs(np.where(benefit, values, -values)).correlations)
    np.testing.assert_allclose(found.eigenvalues, EIGENVALUES[size], atol=1e-9)
    np.testing.assert_allclose(found.shares, np.array(EIGENVALUES[size]) / values.shape[1], atol=1e-9)
    loadings = column(f"weights_{size}.csv", "pca_pc1_loading_coinr_style")
    np.testing.assert_allclose(found.loadings, loadings * np.sign(loadings.sum()), atol=1e-9)


@pytest.mark.parametrize("size", ["5x4", "30x11"])
def test_correlations_and_covariances_are_numpys(size: str) -> None:
    values, _, _ = fixed(size)
    found = pairs(values)
    np.testing.assert_allclose(found.correlations, np.corrcoef(values.T), atol=1e-12)
    np.testing.assert_allclose(found.covariances, np.cov(values.T), rtol=1e-12)
    assert (found.correlations.diagonal() == 1).all()
    assert (found.counts == len(values)).all()


@given(GAPS)
def test_with_gaps_they_are_those_of_pandas_pair_by_pair(values: Floats) -> None:
    found, frame = pairs(values), pd.DataFrame(values)
    np.testing.assert_allclose(found.correlations, frame.corr(min_periods=3), atol=1e-9)
    known = ~np.isnan(found.correlations)
    np.testing.assert_allclose(found.covariances[known], frame.cov().to_numpy()[known], atol=1e-9)
    present = frame.notna().to_numpy().astype(int)
    np.testing.assert_array_equal(found.counts, present.T @ present)
    np.testing.assert_array_equal(found.correlations, found.correlations.T)


def test_cells_that_lie_close_together_beside_an_outlier_keep_their_correlation() -> None:
    near = np.array([1, 2, 3, 4, 1e9])
    other = np.array([2, 1, 4, 3, nan])  # 0.6 with 1, 2, 3, 4
    assert pairs(np.column_stack([near, other])).correlations[0, 1] == pytest.approx(0.6, abs=1e-12)


def test_squares_that_rounding_leaves_below_0_tell_nothing_and_warn_of_nothing() -> None:
    x = np.array([[0, 0, 0, 0, 0, 5, 4], [nan, 0, 0, nan, 0, nan, nan]]).T  # constant where both are known
    np.testing.assert_array_equal(pairs(x).correlations, [[1, nan], [nan, nan]])


def test_a_constant_or_two_shared_cells_tell_nothing() -> None:
    x = np.array([[0.1, 1, 1, nan], [0.1, 5, 2, 7], [0.1, nan, 3, 9], [0.1, nan, 3, 4]])
    found = pairs(x)
    expected = [[nan] * 4, [nan] * 4, [nan, nan, 1, nan], [nan, nan, nan, 1]]
    expected[2][3] = expected[3][2] = -1 / (2 * sqrt(19))  # 2, 3, 3 and 7, 9, 4: −⅓ over √(⅔ · 38/3)
    np.testing.assert_allclose(found.correlations, expected, atol=1e-15)
    assert found.counts.tolist() == [[4, 2, 4, 3], [2, 2, 2, 1], [4, 2, 4, 3], [3, 1, 3, 3]]


def test_levels_may_agree_where_movements_do_not() -> None:
    # two regions, two periods: q is high where p is high, and falls while p rises
    x = np.array([[[1.0, 2], [2, 1]], [[3, 4], [4, 3]]])
    assert pairs(x).correlations[0, 1] == pytest.approx(0.6)  # (0.75 · 4) / 5
    assert within(x).tolist() == [[[-0.5, 0.5], [0.5, -0.5]], [[-0.5, 0.5], [0.5, -0.5]]]
    assert pairs(within(x)).correlations[0, 1] == pytest.approx(-1)


def test_within_a_region_takes_two_periods_and_a_standstill_is_no_movement() -> None:
    assert np.isnan(within(np.ones((4, 1, 2)))).all()
    assert np.isnan(pairs(within(np.arange(8.0).reshape(4, 1, 2))).correlations).all()
    still = np.array([[[0.1, 1], [0.1, 2], [0.1, 4]], [[0.7, nan], [0.7, 2], [0.7, nan]]])
    found = within(still)
    assert (found[..., 0] == 0).all()
    assert np.isnan(found[1, :, 1]).all()
    np.testing.assert_allclose(found[0, :, 1], [-4 / 3, -1 / 3, 5 / 3])
    assert np.isnan(pairs(found).correlations[0]).all()


def test_alpha_by_arithmetic() -> None:
    # 1, 2, 3, 4 and 2, 1, 4, 3: variances 5/3, covariance 1, that of the sum 16/3
    x = np.array([[1.0, 2], [2, 1], [3, 4], [4, 3]])
    assert alpha(pairs(x).covariances) == pytest.approx(2 * (1 - (10 / 3) / (16 / 3)))
    total = x.sum(axis=1).var(ddof=1)
    assert alpha(pairs(x).covariances) == pytest.approx(2 * (1 - x.var(axis=0, ddof=1).sum() / total))


def test_alphas_of_two_published_questionnaires() -> None:
    ratings, answers = digits(RATINGS).T, digits(ANSWERS)
    assert alpha(pairs(ratings).covariances) == pytest.approx(0.5917188485995826, rel=1e-12)
    assert alpha(pairs(answers).covariances) == pytest.approx(0.732660835214447, rel=1e-12)


def test_alpha_of_one_or_of_what_adds_up_to_nothing_does_not_exist() -> None:
    x = np.array([1.0, 2, 4, 9])
    for one in (x[:, None], np.column_stack([x, -x]), np.column_stack([x, np.ones(4)]), np.ones((4, 2))):
        assert np.isnan(alpha(pairs(one).covariances))
    assert alpha(pairs(np.column_stack([x, x + 5, x])).covariances) == pytest.approx(1)


def test_components_of_two_indicators() -> None:
    # r = 0.6: eigenvalues 1 ± 0.6, loadings 1/√2 each; of opposites one loading is negative
    found = components(np.array([[1, 0.6], [0.6, 1]]))
    np.testing.assert_allclose(found.eigenvalues, [1.6, 0.4])
    np.testing.assert_allclose(found.shares, [0.8, 0.2])
    np.testing.assert_allclose(found.loadings, [sqrt(0.5), sqrt(0.5)])
    np.testing.assert_allclose(components(np.array([[1.0, -1], [-1, 1]])).loadings, [sqrt(0.5), -sqrt(0.5)])


def test_components_at_the_edges() -> None:
    alone = components(np.ones((1, 1)))
    assert [array.tolist() for array in alone] == [[1], [1], [1]]
    neither = components(np.eye(2))  # two that have nothing in common: neither component is the first
    assert neither.eigenvalues.tolist() == [1, 1]
    assert np.isnan(neither.loadings).all()
    assert all(np.isnan(array).all() for array in components(np.array([[1.0, nan], [nan, 1]])))


def test_an_eigenvalue_below_nothing_is_set_to_nothing() -> None:
    # r = 0.9, 0.9 and −0.9, as gaps can bring about: no data have it, and the eigenvalues are 1.9, 1.9, −0.8
    found = components(np.array([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]]))
    np.testing.assert_allclose(found.eigenvalues, [1.9, 1.9, 0], atol=1e-12)
    np.testing.assert_allclose(found.shares, [0.5, 0.5, 0], atol=1e-12)


def test_an_indicator_against_the_mean_of_the_others() -> None:
    # rest of the first: 3, 2, 3, 2; of the second: 2½ throughout; of the third: 1½, 1½, 3½, 3½
    x = np.array([[1.0, 2, 4], [2, 1, 3], [3, 4, 2], [4, 3, 1]])
    np.testing.assert_allclose(with_rest(x), [-1 / sqrt(5), nan, -4 / sqrt(20)])
    assert np.isnan(with_rest(x[:, :1])).all()
    gap = np.vstack([x, [9, nan, nan]])
    np.testing.assert_allclose(with_rest(gap), with_rest(x))
    partly = np.vstack([x, [5.0, nan, 2]])
    first = np.corrcoef([1, 2, 3, 4, 5], [3, 2, 3, 2, 2])[0, 1]
    assert with_rest(partly)[0] == pytest.approx(first)


def test_every_column_against_one() -> None:
    x, y = fixed("30x11")[0], fixed("30x11")[0].sum(axis=1, keepdims=True)
    np.testing.assert_allclose(correlation(x, y), np.corrcoef(x.T, y.T)[-1, :-1], atol=1e-12)


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 2, 3), (2, 1, 1), (1, 5, 1), (5, 1, 2)])
@pytest.mark.parametrize("value", [0.0, 1 / 3, nan])
def test_nothing_to_tell_is_nan_without_a_warning(shape: tuple[int, ...], value: float) -> None:
    x = np.full(shape, value)
    for sample in (x, within(x)):
        found = pairs(sample)
        assert np.isnan(found.correlations).all()
        assert np.isnan(alpha(found.covariances))
        assert np.isnan(components(found.correlations).eigenvalues).all()
        assert np.isnan(with_rest(sample)).all()


@given(WHOLE)
def test_eigenvalues_sum_to_the_number_of_indicators(x: Floats) -> None:
    assume((np.ptp(x, axis=(0, 1)) > 0).all())
    found = components(pairs(x).correlations)
    assert found.eigenvalues.sum() == pytest.approx(5)
    assert found.shares.sum() == pytest.approx(1)
    assert (np.diff(found.eigenvalues) <= 0).all()
    assert np.isnan(found.loadings).all() or found.loadings.sum() >= -1e-9


@given(WHOLE, st.permutations(range(5)), st.permutations(range(4)))
def test_order_changes_nothing(x: Floats, columns: list[int], regions: list[int]) -> None:
    moved = x[regions][..., columns]
    for a, b in ((pairs(x), pairs(moved)), (pairs(within(x)), pairs(within(moved)))):
        np.testing.assert_allclose(a.correlations[np.ix_(columns, columns)], b.correlations, atol=1e-9)
    assert alpha(pairs(x).covariances) == pytest.approx(alpha(pairs(moved).covariances), nan_ok=True)
    one, other = components(pairs(x).correlations), components(pairs(moved).correlations)
    np.testing.assert_allclose(one.eigenvalues, other.eigenvalues, atol=1e-9)


@given(WHOLE, st.integers(-1000, 1000), st.integers(1, 50))
def test_alpha_knows_no_origin_and_no_common_unit(x: Floats, shift: int, unit: int) -> None:
    moved = unit * (x + shift * np.arange(5))
    assert alpha(pairs(moved).covariances) == pytest.approx(
        alpha(pairs(x).covariances), nan_ok=True, rel=1e-6
    )


@given(GAPS)
def test_correlations_lie_between_minus_one_and_one(values: Floats) -> None:
    r = pairs(values).correlations
    assert (np.isnan(r) | (np.abs(r) <= 1)).all()


def group(level: str, name: str) -> list[str]:
    """The indicators of one of ASEM's groups."""
    lineage = rows(beside("coinr/pipeline/lineage.csv"))
    return [row["Indicator"] for row in lineage if row[level] == name]


def test_coinrs_printed_correlations_with_gaps_left_open() -> None:
    names = group("Pillar", "Environ")
    r = pairs(asem("pipeline/1_Raw.csv", names)).correlations[names.index("CO2")]
    printed = {"MatCon": 0.7222051, "PrimEner": 0.3268484, "Renew": -0.5986338}
    assert {name: r[names.index(name)] for name in printed} == pytest.approx(printed, abs=1e-7)


def test_coinrs_printed_alpha_with_gaps_left_open() -> None:
    covariances = pairs(asem("pipeline/1_Raw.csv", group("Pillar", "P2P"))).covariances
    assert alpha(covariances) == pytest.approx(0.05126659, abs=1e-8)


def test_coinrs_printed_components() -> None:
    x = asem("pipeline/1_Raw.csv", group("Pillar", "Social"))
    found = components(pairs(x[~np.isnan(x).any(axis=1)]).correlations)
    printed = [2.2042, 1.1256, 0.9788, 0.78834, 0.77153, 0.56836, 0.42463, 0.36068, 0.25760]
    np.testing.assert_allclose(np.sqrt(found.eigenvalues), printed, atol=5e-5)
    np.testing.assert_allclose(found.shares[:3], [0.5398, 0.1408, 0.1065], atol=1e-4)


def test_coinrs_printed_pairs_above_three_quarters() -> None:
    for name, flagged in {"Social": {"CPI FreePress": 0.761, "CPI NGOs": 0.768}, "Environ": {}}.items():
        names = sorted(group("Pillar", name))
        r = pairs(asem("pipeline/6_Normalised.csv", names)).correlations
        found = {
            f"{names[j]} {names[k]}": round(float(r[j, k]), 3)
            for j, k in combinations(range(len(names)), 2)
            if r[j, k] > 0.75
        }
        assert found == flagged

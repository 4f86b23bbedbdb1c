"""Laws of the ideal solution, and its edges."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reporter.methods import ideal_solution
from reporter.methods.ideal_solution import (
    Floats,
    Form,
    NoDistance,
    by_distance,
    closeness,
    contributions,
    distances,
    effective_weights,
    shapley,
    terms,
)  # fmt: skip

FORMS = st.sampled_from(["squared", "classic"])


def matrices(rows: int, columns: int) -> st.SearchStrategy[Floats]:
    """Standardised values, in hundredths."""
    return arrays(float, (rows, columns), elements=st.integers(0, 100).map(lambda n: n / 100))


def weights(n: int) -> st.SearchStrategy[Floats]:
    """Positive weights summing to 1."""
    return arrays(float, n, elements=st.integers(1, 20).map(float)).map(lambda w: w / w.sum())


def score(x: Floats, w: Floats, form: Form, best: Floats, worst: Floats) -> Floats:
    """Closeness to the given ideals."""
    return closeness(terms(x, best, w).sum(-1), terms(x, worst, w).sum(-1), form)


@given(matrices(5, 4), weights(4), FORMS)
def test_scores_lie_between_0_and_1(x: Floats, w: Floats, form: Form) -> None:
    assume((x.max(0) > x.min(0)).any())
    scores = score(x, w, form, x.max(0), x.min(0))
    assert (scores >= 0).all()
    assert (scores <= 1).all()


@given(matrices(5, 4), weights(4), FORMS, st.permutations(range(5)))
def test_the_order_of_regions_does_not_matter(x: Floats, w: Floats, form: Form, order: list[int]) -> None:
    assume((x.max(0) > x.min(0)).any())
    scores = score(x, w, form, x.max(0), x.min(0))
    np.testing.assert_array_equal(score(x[order], w, form, x.max(0), x.min(0)), scores[order])


@given(matrices(1, 4), weights(4), FORMS, st.integers(0, 3), st.integers(1, 100))
def test_with_fixed_ideals_no_indicator_that_rises_lowers_a_score(
    x: Floats, w: Floats, form: Form, j: int, by: int
) -> None:
    best, worst = np.ones(4), np.zeros(4)
    risen = x.copy()
    risen[0, j] = min(1.0, x[0, j] + by / 100)
    assert score(risen, w, form, best, worst)[0] >= score(x, w, form, best, worst)[0] - 1e-12


@given(matrices(5, 4), FORMS, st.integers(1, 50))
def test_weights_matter_only_in_proportion(x: Floats, form: Form, times: int) -> None:
    assume((x.max(0) > x.min(0)).any())
    w = np.array([0.1, 0.2, 0.3, 0.4])
    expected = score(x, w, form, x.max(0), x.min(0))
    np.testing.assert_allclose(score(x, w * times, form, x.max(0), x.min(0)), expected, atol=1e-12)


def test_both_forms_by_hand() -> None:
    to_best, to_worst = np.array([9.0, 16.0]), np.array([16.0, 0.0])
    np.testing.assert_allclose(closeness(to_best, to_worst, "squared"), [16 / 25, 0])
    np.testing.assert_allclose(closeness(to_best, to_worst, "classic"), [4 / 7, 0])


def test_the_best_state_scores_1_and_the_worst_0_in_both_forms() -> None:
    for form in ("squared", "classic"):
        assert closeness(np.array([0.0, 2.0]), np.array([2.0, 0.0]), form).tolist() == [1, 0]


def test_equal_distances_score_one_half_and_ties_stay_ties() -> None:
    for form in ("squared", "classic"):
        assert closeness(np.array([3.0, 3.0]), np.array([3.0, 3.0]), form).tolist() == [0.5, 0.5]


def test_distances_over_sets_of_indicators_are_their_terms_added_up() -> None:
    x, best = np.array([[[1.0, 2, 3]], [[4, 2, 0]]]), np.array([4.0, 4, 4])
    sets = np.array([[1.0, 1, 0], [1, 0, 1], [1, 0, 1]])  # all; the first; the others
    # with weights 1, 2 and 3: 9 + 4·4 + 9·1, and 0 + 4·4 + 9·16
    expected = [[[34.0, 9, 25]], [[160.0, 0, 160]]]
    np.testing.assert_allclose(distances(x, best, np.array([1.0, 2, 3]), sets), expected)


@pytest.mark.parametrize("shape", [(1, 1, 4), (7, 1, 4), (1, 5, 4)])
def test_distances_to_pooled_or_own_ideals_are_the_same_in_blocks(
    shape: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    random = np.random.default_rng(4)
    x, ideal, w = random.random((7, 5, 4)), random.random(shape), np.array([0.1, 0.2, 0.3, 0.4])
    monkeypatch.setattr(ideal_solution, "CELLS", 40)  # two regions at a time
    found = distances(x, ideal, w, np.eye(4))
    np.testing.assert_allclose(found, terms(x, ideal, w), rtol=1e-12)


def test_equal_regions_stay_exactly_equal_over_every_set() -> None:
    x = np.random.default_rng(5).random((1, 3, 50))
    sets = np.kron(np.eye(5), np.ones((10, 1)))
    found = distances(np.repeat(x, 301, axis=0), np.ones(50), np.linspace(0.1, 1, 50), sets)
    assert (found == found[0]).all()


def test_one_region_alone_has_no_distance_unless_the_worst_state_is_zero() -> None:
    x, w = np.array([[0.4, 1.0]]), np.array([0.5, 0.5])
    with pytest.raises(NoDistance):
        score(x, w, "squared", x.max(0), x.min(0))
    assert score(x, w, "squared", x.max(0), np.zeros(2)).tolist() == [1]


def test_a_constant_indicator_leaves_the_order_to_the_others() -> None:
    x, w = np.array([[0.2, 1.0], [1.0, 1.0]]), np.array([0.5, 0.5])
    assert score(x, w, "squared", x.max(0), x.min(0)).tolist() == [0, 1]


def test_where_all_is_constant_there_is_no_distance() -> None:
    x = np.full((3, 2), 0.7)
    with pytest.raises(NoDistance):
        score(x, np.array([0.5, 0.5]), "classic", x.max(0), x.min(0))


def test_effective_weights_of_four_four_and_three_indicators_weigh_30_30_40() -> None:
    w = np.array([1 / 12] * 8 + [1 / 9] * 3)
    square = 8 / 144 + 3 / 81
    expected = [4 / 144 / square, 4 / 144 / square, 3 / 81 / square]
    e = effective_weights(w)
    np.testing.assert_allclose([e[:4].sum(), e[4:8].sum(), e[8:].sum()], expected)
    assert [round(part, 2) for part in expected] == [0.30, 0.30, 0.40]


def test_a_doubled_indicator_with_split_weight_changes_an_ideal_solution_and_no_weighted_mean() -> None:
    x, w = np.array([[0.2, 0.9], [1.0, 0.5]]), np.array([0.5, 0.5])
    doubled, split = x[:, [0, 0, 1]], np.array([0.25, 0.25, 0.5])
    np.testing.assert_allclose(doubled @ split, x @ w)
    before = score(x, w, "squared", np.ones(2), np.zeros(2))[0]
    after = score(doubled, split, "squared", np.ones(3), np.zeros(3))[0]
    assert before == pytest.approx((0.2**2 + 0.9**2) / (0.2**2 + 0.9**2 + 0.8**2 + 0.1**2))
    assert after == pytest.approx((0.2**2 / 2 + 0.9**2) / (0.2**2 / 2 + 0.9**2 + 0.8**2 / 2 + 0.1**2))


@given(matrices(2, 5), weights(5))
def test_contributions_add_up_to_the_change(x: Floats, w: Floats) -> None:
    best, worst = terms(x, np.ones(5), w), terms(x, np.zeros(5), w)
    change = closeness(best.sum(-1), worst.sum(-1))
    parts = contributions(best[0], worst[0], best[1], worst[1])
    assert parts.sum() == pytest.approx(change[1] - change[0], abs=1e-12)


def test_contributions_by_hand() -> None:
    best0, worst0, best1, worst1 = (np.array(v) for v in ([1.0, 1.0], [1.0, 1.0], [0.0, 1.0], [4.0, 1.0]))
    # A: 2 → 5, B: 2 → 1, S: 4 → 6; first: [3·(2+1) − (−1)·(2+5)] / (2·4·6) = 16/48; second: 0. F: 1/2 → 5/6.
    np.testing.assert_allclose(contributions(best0, worst0, best1, worst1), [1 / 3, 0])


def test_contributions_of_several_regions_are_those_of_each_alone() -> None:
    x = np.linspace(0.1, 0.9, 12).reshape(3, 4)
    best, worst = terms(x, np.ones(4), np.full(4, 0.25)), terms(x, np.zeros(4), np.full(4, 0.25))
    together = contributions(best[:2], worst[:2], best[1:], worst[1:])
    np.testing.assert_allclose(together[1], contributions(best[1], worst[1], best[2], worst[2]))


@given(matrices(2, 4), weights(4), FORMS)
def test_the_shares_by_distance_add_up_to_the_change(x: Floats, w: Floats, form: Form) -> None:
    best, worst = terms(x, np.ones(4), w), terms(x, np.zeros(4), w)
    change = closeness(best.sum(-1), worst.sum(-1), form)
    parts = by_distance(best[0], worst[0], best[1], worst[1], form)
    assert parts.sum() == pytest.approx(change[1] - change[0], abs=1e-9)


@given(matrices(2, 4), weights(4), FORMS)
def test_shapley_adds_up_to_the_change(x: Floats, w: Floats, form: Form) -> None:
    best, worst = terms(x, np.ones(4), w), terms(x, np.zeros(4), w)
    change = closeness(best.sum(-1), worst.sum(-1), form)
    parts = shapley(best[0], worst[0], best[1], worst[1], form)
    assert parts.sum() == pytest.approx(change[1] - change[0], abs=1e-12)


@given(st.integers(0, 100), st.integers(0, 100), FORMS)
def test_shapley_and_contributions_share_equally_between_equal_indicators(a: int, b: int, form: Form) -> None:
    x, w = np.array([[a, a, a], [b, b, b]]) / 100, np.full(3, 1 / 3)
    best, worst = terms(x, np.ones(3), w), terms(x, np.zeros(3), w)
    change = closeness(best.sum(-1), worst.sum(-1), form)
    np.testing.assert_allclose(
        shapley(best[0], worst[0], best[1], worst[1], form), (change[1] - change[0]) / 3, atol=1e-12
    )
    squared = contributions(best[0], worst[0], best[1], worst[1])
    np.testing.assert_allclose(squared, shapley(best[0], worst[0], best[1], worst[1], "squared"), atol=1e-12)


def test_shapley_of_two_indicators_is_the_mean_over_both_orders() -> None:
    best0, worst0, best1, worst1 = (np.array(v) for v in ([1.0, 4.0], [1.0, 0.0], [0.0, 1.0], [4.0, 1.0]))
    none, both = (
        1 / 6,
        5 / 6,
    )  # F with nothing changed, with both; then with the first alone, with the second alone
    first, second = 4 / (4 + 4), 2 / (2 + 2)
    expected = [((first - none) + (both - second)) / 2, ((second - none) + (both - first)) / 2]
    np.testing.assert_allclose(shapley(best0, worst0, best1, worst1, "squared"), expected)


def test_an_indicator_that_stands_still_has_no_part_in_the_change() -> None:
    x = np.array([[0.3, 0.5], [0.8, 0.5]])
    best, worst = terms(x, np.ones(2), np.array([0.5, 0.5])), terms(x, np.zeros(2), np.array([0.5, 0.5]))
    assert contributions(best[0], worst[0], best[1], worst[1])[1] == 0
    assert shapley(best[0], worst[0], best[1], worst[1], "classic")[1] == 0


def test_shapley_refuses_more_than_twelve_indicators() -> None:
    many = np.ones(13)
    with pytest.raises(ValueError, match="at most 12"):
        shapley(many, many, many, many, "classic")

"""σ- and β-convergence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.convergence import Constant, beta, line, sigma, speed
from reporter.methods.inequality import Floats, Missing, NotAboveZero, TooFew

LEVELS = st.lists(st.integers(1, 999), min_size=4, max_size=9, unique=True).map(
    lambda y: np.array(y, dtype=float)
)


def test_sigma_is_the_coefficient_of_variation_of_each_period() -> None:
    # 1 and 3: deviation 1, mean 2
    np.testing.assert_allclose(sigma(np.array([[1.0, 3.0], [2.0, 2.0]])), [0.5, 0])


@given(LEVELS, st.floats(0.001, 0.2), st.integers(1, 30))
def test_regions_on_one_path_converge_at_its_speed(first: Floats, pace: float, years: int) -> None:
    # ln y_T = (1 − e^{−λT}) ln y* + e^{−λT} ln y_0
    last = 100 ** (1 - np.exp(-pace * years)) * first ** np.exp(-pace * years)
    found = beta(first, last, years)
    assert found.speed == pytest.approx(pace, rel=1e-6)
    assert found.half_life == pytest.approx(np.log(2) / pace, rel=1e-6)
    assert (found.line.error, found.line.t, found.line.p, found.line.r2) == (0, None, None, 1)


def test_at_2_per_cent_a_year_half_the_gap_is_gone_in_35_years() -> None:
    slope = -(1 - np.exp(-0.02 * 10)) / 10
    assert speed(slope, 10) == pytest.approx(0.02)
    assert np.log(2) / 0.02 == pytest.approx(34.66, abs=0.01)


def test_a_line_by_hand() -> None:
    # x 0 1 2, y 0 2 1: slope 1/2, residuals −.5, 1, −.5, their squares 1.5, error √(1.5/1/2), t = 1/√3
    found = line(np.array([0.0, 1, 2]), np.array([0.0, 2, 1]))
    assert (found.slope, found.intercept, found.n) == (0.5, 0.5, 3)
    assert found.error == pytest.approx(np.sqrt(0.75))
    assert found.t == pytest.approx(1 / np.sqrt(3))
    assert found.p == pytest.approx(2 / 3)  # with one degree of freedom p = 1 − 2/π · arctan t, t = tan 30°
    assert found.r2 == pytest.approx(0.25)


@given(LEVELS, st.integers(0, 99), st.floats(0.01, 100))
def test_beta_knows_no_unit_and_no_order(first: Floats, seed: int, factor: float) -> None:
    random = np.random.default_rng(seed)
    last, order = first * random.uniform(1, 3, len(first)), random.permutation(len(first))
    one, other = beta(first, last, 7), beta(first[order] * factor, last[order] * factor, 7)
    assert other.line.slope == pytest.approx(one.line.slope, abs=1e-9)
    assert other.line.error == pytest.approx(one.line.error, abs=1e-9)
    assert 0 <= one.line.p <= 1
    assert 0 <= one.line.r2 <= 1


def test_growing_alike_is_neither_convergence_nor_divergence() -> None:
    found = beta(np.array([10.0, 20, 40]), np.array([15.0, 30, 60]), 5)
    assert (found.line.slope, found.speed, found.half_life) == (0, 0, None)


def test_divergence_has_no_half_life_and_crossing_no_speed() -> None:
    first = np.array([1.0, 2, 4])
    apart = beta(first, first**1.5, 1)
    assert apart.speed < 0
    assert apart.half_life is None
    assert beta(first, 1 / first, 1).speed is None


def test_what_it_cannot_take_is_named() -> None:
    y = np.array([1.0, 2, 3])
    with pytest.raises(NotAboveZero) as zero:
        beta(np.array([1.0, 0, 3]), y, 1)
    assert (zero.value.argument, zero.value.cells.tolist()) == ("first", [[1]])
    with pytest.raises(Missing, match="last"):
        beta(y, np.array([1.0, 2, np.nan]), 1)
    with pytest.raises(TooFew) as few:
        beta(y[:2], y[:2], 1)
    assert (few.value.n, few.value.least) == (2, 3)
    with pytest.raises(Constant):
        beta(np.ones(3), y, 1)
    with pytest.raises(ValueError, match="years"):
        beta(y, y, 0)

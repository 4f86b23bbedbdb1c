"""Sobol indices: the Ishigami function against SALib and the analytic values, choices against brute force."""

import csv
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from reporter.methods.sobol import TOGETHER, design, enumerated, estimated

VECTORS = Path(__file__).parents[3] / "shared" / "vectors"
ANALYTIC = {"first": [0.3139, 0.4424, 0.0], "total": [0.5576, 0.4424, 0.2437]}  # Ishigami & Homma 1990


def read(name: str) -> list[dict[str, str]]:
    """The rows of a reference file."""
    return list(csv.DictReader((VECTORS / name).read_text("utf-8").splitlines()))


def ishigami(u: np.ndarray) -> np.ndarray:
    """sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ over −π to π."""
    x1, x2, x3 = np.moveaxis(2 * np.pi * u - np.pi, -1, 0)
    return (np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1))[..., None]


def test_estimates_come_near_the_analytic_values() -> None:
    found = estimated(*(ishigami(u) for u in design(16384, [0, 1, 2], seed=1)))
    assert_allclose(found.first[:, 0], ANALYTIC["first"], atol=0.002)
    assert_allclose(found.total[:, 0], ANALYTIC["total"], atol=0.002)


def test_each_output_is_estimated_by_itself_however_many_are_taken_together() -> None:
    powers = np.linspace(0.5, 2, TOGETHER + 3)
    points = [np.abs(ishigami(u)) ** powers for u in design(64, [0, 1, 2], seed=1)]
    together = estimated(*points)
    alone = [estimated(*(y[..., [n]] for y in points)) for n in range(len(powers))]
    assert_allclose(together, np.concatenate(alone, axis=-1), rtol=1e-12)


def test_one_output_more_than_are_taken_together_is_the_same_to_the_last_digit() -> None:
    powers = np.linspace(0.5, 2, TOGETHER + 1)
    points = [np.abs(ishigami(u)) ** powers for u in design(64, [0, 1, 2], seed=1)]
    pair = estimated(*(y[..., -2:] for y in points))
    assert np.array_equal(np.stack(estimated(*points))[..., -2:], np.stack(pair))


@pytest.mark.skipif(not VECTORS.exists(), reason="the reference numbers are not beside the project")
def test_estimates_are_those_of_salib_on_its_own_sample() -> None:
    rows = read("salib_ishigami_sample.csv")
    y = np.array([float(row["y"]) for row in rows]).reshape(-1, 5, 1)  # A, then A with each column of B, B
    found = estimated(y[:, 0], y[:, 4], np.moveaxis(y[:, 1:4], 1, 0))
    salib = read("salib_ishigami.csv")
    assert_allclose(found.first[:, 0], [float(r["S1_salib"]) for r in salib], atol=1e-9)
    assert_allclose(found.total[:, 0], [float(r["ST_salib"]) for r in salib], atol=1e-9)


def test_a_large_mean_does_not_move_the_estimates() -> None:
    points = design(512, [0, 1, 2], seed=2)
    near, far = (estimated(*(ishigami(u) + mean for u in points)) for mean in (0, 1e4))
    assert_allclose(far.first, near.first, atol=1e-6)


def brute(outputs: np.ndarray, p: list[np.ndarray], k: int) -> tuple[float, float]:
    """First and total index of factor k by loops over every combination."""
    sizes = [range(len(one)) for one in p]
    weight = {c: float(np.prod([p[i][c[i]] for i in range(len(p))])) for c in product(*sizes)}
    mean = sum(w * outputs[c] for c, w in weight.items())
    variance = sum(w * (outputs[c] - mean) ** 2 for c, w in weight.items())
    first = total = 0.0
    for a in sizes[k]:
        inside = sum(w * outputs[c] for c, w in weight.items() if c[k] == a) / p[k][a]
        first += p[k][a] * (inside - mean) ** 2
    for others in product(*(sizes[i] for i in range(len(p)) if i != k)):
        line = [(*others[:k], a, *others[k:]) for a in sizes[k]]
        share = sum(weight[c] for c in line)
        own = sum(p[k][a] * outputs[c] for a, c in enumerate(line))
        total += share * sum(p[k][a] * (outputs[c] - own) ** 2 for a, c in enumerate(line))
    return first / variance, total / variance


def test_enumeration_is_what_loops_over_every_combination_give() -> None:
    p = [np.array([0.3, 0.7]), np.full(3, 1 / 3), np.array([0.1, 0.2, 0.3, 0.4])]
    outputs = np.random.default_rng(1).normal(size=(2, 3, 4, 1))
    found = enumerated(outputs, p)
    for k in range(3):
        assert_allclose([found.first[k, 0], found.total[k, 0]], brute(outputs[..., 0], p, k), atol=1e-12)


def test_an_additive_model_splits_its_variance_by_hand() -> None:
    # y = a + 10 b, both of two equal alternatives 0 and 1: variances 1/4 and 100/4
    y = np.array([[0.0, 10.0], [1.0, 11.0]])[..., None]
    found = enumerated(y, [np.array([0.5, 0.5])] * 2)
    assert_allclose(found.first[:, 0], [1 / 101, 100 / 101])
    assert_allclose(found.total, found.first)


def test_an_exact_interaction_has_only_a_total_index() -> None:
    y = np.array([[0.0, 1.0], [1.0, 0.0]])[..., None]  # differs where the two factors differ
    found = enumerated(y, [np.array([0.5, 0.5])] * 2)
    assert_allclose(found.first[:, 0], 0.0, atol=1e-15)
    assert_allclose(found.total[:, 0], 1.0)


@given(st.integers(0, 2**32 - 1))
def test_an_inert_choice_has_index_zero_and_shares_are_bounded(seed: int) -> None:
    rng = np.random.default_rng(seed)
    y = np.repeat(rng.normal(size=(3, 1, 2, 1)), 4, axis=1)
    p = [rng.dirichlet(np.ones(k)) for k in (3, 4, 2)]
    found = enumerated(y, p)
    assert_allclose([found.first[1, 0], found.total[1, 0]], 0.0, atol=1e-12)
    assert (found.first <= found.total + 1e-12).all()
    assert found.first.sum() <= 1 + 1e-12 <= found.total.sum() + 1e-9


def test_an_output_that_does_not_vary_has_no_indices() -> None:
    found = enumerated(np.full((2, 2, 1), 0.1 + 0.2), [np.array([0.5, 0.5])] * 2)
    assert np.isnan(found.first).all()
    assert np.isnan(found.total).all()


def test_points_that_scipy_did_not_draw_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_: object, m: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.full((2**m, 4), 0.25)

    monkeypatch.setattr("scipy.stats.qmc.Sobol.random_base2", nowhere)
    with pytest.raises(RuntimeError, match="do not spread"):
        design(64, [0, 1], 1)

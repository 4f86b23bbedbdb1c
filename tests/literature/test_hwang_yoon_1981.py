"""Hwang, C.-L. & Yoon, K. (1981), Multiple Attribute Decision Making, Springer, 133–134: fighter aircraft.

The book standardises by vector; the method itself, from standardised values on, is ours. It rounds every
step to four decimals, hence the tolerance of one in the third. Confirmed: matrix, weights, distances and
closeness, in the example of the program mcdajs; the matrix again in ldss-hse/ldss-benchmark.
"""

import numpy as np

from reporter.methods.ideal_solution import closeness, terms

# Speed, ferry range, payload, cost, reliability and manoeuvrability (1 very low … 9 very high).
AIRCRAFT = np.array([
    [2.0, 1500, 20000, 5.5, 5, 9],
    [2.5, 2700, 18000, 6.5, 3, 5],
    [1.8, 2000, 21000, 4.5, 7, 7],
    [2.2, 1800, 20000, 5.0, 5, 5],
])  # fmt: skip
WEIGHTS = np.array([0.2, 0.1, 0.1, 0.1, 0.2, 0.3])
COST = np.array([False, False, False, True, False, False])


def test_fighter_aircraft_come_out_as_printed() -> None:
    x = AIRCRAFT / np.sqrt((AIRCRAFT**2).sum(axis=0))
    best = np.where(COST, x.min(axis=0), x.max(axis=0))
    worst = np.where(COST, x.max(axis=0), x.min(axis=0))
    scores = closeness(terms(x, best, WEIGHTS).sum(-1), terms(x, worst, WEIGHTS).sum(-1), "classic")
    np.testing.assert_allclose(scores, [0.643, 0.268, 0.613, 0.312], atol=1e-3)


def test_the_squared_form_keeps_their_order_a1_a3_a4_a2() -> None:
    x = AIRCRAFT / np.sqrt((AIRCRAFT**2).sum(axis=0))
    best = np.where(COST, x.min(axis=0), x.max(axis=0))
    worst = np.where(COST, x.max(axis=0), x.min(axis=0))
    scores = closeness(terms(x, best, WEIGHTS).sum(-1), terms(x, worst, WEIGHTS).sum(-1), "squared")
    assert list(np.argsort(-scores)) == [0, 2, 3, 1]

"""The ideal solution (TOPSIS): how near each region comes to the best state, seen from the worst."""

from math import factorial, prod
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Form = Literal["squared", "classic"]

CELLS = 2**15  # taken at a time, so that they stay in the processor's cache


class NoDistance(ArithmeticError):
    """The best and the worst state coincide, so that no closeness is defined."""


def closeness(to_best: Floats, to_worst: Floats, form: Form = "squared") -> Floats:
    """Closeness to the ideal from the squared distances to the best and worst states: 0 at the worst, 1 at
    the best.

    squared: d⁻² / (d⁺² + d⁻²), seed 003 equation 1; classic: d⁻ / (d⁺ + d⁻), Hwang & Yoon 1981.
    NoDistance where both distances are 0.
    """
    whole = to_best + to_worst
    if not np.all(whole):
        raise NoDistance
    if form == "squared":
        return np.asarray(to_worst / whole)
    near, far = np.sqrt(to_best), np.sqrt(to_worst)
    return np.asarray(far / (near + far))


def terms(x: Floats, ideal: Floats, weights: Floats) -> Floats:
    """Each indicator's share of the squared distance, w² (x − ideal)²; same shape as x."""
    apart = np.asarray(x - ideal)
    apart *= weights  # in place: the panel is copied once
    apart *= apart
    return apart


def distances(x: Floats, ideal: Floats, weights: Floats, sets: Floats) -> Floats:
    """Squared distance to the ideal over each set of indicators: regions × periods × sets.

    x: regions × periods × indicators; ideal broadcasts to it; sets: indicators × sets, 1 where the indicator
    belongs to the set and 0 elsewhere. The same as `terms` added up set by set, which it never keeps. A
    missing value leaves its region and period without distances.
    """
    squares, ideals = (weights**2)[:, None] * sets, np.broadcast_to(ideal, x.shape)
    found = np.empty((*x.shape[:-1], squares.shape[-1]))
    block = max(1, CELLS // prod(x.shape[1:]))
    for start in range(0, len(x), block):
        at = slice(start, start + block)
        apart = x[at] - ideals[at]
        apart *= apart
        found[at] = apart @ squares  # a product for each region, so that equal regions stay exactly equal
    return found


def effective_weights(weights: Floats) -> Floats:
    """What the weights come to, since a distance takes them squared: w² / Σw²."""
    return np.asarray(weights**2 / np.sum(weights**2))


def contributions(best0: Floats, worst0: Floats, best1: Floats, worst1: Floats) -> Floats:
    """What each indicator adds to the change of a squared-form index between two periods, over fixed ideals.

    best and worst: squared weighted differences to the ideals, last axis the indicators. Sums exactly to F₁
    − F₀:
    with a = worst, b = best, A = Σa, B = Σb, S = A + B: [Δa (B₀ + B₁) − Δb (A₀ + A₁)] / (2 S₀ S₁).
    """
    A0, A1 = worst0.sum(-1, keepdims=True), worst1.sum(-1, keepdims=True)
    B0, B1 = best0.sum(-1, keepdims=True), best1.sum(-1, keepdims=True)
    rise = (worst1 - worst0) * (B0 + B1) - (best1 - best0) * (A0 + A1)
    return np.asarray(rise / (2 * (A0 + B0) * (A1 + B1)))


def shapley(best0: Floats, worst0: Floats, best1: Floats, worst1: Floats, form: Form) -> Floats:
    """What each indicator adds to the change of an index of any form, averaged over every order of change.

    Arguments as in `contributions`, one axis of at most 12 indicators; sums exactly to F₁ − F₀ (Shapley
    1953).
    """
    n = len(best0)
    if n > 12:
        raise ValueError("exact Shapley values are for at most 12 indicators")
    subsets = np.arange(2**n)
    changed = (subsets[:, None] >> np.arange(n)) & 1 == 1
    value = closeness(
        np.where(changed, best1, best0).sum(-1), np.where(changed, worst1, worst0).sum(-1), form
    )
    size = changed.sum(-1)
    share = np.array(
        [factorial(s) * factorial(n - s - 1) / factorial(n) if s < n else 0.0 for s in range(n + 1)]
    )
    return np.array(
        [np.sum((share[size] * (value[subsets | 1 << j] - value))[~changed[:, j]]) for j in range(n)]
    )


def by_distance(best0: Floats, worst0: Floats, best1: Floats, worst1: Floats, form: Form) -> Floats:
    """What each of any number of indicators adds to the change of an index of any form, in linear time.

    The change is first shared between the two distances (Shapley value of two players), then each part among
    the indicators in proportion to what they added to that distance. Sums exactly to F₁ − F₀.
    """
    A0, A1, B0, B1 = (part.sum() for part in (worst0, worst1, best0, best1))
    F = {(a, b): float(closeness(np.array(b), np.array(a), form)) for a in (A0, A1) for b in (B0, B1)}
    near = (F[A1, B0] - F[A0, B0] + F[A1, B1] - F[A0, B1]) / 2
    far = (F[A0, B1] - F[A0, B0] + F[A1, B1] - F[A1, B0]) / 2
    return _share(near, worst1 - worst0) + _share(far, best1 - best0)


def _share(effect: float, moved: Floats) -> Floats:
    """The effect of a distance among the indicators that moved it; nothing where it did not move."""
    total = moved.sum()
    return np.asarray(moved * (effect / total)) if total else np.zeros_like(moved)

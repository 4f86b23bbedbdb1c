"""COINr's exact small cases, read where they lie beside the project."""

import numpy as np
import pytest
from peer_numbers import cases, floats

from reporter.methods.aggregate import NotPositiveCells, generalised, geometric, harmonic
from reporter.methods.copeland import copeland, outranking
from reporter.methods.impute import last_carried
from reporter.methods.interpolate import linear
from reporter.methods.rank import rank
from reporter.methods.standardise import borda, distance_to_target, goalposts, percentile_rank, rank_score
from reporter.methods.treat import treat, winsorise


def flat(values: np.ndarray) -> np.ndarray:
    """Regions of one period and one indicator."""
    return values[:, None, None]


def test_goalposts() -> None:
    for case in cases("goalposts"):
        low, high, scale = case["gposts"]
        found = goalposts(flat(floats(case["x"])), np.array([case["direction"] > 0]), low, high) * scale
        np.testing.assert_allclose(found.ravel(), case["expect"], atol=1e-12)


def test_distance_to_target() -> None:
    for case in cases("dist2targ"):
        up = np.array([case["direction"] > 0])
        found = distance_to_target(flat(floats(case["x"])), up, case["targ"], cap=case["cap"])
        np.testing.assert_allclose(found.ravel(), case["expect"], atol=1e-12)


def test_winsorise() -> None:
    for case in cases("winsorise"):
        found, _ = winsorise(floats(case["x"])[:, None], case["winmax"])
        np.testing.assert_array_equal(found.ravel(), case["expect"])
    for case in cases("winsorise_force"):
        values = floats(case["x"])[:, None]
        _, moved = winsorise(values, case["winmax"], skew=0, kurtosis=-np.inf)
        assert moved.sum() == case["expect_n_treated"]


def test_the_log_is_of_the_original_and_not_of_what_was_drawn_in() -> None:
    (case,) = cases("treat_winmax1_then_log_of_original")
    values = floats(case["x"])[:, None]
    found = treat(values, points=1)
    assert found.action == ("log",)
    # the case has COINr's plain logarithm; ours is its default, shifted by the minimum and 1 % of the range
    np.testing.assert_allclose(found.values, np.log(values - 1 + 0.01 * 199), rtol=1e-12)


@pytest.mark.parametrize("name", ["gmean", "hmean", "genmean"])
def test_means(name: str) -> None:
    for case in cases(name):
        x, w = floats(case["x"]), case.get("w", [1, 1, 1])
        if case["expect"] == "error":
            with pytest.raises(NotPositiveCells):
                geometric(x, w)
            continue
        found = {
            "gmean": lambda x=x, w=w: geometric(x, w),
            "hmean": lambda x=x, w=w: harmonic(x, w),
            "genmean": lambda x=x, w=w, case=case: generalised(x, w, case["p"]),
        }[name]()
        assert found == pytest.approx(case["expect"], abs=1e-12)


def test_outranking_and_copeland() -> None:
    (case,) = cases("outrank")
    shares = outranking(np.array(case["X"], dtype=float), [1, 1, 1])
    for pair, share in case["entries"].items():
        row, col = (int(place) - 1 for place in pair.split(","))
        assert shares[row, col] == pytest.approx(share, abs=1e-12)
    assert (shares == 1).sum() == case["nDominant"]
    assert (shares == 1).sum() / 6 == case["fracDominant"]
    (case,) = cases("copeland")
    assert copeland(np.array(case["X"], dtype=float), [1, 1]).tolist() == case["expect"]


def test_a_line_inside_and_the_nearest_value_outside() -> None:
    for case in cases("impute_linear"):
        series = floats(case["x"])
        inside = linear(series, np.isnan(series))
        assert last_carried(inside[None, :, None], back=True).values.ravel().tolist() == case["expect"]
    for case in cases("impute_constant"):
        found = last_carried(floats(case["x"])[None, :, None], back=True)
        assert found.values.ravel().tolist() == case["expect"]


def test_ranks() -> None:
    for case in cases("rank_desc_min"):
        np.testing.assert_array_equal(rank(floats(case["x"])), floats(case["expect"]))
    for name, way in {"n_rank": rank_score, "n_borda": borda, "n_prank": percentile_rank}.items():
        for case in cases(name):
            found = way(flat(floats(case["x"])), np.array([True]))
            np.testing.assert_allclose(found.ravel(), floats(case["expect"]), atol=1e-12)

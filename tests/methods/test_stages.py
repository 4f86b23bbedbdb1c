"""Stages: borders against every partition there is, and names."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.inequality import Floats, Missing, NotAboveZero, TooFew
from reporter.methods.stages import Thresholds, TooLong, log_growth, names, noise, partition, stages

# Growth of about 28 %, 3 % and 16 % a year.
SERIES = np.array(
    [100.0, 128, 165, 210, 272, 288, 300, 318, 334, 331, 335, 333, 352, 410, 470, 548]
)  # fmt: skip
GROWTH = st.lists(st.floats(-0.3, 0.5), min_size=1, max_size=11).map(np.array)


def total(growth: Floats, starts: tuple[int, ...], penalty: float) -> float:
    """What a partition costs, from the definition."""
    parts = np.split(growth, starts[1:])
    return sum(float(np.sum((part - part.mean()) ** 2)) for part in parts) + penalty * (len(parts) - 1)


def every_partition(n: int, shortest: int) -> list[tuple[int, ...]]:
    """The starts of all partitions whose parts are long enough."""
    found = [(0, *cut) for size in range(n) for cut in combinations(range(1, n), size)]
    return [s for s in found if all(b - a >= shortest for a, b in zip(s, (*s[1:], n), strict=True))] or [(0,)]


@given(GROWTH, st.floats(0, 0.2), st.integers(1, 3))
def test_no_partition_at_all_costs_less(growth: Floats, penalty: float, shortest: int) -> None:
    found = tuple(partition(growth, penalty, shortest).tolist())
    least = min(total(growth, starts, penalty) for starts in every_partition(len(growth), shortest))
    assert found in every_partition(len(growth), shortest)
    assert total(growth, found, penalty) == pytest.approx(least, abs=1e-9)


@given(GROWTH, st.floats(0.001, 0.2), st.floats(-0.1, 0.1))
def test_a_common_shift_of_growth_moves_no_border(growth: Floats, penalty: float, shift: float) -> None:
    found = tuple(partition(growth + shift, penalty).tolist())
    best = total(growth, tuple(partition(growth, penalty).tolist()), penalty)
    assert total(growth, found, penalty) == pytest.approx(best, abs=1e-9)


@pytest.mark.parametrize(
    ("penalty", "starts"), [(0.001, [0, 4, 8, 12]), (0.003, [0, 4, 12]), (0.01, [0, 4, 12]), (0.05, [0, 4])]
)
def test_borders_are_those_of_ruptures(penalty: float, starts: list[int]) -> None:
    # ruptures 1.1.10, Pelt(model="l2", min_size=2, jump=1).predict(pen=penalty)
    assert partition(log_growth(SERIES), penalty).tolist() == starts


def test_noise_and_penalty_follow_from_successive_differences() -> None:
    # differences .2, −.2, .2: mean square .04, half of it .02
    assert noise(np.array([0.0, 0.2, 0.0, 0.2])) == pytest.approx(0.02)
    found = stages(SERIES)
    assert found.variance == pytest.approx(np.mean(np.diff(log_growth(SERIES)) ** 2) / 2)
    assert found.penalty == pytest.approx(2 * found.variance * np.log(15))


def test_a_series_falls_into_its_stages() -> None:
    found = stages(SERIES).stages
    assert [(s.start, s.stop, s.name) for s in found] == [
        (0, 4, "explosive"),
        (4, 12, "slowdown"),
        (12, 15, "explosive"),
    ]
    assert found[1].rate == pytest.approx((352 / 272) ** (1 / 8) - 1)


@given(st.lists(st.integers(1, 99).map(float), min_size=2, max_size=20).map(np.array))
def test_stages_follow_each_other_without_a_gap(series: Floats) -> None:
    found = stages(series).stages
    assert (found[0].start, found[-1].stop) == (0, len(series) - 1)
    assert all(a.stop == b.start for a, b in pairwise(found))
    growth = np.prod([(1 + s.rate) ** (s.stop - s.start) for s in found])
    assert growth == pytest.approx(series[-1] / series[0])


@given(st.lists(st.integers(1, 99).map(float), min_size=5, max_size=20).map(np.array))
def test_stages_know_no_unit(series: Floats) -> None:
    twice, once = stages(series * 4), stages(series)
    assert [s[:2] for s in twice.stages] == [s[:2] for s in once.stages]


def test_steady_growth_is_one_stage() -> None:
    found = stages(1.05 ** np.arange(12))
    assert [(s.start, s.stop, s.name) for s in found.stages] == [(0, 11, "growth")]
    assert stages(np.full(9, 3.0)).stages[0].name == "stagnation"


def test_a_series_too_short_for_a_border_is_one_stage() -> None:
    found = stages(np.array([1.0, 2.0]))
    assert (len(found.stages), found.variance, found.penalty) == (1, None, None)
    assert found.stages[0].rate == pytest.approx(1)
    assert len(stages(np.array([1.0, 2.0, 2.0, 1.0]), penalty=0).stages) == 1


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ([0.15, 0.08], ["explosive", "growth"]),
        ([0.20, 0.08, 0.03], ["explosive", "slowdown", "slowdown"]),
        ([0.03, 0.02], ["growth", "slow growth"]),
        ([0.06, 0.02], ["growth", "slowdown"]),
        ([0.01, -0.01, 0.0], ["stagnation"] * 3),
        ([-0.011, 0.02], ["decline", "slow growth"]),
        ([0.50, 0.16, 0.005], ["explosive", "explosive", "stagnation"]),
    ],
)
def test_names_follow_the_thresholds(rates: list[float], expected: list[str]) -> None:
    assert names(rates) == expected


def test_thresholds_are_options() -> None:
    assert names([0.12, 0.05], Thresholds(explosive=0.1, slowdown=0.3)) == ["explosive", "growth"]


def test_what_has_no_stages_says_so() -> None:
    with pytest.raises(NotAboveZero) as zero:
        stages(np.array([1.0, 0.0, 2.0]))
    assert zero.value.cells.tolist() == [[1]]
    with pytest.raises(Missing):
        stages(np.array([1.0, np.nan, 2.0]))
    with pytest.raises(TooFew):
        stages(np.array([1.0]))
    with pytest.raises(TooLong):
        partition(np.zeros(101), 1.0)
    with pytest.raises(ValueError, match="penalty"):
        partition(np.zeros(9), -1.0)
    with pytest.raises(TooFew):
        noise(np.zeros(1))

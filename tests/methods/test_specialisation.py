"""Specialisation, concentration and overlap."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.inequality import Floats, Missing, NotAboveZero, TooFew, ZeroTotal
from reporter.methods.specialisation import (
    Bools,
    concentration_multiple,
    cosine,
    echelon_ratio,
    jaccard,
    krugman,
    layout_counts,
    location_quotient,
    mean_overlap,
)

SEEDS = st.integers(0, 999)
LAYOUT = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 1]], dtype=bool)
READINGS = pytest.mark.parametrize("against", ["others", "total", "pooled"])


def people(seed: int) -> Floats:
    """Employment of four regions in five industries."""
    return np.random.default_rng(seed).integers(1, 99, (4, 5)).astype(float)


def layout(seed: int) -> Bools:
    """Four zones and six industries, none empty."""
    found = np.random.default_rng(seed).random((4, 6)) < 0.4
    found[:, 0] |= ~found.any(-1)
    return found


@given(SEEDS)
def test_location_quotients_average_1_over_the_regions_sizes(seed: int) -> None:
    e = people(seed)
    np.testing.assert_allclose(e.sum(-1) / e.sum() @ location_quotient(e), np.ones(5))


@given(SEEDS, st.floats(0.01, 100))
def test_a_larger_region_of_the_same_structure_has_the_same_quotients(seed: int, factor: float) -> None:
    e = np.repeat(people(seed)[:1], 3, axis=0) * np.array([[1.0], [factor], [2.0]])
    np.testing.assert_allclose(location_quotient(e), np.ones((3, 5)))


@READINGS
@given(seed=SEEDS)
def test_krugman_lies_between_0_and_2(against: str, seed: int) -> None:
    found = krugman(people(seed), against)
    assert ((found >= 0) & (found <= 2)).all()
    np.testing.assert_allclose(krugman(people(seed)[:, ::-1], against), found)


@READINGS
def test_like_structures_are_0_apart(against: str) -> None:
    np.testing.assert_allclose(krugman(np.array([[1.0, 3], [2, 6], [10, 30]]), against), 0, atol=1e-12)


def test_structures_that_share_nothing_are_2_apart() -> None:
    e = np.array([[5.0, 5, 0], [0, 0, 7]])
    assert krugman(e).tolist() == krugman(e, "pooled").tolist() == [2, 2]


def test_three_readings_of_the_rest_by_hand() -> None:
    # shares of the first industry: .5, .2 and .5 in regions of 10, 10 and 20
    e = np.array([[5.0, 5], [2, 8], [10, 10]])
    np.testing.assert_allclose(krugman(e)[0], 2 * abs(0.5 - 0.35))
    np.testing.assert_allclose(krugman(e, "total")[0], 2 * abs(0.5 - 17 / 40))
    np.testing.assert_allclose(krugman(e, "pooled")[0], 2 * abs(0.5 - 12 / 30))


def test_an_industry_of_one_region_alone_leaves_no_rounding_error() -> None:
    e = np.array([[0.1, 0.3], [0.2, 0.0], [0.7, 0.0]])
    np.testing.assert_allclose(krugman(e, "pooled")[0], 1.5)


def test_one_region_has_no_others() -> None:
    assert krugman(np.ones((1, 3)), "total").tolist() == [0]
    with pytest.raises(TooFew):
        krugman(np.ones((1, 3)))
    with pytest.raises(TooFew):
        krugman(np.ones((1, 3)), "pooled")


def test_many_patents_on_little_land_are_28_times_their_share() -> None:
    assert concentration_multiple(np.array(47.6), np.array(1.7)) == pytest.approx(28.0)
    with pytest.raises(NotAboveZero):
        concentration_multiple(np.ones(2), np.array([1.0, 0]))


def test_fewer_provincial_than_national_zones_are_below_1() -> None:
    # Shandong 2023: 14 provincial, 13 national
    assert echelon_ratio(np.array(14.0), np.array(13.0)) == pytest.approx(14 / 13)
    with pytest.raises(NotAboveZero) as none:
        echelon_ratio(np.ones(2), np.array([3.0, 0]))
    assert (none.value.argument, none.value.cells.tolist()) == ("national", [[1]])


def test_overlap_by_hand() -> None:
    np.testing.assert_allclose(jaccard(LAYOUT), [[1, 2 / 3, 0], [2 / 3, 1, 0], [0, 0, 1]])
    np.testing.assert_allclose(cosine(LAYOUT)[0], [1, 2 / np.sqrt(6), 0])
    assert mean_overlap(jaccard(LAYOUT)) == pytest.approx(2 / 9)
    assert layout_counts(LAYOUT).tolist() == [2, 2, 1, 1]


@given(SEEDS)
def test_overlap_is_mutual_and_jaccard_never_exceeds_cosine(seed: int) -> None:
    a = layout(seed)
    J, C = jaccard(a), cosine(a)
    np.testing.assert_allclose(J, J.T)
    np.testing.assert_allclose(np.diag(C), 1)
    assert ((J >= 0) & (J <= C + 1e-12) & (C <= 1)).all()
    assert 0 <= mean_overlap(J) <= 1


@given(SEEDS)
def test_an_industry_nobody_leads_with_changes_no_overlap(seed: int) -> None:
    a = layout(seed)
    wider = np.hstack([a, np.zeros((4, 2), dtype=bool)])
    np.testing.assert_allclose(jaccard(wider), jaccard(a))
    np.testing.assert_allclose(cosine(wider), cosine(a))


def test_volumes_have_a_cosine_too() -> None:
    # (3, 4) and (4, 3): 24/25
    assert cosine(np.array([[3.0, 4], [4, 3]]))[0, 1] == pytest.approx(24 / 25)


def test_regions_and_years_at_once() -> None:
    e = np.arange(1.0, 61).reshape(3, 4, 5)
    assert location_quotient(e).shape == (3, 4, 5)
    np.testing.assert_allclose(krugman(e)[1], krugman(e[1]))
    np.testing.assert_allclose(jaccard(np.stack([LAYOUT, LAYOUT]))[1], jaccard(LAYOUT))


def test_what_they_cannot_take_is_named() -> None:
    with pytest.raises(ZeroTotal) as region:
        location_quotient(np.array([[1.0, 2], [0, 0]]))
    assert (region.value.argument, region.value.cells.tolist()) == ("regions", [[1]])
    with pytest.raises(ZeroTotal) as industry:
        location_quotient(np.array([[1.0, 0], [2, 0]]))
    assert (industry.value.argument, industry.value.cells.tolist()) == ("industries", [[1]])
    for overlap in (jaccard, cosine):
        with pytest.raises(ZeroTotal) as zone:
            overlap(np.array([[True, False], [False, False]]))
        assert zone.value.cells.tolist() == [[1]]
    with pytest.raises(TooFew):
        mean_overlap(np.ones((1, 1)))
    with pytest.raises(Missing):
        krugman(np.array([[1.0, np.nan], [2, 1]]))

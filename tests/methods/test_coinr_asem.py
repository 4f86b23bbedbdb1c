"""COINr's build of its ASEM example, step by step, read where it lies beside the project."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from peer_numbers import Floats, asem, beside, rows

from reporter.methods.aggregate import arithmetic, geometric
from reporter.methods.impute import dimension_mean, group_mean, group_median
from reporter.methods.rank import rank
from reporter.methods.screen import keep, not_zero, present
from reporter.methods.standardise import (
    NoRange,
    borda,
    distance_to_max,
    distance_to_reference,
    distance_to_target,
    goalposts,
    min_max,
    onto,
    percentile_rank,
    rank_score,
    ratio_to_max,
    z_score,
)
from reporter.methods.treat import treat

LEVELS = ["Indicator", "Pillar", "Sub-index", "Index"]
RAW, DENOMINATED, IMPUTED = "pipeline/1_Raw.csv", "pipeline/2_Denominated.csv", "pipeline/3_Imputed.csv"
TREATED, NORMALISED = "pipeline/5_Treated.csv", "pipeline/6_Normalised.csv"


def lineage() -> list[dict[str, str]]:
    """Each indicator's pillar, sub-index and index."""
    return rows(beside("coinr/pipeline/lineage.csv"))


def names() -> list[str]:
    """The 49 indicators."""
    return [row["Indicator"] for row in lineage()]


def units() -> list[str]:
    """The 51 countries."""
    return [row["uCode"] for row in rows(beside("coinr/pipeline/units.csv"))]


def panel(path: str) -> Floats:
    """One of COINr's tables as countries × 1 period × indicators."""
    return asem(path, names(), units())[:, None]


def meta(field: str) -> Floats:
    """A number of each indicator's metadata."""
    found = {row["iCode"]: row[field] for row in rows(beside("coinr/data/ASEM_iMeta.csv"))}
    return np.array([float(found[name]) for name in names()])


def up() -> np.ndarray:
    """Which indicators are benefits."""
    return meta("Direction") > 0


def agree(found: Floats, path: str) -> None:
    """Every number within 1e-9, relative where it is large; missing in the same cells."""
    np.testing.assert_allclose(found, panel(path), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("minmax_0_100", lambda v, b: onto(min_max(v, b), 0, 100)),
        ("minmax_1_100", lambda v, b: onto(min_max(v, b), 1, 100)),
        ("zscore_0_1", z_score),
        ("zscore_10_2", lambda v, b: 10 + 2 * z_score(v, b)),
        ("rank", rank_score),
        ("rank_avg", lambda v, b: rank_score(v, b, ties="average")),
        ("borda", borda),
        ("prank", percentile_rank),
        ("dist2max", distance_to_max),
    ],
)
def test_treated_data_are_normalised_as_by_coinr(path: str, way: Callable[..., Floats]) -> None:
    agree(way(panel(TREATED), up()), f"normalise/treated_{path}.csv")


def test_a_plain_scaling_is_a_goalpost_that_does_not_cut() -> None:
    low, high = np.where(up(), 0, -2), np.where(up(), 2, 0)
    found = goalposts(panel(TREATED), up(), low, high, cap=False)
    agree(found, "normalise/treated_scaled_0_10_x5.csv")


@pytest.mark.parametrize("cap", [False, True])
def test_distances_to_austria_agree_and_where_austria_is_worst_there_are_none(cap: bool) -> None:
    values, austria = panel(TREATED), units().index("AUT")
    with pytest.raises(NoRange) as caught:
        distance_to_reference(values, up(), values[[austria]], cap=cap)
    worst = caught.value.indicators
    assert [names()[j] for j in worst] == ["Ship"]  # COINr divides by 0 there: Inf and NaN
    rest = np.setdiff1d(np.arange(49), worst)
    found = distance_to_reference(values[..., rest], up()[rest], values[[austria]][..., rest], cap=cap)
    expected = panel(f"normalise/treated_dist2ref_AUT{'_cap' if cap else ''}.csv")[..., rest]
    np.testing.assert_allclose(found, expected, atol=1e-9)


@pytest.mark.parametrize(
    ("path", "cap"), [("raw_dist2targ_iMeta", False), ("raw_dist2targ_capped_iMeta", True)]
)
def test_distances_to_targets_agree_with_gaps_left_open(path: str, cap: bool) -> None:
    found = distance_to_target(panel("normalise/raw_input.csv"), up(), meta("Target"), cap=cap)
    agree(found, f"normalise/{path}.csv")


def test_goalposts_agree_with_gaps_left_open() -> None:
    spec = {row["iCode"]: row for row in rows(beside("coinr/normalise/goalposts_spec.csv"))}
    low, high, scale = (
        np.array([float(spec[name][f"goalpost_{field}"]) for name in names()])
        for field in ("lower", "upper", "scale")
    )
    found = goalposts(panel("normalise/raw_input.csv"), up(), low, high) * scale
    agree(found, "normalise/raw_goalposts_iMeta.csv")


def test_a_share_of_the_max_agrees_for_benefits_and_differs_for_costs() -> None:
    values, expected = panel(TREATED), panel("normalise/treated_fracmax.csv")
    good = np.flatnonzero(up() & (values >= 0).all(axis=(0, 1)))
    assert len(good) > 30
    np.testing.assert_allclose(ratio_to_max(values[..., good], up()[good]), expected[..., good], atol=1e-9)
    bad = np.flatnonzero(~up() & (values > 0).all(axis=(0, 1)))
    ours = ratio_to_max(values[..., bad], up()[bad])
    worst = values[..., bad].argmax(axis=0)[0]
    assert (ours[worst, 0, range(len(bad))] == ours.min(axis=(0, 1))).all()
    theirs = expected[..., bad]
    assert (theirs[worst, 0, range(len(bad))] == theirs.max(axis=(0, 1))).all()  # the worst country rewarded


@pytest.mark.parametrize(("way", "path"), [(group_mean, "i_mean"), (group_median, "i_median")])
def test_gaps_are_filled_with_everybodys_mean_or_median(way: Callable[..., object], path: str) -> None:
    agree(way(panel(DENOMINATED)).values, f"impute/denominated_{path}.csv")


def test_gaps_are_filled_with_the_median_of_the_income_group() -> None:
    groups = [row["GDP_group"] for row in rows(beside("coinr/pipeline/units.csv"))]
    found = group_median(panel(DENOMINATED), groups)
    agree(found.values, "impute/denominated_i_median_grp_GDP.csv")


def test_gaps_are_filled_from_the_rest_of_the_pillar() -> None:
    pillars = [row["Pillar"] for row in lineage()]
    found = dimension_mean(panel(RAW), up(), pillars)
    agree(found.values, "impute/raw_rowmean_within_pillar_minmaxfirst.csv")
    assert found.filled.sum() == 63
    assert not found.left.any()


def test_the_data_present_are_counted_as_by_coinr() -> None:
    values, codes = asem(RAW, names(), units()), units()
    expected = asem("screen/data_avail_summary.csv", ["Dat_Avail", "Non_Zero"], codes)
    np.testing.assert_allclose(present(values), expected[:, 0], atol=1e-12)
    np.testing.assert_allclose(not_zero(values), expected[:, 1], atol=1e-12)
    for level in LEVELS[1:]:
        for group in {row[level] for row in lineage()}:
            of = [row[level] == group for row in lineage()]
            expected = asem("screen/data_avail_bygroup.csv", [group], codes)[:, 0]
            np.testing.assert_allclose(present(values[:, of]), expected, atol=1e-12)


@pytest.mark.parametrize("threshold", ["0.85", "0.9", "0.95"])
def test_the_same_countries_stay(threshold: str) -> None:
    staying = keep(present(asem(RAW, names(), units())), float(threshold))
    expected = {row["uCode"] for row in rows(beside(f"coinr/screen/kept_byNA_{threshold}.csv"))}
    assert {code for code, stays in zip(units(), staying, strict=True) if stays} == expected


def test_outliers_are_treated_as_by_coinr_with_the_same_record() -> None:
    found = treat(panel(IMPUTED))
    agree(found.values, TREATED)
    details = {row["iCode"]: row for row in rows(beside("coinr/pipeline/treat_details.csv"))}
    points = {row["uCode"]: row for row in rows(beside("coinr/pipeline/treat_points.csv"))}
    for j, name in enumerate(names()):
        row = details[name]
        skew, kurtosis = float(row["check_SkewKurt0.Skew"]), float(row["check_SkewKurt0.Kurt"])
        assert (found.before.skew[j], found.before.kurtosis[j]) == pytest.approx((skew, kurtosis), abs=1e-9)
        assert found.moved[..., j].sum() == int(row["winsorise.nwin"] or 0)
        if row["check_SkewKurt1.Skew"]:
            assert found.after.skew[j] == pytest.approx(float(row["check_SkewKurt1.Skew"]), abs=1e-9)
        moved = {code for code, m in zip(units(), found.moved[:, 0, j], strict=True) if m}
        assert moved == {code for code in units() if points[code][name]}
    assert found.passed.all()


def aggregated(x: Floats, mean: Callable[..., Floats], weights: dict[str, float]) -> dict[str, Floats]:
    """Scores of every pillar, sub-index and the index, level by level."""
    scores = dict(zip(names(), x.T, strict=True))
    for below, level in pairwise(LEVELS):
        for group in dict.fromkeys(row[level] for row in lineage()):
            members = list(dict.fromkeys(row[below] for row in lineage() if row[level] == group))
            values = np.column_stack([scores[member] for member in members])
            scores[group] = mean(values, [weights[member] for member in members])
    return scores


@pytest.mark.parametrize("mean", [arithmetic, geometric])
@pytest.mark.parametrize("weighting", ["Original", "Alt"])
def test_means_agree_at_every_level(mean: Callable[..., Floats], weighting: str) -> None:
    path = "pipeline/weights_original.csv" if weighting == "Original" else "aggregate/weights_alt.csv"
    weights = {row["iCode"]: float(row["Weight"]) for row in rows(beside(f"coinr/{path}"))}
    found = aggregated(asem("aggregate/input_minmax_1_100.csv", names(), units()), mean, weights)
    groups = [code for code in found if code not in names()]
    expected = asem(f"aggregate/{mean.__name__[0]}mean_{weighting}.csv", groups, units())
    np.testing.assert_allclose(np.column_stack([found[g] for g in groups]), expected, rtol=1e-9)


def test_the_whole_build_gives_coinrs_scores_and_ranks() -> None:
    treated = treat(panel(IMPUTED)).values
    x = onto(min_max(treated, up()), 0, 100)
    agree(x, NORMALISED)
    found = aggregated(x[:, 0], arithmetic, dict.fromkeys([row["iCode"] for row in _weights()], 1.0))
    groups = [code for code in found if code not in names()]
    scores = np.column_stack([found[g] for g in groups])
    for path in (
        "pipeline/7_Aggregated.csv",
        "pipeline/results_aggs.csv",
        "pipeline/results_full_scores.csv",
    ):
        np.testing.assert_allclose(scores, asem(path, groups, units()), rtol=1e-9)
    every = np.column_stack([found[code] for code in [*groups, *names()]])
    expected = asem("pipeline/results_full_ranks.csv", [*groups, *names()], units())
    np.testing.assert_array_equal(rank(every), expected)


def _weights() -> list[dict[str, str]]:
    return rows(beside("coinr/pipeline/weights_original.csv"))

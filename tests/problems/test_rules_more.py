"""Each further rule: the smallest case that is a problem, the smallest that is none, the border itself."""

from math import nan

import pytest

from reporter.model.finding import Severity
from reporter.model.study import Dimension, Framework
from tests.problems.boards import board, found, ids, index, panel

TWO = Framework((Dimension("environment", {}, ()), Dimension("output", {}, ())), {})


@pytest.mark.parametrize(
    ("last", "still"), [(0.62, True), (0.5, True), (0.63, False), (0.625, False), (0.3, False)]
)
def test_a_score_stagnates_where_its_average_growth_is_within_the_threshold(last: float, still: bool) -> None:
    scores = board(I={"A": [0.5, last]})  # within a quarter: 0.375 to 0.625
    assert ids(found("stagnation", scores, within=0.25)) == (["stagnation.I.A.2021"] if still else [])


def test_stagnation_is_average_growth_over_the_last_periods_and_always_moderate() -> None:
    scores = board(I={"A": [0.1, 0.5, 0.7, 0.5]})
    [one] = found("stagnation", scores, within=0.01, periods=2)
    assert (one.measured, one.numbers["start"], one.severity) == (0.0, "2021", Severity.MODERATE)
    assert found("stagnation", scores, within=0.01, periods=3) == []  # 0.1 to 0.5: 71 % a year
    assert found("stagnation", board(I={"A": [0.5]})) == []
    assert found("stagnation", board(I={"A": [0, 0]})) == []


@pytest.mark.parametrize(("last", "lags"), [(0.74, True), (0.76, False), (0.75, False)])
def test_growth_lags_where_a_low_index_grows_less_than_the_leader_s(last: float, lags: bool) -> None:
    scores = board(I={"A": [1, 1.5], "B": [0.5, last]})  # the leader grows by a half
    findings = found("lagging_growth", scores, ratio=0.75)
    assert ids(findings) == (["lagging_growth.I.B.2021"] if lags else [])


def test_a_high_index_may_grow_as_slowly_as_it_likes() -> None:
    assert found("lagging_growth", board(I={"A": [0.5, 1], "B": [0.75, 0.75]}), ratio=0.75) == []
    [one] = found("lagging_growth", board(I={"A": [0.5, 1], "B": [0.74, 0.74]}), ratio=0.75)
    assert (one.id, one.severity, one.measured) == ("lagging_growth.I.B.2021", Severity.MODERATE, 0.74)
    assert (one.numbers["growth"], one.numbers["leading"]) == (0.0, 1.0)


@pytest.mark.parametrize(("last", "low"), [(0.38, True), (0.37, False), (0.375, False)])
def test_fast_growth_from_a_low_base_is_over_so_many_times_the_leader_s(last: float, low: bool) -> None:
    scores = board(I={"A": [0.5, 0.625], "B": [0.25, last]})  # the leader grows by a quarter, twice is a half
    assert ids(found("low_base", scores, ratio=0.75, times=2)) == (["low_base.I.B.2021"] if low else [])


def test_there_is_no_times_of_a_leader_that_does_not_grow() -> None:
    assert found("low_base", board(I={"A": [1, 1], "B": [0.1, 0.5]})) == []
    assert found("low_base", board(I={"A": [0.5, 0.6], "B": [0.1, 0.5]}), ratio=0.75) == []  # no longer low


@pytest.mark.parametrize(("value", "low"), [(0.49, True), (0.51, False), (0.5, False), (nan, False)])
def test_coordination_is_low_below_the_threshold(value: float, low: bool) -> None:
    scores = board(index("coupling", {"A": [value]}), I={"A": [0.5]})
    findings = found("low_coordination", scores, of="coupling", below=0.5)
    assert ids(findings) == (["low_coordination.coupling.A.2020"] if low else [])


def test_an_index_without_the_region_or_the_period_finds_nothing() -> None:
    short, other = index("coupling", {"A": [0.1]}), index("coupling", {"B": [0.1, 0.1]})
    for one in (short, other):
        assert found("low_coordination", board(one, I={"A": [0.5, 0.5]}), of="coupling") == []
    assert found("low_coordination", board(I={"A": [0.5]}), of="coupling") == []


@pytest.mark.parametrize(("now", "rule"), [(0.51, ""), (0.5, "rising"), (0.45, None)])
def test_disparity_is_over_a_level_or_has_grown(now: float, rule: str | None) -> None:
    theil = index("theil", {"All": [0.4, now]}, "down", group="All")
    findings = found("disparity", board(theil, I={"A": [1, 1]}, whole=True), of="theil", over=0.5, rising=0.2)
    assert [f.numbers.get("form", "") for f in findings] == ([] if rule is None else [rule])
    assert [f.id for f in findings] == ([] if rule is None else ["disparity.theil.All.2021"])


def test_growth_of_a_disparity_is_measured_against_its_own_threshold() -> None:
    theil = index("theil", {"All": [0.25, 0.5]}, "down", group="All")
    [one] = found("disparity", board(theil, I={"A": [1, 1]}, whole=True), of="theil", over=1, rising=0.5)
    assert (one.measured, one.threshold, one.severity) == (1.0, 0.5, Severity.SERIOUS)  # twice its threshold


@pytest.mark.parametrize(("last", "apart"), [(0.99, True), (1.01, False), (1, False)])
def test_divergence_is_growth_of_the_coefficient_of_variation(last: float, apart: bool) -> None:
    # of a and b it is |a − b| / (a + b): a quarter, then at the border a half, growth 1
    scores = board(I={"A": [5, 3], "B": [3, last]}, whole=True)
    findings = found("divergence", scores, over=1)
    assert ids(findings) == (["divergence.I.All.2021"] if apart else [])


def test_divergence_needs_scores_of_all_and_a_group() -> None:
    assert found("divergence", board(I={"A": [1, 1], "B": [0.6, 0.1]})) == []
    assert found("divergence", board(I={"A": [1, 1], "B": [nan, 0.1]}, whole=True)) == []


@pytest.mark.parametrize(("most", "severity"), [(4, None), (5, "MODERATE"), (9, "SERIOUS"), (21, "SEVERE")])
def test_primacy_is_a_share_of_the_sum_judged_by_what_is_left(most: float, severity: str | None) -> None:
    # beside two others with 2 each; what is left, 4/8, 4/9, 4/13, 4/25, is 1, 8/9, 8/13, 8/25 of a half
    figures = panel({"patents": {"A": [most], "B": [2], "C": [2]}})
    scores = board(I={"A": [1], "B": [1], "C": [1]}, whole=True)
    findings = found("primacy", scores, figures, of="patents", over=0.5)
    told = [(f.region, f.numbers["leader"], f.severity.name) for f in findings]
    assert told == ([] if severity is None else [("All", "A", severity)])


def test_a_missing_figure_leaves_no_sum() -> None:
    figures = panel({"patents": {"A": [9], "B": [nan]}})
    assert found("primacy", board(I={"A": [1], "B": [1]}, whole=True), figures, of="patents") == []


@pytest.mark.parametrize(
    ("better", "last", "worse"),
    [("down", 0.63, True), ("down", 0.625, False), ("down", 0.3, False), ("up", 0.37, True),
     ("up", 0.375, False), ("neither", 0.9, False)],
)  # fmt: skip
def test_a_structure_gets_worse_in_its_own_direction(better: str, last: float, worse: bool) -> None:
    scores = board(index("s", {"A": [0.5, last]}, better), I={"A": [1, 1]})  # type: ignore[arg-type]
    findings = found("weak_structure", scores, of="s", by=0.25)
    assert [f.measured > 0 for f in findings] == ([True] if worse else [])
    assert found("weak_structure", board(I={"A": [1, 1]}), of="s") == []


@pytest.mark.parametrize(("output", "unused"), [(0.24, True), (0.26, False), (0.25, False)])
def test_an_advantage_is_unused_beside_the_best_of_each_dimension(output: float, unused: bool) -> None:
    # A has half of the best environment and, at the border, a quarter of the best output: 2 to 1
    scores = board(
        framework=TWO, I={"A": [1], "B": [1]}, I1={"A": [0.4], "B": [0.8]}, I2={"A": [output], "B": [1]}
    )
    assert ids(found("unused_advantage", scores, over=2)) == (
        ["unused_advantage.I2.A.2020"] if unused else []
    )


def test_where_there_is_no_outcome_at_all_no_times_can_be_told() -> None:
    scores = board(framework=TWO, I={"A": [1]}, I1={"A": [0.4]}, I2={"A": [0]})
    assert found("unused_advantage", scores) == []


@pytest.mark.parametrize(
    ("value", "severity"), [(0.5, None), (0.6, "MODERATE"), (0.7, "SERIOUS"), (0.9, "SEVERE")]
)
def test_a_layout_is_homogeneous_over_the_threshold(value: float, severity: str | None) -> None:
    # not shared 0.4, 0.3, 0.1 of a half: 0.8, 0.6, 0.2
    findings = found("homogeneous", board(index("o", {"A": [value]}), I={"A": [1]}), of="o", over=0.5)
    assert [f.severity.name for f in findings] == ([] if severity is None else [severity])


FIVE = {"A": [5, 5], "B": [4, 4], "C": [3, 3], "D": [2, 1], "E": [1, 2]}


def test_rank_stagnation_is_the_same_rank_below_the_top() -> None:
    [one] = found("rank_stagnation", board(I=FIVE), top=2)  # C; A and B are at the top, D and E change places
    assert (one.id, one.numbers["rank"], one.threshold) == ("rank_stagnation.I.C.2021", 3, 2)
    assert found("rank_stagnation", board(I=FIVE), top=3) == []


def test_four_members_have_no_ranks_to_speak_of() -> None:
    four = {region: line for region, line in FIVE.items() if region != "E"}
    assert found("rank_stagnation", board(I=four), top=1) == []
    assert found("rank_stagnation", board(I={r: line[:1] for r, line in FIVE.items()}), top=1) == []


@pytest.mark.parametrize(("share", "thin"), [(0.4, True), (0.6, False), (0.5, False)])
def test_a_policy_is_thin_below_a_share_of_the_instruments(share: float, thin: bool) -> None:
    scores = board(index("breadth", {"A": [share]}), I={"A": [1]})
    findings = found("thin_policy", scores, of="breadth", below=0.5)
    assert ids(findings) == (["thin_policy.breadth.A.2020"] if thin else [])


@pytest.mark.parametrize(("missing", "gap"), [(0, False), (1, False), (2, True)])
def test_a_data_gap_is_a_share_of_figures_missing_or_filled(missing: int, gap: bool) -> None:
    names = ("a", "b", "c", "d")
    figures = panel({n: {"A": [nan if i < missing - 1 else 1]} for i, n in enumerate(names)},
                    [(names[missing - 1], "A", "2020")] if missing else [])  # fmt: skip
    scores = board(framework=Framework((Dimension("input", {}, names),), {}), I={"A": [1]})
    findings = found("data_gap", scores, figures, over=0.25)
    assert [(f.measured, len(f.evidence)) for f in findings] == ([(0.5, 2)] if gap else [])

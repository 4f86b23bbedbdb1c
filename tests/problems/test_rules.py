"""Each rule: the smallest case that is a problem, the smallest that is none, and the border itself."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from reporter import pipeline
from reporter.model.finding import Finding, Severity
from reporter.model.panel import Panel
from reporter.model.result import Composite, Scoreboard
from reporter.model.study import Dimension, Framework
from reporter.problems import PROBLEMS
from tests.conftest import STUDY, Land
from tests.problems import boards

NO_PANEL: Any = None
FRAMEWORK = Framework((Dimension("input", {}, ()), Dimension("output", {}, ())), {})
Lines = Mapping[str, Sequence[float]]


def board(**scores: Lines) -> Scoreboard:
    """A scoreboard of these scores by code and region, over 2020 and the years after."""
    regions = tuple(next(iter(scores.values())))
    values = {code: np.array([lines[r] for r in regions], float) for code, lines in scores.items()}
    periods = tuple(str(2020 + t) for t in range(next(iter(values.values())).shape[1]))
    no: Any = None
    more: Any = {"filled": no, "framework": FRAMEWORK, "steps": no, "share": no, "rescore": no}
    return Scoreboard({"I": Composite("I", "", {}, regions, {}, periods, values, **more)})


def found(rule: str, scores: Scoreboard, **thresholds: Any) -> list[Finding]:
    panel: Panel = NO_PANEL
    return list(PROBLEMS[rule](scores, panel, **thresholds))


@pytest.mark.parametrize(("share", "far"), [(0.74, True), (0.76, False), (0.75, False)])
def test_a_gap_is_a_share_of_the_leader_under_the_ratio(share: float, far: bool) -> None:
    findings = found("gap", board(I={"A": [1], "B": [share]}), ratio=0.75)
    assert [f.id for f in findings] == (["gap.I.B.2020"] if far else [])


@pytest.mark.parametrize(
    ("share", "severity"), [(0.51, "MODERATE"), (0.5, "SERIOUS"), (0.26, "SERIOUS"), (0.25, "SEVERE")]
)
def test_a_share_is_serious_from_two_thirds_of_its_ratio_and_severe_from_one_third(
    share: float, severity: str
) -> None:
    [one] = found("gap", board(I={"A": [1], "B": [share]}), ratio=0.75)
    assert one.severity is Severity[severity]
    assert (one.measured, one.threshold) == (share, 0.75)
    assert one.numbers == {
        "score": share,
        "leader": "A",
        "leading": 1.0,
        "distance": 1 - share,
        "share": share,
    }


def test_where_nobody_scores_nobody_is_far_behind() -> None:
    assert found("gap", board(I={"A": [0], "B": [0]})) == []


@pytest.mark.parametrize(("last", "falls"), [(0.37, True), (0.38, False), (0.375, False)])
def test_a_decline_is_a_change_below_the_threshold(last: float, falls: bool) -> None:
    findings = found("decline", board(I={"A": [0.5, last]}), below=-0.25, periods=1)
    assert [f.id for f in findings] == (["decline.I.A.2021"] if falls else [])


@pytest.mark.parametrize(
    ("last", "severity"), [(0.26, "MODERATE"), (0.25, "SERIOUS"), (0.13, "SERIOUS"), (0.125, "SEVERE")]
)
def test_a_fall_is_serious_from_twice_its_threshold_and_severe_from_three_times(
    last: float, severity: str
) -> None:
    [one] = found("decline", board(I={"A": [0.5, last]}), below=-0.25)
    assert one.severity is Severity[severity]
    assert one.measured == last / 0.5 - 1


def test_a_decline_is_measured_over_the_last_periods_or_as_many_as_there_are() -> None:
    scores = board(I={"A": [1, 0.5, 0.5]})
    assert [f.numbers["start"] for f in found("decline", scores, periods=9)] == ["2020"]
    assert found("decline", scores, periods=1) == []
    assert found("decline", board(I={"A": [0.5]})) == []
    assert found("decline", board(I={"A": [0, 0.5]})) == []


@pytest.mark.parametrize("rule", ["decline", "setback"])
def test_without_a_true_zero_a_fall_is_held_in_points(rule: str) -> None:
    # from 0.02 to 0.01 is a half of it, and one point of a hundred
    assert found(rule, boards.board(zero=False, I={"A": [0.02, 0.01]}), below=-0.05) == []
    [one] = found(rule, boards.board(zero=False, I={"A": [0.75, 0.5]}), below=-0.05)
    assert (one.measured, one.severity) == (-0.25, Severity.SEVERE)  # five times the threshold


def test_without_a_true_zero_a_fall_from_a_peak_is_held_in_points() -> None:
    [one] = found("volatility", boards.board(zero=False, I={"A": [0.75, 0.5]}), drawdown_over=0.125)
    assert one.measured == 0.25
    assert found("volatility", boards.board(zero=False, I={"A": [0.02, 0.01]}), drawdown_over=0.125) == []


def test_without_a_true_zero_standing_still_is_held_in_points() -> None:
    # from 0.004 to 0.002 halves, by two thousandths; from 0.5 to 0.504 is 0.8 %, by four thousandths
    [one] = found("stagnation", boards.board(zero=False, I={"A": [0.004, 0.002]}), within=0.003)
    assert one.measured == pytest.approx(0.002)
    assert found("stagnation", boards.board(zero=False, I={"A": [0.5, 0.504]}), within=0.003) == []


def test_a_dimension_declines_by_itself() -> None:
    scores = board(I={"A": [1, 1]}, I1={"A": [1, 0.5]}, I2={"A": [0.5, 1]})
    assert [f.subject for f in found("decline", scores)] == ["I1"]


@pytest.mark.parametrize(("trough", "unsteady"), [(0.74, True), (0.76, False), (0.75, False)])
def test_volatility_is_a_fall_from_a_peak_over_the_threshold(trough: float, unsteady: bool) -> None:
    findings = found("volatility", board(I={"A": [1, trough]}), drawdown_over=0.25)
    assert [f.id for f in findings] == (["volatility.I.A.2021"] if unsteady else [])


@pytest.mark.parametrize(("last", "regained"), [(1.0, "2023"), (0.9, "")])
def test_volatility_says_whether_the_peak_was_regained(last: float, regained: str) -> None:
    [one] = found("volatility", board(I={"A": [0.5, 1, 0.75, last]}), drawdown_over=0.125)
    assert one.numbers == {
        "depth": 0.25, "peak": "2021", "trough": "2022", "high": 1.0, "low": 0.75, "regained": regained
    }  # fmt: skip
    assert one.severity is Severity.SERIOUS  # 0.25 is twice 0.125
    assert [(e.period, e.value) for e in one.evidence] == [("2021", 1.0), ("2022", 0.75)]


@pytest.mark.parametrize(("low", "uneven"), [(0.39, True), (0.41, False), (0.4, False)])
def test_imbalance_is_the_lowest_dimension_under_a_ratio_of_the_highest(low: float, uneven: bool) -> None:
    scores = board(I={"A": [0.5]}, I1={"A": [0.8]}, I2={"A": [low]})
    assert [f.id for f in found("imbalance", scores, ratio=0.5)] == (
        ["imbalance.I2.A.2020"] if uneven else []
    )


@pytest.mark.parametrize(("out", "weak"), [(0.37, True), (0.38, False), (0.375, False)])
def test_conversion_is_weak_where_output_is_under_a_ratio_of_input(out: float, weak: bool) -> None:
    scores = board(I={"A": [0.5]}, I1={"A": [0.5]}, I2={"A": [out]})
    findings = found("weak_conversion", scores, ratio=0.75)
    assert [f.id for f in findings] == (["weak_conversion.I2.A.2020"] if weak else [])


def test_conversion_without_input_is_not_weak() -> None:
    assert found("weak_conversion", board(I={"A": [0]}, I1={"A": [0]}, I2={"A": [0]})) == []


def test_the_gravest_findings_come_first(land: Land) -> None:
    grave = [f.severity for f in pipeline.assess(pipeline.read(land.workspace, "land"), "2022").findings]
    assert grave == sorted(grave, reverse=True)
    assert set(grave) == set(Severity)


@pytest.mark.parametrize("period", ["2021", "2022"])
def test_the_evidence_of_every_finding_stands_on_the_scoreboard(land: Land, period: str) -> None:
    assessment = pipeline.assess(pipeline.read(land.workspace, "land"), period)
    evidence = [e for f in assessment.findings for e in f.evidence]
    assert evidence
    for e in evidence:
        assert e.value == assessment.main.score(e.quantity, e.region, e.period)


def test_every_rule_that_it_declares_finds_something_in_the_made_up_land(land: Land) -> None:
    inputs = pipeline.read(land.workspace, "land")
    assessment = pipeline.assess(inputs, "2022")
    assert {f.rule for f in assessment.findings} == {rule.rule for rule in inputs.study.problems}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("gap: {ratio: 0.75}", "gap: {ratio: 0}", "problem 'gap': 'ratio' cannot be 0; it should be a share"),
        ("gap: {ratio: 0.75}", "gap: {ratio: 1.5}", "problem 'gap': 'ratio' cannot be 1.5; it should be"),
        ("below: -0.05", "below: 0", "problem 'decline': 'below' cannot be 0; it should be a fall"),
        ("below: -0.05", "below: 0.05", "problem 'decline': 'below' cannot be 0.05; it should be a fall"),
        ("periods: 3}", "periods: 0}", "problem 'decline': 'periods' cannot be 0; it should be 1 or more"),
        ("drawdown_over: 0.1", "drawdown_over: 0", "problem 'volatility': 'drawdown_over' cannot be 0; it"),
        (
            "weak_conversion: {ratio: 0.75}",
            "weak_conversion: {input: inptu}",
            "problem 'weak_conversion': no dimension of I is called 'inptu'; did you mean 'input'?",
        ),
        (
            "  input:\n    title",
            "  effort:\n    title",
            "problem 'weak_conversion': no dimension of I is called 'input'; one of: effort, ",
        ),
    ],
)
def test_a_threshold_that_means_nothing_is_told_at_its_line(
    land: Land, old: str, new: str, told: str
) -> None:
    land.spoil(STUDY, old, new)
    line = land.line(STUDY, f"  {told.split(chr(39))[1]}: {{")
    [fault] = land.faults()
    assert fault.startswith(f"{STUDY}:{line}: {told}")

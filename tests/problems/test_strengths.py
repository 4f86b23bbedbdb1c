"""Each strength: the smallest case that is one, the smallest that is none, and the border itself."""

import pytest

from tests.problems.boards import board, found, ids


@pytest.mark.parametrize(("second", "leads"), [(0.39, True), (0.41, False), (0.4, False)])
def test_a_lead_is_over_so_many_times_the_next(second: float, leads: bool) -> None:
    findings = found("lead", board(I={"A": [0.1], "B": [second], "C": [0.5]}), over=1.25)
    assert ids(findings) == (["lead.I.C.2020"] if leads else [])


def test_one_alone_or_beside_nothing_leads_nobody() -> None:
    assert found("lead", board(I={"A": [0.5]})) == []
    assert found("lead", board(I={"A": [0.5], "B": [0]})) == []


@pytest.mark.parametrize(("last", "rises"), [(0.63, True), (0.62, False), (0.625, False)])
def test_a_rise_is_a_change_above_the_threshold(last: float, rises: bool) -> None:
    findings = found(
        "rise", board(I={"A": [0.1, 0.5, last]}, I1={"A": [0.1, 0.2, 0.9]}), above=0.25, periods=1
    )
    assert ids(findings) == (["rise.I.A.2022"] if rises else [])  # the index alone


@pytest.mark.parametrize(("trough", "steady"), [(0.76, True), (0.74, False), (0.75, False)])
def test_a_course_is_steady_without_a_fall_of_the_threshold(trough: float, steady: bool) -> None:
    findings = found("steady", board(I={"A": [0.5, 1, trough]}), within=0.25)
    assert ids(findings) == (["steady.I.A.2022"] if steady else [])


def test_a_steady_course_takes_three_periods_and_says_whether_it_ever_fell() -> None:
    assert found("steady", board(I={"A": [0.5, 1]})) == []
    [one] = found("steady", board(I={"A": [0.5, 0.5, 1]}))
    assert (one.numbers["form"], one.measured) == ("never", 0.0)


@pytest.mark.parametrize(("low", "even"), [(0.41, True), (0.39, False), (0.4, False)])
def test_balance_is_the_lowest_dimension_over_a_ratio_of_the_highest(low: float, even: bool) -> None:
    scores = board(I={"A": [0.5]}, I1={"A": [0.5]}, I2={"A": [low]})
    assert ids(found("balance", scores, ratio=0.8)) == (["balance.I2.A.2020"] if even else [])


@pytest.mark.parametrize(("out", "strong"), [(0.51, True), (0.49, False), (0.5, False)])
def test_conversion_is_strong_where_output_is_over_so_many_times_the_input(out: float, strong: bool) -> None:
    scores = board(I={"A": [0.5]}, I1={"A": [0.4]}, I2={"A": [out]})
    assert ids(found("strong_conversion", scores, over=1.25)) == (
        ["strong_conversion.I2.A.2020"] if strong else []
    )


def test_conversion_without_input_is_not_strong() -> None:
    assert found("strong_conversion", board(I={"A": [0]}, I1={"A": [0]}, I2={"A": [1]})) == []


@pytest.mark.parametrize(
    ("line", "back"), [([1, 0.5, 1], True), ([1, 0.5, 0.99], False), ([1, 0.75, 1], False)]
)
def test_a_recovery_is_an_old_level_regained_after_a_fall_over_the_threshold(
    line: list[float], back: bool
) -> None:
    findings = found("recovery", board(I={"A": line}), drawdown_over=0.25)
    assert [f.numbers["regained"] for f in findings] == (["2022"] if back else [])


def test_a_recovery_of_long_ago_is_none() -> None:
    assert found("recovery", board(I={"A": [1, 0.5, 1, 1]}), drawdown_over=0.25, recent=1) == []
    assert len(found("recovery", board(I={"A": [1, 0.5, 1, 1]}), drawdown_over=0.25, recent=2)) == 1

"""What a rule's options cannot be is told at its line."""

import pytest

from tests.conftest import STUDY, Land

LAST = "  weak_conversion: {ratio: 0.75}\n"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            "low_coordination: {of: coupling}",
            "no index by coupling is called 'coupling'; add one under indices:, method: coupling",
        ),
        ("low_coordination: {}", "lacks the option 'of'; add 'of:'"),
        ("disparity: {of: I, over: 0}", "'over' cannot be 0; it should be above 0"),
        (
            "primacy: {of: populatoin}",
            "no indicator that has a sum over regions is called 'populatoin'; did you mean 'population'?",
        ),
        (
            "primacy: {of: gdp_per_head}",
            "no indicator that has a sum over regions is called 'gdp_per_head'; one of: population, ",
        ),
        ("primacy: {of: population, over: 1}", "'over' cannot be 1; it should be a share between 0 and 1"),
        ("stagnation: {within: 0}", "'within' cannot be 0; it should be a share between 0 and 1"),
        ("stagnation: {within: often}", "'within' cannot be 'often'; it should be a number"),
        ("low_base: {times: 1}", "'times' cannot be 1; it should be above 1"),
        (
            "unused_advantage: {resource: environmnt}",
            "no dimension of I is called 'environmnt'; did you mean 'environment'?",
        ),
        ("rank_stagnation: {top: 0}", "'top' cannot be 0; it should be 1 or more"),
    ],
)
def test_an_option_that_means_nothing_is_told(land: Land, rule: str, told: str) -> None:
    line = land.spoil(STUDY, LAST, f"{LAST}  {rule}\n") + 1
    faults = land.faults()
    start = f"{STUDY}:{line}: problem '{rule.split(':')[0]}'"
    assert any(f.startswith(start) and told in f for f in faults), faults


def test_each_of_several_askings_is_told_at_its_own_line(land: Land) -> None:
    several = "  primacy:\n    - {of: population}\n    - {of: tech_turnover, over: 2}\n"
    line = land.spoil(STUDY, LAST, LAST + several) + 3
    [fault] = land.faults()
    assert fault.startswith(f"{STUDY}:{line}: problem 'primacy': 'over' cannot be 2")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("laed: {over: 1.25}", "no rule for a strength is called 'laed'; did you mean 'lead'?"),
        ("lead: {over: 1}", "strength 'lead': 'over' cannot be 1; it should be above 1"),
        ("recovery: {recent: 0}", "strength 'recovery': 'recent' cannot be 0; it should be 1 or more"),
    ],
)
def test_strengths_are_held_to_theirs(land: Land, rule: str, told: str) -> None:
    line = land.spoil(STUDY, "strengths:\n  lead: {over: 1.25}\n", f"strengths:\n  {rule}\n") + 1
    [fault] = land.faults()
    assert fault.startswith(f"{STUDY}:{line}: {told}")


def test_a_rule_may_be_asked_for_several_times(land: Land) -> None:
    land.spoil(STUDY, LAST, f"{LAST}  primacy: [{{of: population, over: 0.2}}, {{of: tech_turnover}}]\n")
    assert land.faults() == []

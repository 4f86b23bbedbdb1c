"""Rules about structure, yield, echelons, places, openness, policy: true, false, and the border itself."""

from math import nan

import pytest

from reporter.model.finding import Severity
from reporter.sections.findings import evidence
from tests.conftest import base_words
from tests.problems.boards import board, coverage, found, ids, index, panel

ONE = board(I={"A": [0.5]})
TWO = {"A": [0.5], "B": [0.5]}


@pytest.mark.parametrize(("value", "heavy"), [(0.99, True), (1.0, False), (1.01, False), (nan, False)])
def test_the_secondary_sector_outweighs_the_tertiary_below_the_threshold(value: float, heavy: bool) -> None:
    scores = board(index("adv", {"A": [value]}), I={"A": [0.5]})
    assert ids(found("secondary_heavy", scores, of="adv")) == (
        ["secondary_heavy.adv.A.2020"] if heavy else []
    )


@pytest.mark.parametrize(("value", "severity"), [(0.7, 1), (0.6, 2), (0.3, 3)])
def test_how_far_the_tertiary_sector_stays_behind_is_how_grave_it_is(value: float, severity: int) -> None:
    scores = board(index("adv", {"A": [value]}), I={"A": [0.5]})
    assert [f.severity for f in found("secondary_heavy", scores, of="adv")] == [severity]


@pytest.mark.parametrize(
    ("last", "flat"), [(1.1, True), (0.9, True), (1.125, False), (0.5, False), (nan, False)]
)
def test_a_structure_is_flat_that_moves_by_less_than_the_threshold(last: float, flat: bool) -> None:
    scores = board(index("adv", {"A": [1.0, last]}), I={"A": [0.5, 0.5]})
    findings = found("flat_structure", scores, of="adv", within=0.125)
    assert ids(findings) == (["flat_structure.adv.A.2021"] if flat else [])


def test_a_flat_structure_is_moderate_and_needs_two_periods() -> None:
    scores = board(index("adv", {"A": [1.0, 1.0]}), I={"A": [0.5, 0.5]})
    assert found("flat_structure", scores, of="adv")[0].severity == Severity.MODERATE
    assert found("flat_structure", board(index("adv", {"A": [1.0]}), I={"A": [0.5]}), of="adv") == []


@pytest.mark.parametrize(("turnover", "low"), [(1.9, True), (2.0, False), (2.1, False), (nan, False)])
def test_yield_is_low_where_the_outcome_falls_behind_the_resource(turnover: float, low: bool) -> None:
    # beside the medians (patents 4, turnover 4): patents 1, turnover turnover / 4, against a half
    figures = panel(
        {"patents": {"A": [4], "B": [4], "C": [4]}, "turnover": {"A": [turnover], "B": [4], "C": [9]}}
    )
    scores = board(I={"A": [1], "B": [1], "C": [1]})
    findings = found("low_yield", scores, figures, of="turnover", against="patents", ratio=0.5)
    assert ids(findings) == (["low_yield.turnover.A.2020"] if low else [])


def test_yield_needs_two_regions_and_something_to_yield_from() -> None:
    alone = panel({"patents": {"A": [4]}, "turnover": {"A": [1]}})
    assert found("low_yield", ONE, alone, of="turnover", against="patents") == []
    none = panel({"patents": {"A": [0], "B": [4]}, "turnover": {"A": [0], "B": [4]}})
    assert found("low_yield", board(I=TWO), none, of="turnover", against="patents") == []


@pytest.mark.parametrize(("lower", "inverted"), [(12, True), (13, False), (14, False), (nan, False)])
def test_an_echelon_is_inverted_with_fewer_zones_below_than_above(lower: float, inverted: bool) -> None:
    figures = panel({"provincial": {"A": [lower]}, "national": {"A": [13]}})
    findings = found("echelon_inversion", ONE, figures, lower="provincial", upper="national")
    assert ids(findings) == (["echelon_inversion.provincial.A.2020"] if inverted else [])


def test_without_zones_above_nothing_is_inverted() -> None:
    figures = panel({"provincial": {"A": [0]}, "national": {"A": [0]}})
    assert found("echelon_inversion", ONE, figures, lower="provincial", upper="national") == []


@pytest.mark.parametrize(
    ("best", "outside"), [(11, True), (11.5, True), (10.5, False), (10, False), (9, False)]
)
def test_a_group_is_outside_the_top_where_its_best_is(best: float, outside: bool) -> None:
    figures = panel({"rank": {"A": [27], "B": [best]}})
    findings = found("outside_top", board(I=TWO, whole=True), figures, of="rank")
    assert ids(findings) == (["outside_top.rank.All.2020"] if outside else [])


@pytest.mark.parametrize(
    ("best", "text"),
    [
        (12, "the best, B, takes place 12;"),
        (12.5, "the best, B, shares places with others, on average 12.5;"),
    ],
)
def test_a_tied_place_is_told_as_shared(best: float, text: str) -> None:
    [one] = found(
        "outside_top", board(I=TWO, whole=True), panel({"rank": {"A": [27], "B": [best]}}), of="rank"
    )
    assert text in evidence(base_words("en").knowing({"B": "B", "rank": "Rank"}, {}, {}, {}), one)


def test_members_without_a_rank_are_not_counted_and_a_group_without_any_is_not_judged() -> None:
    figures = panel({"rank": {"A": [nan], "B": [19]}})
    [one] = found("outside_top", board(I=TWO, whole=True), figures, of="rank")
    assert (one.numbers["best"], one.numbers["ranked"], one.numbers["all"]) == ("B", 1, 2)
    none = panel({"rank": {"A": [nan], "B": [nan]}})
    assert found("outside_top", board(I=TWO, whole=True), none, of="rank") == []


@pytest.mark.parametrize(("firms", "closed"), [(9, True), (10, False), (11, False), (nan, False)])
def test_a_region_is_closed_with_few_firms_beside_the_others_median(firms: float, closed: bool) -> None:
    figures = panel({"firms": {"A": [firms], "B": [10], "C": [30]}})  # the others' median is 20
    scores = board(I={"A": [1], "B": [1], "C": [1]})
    findings = [f for f in found("closedness", scores, figures, of="firms", ratio=0.5) if f.region == "A"]
    assert ids(findings) == (["closedness.firms.A.2020"] if closed else [])


def test_alone_or_beside_nothing_no_region_is_closed() -> None:
    assert found("closedness", ONE, panel({"firms": {"A": [1]}}), of="firms") == []
    assert found("closedness", board(I=TWO), panel({"firms": {"A": [0], "B": [0]}}), of="firms") == []


@pytest.mark.parametrize(("others", "only"), [((1, 1, 0), True), ((1, 1, 1), False), ((0, 0, 0), True)])
def test_advocacy_stands_alone_with_too_few_other_instruments(others: tuple[int, ...], only: bool) -> None:
    used = {"advocacy": {"A": 1.0}, **{f"i{n}": {"A": float(one)} for n, one in enumerate(others)}}
    findings = found("advocacy_only", board(coverage("mix", used, 1), I={"A": [0.5]}), of="mix", fewest=3)
    assert ids(findings) == (["advocacy_only.mix.A.2020"] if only else [])


def test_who_does_not_advocate_is_not_told_so() -> None:
    used = {"advocacy": {"A": 0.0}, "funding": {"A": 0.0}}
    assert found("advocacy_only", board(coverage("mix", used, 1), I={"A": [0.5]}), of="mix") == []

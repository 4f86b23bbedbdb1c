"""What becomes of a finding: held by other ways to compute the index, new, worsened, eased, resolved."""

from dataclasses import replace

import pytest

from reporter.model.finding import Evidence, Finding, Severity
from reporter.problems.compare import held, since

EVIDENCE = (Evidence("I", "A", "2022", 0.4),)
GAP = Finding("gap", "A", "2022", Severity.MODERATE, "I", {}, EVIDENCE, threshold=0.5, measured=0.4)


def test_a_finding_holds_in_the_share_of_ways_that_find_the_same() -> None:
    elsewhere, other = replace(GAP, measured=0.1, severity=Severity.SEVERE), replace(GAP, region="B")
    [one] = held([GAP], [[elsewhere], [other], [], [GAP, other]], {"I"})
    assert one.holds == 0.5


def test_without_other_ways_nothing_is_said() -> None:
    assert held([GAP], [], {"I"})[0].holds is None


def test_what_rests_on_nothing_that_is_varied_holds_in_no_share_of_the_ways() -> None:
    assert held([GAP], [[GAP], []], {"coupling"})[0].holds is None


@pytest.mark.parametrize(
    ("before", "status"),
    # beyond its threshold of 0.5 by a fifth of it now; a step is a twentieth
    [(0.426, "worsened"), (0.424, "lasting"), (0.4, "lasting"), (0.376, "lasting"), (0.374, "eased")],
)
def test_a_finding_worsens_or_eases_by_a_step_of_its_threshold(before: float, status: str) -> None:
    [one], resolved = since([GAP], [replace(GAP, period="2021", measured=before)])
    assert one.status == status
    assert resolved == ()


def test_a_fall_worsens_the_deeper_it_is() -> None:
    fall = replace(GAP, rule="decline", threshold=-0.05, measured=-0.2)
    [one], _ = since([fall], [replace(fall, measured=-0.1)])
    assert one.status == "worsened"


def test_a_strength_becomes_stronger_or_weaker() -> None:
    lead = replace(GAP, threshold=1.25, measured=1.5)
    [one], _ = since([lead], [replace(lead, measured=1.3)], "stronger", "weaker")
    assert one.status == "stronger"


def test_what_is_found_for_the_first_time_is_new_and_what_is_found_no_more_is_resolved() -> None:
    told, resolved = since([GAP], [replace(GAP, region="B")])
    assert [(f.region, f.status) for f in told] == [("A", "new")]
    assert [(f.region, f.status) for f in resolved] == [("B", "resolved")]

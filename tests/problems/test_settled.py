"""A change that its uncertainty cannot tell from none is moderate, and says so."""

from typing import Any

import numpy as np

from reporter.model.audit import Audit, Bounds, Uncertainty
from reporter.model.finding import Finding, Severity
from reporter.problems.compare import settled

NO: Any = None


def audit(low: float, high: float) -> Audit:
    ends = [np.array([[one, 0.0]]) for one in (low, low, high)]
    found = Uncertainty(("A",), ("A",), ("2021", "2022"), {}, {}, {"I": Bounds(*ends)}, NO, NO, ())
    return Audit(NO, (), found, (), NO, (), NO)


def fall(subject: str = "I", **numbers: Any) -> Finding:
    said = numbers or {"change": -0.2, "start": "2021"}
    return Finding("setback", "A", "2022", Severity.SEVERE, subject, said, (), -0.05, -0.2)


def test_a_change_whose_interval_contains_zero_is_moderate() -> None:
    [one] = settled([fall()], audit(-0.1, 0.02))
    assert (one.within, one.severity) == ((-0.1, 0.02), Severity.MODERATE)


def test_a_change_that_is_sure_stays_as_it_is() -> None:
    assert settled([fall()], audit(-0.1, -0.01)) == (fall(),)


def test_what_the_audit_does_not_know_stays_as_it_is() -> None:
    others = (fall("coupling"), fall(share=0.1), fall(change=-0.2, start="2019"))
    assert settled(others, audit(-0.1, 0.1)) == others
    assert settled([fall()], audit(np.nan, np.nan)) == (fall(),)


def test_a_change_of_something_else_than_the_score_is_not_read_by_the_score_s_interval() -> None:
    drift = Finding(
        "divergence", "A", "2022", Severity.SEVERE, "I", {"change": 6.0, "start": "2021"}, (), 0.1, 6.0
    )
    assert settled([drift], audit(-0.1, 0.1)) == (drift,)

"""Whether a series took the course that is claimed."""

import numpy as np
import pytest

from reporter.claims.course import course

YEARS = ("2020", "2021", "2022")


@pytest.mark.parametrize(
    ("expect", "values", "holds", "steps"),
    [
        ("rises", [1, 5, 2], True, []),
        ("rises", [1, 5, 1], False, []),
        ("falls", [2, 5, 1], True, []),
        ("falls", [2, 0, 2], False, []),
        ("rises-every-period", [1, 2, 3], True, []),
        ("rises-every-period", [1, 2, 2], False, ["2022"]),
        ("rises-every-period", [3, 2, 3], False, ["2021"]),
        ("falls-every-period", [3, 2, 1], True, []),
        ("falls-every-period", [3, 3, 1], False, ["2021"]),
        ("fluctuates", [1, 2, 1], True, ["2022"]),
        ("fluctuates", [1, 2, 2], False, []),
        ("fluctuates", [1, 2, 1.9], False, ["2022"]),  # a twentieth down is no fall beyond a tenth
        ("steady", [10, 11, 10.5], True, []),  # a range of 1 on a mean of 10.5: under a tenth
        ("steady", [10, 12, 11], False, []),
    ],
)
def test_a_course_is_what_its_steps_are(expect, values, holds, steps) -> None:  # type: ignore[no-untyped-def]
    found, told = course(expect, np.array(values, float), YEARS, 0.1)
    assert (found, [period for period, _, _ in told]) == (holds, steps)


def test_a_step_against_a_claim_is_told_with_its_values() -> None:
    assert course("rises-every-period", np.array([6.01, 5.96, 5.64]), YEARS, 0)[1] == (
        ("2021", 6.01, 5.96),
        ("2022", 5.96, 5.64),
    )

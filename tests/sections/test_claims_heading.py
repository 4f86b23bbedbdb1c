"""The heading of the claims names the verdicts there are, and none that no claim has."""

from collections import Counter

import pytest

from reporter.sections.claims import _heading
from tests.conftest import base_words


@pytest.mark.parametrize(
    ("verdicts", "told"),
    [
        ({"confirmed": 3}, "Of 3 published claims the figures confirm all"),
        ({"confirmed": 3, "open": 12}, "Of 15 published claims the figures confirm 3 and leave 12 open"),
        ({"confirmed": 2, "refuted": 1}, "Of 3 published claims the figures confirm 2 and do not confirm 1"),
        (
            {"confirmed": 2, "refuted": 1, "open": 4},
            "Of 7 published claims the figures confirm 2, do not confirm 1, and leave 4 open",
        ),
    ],
)
def test_a_verdict_that_no_claim_has_is_not_named(verdicts: dict[str, int], told: str) -> None:
    count = Counter(verdicts)
    facts = {name: count[name] for name in ("confirmed", "refuted", "open")}
    assert base_words("en")(f"claims.{_heading(count)}", n=count.total(), **facts) == told

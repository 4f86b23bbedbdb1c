"""What is wrong in claims.yaml is told with its line."""

import pytest

from reporter import pipeline
from reporter.errors import Faults
from tests.conftest import Land

CLAIMS = "data/studies/land/claims.yaml"
CLAIM = """\
patents-rise:
  says: {en: Patents rise}
  source: oecd
  section: "1"
  quantity: patents
  regions: [Northmark]
  periods: 2019–2022
  expect: rises
"""


def told(land: Land, text: str) -> list[str]:
    land.write(CLAIMS, text)
    try:
        pipeline.read(land.workspace, "land")
    except Faults as faults:
        return str(faults).splitlines()
    return []


def test_a_claim_is_read(land: Land) -> None:
    land.write(CLAIMS, CLAIM)
    [claim] = pipeline.read(land.workspace, "land").claims
    assert (claim.id, claim.windows, claim.regions) == ("patents-rise", (("2019", "2022"),), ("Northmark",))


@pytest.mark.parametrize(
    ("expect", "tolerance"),
    [("4.5", 0.05), ("4", 0.5), ("5.46", 0.005), ("steady", 0.1), ("fluctuates", 0.01)],
)
def test_without_a_tolerance_half_the_last_place_is_taken(land: Land, expect: str, tolerance: float) -> None:
    land.write(CLAIMS, CLAIM.replace("expect: rises", f"expect: {expect}"))
    [claim] = pipeline.read(land.workspace, "land").claims
    assert claim.tolerance == pytest.approx(tolerance)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        (
            "source: oecd",
            "source: oced",
            3,
            "claim 'patents-rise': no reference is called 'oced'; did you mean 'oecd'?",
        ),
        (
            "quantity: patents",
            "quantity: patent",
            5,
            "claim 'patents-rise': no score, indicator or series is called 'patent'; did you mean 'patents'?",
        ),
        (
            "[Northmark]",
            "[Northmrk]",
            6,
            "claim 'patents-rise': no region or group of the study is called 'Northmrk'; "
            "did you mean 'Northmark'?",
        ),
        ("  periods: 2019–2022\n", "", 1, "claim 'patents-rise': it lacks 'periods'; add 'periods:'"),
        (
            "  quantity: patents\n",
            "",
            1,
            "claim 'patents-rise': it names no quantity; add 'quantity:', or say why under 'why:'",
        ),
        (
            "quantity: patents\n  regions: [Northmark]",
            "quantity: students_per_10k\n  regions: [Land]",
            6,
            "claim 'patents-rise': 'students_per_10k' has no value for the group 'Land'; "
            "name its members, or a "
            "quantity whose parts are counts",
        ),
        (
            "expect: rises",
            "expect: highest\n  measure: growth",
            9,
            "claim 'patents-rise': 'measure' goes with a number; leave it out",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(land: Land, old: str, new: str, line: int, what: str) -> None:
    assert told(land, CLAIM.replace(old, new)) == [f"{CLAIMS}:{line}: {what}"]


def test_a_course_that_nobody_knows_is_told(land: Land) -> None:
    [fault] = told(land, CLAIM.replace("expect: rises", "expect: raises"))
    assert fault.startswith(f"{CLAIMS}:8: patents-rise: 'expect' is the text 'raises'; it should be ")

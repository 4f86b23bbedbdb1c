"""In how many ways a finding holds, from the study file to the assessment."""

from reporter import pipeline
from reporter.model.assessment import Assessment
from tests.conftest import STUDY, Land

RULES = """problems:
  low_coordination: {of: coupling, below: 0.7}
  primacy: {of: population, over: 0.2}
"""
COUPLING = (
    "  coupling: {method: coupling, periods: 2019–2022, title: {en: Coupling, zh: 耦合}}\n\nreadings:\n"
)


def assessed(land: Land) -> Assessment:
    """The land with a coupling of its index."""
    land.spoil(STUDY, "\nreadings:\n", COUPLING)
    land.spoil(STUDY, "problems:\n", RULES)
    return pipeline.assess(pipeline.read(land.workspace, "land"), "2022")


def test_what_is_computed_from_the_index_is_computed_anew_in_every_way(land: Land) -> None:
    a = assessed(land)
    for f in (f for f in a.findings if f.rule == "low_coordination"):
        low = 0
        for one in a.audit.combinations:  # D = √(C T) by hand: C = 3 ∛(u v w) / (u + v + w), T their mean
            u, v, w = (one.score(code, f.region, "2022") for code in ("I1", "I2", "I3"))
            low += ((u * v * w) ** (1 / 3)) ** 0.5 < 0.7
        assert f.holds == low / len(a.audit.combinations)
    assert {f.holds for f in a.findings if f.rule == "low_coordination"}


def test_what_rests_on_published_figures_alone_does_not_depend_on_the_way(land: Land) -> None:
    [one] = [f for f in assessed(land).findings if f.rule == "primacy"]
    assert one.holds is None
    assert one.status == "lasting"


def test_strengths_are_told_with_how_they_hold_and_what_became_of_them(land: Land) -> None:
    strengths = assessed(land).strengths
    assert {f.rule for f in strengths} <= {"lead", "rise", "steady", "balance"}
    assert strengths
    assert all(
        f.holds is not None and f.status in ("new", "stronger", "weaker", "lasting") for f in strengths
    )

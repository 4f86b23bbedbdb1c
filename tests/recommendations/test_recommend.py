"""Measures answer findings: by rule, region and subject; none stands without one."""

from dataclasses import replace
from typing import Any

import pytest

from reporter import pipeline
from reporter.config import Workspace, read_measures, read_words
from reporter.config.workspace import BASE
from reporter.model.advice import Measure
from reporter.model.finding import Finding, Severity
from reporter.recommendations import answers, fit, recommend, untold
from tests.conftest import Land, base_words

MEASURES = "data/measures.yaml"
MEASURE = Measure("m", ("gap",), (), (), "funding", "joint", "short", {}, {}, {}, (), {"wu": "1"})


def finding(rule: str = "gap", region: str = "A", subject: str = "I", severity: int = 1) -> Finding:
    return Finding(rule, region, "2022", Severity(severity), subject, {}, (), 0.5, 0.4)


def test_without_a_finding_there_is_no_recommendation() -> None:
    assert recommend((), (MEASURE,)) == ()


@pytest.mark.parametrize(
    ("meant", "fits"),
    [
        ({}, True),
        ({"answers": ("decline", "gap")}, True),
        ({"answers": ("decline",)}, False),
        ({"answers": ()}, False),
        ({"regions": ("A", "B")}, True),
        ({"regions": ("B",)}, False),
        ({"subjects": ("I",)}, True),
        ({"subjects": ("I1",)}, False),
        ({"regions": ("A",), "subjects": ("I1",)}, False),
    ],
)
def test_a_measure_answers_by_rule_region_and_subject(meant: dict[str, Any], fits: bool) -> None:
    assert answers(replace(MEASURE, **meant), finding()) is fits


def test_the_order_is_severity_times_fit_times_breadth() -> None:
    findings = (finding(severity=3), finding("decline", severity=1), finding("decline", "B", severity=1))
    catalogue = [
        replace(MEASURE, id="broad", answers=("decline",)),  # 1 × 1/3 × 2
        replace(MEASURE, id="narrow", answers=("decline",), regions=("A",), subjects=("I",)),  # 1 × 1 × 1
        replace(MEASURE, id="grave", answers=("gap",)),  # 3 × 1/3 × 1, and graver
    ]
    made = recommend(findings, catalogue)
    assert [r.measure.id for r in made] == ["grave", "narrow", "broad"]
    assert [r.priority for r in made] == pytest.approx([1, 1, 2 / 3])
    assert [(r.severity, len(r.answers)) for r in made] == [(3, 1), (1, 1), (1, 2)]


def test_of_measures_that_say_the_same_the_best_placed_answers_what_all_answer() -> None:
    findings = (finding(severity=3), finding("decline"))
    catalogue = [
        replace(MEASURE, id="one", sources={"wu": "1"}),
        replace(MEASURE, id="two", answers=("decline",), like="one", sources={"wu": "2", "liu": "3"}),
    ]
    [made] = recommend(findings, catalogue)
    assert (made.measure.id, [m.id for m in made.merged], len(made.answers)) == ("one", ["two"], 2)
    assert made.sources == {"wu": ("1", "2"), "liu": ("3",)}


def test_a_merged_measure_lends_neither_weight_nor_regions() -> None:
    findings = (finding(severity=1), finding("decline", "A"), finding("decline", "B"))
    catalogue = [
        replace(MEASURE, id="here", regions=("A",)),  # 1 × 2/3 × 1 by what it answers itself
        replace(MEASURE, id="same", answers=("decline",), regions=("A",), like="here"),
        replace(
            MEASURE, id="wide", answers=("decline",), like="here"
        ),  # answers B too, where `here` is not meant
    ]
    made = {r.measure.id: r for r in recommend(findings, catalogue)}
    assert set(made) == {"here", "wide"}
    assert [m.id for m in made["here"].merged] == ["same"]
    assert made["here"].priority == pytest.approx(2 / 3)


def test_of_measures_that_contradict_each_other_in_a_region_the_weightier_there_stands() -> None:
    findings = (finding("gap", "A", severity=3), finding("gap", "B"), finding("decline", "B", severity=2))
    catalogue = [
        replace(MEASURE, id="wide"),  # in A 3 × 1/3, in B 1 × 1/3
        replace(MEASURE, id="close", answers=("decline",), regions=("B",), against=("wide",)),  # in B 2 × 2/3
    ]
    made = {r.measure.id: r for r in recommend(findings, catalogue)}
    assert {id: [f.region for f in r.answers] for id, r in made.items()} == {"wide": ["A"], "close": ["B"]}
    assert [m.id for m in made["close"].displaced] == ["wide"]
    assert made["wide"].displaced == ()
    assert made["wide"].priority == pytest.approx(1)


def test_measures_that_contradict_each_other_stand_both_where_they_are_meant_for_different_regions() -> None:
    findings = (finding(severity=3), finding("decline", "B"))
    catalogue = [
        replace(MEASURE, id="other", answers=("decline",), against=("grave",)),
        replace(MEASURE, id="grave"),
    ]
    assert [r.measure.id for r in recommend(findings, catalogue)] == ["grave", "other"]


def test_a_measure_answers_what_the_editor_names_it_for() -> None:
    mine = replace(finding("judgement"), answered_by=("m",))
    assert answers(MEASURE, mine)
    assert not answers(replace(MEASURE, id="n"), mine)


@pytest.mark.parametrize(
    ("named", "third"), [({}, 1), ({"regions": ("A",)}, 2), ({"regions": ("A",), "subjects": ("I",)}, 3)]
)
def test_a_measure_fits_by_what_it_names(named: dict[str, Any], third: int) -> None:
    assert fit(replace(MEASURE, **named)) == pytest.approx(third / 3)


def test_a_recommendation_keeps_its_findings_in_their_order() -> None:
    findings = (finding(region="B", severity=2), finding(region="A"))
    assert recommend(findings, [MEASURE])[0].answers == findings


def test_the_land_s_measures_answer_what_they_are_meant_for(land: Land) -> None:
    assessment = pipeline.assess(pipeline.read(land.workspace, "land"), "2022")
    made = {r.measure.id: {(f.rule, f.region) for f in r.answers} for r in assessment.recommendations}
    assert "never-used" not in made  # Northmark leads, so it has no gap
    assert {region for _, region in made["turn-round"]} == {"Eastvale"}
    assert {rule for rule, _ in made["catch-up-fund"]} == {"gap"}
    assert {rule for rule, _ in made["transfer-office"]} == {"imbalance", "weak_conversion"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "answers: [decline, volatility]",
            "answers: [declin]",
            "no rule is called 'declin'; did you mean 'd",
        ),
        (
            "regions: [Eastvale]",
            "regions: [Eastval]",
            "no region is called 'Eastval'; did you mean 'Eastvale'?",
        ),
        (
            "monitor: [rd_personnel_share]",
            "monitor: [rd_personel_share]",
            "no indicator is called 'rd_personel_share'; did you mean 'rd_personnel_share'?",
        ),
        (
            "monitor: [rd_personnel_share]\n  sources: {oecd",
            "monitor: []\n  sources: {oced",
            "no reference is called 'oced'; did you mean 'oecd'?",
        ),
        ("regions: [Eastvale]", "subjects: [I7]", "no score is called 'I7'; did you mean 'I"),
    ],
)
def test_a_name_nobody_knows_is_told_at_the_measure(land: Land, old: str, new: str, told: str) -> None:
    land.spoil(MEASURES, old, new)
    line = land.line(MEASURES, "turn-round:")
    [fault] = land.faults()
    assert fault.startswith(f"{MEASURES}:{line}: measure 'turn-round': {told}")


def test_a_measure_may_name_what_another_study_of_the_workspace_has(land: Land) -> None:
    land.spoil(MEASURES, "  regions: [Eastvale]", "  regions: [Outland]\n  subjects: [other3, other2-1]")
    land.spoil(MEASURES, "monitor: [rd_personnel_share]", "monitor: [their_own]")
    assert len(land.faults()) == 3
    framework = "framework: {a: {indicators: {}}, b: {parts: {p: {indicators: {their_own: {}}}}}, c: {}}"
    study = f"{framework}\nindices: {{other: {{}}}}"
    (land.root / "data/studies/second").mkdir()
    land.write("data/studies/second/study.yaml", study)
    assert land.faults() == []


def test_a_workspace_without_a_catalogue_recommends_nothing(land: Land) -> None:
    (land.root / MEASURES).unlink()
    assert land.faults() == []
    assert read_measures(land.workspace) == ()


@pytest.mark.parametrize("kind", ["instrument", "level", "horizon"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_code_without_words_is_told_at_the_measure(kind: str, language: str) -> None:
    words = base_words(language)
    [flaw] = untold([MEASURE, replace(MEASURE, **{kind: "fnding"})], words)
    assert str(flaw).startswith(f": measure 'm': there are no words for the {kind} 'fnding'; ")
    [flaw] = untold([replace(MEASURE, level="jiont")], words)
    assert str(flaw).endswith("did you mean 'joint'?")


def test_the_catalogue_of_the_repository_can_be_said() -> None:
    workspace = Workspace(BASE)
    for language in ("en", "zh"):
        assert list(untold(read_measures(workspace), read_words(workspace, language))) == []

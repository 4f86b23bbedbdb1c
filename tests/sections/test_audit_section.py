"""The chapter on the audit: its verdict, what a doubtful conclusion hangs on, few regions and many."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.figures import FIGURES
from reporter.model.assessment import Assessment
from reporter.model.audit import Conclusion, LeftOut
from reporter.model.document import Figure, Paragraph, Section, Table
from reporter.model.plan import Plan
from reporter.model.words import Words
from reporter.sections.audit import audit
from reporter.sections.compose import blocks
from tests.conftest import LAND, base_words
from tests.sections.charts import undrawn

FIRM = Conclusion("order", "Northmark", "Westmoor", "2022", "2022", 0.5, 0.3, 0.6, 1.0)
SHARES = {"form": {"squared": 0.98, "classic": 0.6, "mean": 0.7}}
CHOSEN = Conclusion("change", "Eastvale", "", "2021", "2022", 0.02, -0.01, 0.03, 0.76, SHARES, ("form",))
EVEN = {"form": {"squared": 0.4, "classic": 0.42, "mean": 0.41}}
WEIGHED = Conclusion(
    "order", "Southport", "Eastvale", "2022", "2022", 0.01, -0.02, 0.03, 0.41, EVEN, ("indicators",)
)


pytestmark = pytest.mark.usefixtures("base_brand")


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def changed(a: Assessment, **parts: Any) -> Assessment:
    """The assessment, parts of its audit replaced."""
    return replace(a, audit=replace(a.audit, **parts))


def spoken(a: Assessment, language: str) -> Words:
    return pipeline.words_for(a.study, base_words(language))


def told(a: Assessment, language: str = "en") -> tuple[Section, ...]:
    words = spoken(a, language)

    def draw(name: str, /, **options: Any) -> Figure:
        return FIGURES[name](a, words, **options)

    with undrawn():
        return audit(a, draw, words)


def points(sections: tuple[Section, ...]) -> dict[str, str]:
    """The points with a head, by their head."""
    paragraphs = (b for s in sections for b in blocks(s) if isinstance(b, Paragraph) and b.head)
    return {b.head: b.text for b in paragraphs}


def tables(sections: tuple[Section, ...]) -> dict[str, Table]:
    return {b.id: b for s in sections for b in s.blocks if isinstance(b, Table)}


def printed(table: Table) -> Iterator[list[str]]:
    return ([cell.text for cell in row] for part in table.body for row in part.rows)


@pytest.mark.parametrize(("language", "heading"), [
    ("en", "1 of 3 conclusions hold in at least 95% of 500 ways to compute them"),
    ("zh", "重算500次：3条结论中，有1条至少在95%的算法下成立"),
])  # fmt: skip
def test_the_heading_counts_what_is_robust(land: Assessment, language: str, heading: str) -> None:
    first = told(changed(land, conclusions=(FIRM, CHOSEN, WEIGHED)), language)[0]
    assert (first.heading, first.mark) == (heading, "chapter")


def test_a_doubtful_conclusion_names_its_choice_and_both_alternatives(land: Assessment) -> None:
    found = points(told(changed(land, conclusions=(FIRM, CHOSEN, WEIGHED))))
    assert found["Robust, 1:"] == "Northmark ahead of Westmoor."
    said = found["Eastvale up since 2021:"]
    across = "Across “Form” the share goes from 98% with “squared” to 60% with “classic”."
    assert said == f"Holds in 76.0% of the ways. Whether it holds hangs most on “Form”. {across}"


def test_what_no_choice_parts_hangs_on_the_weights_and_is_called_the_opposite(land: Assessment) -> None:
    said = points(told(changed(land, conclusions=(FIRM, CHOSEN, WEIGHED))))["Southport ahead of Eastvale:"]
    assert said.startswith("Holds in 41.0% of the ways: most of them say the opposite.")
    assert said.endswith("hangs most on the weights inside dimensions.")


def test_few_regions_are_not_ranked(land: Assessment) -> None:
    heads = points(told(land))
    assert not {"Places:", "Who can be told apart:"} & set(heads)


def test_five_regions_and_more_are(land: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.model.audit.RANKED", 4)
    groups = (("Northmark",), ("Southport", "Eastvale", "Westmoor"))
    uncertainty = replace(land.audit.uncertainty, alike=groups, moved=np.array([0.0, 0.0, 0.0, 0.25]))
    found = points(told(changed(land, uncertainty=uncertainty, conclusions=(FIRM, CHOSEN, WEIGHED))))
    assert found["Hang most on “Form”, 1:"] == "Eastvale up since 2021."
    assert found["Hang most on the weights inside dimensions, 1:"] == found["Most ways say the opposite, 1:"]
    assert "25%" in found["Places:"]
    groups_said = "1: Northmark; 2–4: Southport, Eastvale, and Westmoor."
    assert found["Who can be told apart:"].endswith(groups_said)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_score_outside_its_interval_is_told_with_its_numbers(land: Assessment, language: str) -> None:
    found, r = land.audit.uncertainty, land.main.regions.index("Westmoor")
    high = found.scores["I"].high.copy()
    high[r, -1] = 0.1
    scores = {**found.scores, "I": found.scores["I"]._replace(high=high)}
    first = told(changed(land, uncertainty=replace(found, scores=scores)), language)[0]
    plain = " ".join(b.text for b in first.blocks if isinstance(b, Paragraph) and not b.head)
    own = spoken(land, language).score(land.main.score("I", "Westmoor", "2022"))
    assert own in plain
    assert "10.0" in plain


def test_what_was_varied_names_seed_alternatives_and_the_studys_own(land: Assessment) -> None:
    table = tables(told(land))["table-audit-varied"]
    assert "500 ways drawn at random, seed 7" in table.measure
    rows = [[(c.text, c.small) for c in row] for part in table.body for row in part.rows]
    assert rows[0] == [("Form", ""), ("A1", ""), ("squared", "the study's own"), ("33%", "")]
    assert rows[1] == [("A2", ""), ("classic", ""), ("33%", "")]
    assert [row[0][0] for row in rows[3:]] == ["Weights inside dimensions", "Weights of dimensions"]


def test_the_error_of_the_quantiles_is_told_where_there_is_one(land: Assessment) -> None:
    assert not tables(told(land))["table-audit-varied"].note
    rough = changed(land, uncertainty=replace(land.audit.uncertainty, error=0.004))
    assert "0.4 points" in tables(told(rough))["table-audit-varied"].note


def test_doubtful_conclusions_stand_by_alternative_the_worst_first(land: Assessment) -> None:
    table = tables(told(changed(land, conclusions=(FIRM, CHOSEN, WEIGHED))))["table-audit-by"]
    assert list(printed(table)) == [
        ["Southport ahead of Eastvale", "40%", "42%", "41%", "41.0%"],
        ["Eastvale up since 2021", "98%", "60%", "70%", "76.0%"],
    ]


def test_leaving_out_tells_the_change_of_every_score(land: Assessment) -> None:
    own = {r: land.main.score("I", r, "2022") for r in land.main.regions}
    less = {r: v - 0.1 if r == "Eastvale" else v + 0.02 for r, v in own.items()}
    one = LeftOut("patents_per_10k", less, {r: 1.0 for r in land.main.members})
    table = tables(told(changed(land, left_out=(one,))))["table-audit-left-out"]
    assert table.title == "Without patents granted, the score of Eastvale changes by −10.0 points"
    assert list(printed(table)) == [["Patents granted", "+2.0", "−10.0", "+2.0", "+2.0", "+2.0"]]


def test_leaving_out_tells_of_many_who_moves_most(land: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.model.audit.RANKED", 4)
    own = dict(zip(land.main.members, land.main.ranks("I")[:, -1].tolist(), strict=True))
    moved = {**own, "Northmark": own["Northmark"] + 2, "Westmoor": own["Westmoor"] - 2}
    one = LeftOut("output", {r: 0.5 for r in land.main.regions}, moved)
    table = tables(told(changed(land, left_out=(one,))))["table-audit-left-out"]
    assert list(printed(table)) == [["Innovation output", "1.0", "Westmoor +2", "Northmark −2"]]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_indicator_that_pulls_against_is_named_and_flagged(land: Assessment, language: str) -> None:
    found = land.audit.coherence
    rest = {**found.with_rest, "waste_per_output": -0.4}
    against = replace(found, with_rest=rest, against=("waste_per_output",))
    sections = told(changed(land, coherence=against), language)
    words = spoken(land, language)
    short = words.short("waste_per_output")
    [row] = [row for row in printed(tables(sections)["table-audit-indicators"]) if row[0] == short]
    assert (row[1], words("audit.flags.against") in row[-1]) == ("−0.40", True)
    opening = {"en": " (", "zh": "（"}[language]
    assert f"{words.within('waste_per_output', short)}{opening}−0.40" in sections[-1].heading


def test_nearly_the_same_says_whether_of_another_dimension(land: Assessment) -> None:
    one, near = land.main.framework.dimensions[1].indicators[:2]
    far = land.main.framework.dimensions[0].indicators[0]
    found = replace(land.audit.coherence, redundant=((far, one, 0.95), (one, near, 0.97)))
    rows = printed(tables(told(changed(land, coherence=found)))["table-audit-indicators"])
    words, said = spoken(land, "en"), {row[0]: row[-1] for row in rows}
    first, beside, other = (f"nearly the same as {words.within(i, words.short(i))}" for i in (one, near, far))
    assert f"{beside}; {other}, of another dimension" in said[words.short(one)]
    assert f"{first}, of another dimension" in said[words.short(far)]
    assert "another" not in said[words.short(near)]


def test_a_negative_correlation_with_the_index_keeps_its_sign(land: Assessment) -> None:
    i = "waste_per_output"
    found = land.audit.coherence
    r = {**dict.fromkeys(found.with_index, 0.9), i: -0.2}
    importance = {id: one**2 for id, one in r.items()}
    effective = {**dict.fromkeys(found.effective, 0.1), i: 0.3}
    made = changed(land, coherence=replace(found, with_index=r, importance=importance, effective=effective))
    sections, short = told(made), spoken(land, "en").short(i)
    [row] = [row for row in printed(tables(sections)["table-audit-indicators"]) if row[0] == short]
    assert row[-2] == "4% (−)"
    assert "worse where the index is higher; weighs more than it shows" in row[-1]
    said = points(sections)["Weights and the index:"]
    assert "go with lower values of the index" in said
    assert "Less than 5%" in said


def test_pairs_whose_sign_turns_are_named(land: Assessment) -> None:
    found = land.audit.coherence
    pair = replace(
        found.dimensions["output"],
        correlations=np.array([[1, 0.6], [0.6, 1]]),
        within=np.array([[1, -0.3], [-0.3, 1]]),
    )
    turned = replace(found, dimensions={**found.dimensions, "output": pair})
    said = points(told(changed(land, coherence=turned)))["Signs that turn:"]
    assert "Patents granted and technology market turnover (0.60, in time −0.30)" in said


def test_gaps_are_told_where_there_are_any(land: Assessment) -> None:
    found, head = land.audit.coherence, "Figures filled in or missing:"
    assert "75.0%" in points(told(land))[head]  # tech_turnover of 2020, one year of four
    whole = replace(found, coverage=np.ones_like(found.coverage))
    assert head not in points(told(changed(land, coherence=whole)))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("plan", [Plan((), 0.0, 0.0, 100, 1), Plan((), 0.25, 0.25, 100, 1)])
def test_without_choices_it_still_says_what_it_can(language: str, plan: Plan) -> None:
    inputs = pipeline.read(Workspace(LAND), "land")
    made = pipeline.assess(replace(inputs, study=replace(inputs.study, audit=plan)), "2022")
    sections = told(made, language)
    words = spoken(made, language)
    fixed = sections[0].heading == words("audit.heading.fixed")
    assert fixed == (plan.indicators == 0)
    assert len(sections) == (2 if fixed else 4)
    assert "table-audit-by" not in tables(sections)


def test_choices_alone_leave_the_weights_fixed() -> None:
    inputs = pipeline.read(Workspace(LAND), "land")
    plan = replace(inputs.study.audit, indicators=0.0, dimensions=0.0)
    made = pipeline.assess(replace(inputs, study=replace(inputs.study, audit=plan)), "2022")
    sections = told(made)
    assert sections[1].heading == "What was varied: choices, the weights standing fixed"
    assert (
        "Exact, over 3 combinations" in next(b for b in sections[2].blocks if isinstance(b, Figure)).measure
    )

"""Every rule can be said in every language, with all the numbers that it speaks of."""

from math import nan
from typing import Any

import pytest

from reporter.model.finding import Finding
from reporter.model.study import Dimension, Framework
from reporter.problems import PROBLEMS, STRENGTHS
from reporter.sections.findings import Kind, _beyond, evidence, rule_of, title
from tests.conftest import base_words
from tests.problems.boards import NO, board, coverage, found, index, panel


class Names(dict[str, str]):
    """Every id is its own name."""

    def __missing__(self, id: str) -> str:
        return id


TWO = {"I": {"A": [1.0, 1.0, 1.0], "B": [0.5, 0.2, 0.6]}, "I1": {"A": [1, 1, 1], "B": [0.8, 0.8, 0.8]}}
LAND = board(
    index("of", {"A": [0.9, 0.9, 0.9], "B": [0.4, 0.4, 0.3]}),
    coverage("mix", {"advocacy": {"A": 1, "B": 0}, "funding": {"A": 1, "B": 1}}),
    index("all", {"All": [0.3, 0.5, 0.5]}, "down", group="All"),
    whole=True,
    framework=Framework((Dimension("input", {}, ("x",)), Dimension("output", {}, ("x",))), {}),
    **TWO,
    I2={"A": [1, 1.4, 1.4], "B": [0.2, 0.2, 0.1]},
)
FIVE = board(I={r: [n, n] for n, r in enumerate("EDCBA", 1)})
GROWN = board(I={"A": [0.8, 0.88], "B": [0.1, 0.3]})
PAIR = panel({"x": {"A": [8, 8, 8], "B": [1, 1, 1]}, "y": {"A": [12, 12, 12], "B": [14, 14, 14]}})
FIGURES = panel({"x": {"A": [8, 8, 8], "B": [nan, 1, 1]}}, [("x", "B", "2022")])
CASES: dict[str, dict[str, Any]] = {
    "lagging_growth": {"scores": board(I={"A": [0.5, 1], "B": [0.5, 0.5]})},
    "low_base": {"scores": GROWN},
    "low_coordination": {"of": "of"},
    "unused_advantage": {"resource": "input", "outcome": "output"},
    "disparity": {"of": "all", "over": 0.4},
    "divergence": {"scores": board(I={"A": [1, 1], "B": [0.8, 0.5]}, whole=True)},
    "primacy": {"of": "x"},
    "weak_structure": {"of": "of"},
    "homogeneous": {"of": "of"},
    "rank_stagnation": {"scores": FIVE},
    "thin_policy": {"of": "of"},
    "secondary_heavy": {"of": "of"},
    "flat_structure": {"of": "of"},
    "low_yield": {"of": "x", "against": "y", "panel": "pair"},
    "echelon_inversion": {"lower": "x", "upper": "y", "panel": "pair"},
    "outside_top": {"of": "y", "panel": "pair"},
    "closedness": {"of": "x", "panel": "pair"},
    "advocacy_only": {"of": "mix"},
    "lead": {"scores": GROWN},
    "rise": {"scores": GROWN},
    "strong_conversion": {"over": 1.2},
    "balance": {"scores": board(I={"A": [1]}, I1={"A": [1]}, I2={"A": [0.9]})},
}


def case(rule: str) -> list[Finding]:
    """What the rule finds in a small land of its own."""
    options = {"scores": LAND, **CASES.get(rule, {})}
    figures = PAIR if options.pop("panel", "") else FIGURES
    return found(rule, options.pop("scores"), figures, **options)


def said(language: str, f: Finding, kind: Kind) -> tuple[str, str, str]:
    """Title, evidence and rule."""
    words = base_words(language).knowing(Names(), {}, {}, {})
    return title(NO, words, f, kind), evidence(words, f, kind), rule_of(words, f, kind)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("rule", "kind"), [*((r, "problems") for r in PROBLEMS), *((r, "strengths") for r in STRENGTHS)]
)
def test_every_rule_is_said_in_every_language(language: str, rule: str, kind: Kind) -> None:
    findings = case(rule)
    assert findings
    for f in findings:
        assert all(said(language, f, kind))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("rule", ["decline", "volatility", "stagnation", "unused_advantage"])
def test_a_rule_on_scores_is_said_in_points_where_there_is_no_zero(language: str, rule: str) -> None:
    words = base_words(language).knowing(Names(), {}, {}, {}).on("score", zero=False)
    for f in case(rule):
        assert "%" not in evidence(words, f)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("rule", ["rise", "steady", "balance", "strong_conversion", "lead", "recovery"])
def test_a_strength_is_said_in_points_where_there_is_no_zero(language: str, rule: str) -> None:
    words = base_words(language).knowing(Names(), {}, {}, {}).on("score", zero=False)
    for f in case(rule):
        assert "%" not in evidence(words, f, "strengths")


@pytest.mark.parametrize(
    ("rule", "beside"),
    [
        ("imbalance", "12.5% against 50.0%"),  # 0.1 of 0.8
        ("decline", "−50.0% against −5.0%"),  # 0.2 to 0.1
        ("low_coordination", "0.300 against 0.500"),
        ("rank_stagnation", "place 4 against the first 3"),
        ("advocacy_only", "1 against 3"),
    ],
)
def test_the_measure_is_told_beside_its_threshold(rule: str, beside: str) -> None:
    assert beside in [_beyond(base_words("en"), f) for f in case(rule)]


def test_the_share_of_a_score_without_zero_is_not_told() -> None:
    words = base_words("en").on("score", zero=False)
    assert [_beyond(words, f) for f in case("gap")] == [""]


def test_a_rising_disparity_is_said_as_such() -> None:
    [one] = found("disparity", LAND, of="all", over=0.9)
    assert said("en", one, "problems") == (
        "Growing disparity",
        "all: 0.300 in 2020, 0.500 in 2022, +66.7%.",
        "growth since 2020 over 10%",
    )
    assert said("zh", one, "problems")[0] == "地区差距扩大"


def test_a_course_without_a_fall_is_said_as_such() -> None:
    [one] = [f for f in found("steady", LAND) if f.region == "A"]
    assert said("en", one, "strengths")[1] == "The index has not fallen in any year since 2020."
    assert said("zh", one, "strengths")[1] == "2020年以来，指数没有一年下降。"

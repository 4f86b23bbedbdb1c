"""Dimensions with parts, weights, goalposts and targets in a study file, and the faults of each."""

import pytest

from reporter.config import read_study
from tests.conftest import STUDY, TABLE, Land

PARTED = """    weight: 2
    parts:
      science:
        title: Science
        weight: 3
        indicators:
          patents_per_10k:
            {title: Patents, value: patents / population, unit: item per 10k person, goalposts: [0, 9]}
      market:
        title: Market
        indicators:
          tech_turnover: {title: Turnover, value: tech_turnover, unit: m crown, weight: 2, target: 500}
  environment:
"""
AS_MEAN = "method: weighted-mean\n    periods: 2019–2022\n    weights: given\n"


def parted(land: Land) -> None:
    """The land's output in two parts, and its index as a weighted mean."""
    text = land.text(STUDY)
    start, end = text.index("    indicators:\n      patents_per_10k:"), text.index("  environment:\n")
    text = text[:start] + PARTED + text[end + len("  environment:\n") :]
    text = text.replace("        classic: {title: {en: classic, zh: 经典}, options: {form: classic}}\n", "")
    start, end = text.index("method: ideal-solution\n    periods: 2019–2022"), text.index("  I_long:")
    readings, published = text.index("readings:\n"), text.index("published:\n  - {id")
    text = text[:start] + AS_MEAN + text[end:readings] + text[published:]
    land.write(STUDY, text)


def test_parts_and_what_is_declared_of_them_are_read(land: Land) -> None:
    parted(land)
    framework = read_study(land.workspace, "land").framework
    output = framework.dimensions[1]
    assert output.indicators == ("patents_per_10k", "tech_turnover")
    assert [(part.id, part.weight, part.indicators) for part in output.parts] == [
        ("science", 3, ("patents_per_10k",)),
        ("market", 1, ("tech_turnover",)),
    ]
    assert list(framework.scored("I")) == ["I1", "I2", "I2-1", "I2-2", "I3"]
    assert (output.weight, framework.indicators["tech_turnover"].weight) == (2, 2)
    assert framework.indicators["patents_per_10k"].goalposts == (0, 9)
    assert framework.indicators["tech_turnover"].target == 500
    assert list(framework.only(("tech_turnover",)).scored("I")) == ["I1", "I1-1"]


def test_a_study_with_parts_is_assessed(land: Land) -> None:
    parted(land)
    assert land.faults() == []


TWICE = """        title: Science
        parts: {a: {title: A, indicators: {b: {title: B, value: patents, unit: item}}}}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    weight: 2\n    parts:", "    weight: 0\n    parts:", "'weight' is the number '0'"),
        ("[0, 9]", "[9, 0]", "it should be the lower and the higher goalpost, [low, high]"),
        ("      market:\n", "      input:\n", "dimension 'input' stands twice in the framework; give it"),
        (
            "    tech_turnover: {",
            "    rd_personnel_share: {",
            "stands in two dimensions; give it another name",
        ),
        ("        title: Science\n", TWICE, "dimension 'science' has both 'indicators' and 'parts'; give it"),
    ],
)
def test_what_is_wrong_with_parts_is_told(land: Land, old: str, new: str, told: str) -> None:
    parted(land)
    land.spoil(STUDY, old, new)
    assert told in "\n".join(land.faults())


def test_a_dimension_needs_indicators_or_parts(land: Land) -> None:
    parted(land)
    text = land.text(STUDY)
    start, end = text.index("        indicators:\n          tech_turnover"), text.index("  environment:\n")
    land.write(STUDY, text[:start] + text[end:])
    told = "dimension 'market' has neither 'indicators' nor 'parts'; give it one of the two"
    assert told in land.faults()[0]


def test_an_index_that_imputes_may_have_missing_cells(land: Land) -> None:
    parted(land)
    rows = land.text(TABLE).splitlines(keepends=True)
    land.write(TABLE, "".join(row for row in rows if not row.startswith("patents,Westmoor,2021")))
    assert any("figures of 'patents_per_10k' are missing: Westmoor 2021" in line for line in land.faults())
    land.spoil(STUDY, "    weights: given\n", "    weights: given\n    impute: group-mean\n")
    land.spoil(STUDY, "indicators: [rd_personnel_share, patents_per_10k,", "indicators: [rd_personnel_share,")
    assert land.faults() == []

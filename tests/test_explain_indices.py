"""Every index of the list is explained, on the made-up land, and a number that is not there is a fault."""

import csv
import re
from collections.abc import Iterator
from itertools import product

import pytest

from reporter import pipeline
from reporter.catalogue import listed
from reporter.errors import Faults
from reporter.explain import explain
from reporter.indices import INDICES
from reporter.model.assessment import Assessment
from reporter.model.result import Result
from tests.conftest import LAND, STUDY, TABLE, Land, base_words

SECTORS = "[gdp, rd_expenditure, tech_turnover]"
PEOPLE = "[population, employment, rd_personnel]"
COUNTS = "[patents, rd_personnel]"
# what an index draws on where its default is nothing of this land
DRAWN = {
    "rationalisation": f"value_added: {SECTORS}, employment: {PEOPLE}",
    "upgrading": f"value_added: {SECTORS}",
    "advancement": f"value_added: {SECTORS}",
    "moore": f"series: {PEOPLE}",
    "lilien": f"series: {PEOPLE}",
    "disparity": "of: gdp",
    "location-quotient": f"series: {PEOPLE}",
    "krugman": f"series: {PEOPLE}",
    "concentration-multiple": "outcome: patents, base: population",
    "hhi": f"series: {PEOPLE}",
    "echelon-ratio": "provincial: rd_personnel, national: population",
    "overlap": f"series: {COUNTS}, measure: cosine",
    "morans-i": "of: I, neighbours: {Northmark: [Eastvale], Eastvale: [Northmark, Southport], "
    "Southport: [Eastvale, Westmoor], Westmoor: [Southport]}",
    "efficiency": "inputs: [rd_personnel], outputs: [patents]",
    "coverage": f"series: {COUNTS}",
    "breadth": f"series: {COUNTS}",
    "balance": f"series: {COUNTS}",
    "tailoring": f"series: {COUNTS}",
}
EVERYONE = "Northmark, Eastvale, Southport, and Westmoor"
# the series behind the six indicators of the land
BEHIND = "rd_personnel employment rd_expenditure population patents tech_turnover students_per_10k waste gdp"


def assessed(land: Land, method: str) -> Assessment:
    """The land with the index as `X`, after its own; the audit, which costs most, varies no weights."""
    options = DRAWN.get(method, "")
    said = f"  X: {{method: {method}, periods: 2019–2022{', ' if options else ''}{options}}}\n"
    land.spoil(STUDY, "\nreadings:\n", f"{said}\nreadings:\n")
    land.spoil(STUDY, "\n  weights: 0.25\n", "\n  weights: 0\n")
    return pipeline.assess(pipeline.read(land.workspace, "land"), "2022")


def told(assessment: Assessment, what: str, language: str = "en") -> Iterator[str]:
    words = pipeline.words_for(assessment.study, base_words(language))
    return explain(assessment, words, what)


def somewhere(result: Result) -> tuple[str, str, float]:
    """A code, region and period that have a value, the last of them, and the value."""
    found = [
        (f"{code}.{region}.{period}", region, result.score(code, region, period))
        for code in result.values
        for region in result.regions
        for period in result.periods
    ]
    return [one for one in found if one[2] == one[2]][-1]


@pytest.mark.parametrize("method", INDICES)
def test_every_index_is_explained_down_to_the_line_of_a_source(method: str, land: Land) -> None:
    assessment = assessed(land, method)
    what, _, value = somewhere(assessment.board.results["X"])
    lines = list(told(assessment, what))
    assert f"{value:.12g}" in lines[0]
    assert any("land-yearbook.csv:" in line for line in lines)
    for other in ("Y" + what[1:], what.replace("2022", "2032"), what.replace(".", ".Nowhere", 1)):
        with pytest.raises(Faults, match="is not in the report"):
            list(told(assessment, other))


def compared(land: Land, method: str, what: str, language: str = "en") -> list[str]:
    """The lines from the one that says what the number was compared with."""
    lines = list(told(assessed(land, method), what, language))
    heads = [n for n, line in enumerate(lines) if line.startswith(("compared with ", "比较对象："))]
    return lines[heads[0] :] if heads else []


def cells(land: Land, lines: list[str]) -> list[tuple[str, ...]]:
    """Series, region and period of the lines of the source that are named."""
    rows = list(csv.reader(land.text(TABLE).splitlines()))
    return [tuple(rows[int(n[1]) - 1][:3]) for line in lines if (n := re.match(rf"  {TABLE}:(\d+)  ", line))]


@pytest.mark.parametrize(
    ("method", "what", "series"),
    [
        ("location-quotient", "X-population.Northmark.2022", "population employment rd_personnel"),
        ("krugman", "X.Northmark.2022", "population employment rd_personnel"),
        ("concentration-multiple", "X.Northmark.2022", "patents population"),
        ("overlap", "X.Northmark.2022", "patents rd_personnel"),
        ("efficiency", "X.Northmark.2022", "rd_personnel patents"),
        *((method, "X.Northmark.2022", BEHIND) for method in ("copeland", "vikor", "waspas", "edas")),
        ("grey-relational", "X.Northmark.2022", BEHIND),
    ],
)
def test_the_figures_of_other_regions_that_a_number_is_held_against_are_named(
    method: str, what: str, series: str, land: Land
) -> None:
    head, *lines = compared(land, method, what)
    names = series.split()
    assert head == f"compared with Eastvale, Southport, and Westmoor, 2022; figures: {3 * len(names)}"
    expected = product(names, ("Eastvale", "Southport", "Westmoor"), ("2022",))
    assert sorted(cells(land, lines)) == sorted(expected)


def test_of_more_than_thirty_figures_the_rest_is_counted(land: Land) -> None:
    # the four series of the first dimension, in four regions and four years, its own in 2021 apart
    head, *lines, last = compared(land, "weighted-mean", "X1.Westmoor.2021")
    assert head == f"compared with {EVERYONE}, 2019–2022; figures: {4 * (4 * 4 - 1)}"
    assert len(set(cells(land, lines))) == len(lines) == 30
    assert {period for *_, period in cells(land, lines)[:12]} == {"2021"}
    assert last == "  and 30 more"


@pytest.mark.parametrize(
    ("options", "head"),
    [
        ("standardise_over: period", "Eastvale, Southport, and Westmoor, 2022; figures: 12"),
        ("standardise_over: region", "Northmark, 2019–2021; figures: 12"),
        ("standardise: ratio-to-max, weights: entropy", f"{EVERYONE}, 2019–2022; figures: 60"),
        ("standardise: ratio-to-max", ""),  # against the best value alone, which each indicator tells
    ],
)
def test_a_mean_is_held_against_what_it_is_standardised_and_weighed_over(
    options: str, head: str, land: Land
) -> None:
    assessed(land, "weighted-mean")
    land.spoil(STUDY, "periods: 2019–2022}", f"periods: 2019–2022, {options}}}")
    lines = told(pipeline.assess(pipeline.read(land.workspace, "land"), "2022"), "X1.Northmark.2022")
    found = [line for line in lines if line.startswith("compared with ")]
    assert found == ([f"compared with {head}"] if head else [])


def test_the_comparison_is_told_in_chinese_too(land: Land) -> None:
    head, *_, last = compared(land, "weighted-mean", "X1.Westmoor.2021", "zh")
    assert head == "比较对象：Northmark、Eastvale、Southport和Westmoor，2019–2022年；数据个数：60"
    assert last == "  另有30个"


@pytest.mark.parametrize(
    ("method", "what"),
    [
        ("morans-i", "X.Land.2022"),  # of all members, each told as a source of its own
        ("overlap", "X.Land.2022"),
        ("vikor", "X.Land.2022"),
        ("hhi", "X.Northmark.2022"),
        ("coupling", "X.Northmark.2022"),  # of an index whose ideals are named
    ],
)
def test_a_number_that_is_held_against_nothing_else_names_nothing(method: str, what: str, land: Land) -> None:
    assert compared(land, method, what) == []


def test_an_obstacle_tells_the_ideals_of_its_index(land: Land) -> None:
    lines = list(told(assessed(land, "obstacle"), "X-waste_per_output.Westmoor.2022"))
    assert len([line for line in lines if line.startswith("  ideal: ")]) == 6


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, object]]:
    """The rows of `reporter list indices`, by name."""
    return {str(row["name"]): row for row in listed(LAND, "indices")}


@pytest.mark.parametrize("method", INDICES)
def test_every_index_is_told_with_formula_range_and_source(
    method: str, rows: dict[str, dict[str, object]]
) -> None:
    assert list(rows[method]) == ["name", "title", "formula", "range", "source", "options"]


@pytest.mark.parametrize("method", INDICES)
def test_a_misspelt_option_of_an_index_is_told_with_its_line(method: str, land: Land) -> None:
    options = DRAWN.get(method, "")
    said = f"  X: {{method: {method}, periods: 2019–2022, wieghts: 1{', ' if options else ''}{options}}}\n"
    line = land.spoil(STUDY, "\nreadings:\n", f"{said}\nreadings:\n")
    assert f"{STUDY}:{line}: index 'X' has no option 'wieghts';" in "\n".join(land.faults())

"""Every index of the list is explained, on the made-up land, and a number that is not there is a fault."""

from collections.abc import Iterator

import pytest

from reporter import pipeline
from reporter.catalogue import listed
from reporter.config import read_words
from reporter.errors import Faults
from reporter.explain import explain
from reporter.indices import INDICES
from reporter.model.assessment import Assessment
from reporter.model.result import Result
from tests.conftest import STUDY, Land

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


def assessed(land: Land, method: str) -> Assessment:
    """The land with the index as `X`, after its own."""
    options = DRAWN.get(method, "")
    said = f"  X: {{method: {method}, periods: 2019–2022{', ' if options else ''}{options}}}\n"
    land.spoil(STUDY, "\nreadings:\n", f"{said}\nreadings:\n")
    return pipeline.assess(pipeline.read(land.workspace, "land"), "2022")


def told(land: Land, assessment: Assessment, what: str) -> Iterator[str]:
    words = pipeline.words_for(assessment.study, read_words(land.workspace, "en"))
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
    lines = list(told(land, assessment, what))
    assert f"{value:.12g}" in lines[0]
    assert any("land-yearbook.csv:" in line for line in lines)
    for other in ("Y" + what[1:], what.replace("2022", "2032"), what.replace(".", ".Nowhere", 1)):
        with pytest.raises(Faults, match="is not in the report"):
            list(told(land, assessment, other))


@pytest.mark.parametrize("method", INDICES)
def test_every_index_is_told_with_formula_range_and_source(method: str, land: Land) -> None:
    [row] = [row for row in listed(land.root, "indices") if row["name"] == method]
    assert list(row) == ["name", "title", "formula", "range", "source", "options"]


@pytest.mark.parametrize("method", INDICES)
def test_a_misspelt_option_of_an_index_is_told_with_its_line(method: str, land: Land) -> None:
    options = DRAWN.get(method, "")
    said = f"  X: {{method: {method}, periods: 2019–2022, wieghts: 1{', ' if options else ''}{options}}}\n"
    line = land.spoil(STUDY, "\nreadings:\n", f"{said}\nreadings:\n")
    assert f"{STUDY}:{line}: index 'X' has no option 'wieghts';" in "\n".join(land.faults())

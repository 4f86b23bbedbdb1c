"""Cells of the tile grid and the frontier's pair: what is wrong is told with its line."""

import pytest

from reporter.config import Workspace
from reporter.config.regions import read_regions
from reporter.config.workspace import BASE
from tests.conftest import STUDY, Land

REGIONS = "data/regions.yaml"
NAMED = "Northmark: {title: {en: Northmark, zh: 北境}"


def test_two_regions_on_one_cell_are_told(land: Land) -> None:
    land.spoil(REGIONS, NAMED, NAMED + ", cell: [1, 2]")
    line = land.spoil(REGIONS, "zh: 外地}", "zh: 外地}, cell: [1, 2]")
    assert land.faults() == [
        f"{REGIONS}:{line}: 'Outland' stands on the cell [1, 2] of 'Northmark'; give it another cell"
    ]


@pytest.mark.parametrize("cell", ["[1]", "[0, 2]", "[1.5, 2]", "here", "[1, 2, 3]"])
def test_what_is_no_cell_is_told(land: Land, cell: str) -> None:
    line = land.spoil(REGIONS, NAMED, f"{NAMED}, cell: {cell}")
    [fault] = land.faults()
    assert fault.startswith(f"{REGIONS}:{line}: Northmark: 'cell' is ")
    assert fault.endswith("; it should be a column and a row counted from 1, [column, row]")


@pytest.mark.parametrize(("name", "told"), [
    ("East-Vale", "pages of 'East-Vale' would lie where those of 'East vale' do; "
     "give it a name that differs by more than a space, a hyphen or capitals"),
    ("East/vale", "'East/vale' has a '/', and pages are named for regions; write it otherwise"),
])  # fmt: skip
def test_two_regions_whose_pages_would_lie_at_one_place_are_told(land: Land, name: str, told: str) -> None:
    title = "{title: {en: East, zh: 东}}\n"
    land.write(REGIONS, land.text(REGIONS) + f"East vale: {title}{name}: {title}")
    assert land.faults() == [f"{REGIONS}:{land.line(REGIONS, f'{name}: ')}: {told}"]


def test_a_study_is_tiled_if_each_of_its_regions_has_a_cell() -> None:
    regions = read_regions(Workspace(BASE))
    assert regions["Hainan"].cell == (5, 8)
    assert regions["Qingdao"].cell is None


def test_the_provinces_stand_without_holes_and_the_ends_of_the_land_at_the_ends_of_the_grid() -> None:
    cells = {r: one.cell for r, one in read_regions(Workspace(BASE)).items() if one.cell}
    assert len(cells) == 31
    for axis in (0, 1):
        lines: dict[int, list[int]] = {}
        for cell in cells.values():
            lines.setdefault(cell[axis], []).append(cell[1 - axis])
        assert all(sorted(line) == list(range(min(line), max(line) + 1)) for line in lines.values())
    assert max(cells, key=lambda r: cells[r][1]) == "Hainan"
    assert min(cells, key=lambda r: (cells[r][0], cells[r][1])) == "Xinjiang"
    assert min(cells, key=lambda r: (cells[r][1], -cells[r][0])) == "Heilongjiang"


def test_a_frontier_names_dimensions_of_the_first_index(land: Land) -> None:
    line = land.spoil(
        STUDY, "sources: [land-yearbook]", "frontier: {from: inptu, to: output}\nsources: [land-yearbook]"
    )
    what = "the frontier: no dimension of the first index is called 'inptu'"
    assert land.faults() == [f"{STUDY}:{line}: {what}; did you mean 'input'?"]


def test_a_frontier_of_one_dimension_is_told(land: Land) -> None:
    line = land.spoil(
        STUDY, "sources: [land-yearbook]", "frontier: {from: input, to: input}\nsources: [land-yearbook]"
    )
    assert land.faults() == [f"{STUDY}:{line}: the frontier sets 'input' against itself; name two dimensions"]


def test_a_misspelt_key_of_the_frontier_is_told_with_those_there_are(land: Land) -> None:
    land.spoil(
        STUDY, "sources: [land-yearbook]", "frontier: {form: input, to: output}\nsources: [land-yearbook]"
    )
    assert any("unknown key 'form' in frontier; did you mean 'from'?" in fault for fault in land.faults())

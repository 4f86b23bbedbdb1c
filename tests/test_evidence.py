"""Every number behind a finding leads to the lines it was computed from."""

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.source import places
from tests.conftest import LAND, TABLE


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def lines(*cells: tuple[str, str, str]) -> set[int]:
    """Where the rows of these cells stand in the land's own table, read by hand."""
    rows = (LAND / TABLE).read_text("utf-8").splitlines()
    return {n for n, row in enumerate(rows, 1) for cell in cells if row.startswith(",".join(cell) + ",")}


def test_a_dimension_s_score_rests_on_its_indicators_there_and_then(land: Assessment) -> None:
    cells = [
        ("patents", "Southport", "2022"),
        ("population", "Southport", "2022"),
        ("tech_turnover", "Southport", "2022"),
    ]
    [key] = [k for k in land.traced if k == ("I2", "Southport", "2022")]
    assert {origin.where.line for origin in land.traced[key]} == lines(*cells)


def test_every_piece_of_evidence_has_rows(land: Assessment) -> None:
    cited = {(e.quantity, e.region, e.period) for f in (*land.findings, *land.strengths) for e in f.evidence}
    assert cited == set(land.traced)
    assert all(land.traced.values())


def test_a_filled_figure_leads_to_its_neighbours(land: Assessment) -> None:
    found = land.panel.origins("tech_turnover", "Northmark", "2020")
    cells = [("tech_turnover", "Northmark", "2019"), ("tech_turnover", "Northmark", "2021")]
    assert {origin.where.line for origin in found} == lines(*cells)


def test_runs_of_lines_are_told_short(land: Assessment) -> None:
    origins = [land.panel.origins("patents", "Northmark", p)[0] for p in ("2018", "2019", "2020", "2022")]
    first = min(origin.where.line for origin in origins)
    [told] = places(origins).values()
    assert told == f"{first}–{first + 2}, {first + 4}"

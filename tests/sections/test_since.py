"""What changed since the last edition is told from the figures, and from nothing else."""

from dataclasses import replace

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.document import Columns, Paragraph, Section, Table
from reporter.sections.since import since
from tests.conftest import LAND, base_words


@pytest.fixture(scope="module")
def inputs() -> pipeline.Inputs:
    return pipeline.read(Workspace(LAND), "land")


@pytest.fixture(scope="module")
def land(inputs: pipeline.Inputs) -> Assessment:
    return pipeline.assess(inputs, "2022")


def told(a: Assessment) -> tuple[Section, ...]:
    return since(a, lambda: None, pipeline.words_for(a.study, base_words("en")))  # type: ignore[arg-type,return-value]


def parts(a: Assessment) -> tuple[Table, dict[str, str]]:
    """The table, and the points by their heads."""
    [columns] = told(a)[0].blocks
    assert isinstance(columns, Columns)
    (table,), texts = columns.items
    assert isinstance(table, Table)
    return table, {p.head: p.text for p in texts if isinstance(p, Paragraph) and p.head}


def test_the_first_column_is_what_the_edition_before_says(land: Assessment, inputs: pipeline.Inputs) -> None:
    before = pipeline.assess(inputs, "2021").main
    table, _ = parts(land)
    rows = [row for part in table.body for row in part.rows]
    expected = [f"{100 * before.score('I', r, '2021'):.1f}" for r in (*before.members, "Land")]
    assert [row[1].text for row in rows] == expected


def test_the_difference_is_that_of_the_two_editions(land: Assessment, inputs: pipeline.Inputs) -> None:
    before = pipeline.assess(inputs, "2021").main
    table, _ = parts(land)
    moved = 100 * (land.main.score("I", "Northmark", "2021") - before.score("I", "Northmark", "2021"))
    assert float(table.body[0].rows[0][3].text.replace("−", "-")) == pytest.approx(moved, abs=0.051)


def test_new_figures_and_best_values_are_counted(land: Assessment) -> None:
    _, points = parts(land)
    new = [i for i, (_, period, _) in land.main.steps.reached.items() if period == "2022"]
    assert points["New figures"].startswith("24 figures of 2022")  # six indicators of four regions
    assert points["Best values"].startswith(f"{len(new)} indicators")


def test_equal_scores_are_said_to_stand(land: Assessment) -> None:
    same = replace(land, last_edition=land.main.until("2021"))
    assert told(same)[0].heading == "Scored anew, 2021 stands where its own edition put it"


def test_the_first_edition_has_nothing_to_compare(inputs: pipeline.Inputs) -> None:
    assert told(pipeline.assess(inputs, "2021")) == ()


def test_a_filled_figure_has_not_come_in(land: Assessment) -> None:
    filled = land.panel.filled.copy()
    filled[0, land.panel.periods.index("2022"), 0] = True
    _, points = parts(replace(land, panel=replace(land.panel, filled=filled)))
    assert points["New figures"] == "23 figures of 2022 have come in."


def test_an_edition_two_years_later_counts_the_figures_of_both(land: Assessment) -> None:
    _, points = parts(replace(land, last_edition=land.main.until("2020")))
    assert points["New figures"] == "48 figures of 2021–2022 have come in."


def test_a_score_by_ranks_is_held_against_no_best_value(land: Assessment) -> None:
    by_ranks = replace(land.main, options={**land.main.options, "standardise": "percentile-rank"})
    board = replace(land.board, results={**land.board.results, "I": by_ranks})
    assert "Best values" not in parts(replace(land, board=board))[1]

"""Faults that show only when rows become a panel and a panel is scored."""

import re

import numpy as np
import pytest

from reporter import pipeline
from tests.conftest import STUDY, TABLE, Land

PLACES = "Northmark 2020; Eastvale 2020; Southport 2020; Westmoor 2020"


def rewrite(land: Land, pattern: str, value: str) -> None:
    """Puts another value into every row that begins like the pattern."""
    land.write(
        TABLE,
        re.sub(rf"(?m)^({pattern}),[^,]*,(yearbook|register)", rf"\g<1>,{value},\g<2>", land.text(TABLE)),
    )


def test_a_gap_that_the_study_does_not_declare_is_told(land: Land) -> None:
    land.spoil(STUDY, "gaps:\n  - {series: tech_turnover, periods: [2020], fill: linear}\n", "")
    line = land.line(STUDY, "      tech_turnover:")
    assert land.faults() == [
        f"{STUDY}:{line}: 4 of 16 figures of 'tech_turnover' are missing: {PLACES}; "
        "declare the gap of 'tech_turnover' under gaps:, or shorten the periods of I"
    ]


def test_a_missing_row_is_a_gap_of_the_series_that_lacks_it(land: Land) -> None:
    land.spoil(TABLE, "gdp,Northmark,2020,301000,yearbook,made up\n", "")
    line = land.line(STUDY, "      waste_per_output:")
    assert land.faults() == [
        f"{STUDY}:{line}: 1 of 16 figures of 'waste_per_output' are missing: Northmark 2020; "
        "declare the gap of 'gdp' under gaps:, or shorten the periods of I"
    ]


def test_the_series_named_is_the_one_that_lacks_figures_in_the_window(land: Land) -> None:
    land.spoil(TABLE, "waste,Northmark,2018,56000,yearbook,made up\n", "")
    land.spoil(TABLE, "gdp,Northmark,2020,301000,yearbook,made up\n", "")
    [fault] = land.faults()
    assert "declare the gap of 'gdp'" in fault


def test_a_declared_gap_at_the_end_is_not_filled_and_told_so(land: Land) -> None:
    line = land.line(STUDY, "      tech_turnover:")
    assert land.faults("2020") == [
        f"{STUDY}:{line}: 4 of 8 figures of 'tech_turnover' are missing: {PLACES}; "
        "a declared gap needs a figure before and after it: shorten the periods of I"
    ]


def test_a_declared_gap_is_filled_on_the_line_and_marked(land: Land) -> None:
    panel = pipeline.assess(pipeline.read(land.workspace, "land"), "2022").panel
    assert panel.value("tech_turnover", "Northmark", "2020") == pytest.approx((5900 + 7600) / 2)
    assert panel.is_filled("tech_turnover", "Northmark", "2020")
    assert panel.filled.sum() == 4


def test_an_indicator_without_figures_is_told(land: Land) -> None:
    land.write(TABLE, re.sub(r"(?m)^waste,.*\n", "", land.text(TABLE)))
    line = land.line(STUDY, "      waste_per_output:")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'waste_per_output' has no figures: 'waste' has none for 2019–2022; "
        "add its rows to the source, or name another series"
    ]


def test_a_denominator_of_0_is_told_where_it_stands_and_once(land: Land) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,301000", "gdp,Northmark,2020,0")
    assert land.faults() == [
        f"{TABLE}:{line}: 'gdp' is 0 in Northmark 2020 and divides 'waste_per_output'; "
        "mend the figure, or leave its row out and declare the gap"
    ]


def test_a_constant_indicator_is_refused_where_its_spread_divides(land: Land) -> None:
    rewrite(land, r"patents,\w+,\d+", "100")
    rewrite(land, r"population,\w+,\d+", "4000")
    line = land.line(STUDY, "      patents_per_10k:")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'patents_per_10k' is the same everywhere, so that its spread is "
        "0 in I_long; "
        "take it out of the index, or use standardise: ratio-to-max"
    ]


def test_where_every_indicator_is_constant_the_index_is_refused(land: Land) -> None:
    land.spoil(STUDY, "    negative_ideal: zero\n", "    negative_ideal: min\n")
    rewrite(land, r"\w+,\w+,\d+", "100")
    land.spoil(STUDY, "    standardise: min-max\n", "")
    line = land.line(STUDY, "  I:")
    names = "rd_personnel_share, rd_expenditure_per_head, patents_per_10k, tech_turnover, "
    names += "students_per_10k, waste_per_output"
    assert land.faults() == [
        f"{STUDY}:{line}: index 'I': best and worst state are the same, every indicator being "
        f"constant: {names}; "
        "use negative_ideal: zero, or other indicators or periods"
    ]


def test_a_value_that_a_ratio_cannot_take_is_told(land: Land) -> None:
    land.spoil(TABLE, "patents,Northmark,2020,10400", "patents,Northmark,2020,-10400")
    line = land.line(STUDY, "      patents_per_10k:")
    assert land.faults() == [
        f"{STUDY}:{line}: indicator 'patents_per_10k' has a value that a ratio cannot take in I: "
        "Northmark 2020; mend the figure, or use standardise: min-max"
    ]


@pytest.mark.parametrize("period", ["2018", "2023", "2022-Q1", "soon", ""])
def test_an_edition_out_of_reach_is_told(land: Land, period: str) -> None:
    line = land.line(STUDY, "    periods: 2019–2022")
    assert land.faults(period) == [
        f"{STUDY}:{line}: there is no edition {period}: index 'I' has 2019–2022; "
        "choose one of these, or lengthen the periods"
    ]


def test_an_index_that_begins_after_the_edition_is_told(land: Land) -> None:
    line = land.spoil(STUDY, "    periods: 2018–2022", "    periods: 2022–2022")
    assert land.faults("2021") == [
        f"{STUDY}:{line}: index 'I_long' begins in 2022, after the edition of 2021; "
        "let it begin earlier, or take the edition out"
    ]


def test_indices_may_cover_different_periods(land: Land) -> None:
    land.spoil(STUDY, "    periods: 2018–2022", "    periods: 2018–2020")
    inputs = pipeline.read(land.workspace, "land")
    board = pipeline.assess(inputs, "2022").board
    assert board.results["I_long"].periods == ("2018", "2019", "2020")
    assert board.main.periods == ("2019", "2020", "2021", "2022")


def test_later_figures_are_not_read(land: Land) -> None:
    before = pipeline.assess(pipeline.read(land.workspace, "land"), "2021").board.main.values["I"]
    rewrite(land, r"\w+,Westmoor,2022", "999999")
    after = pipeline.assess(pipeline.read(land.workspace, "land"), "2021").board.main.values["I"]
    np.testing.assert_array_equal(before, after)


def test_a_ratio_is_computed_from_its_parts_in_the_indicator_s_unit(land: Land) -> None:
    panel = pipeline.assess(pipeline.read(land.workspace, "land"), "2022").panel
    assert panel.value("rd_personnel_share", "Northmark", "2022") == pytest.approx(
        54200 / (2060 * 1000) * 100
    )
    assert panel.value("patents_per_10k", "Westmoor", "2019") == pytest.approx(2100 / (5010 * 1000) * 10_000)
    assert panel.value("waste_per_output", "Eastvale", "2021") == pytest.approx(47900 / 190000)

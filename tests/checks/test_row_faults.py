"""Faults of a source file: each row told with its line."""

import pytest

from tests.conftest import TABLE, Land

COLUMNS = "series,region,period,value,publication"
ROW = "gdp,Northmark,2020,301000,yearbook,made up\n"


def test_a_missing_column_is_told(land: Land) -> None:
    land.spoil(TABLE, "series,region,period,value", "series,region,year,value")
    assert land.faults() == [
        f"{TABLE}:1: the column 'period' is missing; add it, or rename one of: year, via"
    ]


def test_a_column_that_stands_twice_is_told(land: Land) -> None:
    land.spoil(TABLE, "publication,via", "publication,value")
    assert land.faults() == [f"{TABLE}:1: the column 'value' stands twice; keep one of the two"]


def test_an_unknown_region_is_told(land: Land) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,", "gdp,Nortmark,2020,")
    assert land.faults() == [f"{TABLE}:{line}: no region is called 'Nortmark'; did you mean 'Northmark'?"]


def test_a_known_region_that_is_not_in_the_study_does_no_harm(land: Land) -> None:
    land.spoil(TABLE, ROW, ROW + "gdp,Outland,2020,5,yearbook,made up\n")
    assert land.faults() == []


def test_a_duplicate_row_is_told_with_the_first(land: Land) -> None:
    line = land.spoil(TABLE, ROW, ROW + ROW)
    assert land.faults() == [
        f"{TABLE}:{line + 1}: gdp, Northmark, 2020 stands already in line {line}; keep one of the two"
    ]


@pytest.mark.parametrize(
    "text", ["n/a", "nan", "inf", "-inf", "301_000", "３０１", "0x10", "1e999", "30 1", "—", "约301"]
)
def test_text_in_a_number_is_told(land: Land, text: str) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,301000", f"gdp,Northmark,2020,{text}")
    assert land.faults() == [
        f"{TABLE}:{line}: '{text}' is not a number; write a plain number such as 1234.5, or leave the row out"
    ]


@pytest.mark.parametrize("text", ["301000.0", "3.01e5", "+301000", " 301000 ", '"301000"', "301000."])
def test_a_plain_number_may_be_written_in_several_ways(land: Land, text: str) -> None:
    land.spoil(TABLE, "gdp,Northmark,2020,301000", f"gdp,Northmark,2020,{text}")
    assert land.faults() == []


def test_an_empty_value_is_told(land: Land) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,301000", "gdp,Northmark,2020,")
    assert land.faults() == [
        f"{TABLE}:{line}: the value is empty; write a plain number such as 1234.5, or leave the row out"
    ]


def test_a_thousands_comma_is_told_and_not_read_as_another_column(land: Land) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,301000", "gdp,Northmark,2020,301,000")
    assert land.faults() == [
        f"{TABLE}:{line}: the row has 7 cells and the heading 6; "
        "put a text with a comma in quotes; write 1234.5, not 1,234.5"
    ]


@pytest.mark.parametrize("period", ["2020.0", "20", "2020-13", "2020-Q5", "２０２０", ""])
def test_what_is_no_period_is_told_and_not_passed_over(land: Land, period: str) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,", f"gdp,Northmark,{period},")
    assert land.faults() == [
        f"{TABLE}:{line}: '{period}' is not a period; write it as 2022, 2022-H1, 2022-Q3 or 2022-09"
    ]


def test_a_series_that_is_not_described_has_no_unit(land: Land) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,", "gpd,Northmark,2020,")
    assert land.faults() == [
        f"{TABLE}:{line}: the series 'gpd' is not described, so it has no unit; did you mean 'gdp'?"
    ]


def test_a_publication_that_is_not_described_is_told(land: Land) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,301000,yearbook", "gdp,Northmark,2020,301000,yearbok")
    assert land.faults() == [
        f"{TABLE}:{line}: the publication 'yearbok' is not described; did you mean 'yearbook'?"
    ]


def test_all_faults_of_a_file_are_told_at_once_in_their_order(land: Land) -> None:
    first = land.spoil(TABLE, "employment,Westmoor,2018,2400", "employment,Westmor,2018,many")
    second = land.spoil(TABLE, "gdp,Northmark,2020,301000", "gpd,Northmark,2020.0,301000")
    told = [int(fault.removeprefix(f"{TABLE}:").split(":")[0]) for fault in land.faults()]
    assert told == [first, first, second, second]


def test_a_quote_left_open_is_told_where_it_opens(land: Land) -> None:
    line = land.spoil(TABLE, "gdp,Northmark,2020,301000", 'gdp,Northmark,2020,"301000')
    assert land.faults() == [f"{TABLE}:{line}: a quote is opened and not closed; mend the quotes of this row"]


def test_a_file_that_is_missing_empty_or_of_another_encoding_is_told(land: Land) -> None:
    land.write(TABLE, "")
    empty = f"{TABLE}: the file is empty; its first line names the columns: {COLUMNS}"
    assert land.faults() == [empty]
    land.write(TABLE, "series,京".encode("gbk"))
    assert land.faults() == [f"{TABLE}: the file is not UTF-8; save it as CSV UTF-8"]
    (land.root / TABLE).unlink()
    assert land.faults() == [f"{TABLE}: there is no such file; put the figures of 'land-yearbook' there"]
    (land.root / TABLE).mkdir()
    assert land.faults() == [f"{TABLE}: it cannot be read: is a directory; put a readable file there"]


def test_a_mark_windows_line_ends_blank_lines_and_more_columns_do_no_harm(land: Land) -> None:
    rows = land.text(TABLE).splitlines()
    more = [rows[0] + ",注"] + [f'{row},"随, 记"' for row in rows[1:]]
    land.write(TABLE, "\ufeff" + "\r\n\r\n".join(more) + "\r\n\r\n")
    assert land.faults() == []

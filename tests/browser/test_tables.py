"""Tables sort by numbers as they are printed, keep what belongs together, and show the rows asked for."""

import pytest
from playwright.sync_api import Page

from reporter.model.document import Cell, Rows, Table
from tests.browser.conftest import Open

HEAD = ((Cell("Region"), Cell("Value", number=True)),)


def table(*rows: tuple[str, str], head: tuple[tuple[Cell, ...], ...] = HEAD) -> Table:
    body = Rows(tuple((Cell(name, head="row"), Cell(value, number=True)) for name, value in rows))
    return Table("t", "Of numbers", "", head, (body,))


def column(page: Page, n: int) -> list[str]:
    cells = page.locator(f".table tbody tr:not([hidden]) > *:nth-child({n})")
    return [text.replace("\u2060", "").replace("\xa0", " ").strip() for text in cells.all_inner_texts()]


CHANGES = table(("a", "+1"), ("b", "="), ("c", "−2"))
NUMBERS = table(
    ("a", "9.5"), ("b", "—"), ("c", "1,234.5"), ("d", "−1.2"), ("e", "+10.0"), ("f", "22.1 bn CNY")
)


def test_numbers_sort_as_numbers_and_the_missing_stand_last(small: Open) -> None:
    page = small(NUMBERS)
    button = page.locator("th button", has_text="Value")
    button.click()
    assert column(page, 1) == ["c", "f", "e", "a", "d", "b"]
    button.click()
    assert column(page, 1) == ["d", "a", "e", "f", "c", "b"]


def test_an_unchanged_place_stands_between_gains_and_losses(small: Open) -> None:
    page = small(CHANGES)
    page.locator("th button", has_text="Value").press("Enter")
    assert column(page, 1) == ["a", "b", "c"]
    page.locator("th button", has_text="Value").press("Enter")
    assert column(page, 1) == ["c", "b", "a"]


def test_the_third_time_the_order_is_the_reports_own(small: Open) -> None:
    page = small(NUMBERS)
    head, button = page.locator("th", has_text="Value"), page.locator("th button", has_text="Value")
    said = []
    for _ in range(3):
        button.press("Enter")
        said.append(head.get_attribute("aria-sort"))
    assert said == ["descending", "ascending", None]
    assert column(page, 1) == ["a", "b", "c", "d", "e", "f"]


def test_marks_and_small_print_do_not_count(small: Open) -> None:
    rows = [(Cell(name, head="row"), Cell(value, number=True, mark=mark, small="90 of 100"))
            for name, value, mark in (("a", "12.0", "○"), ("b", "9.0", ""), ("c", "101.5", "†"))]  # fmt: skip
    page = small(Table("t", "Marked", "", HEAD, (Rows(tuple(rows)),)))
    page.locator("th button", has_text="Value").click()
    assert column(page, 1) == ["c", "a", "b"]


def test_chinese_names_sort_by_their_sound(small: Open) -> None:
    page = small(table(("天津", "1"), ("北京", "2"), ("河北", "3")), language="zh")
    page.locator("th button", has_text="Region").click()
    assert column(page, 1) == ["北京", "河北", "天津"]


def test_inside_a_group_its_head_and_the_total_stay(small: Open) -> None:
    def row(name: str, value: str) -> tuple[Cell, ...]:
        return Cell(name, head="row"), Cell(value, number=True)

    head = Cell("Group", head="rowgroup"), Cell("6.0", number=True)
    group = Rows((head, row("a", "1.0"), row("b", "3.0"), row("c", "2.0")), group=True)
    total = Rows((row("Mean", "9.0"),), total=True)
    page = small(Table("t", "Groups", "", HEAD, (group, total)))
    page.locator("th button", has_text="Value").click()
    assert column(page, 1) == ["Group", "b", "c", "a", "Mean"]


def test_a_table_whose_cells_span_rows_keeps_its_order(small: Open) -> None:
    head = ((Cell("Indicator"), Cell("Region"), Cell("Value", number=True)),)
    rows = [(Cell(r, head="row"), Cell("1.0", number=True)) for r in "abc"]
    spanned = Rows(((Cell("Patents", head="rowgroup", rows=3), *rows[0]), *rows[1:]))
    page = small(Table("t", "Spanned", "", head, (spanned,)))
    assert page.locator("th button").count() == 0


def test_a_column_of_sentences_does_not_sort(small: Open) -> None:
    evidence = "The index stands at 19.5, 80.5 points below the leader."
    page = small(table(("a", evidence), ("b", "Short."), ("c", evidence)))
    assert page.locator("th button").all_inner_texts() == ["Region"]


def test_a_head_in_two_rows_sorts_its_own_column(small: Open) -> None:
    head = (
        (Cell("Region", rows=2), Cell("Scores", head="colgroup", columns=2)),
        (Cell("2021", number=True), Cell("2022", number=True)),
    )
    rows = [(Cell(n, head="row"), Cell(a, number=True), Cell(b, number=True))
            for n, a, b in (("a", "1", "8"), ("b", "2", "9"), ("c", "3", "7"))]  # fmt: skip
    page = small(Table("t", "Two rows", "", head, (Rows(tuple(rows)),)))
    assert page.locator("th button").all_inner_texts() == ["Region", "2021", "2022"]
    page.locator("th button", has_text="2022").click()
    assert column(page, 1) == ["b", "a", "c"]


@pytest.mark.parametrize(("rows", "fields"), [(12, 0), (13, 1)])
def test_a_long_table_has_a_field_to_filter_it(small: Open, rows: int, fields: int) -> None:
    page = small(table(*((f"Region {n}", str(n)) for n in range(rows))))
    assert page.locator(".filter input").count() == fields


def test_a_filter_shows_the_rows_that_hold_every_word(small: Open) -> None:
    page = small(table(*((f"{'East' if n % 2 else 'West'} {n}", str(n)) for n in range(1, 15))))
    field = page.locator(".filter input")
    field.press_sequentially("east 1")
    assert column(page, 1) == ["East 1", "East 11", "East 13"]
    assert page.locator(".filter .count").inner_text() == "3 of 14 rows"
    field.press("Escape")
    assert len(column(page, 1)) == 14


def test_rows_under_one_cell_are_shown_together(small: Open) -> None:
    head = ((Cell("Indicator"), Cell("Region")),)
    parts = [Rows(((Cell(name, head="rowgroup", rows=3), Cell("a")), (Cell("b"),), (Cell("c"),)))
             for name in ("Patents", "Students", "Waste", "Turnover", "Firms")]  # fmt: skip
    page = small(Table("t", "Spanned", "", head, tuple(parts)))
    page.locator(".filter input").press_sequentially("waste")
    assert page.locator(".table tbody tr:not([hidden])").count() == 3

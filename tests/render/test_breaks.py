"""Where tables break over pages: a note is with its table, and what is begun has some rows."""

from dataclasses import replace

import pytest
from made_up_land import document

from reporter.model.document import Rows, Section, Table
from reporter.model.theme import Theme
from reporter.render import RENDERERS
from reporter.sections.cells import column, figure, row_head
from tests.pages.paper import Page, pages

LENGTHS = [13 + 7 * k % 40 for k in range(80)]
LEAST = 4  # head of the columns and three rows


def table(number: int, rows: int) -> Table:
    """So many rows, the last a total, and a note."""
    lines = tuple((row_head(f"Region {n}"), figure("1.0")) for n in range(rows))
    body = (Rows(lines[:-1]), Rows(lines[-1:], total=True))
    head = (column("Region"), column("2022", True))
    return Table(f"table-{number}", "A table", "", (head,), body, note="What it tells.", style="annex")


@pytest.fixture(scope="module")
def paper(theme: Theme) -> list[Page]:
    """Tables of many lengths, one after another, so that they meet the page's end in many ways."""
    tables = tuple(table(n, rows) for n, rows in enumerate(LENGTHS))
    one = replace(document("en"), sections=(Section("annex", "Annex", "All figures", tables),))
    return pages(RENDERERS["pdf"](one, theme))


def lines(page: Page) -> list[str]:
    """What stands on the page from the top down: head, row or note."""
    kinds = {"Caption": "head", "TR": "row", "P": "note"}
    found = {round(m.top): next((kinds[t] for t in m.tags if t in kinds), "") for m in page.marks}
    return [found[top] for top in sorted(found)]


def test_no_page_begins_with_the_note_of_a_table_before(paper: list[Page]) -> None:
    assert [page.number for page in paper[1:] if lines(page)[0] == "note"] == []


def test_no_table_begins_at_the_end_of_a_page_with_fewer_than_three_rows(paper: list[Page]) -> None:
    ends = [lines(page)[-LEAST:] for page in paper[:-1]]
    assert [end for end in ends if "head" in end and end[-1] != "note"] == []


def test_no_total_stands_on_a_page_without_a_row_above_it(paper: list[Page]) -> None:
    assert [page.number for page in paper[1:] if lines(page)[1] == "note"] == []

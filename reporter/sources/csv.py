"""Rows of a CSV file: series, region, period, value, publication, via."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from reporter.errors import Faults, Flaw, Where, refuse, shown
from reporter.model.row import Row
from reporter.model.source import Dataset, Origin

COLUMNS = ("series", "region", "period", "value", "publication")


def read_csv(dataset: Dataset) -> tuple[Row, ...]:
    """Every row of the dataset's file with its line; Faults where the file or a column is missing, or a row
    is torn.
    """
    path = Path(dataset.path)
    name = shown(path)
    try:
        lines = list(_lines(name, path))
    except FileNotFoundError:
        raise Faults(
            [Flaw(Where(name), "there is no such file", f"put the figures of '{dataset.id}' there")]
        ) from None
    except OSError as error:
        what = f"it cannot be read: {(error.strerror or str(error)).lower()}"
        raise Faults([Flaw(Where(name), what, "put a readable file there")]) from None
    except UnicodeDecodeError:
        raise Faults([Flaw(Where(name), "the file is not UTF-8", "save it as CSV UTF-8")]) from None
    head = [cell.strip() for cell in lines[0][1]] if lines else []
    refuse(_heading(name, head))
    refuse(_torn(name, head, lines))
    return tuple(_row(name, line, dict(zip(head, cells, strict=False))) for line, cells in lines[1:])


def _lines(name: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row that is not blank, with the line where it begins."""
    start = 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            for cells in reader:
                if any(cells):
                    yield start, cells
                start = reader.line_num + 1
        except csv.Error as error:
            what = (
                "a quote is opened and not closed" if "unexpected end" in str(error) else f"not CSV: {error}"
            )
            raise Faults([Flaw(Where(name, start), what, "mend the quotes of this row")]) from None


def _heading(name: str, head: Sequence[str]) -> Iterator[Flaw]:
    """Columns that are missing or stand twice."""
    if not head:
        yield Flaw(Where(name), "the file is empty", f"its first line names the columns: {','.join(COLUMNS)}")
        return
    if len(head) == 1 and (mark := next((m for m in (";", "\t") if m in head[0]), "")):
        what = f"the columns are parted by {mark!r}"
        yield Flaw(Where(name, 1), what, "save the file as comma-separated CSV")
        return
    others = ", ".join(column for column in head if column not in COLUMNS)
    for column in COLUMNS:
        if column not in head:
            mend = f"add it, or rename one of: {others}" if others else "add it"
            yield Flaw(Where(name, 1), f"the column '{column}' is missing", mend)
        elif head.count(column) > 1:
            yield Flaw(Where(name, 1), f"the column '{column}' stands twice", "keep one of the two")


def _torn(name: str, head: Sequence[str], lines: Sequence[tuple[int, list[str]]]) -> Iterator[Flaw]:
    """Rows with more cells than the heading names, or with a line break inside a cell."""
    for line, cells in lines[1:]:
        if any("\n" in cell or "\r" in cell for cell in cells):
            yield Flaw(
                Where(name, line), "a cell runs over several lines", "close its quote on the same line"
            )
        elif any(cells[len(head) :]):
            what = f"the row has {len(cells)} cells and the heading {len(head)}"
            yield Flaw(
                Where(name, line), what, "put a text with a comma in quotes; write 1234.5, not 1,234.5"
            )


def _row(name: str, line: int, row: dict[str, str]) -> Row:
    said = {key: row.get(key, "").strip() for key in (*COLUMNS, "via")}
    origin = Origin(Where(name, line), said["publication"], said["via"], said["value"])
    return Row(said["series"], said["region"], said["period"], origin)

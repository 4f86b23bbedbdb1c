"""COINr's two tables, iData and iMeta → Tables, or every flaw in one breath (Becker 2022)."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from reporter.errors import Faults, Flaw, Where, did_you_mean, refuse, shown
from reporter.model.period import is_period, kind

MISSING = ("", "NA", "NaN")
KINDS = ("Indicator", "Aggregate", "Group", "Denominator", "Other")
NEEDED = {"iMeta": ("iCode", "Type", "Parent", "Level"), "iData": ("uCode",)}


@dataclass(frozen=True)
class Line:
    """A row of a table by column, with its line."""

    where: Where
    cells: Mapping[str, str]

    def get(self, *names: str) -> str:
        """The first of these columns that says something, "" if none does."""
        found = (self.cells.get(name, "").strip() for name in names)
        return next((cell for cell in found if cell not in MISSING), "")

    def number(self, *names: str) -> float | None:
        """The same as a number, None where there is none."""
        return float(self.get(*names)) if self.get(*names) else None


@dataclass(frozen=True)
class Tables:
    """What both tables say: entries of iMeta by kind and code, rows of iData with their period."""

    meta: Mapping[str, Mapping[str, Line]]
    data: tuple[tuple[str, Line], ...]

    @property
    def units(self) -> dict[str, str]:
        """Name of each unit by code, in the order of iData."""
        return {row.get("uCode"): row.get("uName", "uCode") for _, row in self.data}

    @property
    def periods(self) -> list[str]:
        """Every period, in order."""
        return sorted({period for period, _ in self.data})

    def below(self, parent: str) -> list[tuple[str, Line]]:
        """The indicators or aggregates of a parent, in the order of iMeta."""
        every = {**self.meta["Indicator"], **self.meta["Aggregate"]}
        return [(code, line) for code, line in every.items() if line.get("Parent") == parent]

    @property
    def top(self) -> str:
        """The code of the index."""
        return next(code for code, line in self.meta["Aggregate"].items() if not line.get("Parent"))


def read_tables(data: Path, meta: Path, period: str | None) -> Tables:
    """Both tables; Faults tells everything that keeps them from being a study.

    `period` stands for a column Time that iData does not have.
    """
    described, rows = _lines(meta, "iMeta"), _lines(data, "iData")
    refuse(_unknown_kinds(described))
    refuse(_twice(described))
    kinds = {k: {ln.get("iCode"): ln for ln in described if ln.get("Type") == k} for k in KINDS}
    told = tuple((row.get("Time") or period or "", row) for row in rows)
    refuse([*_structure(kinds, meta), *_entries(kinds), *_columns(kinds, rows), *_rows(told, kinds)])
    return Tables(kinds, told)


def _lines(path: Path, name: str) -> list[Line]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            found = [
                Line(Where(shown(path), reader.line_num), {k or "": v or "" for k, v in row.items() if k})
                for row in reader
            ]
            columns = reader.fieldnames or ()
    except FileNotFoundError:
        raise Faults([Flaw(Where(shown(path)), "there is no such file", "mend its name")]) from None
    except (UnicodeDecodeError, csv.Error):
        raise Faults([Flaw(Where(shown(path)), "not a CSV file in UTF-8", "save it as CSV UTF-8")]) from None
    lacking = [column for column in NEEDED[name] if column not in columns]
    refuse(
        Flaw(Where(shown(path), 1), f"{name} has no column '{c}'", did_you_mean(c, columns)) for c in lacking
    )
    if not found:
        raise Faults([Flaw(Where(shown(path), 1), f"{name} has no rows", "name another file")])
    return found


def _unknown_kinds(lines: Sequence[Line]) -> Iterator[Flaw]:
    for line in lines:
        if line.get("Type") not in KINDS:
            what = f"'{line.get('iCode')}' has the type '{line.get('Type')}'"
            yield Flaw(line.where, what, did_you_mean(line.get("Type"), KINDS))


def _twice(lines: Sequence[Line]) -> Iterator[Flaw]:
    first: dict[str, int] = {}
    for line in lines:
        if first.setdefault(line.get("iCode"), line.where.line) != line.where.line:
            yield Flaw(line.where, f"'{line.get('iCode')}' stands twice in iMeta", "keep one of the two")


def _structure(kinds: Mapping[str, Mapping[str, Line]], meta: Path) -> Iterator[Flaw]:
    """One index on top, and every entry under an aggregate of the next level."""
    tops = [line for line in kinds["Aggregate"].values() if not line.get("Parent")]
    if len(tops) != 1:
        yield Flaw(Where(shown(meta)), f"{len(tops)} aggregates have no parent", "leave one index on top")
    for code, line in [*kinds["Indicator"].items(), *kinds["Aggregate"].items()]:
        parent = line.get("Parent")
        if parent and parent not in kinds["Aggregate"]:
            what = f"'{code}': no aggregate is called '{parent}'"
            yield Flaw(line.where, what, did_you_mean(parent, kinds["Aggregate"]))
        elif line in kinds["Indicator"].values() and not parent:
            yield Flaw(line.where, f"indicator '{code}' has no parent", "name the aggregate it belongs to")
        elif parent and _level(kinds["Aggregate"][parent]) != _level(line) + 1:
            what = f"'{code}' is of level {_level(line)} and its parent '{parent}' is not of the next"
            yield Flaw(line.where, what, "mend Level or Parent")
    parents = {line.get("Parent") for k in ("Indicator", "Aggregate") for line in kinds[k].values()}
    for code in kinds["Aggregate"].keys() - parents:
        yield Flaw(kinds["Aggregate"][code].where, f"nothing belongs to '{code}'", "take it out")
    if not kinds["Indicator"]:
        yield Flaw(Where(shown(meta)), "no entry has the type 'Indicator'", "describe the indicators")


def _level(line: Line) -> int:
    text = line.get("Level")
    return int(text) if text.isdigit() else -1


def _entries(kinds: Mapping[str, Mapping[str, Line]]) -> Iterator[Flaw]:
    """Directions, weights, targets and denominators that cannot be used."""
    for code, line in [*kinds["Indicator"].items(), *kinds["Aggregate"].items()]:
        if line.get("Direction") not in ("", "1", "-1"):
            yield Flaw(line.where, f"'{code}': direction '{line.get('Direction')}'", "write 1 or -1")
        for column in ("Weight", "Target", "goalpost_lower", "goalpost_upper"):
            if not _is_number(line.get(column)):
                yield Flaw(line.where, f"'{code}': {column} '{line.get(column)}' is no number", "mend it")
        weight = line.get("Weight")
        if weight and _is_number(weight) and float(weight) <= 0:
            yield Flaw(line.where, f"'{code}': a weight has to be above 0", "mend it, or take the entry out")
        below = line.get("Denominator")
        if below and below not in kinds["Denominator"]:
            what = f"'{code}': no denominator is called '{below}'"
            yield Flaw(line.where, what, did_you_mean(below, kinds["Denominator"]))


def _columns(kinds: Mapping[str, Mapping[str, Line]], rows: Sequence[Line]) -> Iterator[Flaw]:
    there = rows[0].cells
    for k in ("Indicator", "Denominator", "Group"):
        for code, line in kinds[k].items():
            if code not in there:
                what = f"{k.lower()} '{code}' has no column in iData"
                yield Flaw(line.where, what, did_you_mean(code, there))


def _rows(rows: Sequence[tuple[str, Line]], kinds: Mapping[str, Mapping[str, Line]]) -> Iterator[Flaw]:
    """Units without a code, periods that are none, units that stand twice, cells that are no number."""
    seen: set[tuple[str, str]] = set()
    numbers = [*kinds["Indicator"], *kinds["Denominator"]]
    for period, row in rows:
        unit = row.get("uCode")
        if not unit:
            yield Flaw(row.where, "a row has no uCode", "give its unit a code, or take it out")
        if not is_period(period):
            what = f"'{period}' is no period" if period else "there is no column Time"
            yield Flaw(row.where, what, "write a year such as 2018, or pass --period 2018")
            return
        if kind(period) != kind(rows[0][0]):
            yield Flaw(row.where, f"'{period}' is of another kind than the first period", "use one kind")
        if (unit, period) in seen:
            yield Flaw(row.where, f"'{unit}' stands twice in {period}", "keep one of the two")
        seen.add((unit, period))
        for code in numbers:
            if not _is_number(row.get(code)):
                what = f"'{code}' of '{unit}' is '{row.get(code)}', which is no number"
                yield Flaw(row.where, what, "mend it, or leave the cell empty")


def _is_number(text: str) -> bool:
    if not text:
        return True
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text, re.ASCII):
        return False
    return isfinite(float(text))

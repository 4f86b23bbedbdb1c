"""What a row may say: known series, region, period and publication, a number, once."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from reporter.errors import Flaw, did_you_mean
from reporter.model.period import is_period
from reporter.model.row import Row
from reporter.model.source import Dataset

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)

Rows = tuple[Row, ...]
Check = Callable[[Rows, Dataset, Iterable[str]], Iterator[Flaw]]


def series_known(rows: Rows, dataset: Dataset, regions: Iterable[str]) -> Iterator[Flaw]:
    """A series the description does not name has no unit."""
    for row in rows:
        if row.series not in dataset.series:
            yield Flaw(
                row.origin.where,
                f"the series '{row.series}' is not described, so it has no unit",
                did_you_mean(row.series, dataset.series),
            )


def region_known(rows: Rows, dataset: Dataset, regions: Iterable[str]) -> Iterator[Flaw]:
    """A region must stand in regions.yaml."""
    known = set(regions)
    for row in rows:
        if row.region not in known:
            yield Flaw(
                row.origin.where, f"no region is called '{row.region}'", did_you_mean(row.region, known)
            )


def period_known(rows: Rows, dataset: Dataset, regions: Iterable[str]) -> Iterator[Flaw]:
    """A period is written as the study writes it, or its figure would be passed over."""
    for row in rows:
        if not is_period(row.period):
            yield Flaw(
                row.origin.where,
                f"'{row.period}' is not a period",
                "write it as 2022, 2022-H1, 2022-Q3 or 2022-09",
            )


def number(rows: Rows, dataset: Dataset, regions: Iterable[str]) -> Iterator[Flaw]:
    """A value must be a finite number; a missing figure has no row."""
    for row in rows:
        if value_of(row) is None:
            what = f"'{row.origin.printed}' is not a number" if row.origin.printed else "the value is empty"
            yield Flaw(row.origin.where, what, "write a plain number such as 1234.5, or leave the row out")


def once(rows: Rows, dataset: Dataset, regions: Iterable[str]) -> Iterator[Flaw]:
    """A series, region and period must stand once."""
    first: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        key = row.series, row.region, row.period
        if key in first:
            yield Flaw(
                row.origin.where,
                f"{', '.join(key)} stands already in line {first[key].origin.where.line}",
                "keep one of the two",
            )
        first.setdefault(key, row)


def publication_known(rows: Rows, dataset: Dataset, regions: Iterable[str]) -> Iterator[Flaw]:
    """A figure must cite a publication of its dataset."""
    for row in rows:
        if row.origin.publication not in dataset.publications:
            said = (
                f"the publication '{row.origin.publication}' is not described"
                if row.origin.publication
                else "the row cites no publication"
            )
            yield Flaw(row.origin.where, said, did_you_mean(row.origin.publication, dataset.publications))


CHECKS: dict[str, Check] = {
    "series-known": series_known,
    "region-known": region_known,
    "period-known": period_known,
    "number": number,
    "once": once,
    "publication-known": publication_known,
}


def flaws(rows: Rows, dataset: Dataset, regions: Iterable[str]) -> Iterator[Flaw]:
    """What every check finds."""
    known = tuple(regions)
    return chain.from_iterable(check(rows, dataset, known) for check in CHECKS.values())


def value_of(row: Row) -> float | None:
    """The row's number, None if it is none: no thousands marks, no nan, no digits of other scripts."""
    if not _NUMBER.fullmatch(row.origin.printed):
        return None
    value = float(row.origin.printed)
    return value if math.isfinite(value) else None

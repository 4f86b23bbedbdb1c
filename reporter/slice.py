"""Of all rows that a study's files hold, those that one edition may look at: what it can be made from."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from inspect import signature
from typing import Any

from reporter.checks.panel import periods_read
from reporter.indices import INDICES
from reporter.model.exhibit import Exhibit
from reporter.model.row import Row
from reporter.model.study import Study
from reporter.problems import PROBLEMS
from reporter.problems.strengths import STRENGTHS

Cell = tuple[str, str, str]
NAME = re.compile(r"\w+")


def sliced(
    rows: Mapping[str, tuple[Row, ...]],
    study: Study,
    exhibits: tuple[Exhibit, ...],
    said: object,
    period: str,
) -> dict[str, tuple[Row, ...]]:
    """The rows, by dataset, of series that the study names, of its regions and of no later period, with those
    of its exhibits.

    said: what else may name a series, such as claims and the editor's texts.
    """
    named = {*_names(replace(study, datasets=())), *_names(_defaults(study)), *_names(said)}
    regions, periods = {r.id for r in study.regions}, set(periods_read(study, period))
    shown = set(_shown(exhibits))

    def reached(row: Row) -> bool:
        inside = row.series in named and row.region in regions and row.period in periods
        return inside or (row.series, row.region, row.period) in shown

    return {dataset: tuple(row for row in every if reached(row)) for dataset, every in rows.items()}


def cells(rows: tuple[Row, ...]) -> dict[str, str]:
    """Each figure of the rows by "series region period", as "fingerprint line": of all that is said of it,
    and the line it stands on.
    """
    return {f"{r.series} {r.region} {r.period}": f"{_print(r)} {r.origin.where.line}" for r in rows}


def fingerprint(rows: tuple[Row, ...]) -> str:
    """The sha256 of the rows, with the lines they stand on."""
    return sha256("\n".join(_line(row) for row in rows).encode()).hexdigest()


def _print(row: Row) -> str:
    return sha256(_told(row).encode()).hexdigest()[:16]


def _line(row: Row) -> str:
    return f"{row.origin.where.line}\t{_told(row)}"


def _told(row: Row) -> str:
    o = row.origin
    return "\t".join((row.series, row.region, row.period, o.printed, o.publication, o.via))


def _defaults(study: Study) -> Iterator[object]:
    """What the methods and rules of the study take where it says nothing."""
    methods = (INDICES[spec.method] for spec in study.indices.values())
    used: list[Callable[..., Any]] = [*methods, *PROBLEMS.values(), *STRENGTHS.values()]
    yield from (option.default for made in used for option in signature(made).parameters.values())


def _shown(exhibits: tuple[Exhibit, ...]) -> Iterator[Cell]:
    for one in exhibits:
        for column in one.columns:
            yield from ((name, r.id, column.period) for name in column.value.names for r in one.regions)


def _names(thing: object) -> Iterator[str]:
    """Every word of every text in a value, however deep."""
    if isinstance(thing, str):
        yield from NAME.findall(thing)
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from _names(key)
            yield from _names(value)
    elif isinstance(thing, tuple | list | set | frozenset | Iterator):
        for one in thing:
            yield from _names(one)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from _names(getattr(thing, one.name))

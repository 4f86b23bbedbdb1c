"""The index without one of its indicators or dimensions: what each of them carries."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.audit import LeftOut
from reporter.model.document import Cell, Rows, Table
from reporter.model.words import MISSING, Words
from reporter.sections.cells import column, figure, row_head
from reporter.sections.facts import codes

MOST, FEW = 15, 4


def left_out_table(a: Assessment, words: Words) -> Iterator[Table]:
    """Of few regions how each score changes, of many how far ranks move; the largest effect first.

    None where nothing can be left out.
    """
    if not a.audit.left_out:
        return
    yield _ranks(a, words) if a.audit.ranked else _scores(a, words)


def _name(a: Assessment, words: Words, one: LeftOut) -> Cell:
    """An indicator, or a dimension in bold."""
    scored = codes(a.main)
    return row_head(words.short(scored.get(one.id, one.id)), strong=one.id in scored)


def _changes(a: Assessment, one: LeftOut) -> dict[str, float]:
    """What a score becomes without it, less what it is."""
    return {r: one.scores[r] - a.main.score(a.main.code, r, a.period) for r in a.main.regions}


def _scores(a: Assessment, words: Words) -> Table:
    shown = [*a.main.members, *list(a.main.groups)[:FEW]]
    every = sorted(a.audit.left_out, key=lambda one: -_size(_changes(a, one)))
    dimensions = [one for one in every if one.id in codes(a.main)]
    singles = [one for one in every if one.id not in codes(a.main)]
    head = (column(words("audit.left_out.head")), *(column(words.short(r), True) for r in shown))
    body = tuple(
        Rows(tuple(_changed(a, words, one, shown) for one in part[:MOST]))
        for part in (dimensions, singles)
        if part
    )
    top = singles[0] if singles else every[0]
    changes = {r: v for r, v in _changes(a, top).items() if v == v} or {a.main.members[0]: float("nan")}
    region = max(changes, key=lambda r: abs(changes[r]))
    scored = codes(a.main)
    title = words(
        "audit.left_out.title", left=scored.get(top.id, top.id), region=region, change=changes[region]
    )
    measure = words("audit.left_out.measure", period=a.period)
    return Table("table-audit-left-out", title, measure, (head,), body)


def _changed(a: Assessment, words: Words, one: LeftOut, shown: list[str]) -> tuple[Cell, ...]:
    changes = _changes(a, one)
    most = max((abs(v) for v in changes.values() if v == v), default=0.0)
    cells = (figure(words.score(changes[r], True)) for r in shown)
    marked = (
        replace(cell, strong=bool(most) and abs(changes[r]) == most)
        for r, cell in zip(shown, cells, strict=True)
    )
    return (_name(a, words, one), *marked)


def _size(changes: dict[str, float]) -> float:
    """The mean size of the changes there are."""
    known = [abs(v) for v in changes.values() if v == v]
    return float(np.mean(known)) if known else 0.0


def _moves(a: Assessment, one: LeftOut) -> dict[str, float]:
    """Places won by each member without it."""
    own = dict(zip(a.main.members, a.main.ranks(a.main.code)[:, -1].tolist(), strict=True))
    return {r: own[r] - one.ranks[r] for r in a.main.members}


def _ranks(a: Assessment, words: Words) -> Table:
    every = sorted(a.audit.left_out, key=lambda one: -_size(_moves(a, one)))
    names = ("head", "mean", "up", "down")
    head = tuple(column(words(f"audit.left_out.{name}"), name == "mean") for name in names)
    rows = tuple(_moved(a, words, one) for one in every[:MOST])
    title = _ranks_title(a, words, every)
    measure = words("audit.left_out.measure_ranks", period=a.period, n=len(rows), of=len(every))
    return Table("table-audit-left-out", title, measure, (head,), (Rows(rows),))


def _ranks_title(a: Assessment, words: Words, every: Sequence[LeftOut]) -> str:
    """The indicator whose absence moves most; the dimension, where no indicator's moves any; or that nothing
    does.
    """
    scored = codes(a.main)
    singles = [one for one in every if one.id not in scored] or every
    kind, top = ("ranks", singles[0]) if _size(_moves(a, singles[0])) else ("alone", every[0])
    places = _size(_moves(a, top))
    facts = {"left": scored.get(top.id, top.id), "places": places}
    return words(f"audit.left_out.title_{kind if places else 'still'}", **facts)


def _moved(a: Assessment, words: Words, one: LeftOut) -> tuple[Cell, ...]:
    moves = {r: v for r, v in _moves(a, one).items() if v == v}
    ends = (max(moves, key=moves.__getitem__), min(moves, key=moves.__getitem__)) if moves else ()
    cells = (
        Cell(
            words("audit.left_out.case", region=r, places=words.number(moves[r], 0, True))
            if moves[r]
            else MISSING
        )
        for r in ends
    )
    return (_name(a, words, one), figure(words.number(_size(moves), 1)), *cells)

"""What is published beside ours: a number or direction that is printed, our own value next to it."""

from collections.abc import Iterator

from reporter.methods.growth import average_growth
from reporter.model.assessment import Assessment
from reporter.model.cited import Published
from reporter.model.document import Cell, Rows, Table
from reporter.model.result import Composite, Result
from reporter.model.words import Words
from reporter.sections.cells import FILLED, column, figure, percent, row_head

DECIMALS = 3


def said(words: Words, p: Published) -> str:
    """The number or the direction that is published."""
    if isinstance(p.value, float):
        return words.number(p.value, 2, True) + words.customs.percent
    return words(f"method.published.{p.value}")


def beside(a: Assessment, words: Words) -> Iterator[Table]:
    """A table of what is published of the indices that have no other readings: ours at both ends."""
    shown = [
        p for p in a.study.published if p.end <= a.period and not (a.readings and p.index == a.main.code)
    ]
    if not shown:
        return
    heads = ("quantity", "printed", "first", "last", "ours")
    head = tuple(column(words(f"method.published.{h}"), n > 0) for n, h in enumerate(heads))
    yield Table(
        "table-published-beside",
        words("method.published.title"),
        words("method.published.measure_beside"),
        (head,),
        (Rows(tuple(_row(a, words, p) for p in shown)),),
        source=words.text(a.study.references[0].text) if a.study.references else "",
        style="published",
    )


def _row(a: Assessment, words: Words, p: Published) -> tuple[Cell, ...]:
    result = a.board.results.get(p.index)
    of = words("method.published.of", index=p.index, start=p.start, end=p.end)
    told = (row_head(words.text(p.title), of), figure(said(words, p)))
    return *told, *(_ours(words, result, p) if result else (figure("—"),) * 3)


def _ours(words: Words, result: Result, p: Published) -> tuple[Cell, Cell, Cell]:
    """Our value at both ends, and its change or growth; a dash where our figures do not reach."""
    ends = [_value(result, p, period) for period in (p.start, p.end)]
    marks = [_mark(result, p, period) for period in (p.start, p.end)]
    line = result.line(p.index, p.region) if p.region in result.regions else None
    if line is None or any(v != v for v in ends):
        moved = float("nan")
    elif p.quantity == "growth":
        at = [result.periods.index(period) for period in (p.start, p.end)]
        moved = average_growth(line[at[0] : at[1] + 1])
    else:
        moved = ends[1] / ends[0] - 1 if ends[0] else float("nan")
    first, last = (figure(_printed(words, result, v), m) for v, m in zip(ends, marks, strict=True))
    return first, last, percent(words, moved, 2)


def _value(result: Result, p: Published, period: str) -> float:
    there = p.region in result.regions and period in result.periods
    return result.score(p.index, p.region, period) if there else float("nan")


def _mark(result: Result, p: Published, period: str) -> str:
    """○ where our value rests on a filled figure or lacks one."""
    if period not in result.periods or p.region not in result.regions:
        return ""
    if isinstance(result, Composite):
        return FILLED if result.rests(p.index, p.region, period) else ""
    at = result.regions.index(p.region), result.periods.index(period)
    return FILLED if result.filled[at] else ""


def _printed(words: Words, result: Result, value: float) -> str:
    return words.score(value) if result.scale == "score" else words.number(value, DECIMALS)

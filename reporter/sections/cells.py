"""Table cells in the house's manner: text left, figures right, marks before the figure."""

from collections.abc import Sequence

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.document import Cell
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.facts import broken, imputed, quantity, tone

FILLED, BREAK, UNSURE = "○", "†", "≈"


def column(text: str, number: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    """A column's head."""
    return Cell(text, number=number, head="colgroup" if columns > 1 else "col", columns=columns, rows=rows)


def heads(*texts: str, numbers_from: int = 1) -> tuple[tuple[Cell, ...], ...]:
    """One row of column heads; those from `numbers_from` on stand over figures."""
    return (tuple(column(text, n >= numbers_from) for n, text in enumerate(texts)),)


def periods_head(
    result: Composite, code: str, periods: Sequence[str], before: bool = False
) -> tuple[Cell, ...]:
    """Periods over scores; ○ where one rests on a filled figure, or (`before`) the period before does."""
    some = dict(zip(result.periods, list(np.any(result.filled_in(code), axis=0)), strict=True))
    last = dict(zip(result.periods[1:], result.periods, strict=False))
    filled = {p for p in periods if some[p] or (before and p in last and some[last[p]])}
    return tuple(column((FILLED if p in filled else "") + p, True) for p in periods)


def row_head(text: str, small: str = "", tone: str = "", strong: bool = False) -> Cell:
    """A row's head."""
    return Cell(text, head="row", small=small, tone=tone, strong=strong)


def group_head(text: str, small: str, rows: int) -> Cell:
    """The head of several rows."""
    return Cell(text, head="rowgroup", small=small, rows=rows)


def figure(text: str, mark: str = "") -> Cell:
    """A figure."""
    return Cell(text, number=True, mark=mark)


def region_head(assessment: Assessment, words: Words, region: str) -> Cell:
    """A region's name in its hue."""
    return row_head(words.name(region), tone=tone(assessment, region))


def score(words: Words, value: float, mark: str = "") -> Cell:
    """A score."""
    return figure(words.score(value), mark)


def points(words: Words, value: float) -> Cell:
    """A difference of scores, signed."""
    return figure(words.score(value, True))


def percent(words: Words, value: float, decimals: int = 1) -> Cell:
    """A signed percentage."""
    printed = words.number(value * 100, decimals, True)
    return figure(printed if value != value else printed + "%")


def marks(assessment: Assessment, indicator: str, region: str, period: str) -> str:
    """○ for a filled figure, † for the first year after a break."""
    given = imputed(assessment, indicator, region, period)
    filled = assessment.panel.is_filled(indicator, region, period) or given == given
    return (FILLED if filled else "") + (
        BREAK if broken(assessment, assessment.study.indicators[indicator], region, period) else ""
    )


def raw(assessment: Assessment, words: Words, indicator: str, region: str, period: str) -> Cell:
    """An indicator's figure in the shown unit, with its marks."""
    value = quantity(assessment, indicator, region, period)
    return figure(words.bare(value), marks(assessment, indicator, region, period))

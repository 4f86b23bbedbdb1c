"""Table cells in the house's manner: text left, figures right, marks before the figure."""

from collections.abc import Sequence
from dataclasses import replace

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.breaks import broken
from reporter.sections.facts import imputed, quantity, standardised, tone

FILLED, BREAK, UNSURE = "○", "†", "≈"


def column(text: str, number: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    """A column's head."""
    return Cell(text, number=number, head="colgroup" if columns > 1 else "col", columns=columns, rows=rows)


def heads(*texts: str, numbers_from: int = 1) -> tuple[tuple[Cell, ...], ...]:
    """One row of column heads; those from `numbers_from` on stand over figures."""
    return (tuple(column(text, n >= numbers_from) for n, text in enumerate(texts)),)


def periods_head(periods: Sequence[str]) -> tuple[Cell, ...]:
    """Periods over scores."""
    return tuple(column(p, True) for p in periods)


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


def score_of(words: Words, result: Composite, code: str, region: str, period: str) -> Cell:
    """A score of an index; ○ where it rests on a filled figure or lacks one."""
    value = result.score(code, region, period)
    marked = value == value and result.rests(code, region, period)
    return score(words, value, FILLED if marked else "")


def change_of(words: Words, result: Composite, code: str, region: str, start: str, end: str) -> Cell:
    """The change of a score between two periods; ○ where either rests on a filled figure or lacks one."""
    change = result.score(code, region, end) - result.score(code, region, start)
    marked = change == change and result.rests(code, region, start, end)
    return replace(points(words, change), mark=FILLED if marked else "")


def standard(a: Assessment, words: Words, indicator: str, region: str, period: str) -> Cell:
    """The standardised value of an indicator; ○ where its figure is filled in."""
    mark = FILLED if FILLED in marks(a, indicator, region, period) else ""
    return score(words, standardised(a.main, indicator, region, period), mark)


def legend(words: Words, *groups: Rows) -> str:
    """What ○ means before a score, where a row has one."""
    marked = any(FILLED in cell.mark for rows in groups for row in rows.rows for cell in row)
    return words("marks.score") if marked else ""


def points(words: Words, value: float) -> Cell:
    """A difference of scores, signed."""
    return figure(words.score(value, True))


def percent(words: Words, value: float, decimals: int = 1) -> Cell:
    """A signed percentage."""
    return figure(words.share(value, decimals, True))


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

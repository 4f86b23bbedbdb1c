"""Values that may not be there, and the period a rule looks back to."""

from math import nan

from reporter.model.result import Scoreboard


def value(board: Scoreboard, of: str, region: str, period: str) -> float:
    """A value of an index of the study; NaN where it has none for the region or the period."""
    result = board.results.get(of)
    if result is None or of not in result.values:
        return nan
    there = region in result.regions and period in result.periods
    return result.score(of, region, period) if there else nan


def start(board: Scoreboard, periods: int) -> str:
    """The period that lies `periods` before the last, or the first where there are not so many."""
    return board.main.periods[-1 - min(periods, len(board.main.periods) - 1)]


def change(first: float, last: float) -> float:
    """The change from the first to the last value as a share of the first; NaN where that is not above 0."""
    return last / first - 1 if first > 0 else nan

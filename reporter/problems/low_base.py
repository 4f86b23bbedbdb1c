"""Low base: a region far under the leader grows many times as fast; its growth rates say little yet."""

from collections.abc import Iterator

from reporter.model.finding import Finding, Severity
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.behind import behind


def low_base(
    board: Scoreboard, panel: Panel, *, ratio: float = 0.75, times: float = 2, periods: int = 3
) -> Iterator[Finding]:
    """Members whose index is under `ratio` of the leader's and has grown over `times` as fast.

    A caution, so always moderate. Where the leader has not grown there is nothing to take times of; on a
    scale without zero there are no growth rates to be cautious of.
    """
    period = board.main.periods[-1]
    for b in behind(board, ratio, periods) if board.main.zero else ():
        measured = b.growth / b.leading if b.leading > 0 else 0.0
        if measured > times:
            numbers = {**b.numbers, "times": measured}
            yield Finding(
                "low_base",
                b.region,
                period,
                Severity.MODERATE,
                board.main.code,
                numbers,
                b.evidence,
                times,
                measured,
            )

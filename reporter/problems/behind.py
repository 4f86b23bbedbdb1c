"""Members far under the leader and how both grew: what `lagging_growth` and `low_base` share.

On a scale without zero there are no growth rates: `growth` and `leading` are average changes there.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reporter.methods.growth import average_change, average_growth
from reporter.model.finding import Evidence, Numbers
from reporter.model.result import Scoreboard
from reporter.problems.values import start


class Behind(NamedTuple):
    """A member's index as a share of the leader's, and the average growth, or change, a period of both."""

    region: str
    share: float
    growth: float
    leading: float
    numbers: Numbers
    evidence: tuple[Evidence, ...]


def behind(board: Scoreboard, ratio: float, periods: int) -> Iterator[Behind]:
    """The members whose index is under `ratio` of the leader's, with the growth over up to `periods`."""
    result, since, end = board.main, start(board, periods), board.main.periods[-1]
    leader, at = result.leader(), result.periods.index(since)
    lines = {region: result.line(result.code, region)[at:] for region in result.members}
    best = float(lines[leader][-1])
    pace = average_growth if result.zero else average_change
    growth = {region: pace(line) for region, line in lines.items()}
    for region, line in lines.items():
        share = float(line[-1]) / best if best > 0 else 1.0
        if share < ratio:
            numbers: Numbers = {
                "score": float(line[-1]), "leader": leader, "top": best, "share": share, "start": since,
                "growth": growth[region], "leading": growth[leader],
            }  # fmt: skip
            evidence = tuple(
                Evidence(result.code, r, p, result.score(result.code, r, p))
                for r in (region, leader)
                for p in (since, end)
            )
            yield Behind(region, share, growth[region], growth[leader], numbers, evidence)

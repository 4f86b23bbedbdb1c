"""Decline: a score has fallen over the last periods."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def decline(board: Scoreboard, panel: Panel, *, below: float = -0.05, periods: int = 3) -> Iterator[Finding]:
    """Members and scores (index and dimensions) whose change over up to `periods` periods, as a share, is
    under `below`.
    """
    result = board.main
    span = min(periods, len(result.periods) - 1)
    if span < 1:
        return
    start, end = result.periods[-1 - span], result.periods[-1]
    for code in result.values:
        for region in result.members:
            first, last = result.score(code, region, start), result.score(code, region, end)
            change = last / first - 1 if first else 0.0
            if change < below:
                numbers: Numbers = {"first": first, "last": last, "change": change, "start": start}
                evidence = (Evidence(code, region, start, first), Evidence(code, region, end, last))
                yield Finding(
                    "decline", region, end, excess(change, below), code, numbers, evidence, below, change
                )

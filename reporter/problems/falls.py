"""Scores that fell over a span of periods: what `decline` and `setback` share."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.result import Scoreboard


def falls(rule: str, board: Scoreboard, span: int, below: float) -> Iterator[Finding]:
    """Members and scores whose change over `span` periods is under `below`: as a share of the first, or on a
    scale without zero, where a share says nothing, as it is.
    """
    result = board.main
    if not 0 < span < len(result.periods):
        return
    start, end = result.periods[-1 - span], result.periods[-1]
    for code in result.values:
        for region in result.members:
            first, last = result.score(code, region, start), result.score(code, region, end)
            share = last / first - 1 if first else 0.0
            change = share if result.zero else last - first
            if change < below:
                numbers: Numbers = {"first": first, "last": last, "change": change, "start": start}
                evidence = (Evidence(code, region, start, first), Evidence(code, region, end, last))
                severity = excess(change, below)
                yield Finding(rule, region, end, severity, code, numbers, evidence, below, change)

"""Thin policy: a region uses few of the instruments."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, shortfall
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def thin_policy(board: Scoreboard, panel: Panel, *, of: IndexCode, below: float = 0.5) -> Iterator[Finding]:
    """Members whose breadth `of`, or the share of instruments in a coverage `of`, is below `below`."""
    result, period = board.results.get(of), board.main.periods[-1]
    if result is None or period not in result.periods:
        return
    for region in (r for r in board.main.members if r in result.regions):
        used = {code: result.score(code, region, period) for code in result.values}
        share = sum(used.values()) / len(used)
        if share < below:
            evidence = tuple(Evidence(code, region, period, one) for code, one in used.items())
            severity = shortfall(share, below)
            yield Finding(
                "thin_policy", region, period, severity, of, {"share": share}, evidence, below, share
            )

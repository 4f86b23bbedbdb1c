"""Advocacy only: a region encourages, and has few instruments that do anything."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.options import IndexCode
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def advocacy_only(
    board: Scoreboard, panel: Panel, *, of: IndexCode, advocacy: str = "advocacy", fewest: int = 3
) -> Iterator[Finding]:
    """Members that use the instrument `advocacy` of the coverage `of` and fewer than `fewest` others."""
    result, period = board.results.get(of), board.main.periods[-1]
    if result is None or period not in result.periods:
        return
    for region in (r for r in board.main.members if r in result.regions):
        used = {code: result.score(code, region, period) for code in result.values}
        others = sum(one > 0 for code, one in used.items() if code != f"{of}-{advocacy}")
        if used.get(f"{of}-{advocacy}", 0.0) > 0 and others < fewest:
            numbers: Numbers = {"others": others, "all": len(used) - 1}
            evidence = tuple(Evidence(code, region, period, one) for code, one in used.items())
            severity = shortfall(others, fewest)
            yield Finding("advocacy_only", region, period, severity, of, numbers, evidence, fewest, others)

"""Rank stagnation: a region stays on its place below the top."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, Severity
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.problems.values import start

FEWEST = 5
"""With fewer members a rank says next to nothing."""


def rank_stagnation(board: Scoreboard, panel: Panel, *, top: int = 3, periods: int = 3) -> Iterator[Finding]:
    """Members, of five or more, whose rank has not changed over up to `periods` and lies below the first
    `top`; always moderate.
    """
    result, since, end = board.main, start(board, periods), board.main.periods[-1]
    if len(result.members) < FEWEST or since == end:
        return
    ranks = result.ranks(result.code)[:, result.periods.index(since) :]
    for region, line in zip(result.members, ranks, strict=True):
        rank = float(line[-1])
        if rank > top and (line == rank).all():
            numbers: Numbers = {"rank": int(rank), "all": len(result.members), "top": top, "start": since}
            code = result.code
            evidence = tuple(Evidence(code, region, p, result.score(code, region, p)) for p in (since, end))
            yield Finding(
                "rank_stagnation", region, end, Severity.MODERATE, code, numbers, evidence, top, rank
            )

"""Gap: a region's score is a small share of the leader's."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def gap(board: Scoreboard, panel: Panel, *, ratio: float = 0.75) -> Iterator[Finding]:
    """Members whose index is under `ratio` of the highest; severity grows with the distance below `ratio`."""
    result, period = board.main, board.main.periods[-1]
    scores = {region: result.score(result.code, region, period) for region in result.members}
    leader = max(scores, key=scores.__getitem__)
    for region, score in scores.items():
        share = score / scores[leader] if scores[leader] else 1.0
        if share < ratio:
            numbers: Numbers = {
                "score": score,
                "leader": leader,
                "leading": scores[leader],
                "distance": scores[leader] - score,
                "share": share,
            }
            evidence = tuple(Evidence(result.code, r, period, scores[r]) for r in (region, leader))
            yield Finding(
                "gap", region, period, shortfall(share, ratio), result.code, numbers, evidence, ratio, share
            )

"""Imbalance: one dimension lies far below the region's best."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def imbalance(board: Scoreboard, panel: Panel, *, ratio: float = 0.5) -> Iterator[Finding]:
    """Members whose lowest dimension score is under `ratio` of their highest."""
    result, period = board.main, board.main.periods[-1]
    codes = list(result.framework.codes(result.code).values())
    for region in result.members:
        scores = {code: result.score(code, region, period) for code in codes}
        low, high = min(scores, key=scores.__getitem__), max(scores, key=scores.__getitem__)
        share = scores[low] / scores[high] if scores[high] else 1.0
        if share < ratio:
            numbers: Numbers = {
                "low": scores[low],
                "high": scores[high],
                "lowest": low,
                "highest": high,
                "share": share,
            }
            evidence = tuple(Evidence(code, region, period, scores[code]) for code in (low, high))
            yield Finding(
                "imbalance", region, period, shortfall(share, ratio), low, numbers, evidence, ratio, share
            )

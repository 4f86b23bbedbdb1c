"""Volatility: the index once fell far below its own peak."""

from collections.abc import Iterator

from reporter.methods.growth import drawdown
from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def volatility(
    board: Scoreboard, panel: Panel, *, drawdown_over: float = 0.1, recent: int = 3
) -> Iterator[Finding]:
    """Members whose index fell from a peak by more than `drawdown_over` of it and has not regained it, or has
    done so within the last `recent` periods. On a scale without zero the fall is no share, but as it is.
    """
    result = board.main
    for region in result.members:
        line = result.line(result.code, region)
        fall = drawdown(line, share=result.zero)
        old = 0 <= fall.recovered < len(line) - recent
        if fall.depth > drawdown_over and not old:
            peak, trough = result.periods[fall.peak], result.periods[fall.trough]
            regained = result.periods[fall.recovered] if fall.recovered >= 0 else ""
            numbers: Numbers = {
                "depth": fall.depth,
                "peak": peak,
                "trough": trough,
                "high": float(line[fall.peak]),
                "low": float(line[fall.trough]),
                "regained": regained,
            }
            evidence = tuple(
                Evidence(result.code, region, p, result.score(result.code, region, p)) for p in (peak, trough)
            )
            severity = excess(fall.depth, drawdown_over)
            yield Finding(
                "volatility",
                region,
                result.periods[-1],
                severity,
                result.code,
                numbers,
                evidence,
                drawdown_over,
                fall.depth,
            )

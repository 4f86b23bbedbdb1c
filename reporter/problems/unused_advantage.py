"""Unused advantage: a region is far better placed in a resource than in what comes of it."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.options import DimensionId
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard

ENVIRONMENT, OUTPUT = DimensionId("environment"), DimensionId("output")


def unused_advantage(
    board: Scoreboard,
    panel: Panel,
    *,
    resource: DimensionId = ENVIRONMENT,
    outcome: DimensionId = OUTPUT,
    over: float = 1.5,
) -> Iterator[Finding]:
    """Members whose dimension `resource` is over `over` times their `outcome`, each as a share of the
    members' best.
    """
    result, period = board.main, board.main.periods[-1]
    codes = result.framework.codes(result.code)
    have, get = codes[resource], codes[outcome]
    best = {code: max(result.score(code, r, period) for r in result.members) for code in (have, get)}
    for region in result.members:
        scores = {code: result.score(code, region, period) for code in (have, get)}
        if not all(best.values()) or scores[get] <= 0:
            continue
        placed, reached = (scores[code] / best[code] for code in (have, get))
        if placed / reached > over:
            times = placed / reached
            numbers: Numbers = {
                "resource": have, "placed": placed, "reached": reached, "times": times,
                "had": scores[have], "most": best[have], "got": scores[get], "top": best[get],
            }  # fmt: skip
            evidence = tuple(Evidence(code, region, period, score) for code, score in scores.items())
            severity = excess(times, over)
            yield Finding("unused_advantage", region, period, severity, get, numbers, evidence, over, times)

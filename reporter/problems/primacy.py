"""Primacy: one region holds most of what a group has."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.options import IndicatorId
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def primacy(board: Scoreboard, panel: Panel, *, of: IndicatorId, over: float = 0.5) -> Iterator[Finding]:
    """Groups in which one member's share of the sum of the indicator `of` is over `over`.

    Severity looks at what is left to the others. A group with a missing figure has no sum.
    """
    period = board.main.periods[-1]
    for group, members in board.main.groups.items():
        values = {region: panel.value(of, region, period) for region in members}
        leader, total = max(values, key=values.__getitem__), sum(values.values())
        share = values[leader] / total if total > 0 else 0.0
        if share > over:
            numbers: Numbers = {"leader": leader, "share": share}
            evidence = tuple(Evidence(of, region, period, one) for region, one in values.items())
            severity = shortfall(1 - share, 1 - over)
            yield Finding("primacy", group, period, severity, of, numbers, evidence, over, share)

"""Low yield: of a resource a region has its share, of what should come of it far less."""

from collections.abc import Iterator

import numpy as np

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.options import FigureId
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def low_yield(
    board: Scoreboard, panel: Panel, *, of: FigureId, against: FigureId, ratio: float = 0.5
) -> Iterator[Finding]:
    """Members whose indicator `of`, beside the members' median, is under `ratio` of their `against` beside
    its own: patents without turnover, for one.

    The medians are of the members that have both figures; with one such member there is nothing to stand by.
    """
    period = board.main.periods[-1]
    both = {r: [panel.value(i, r, period) for i in (of, against)] for r in board.main.members}
    both = {region: pair for region, pair in both.items() if pair[0] == pair[0] and pair[1] == pair[1]}
    if len(both) < 2:
        return
    middle = np.median(list(both.values()), axis=0)
    for region, pair in both.items():
        if not (middle > 0).all() or pair[1] <= 0:
            continue
        got, had = (float(one) for one in pair / middle)
        share = got / had
        if share < ratio:
            numbers: Numbers = {"resource": against, "placed": had, "reached": got, "share": share}
            evidence = tuple(
                Evidence(i, r, period, one)
                for r in (region, *(other for other in both if other != region))
                for i, one in zip((of, against), both[r], strict=True)
            )
            severity = shortfall(share, ratio)
            yield Finding("low_yield", region, period, severity, of, numbers, evidence, ratio, share)

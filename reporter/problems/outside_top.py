"""Outside the top: no member of a group is among the first of a ranking published elsewhere."""

from collections.abc import Iterator
from math import floor

from reporter.model.finding import Evidence, Finding, Numbers, excess
from reporter.model.options import FigureId
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard


def outside_top(board: Scoreboard, panel: Panel, *, of: FigureId, top: int = 10) -> Iterator[Finding]:
    """Groups whose best published rank `of` lies below the first `top`; unranked members are left out.

    A tie published as the mean of its places, 10.5 of the 10th and 11th, shares the first of them.
    """
    period = board.main.periods[-1]
    for group, members in board.main.groups.items():
        ranks = {r: panel.value(of, r, period) for r in members}
        ranks = {region: rank for region, rank in ranks.items() if rank == rank}
        best = min(ranks, key=ranks.__getitem__, default="")
        if best and floor(ranks[best]) > top:
            rank, form = ranks[best], "" if ranks[best].is_integer() else "shared"
            numbers: Numbers = {
                "best": best, "rank": rank if form else int(rank), "ranked": len(ranks), "all": len(members),
                "form": form,
            }  # fmt: skip
            evidence = tuple(Evidence(of, r, period, rank) for r, rank in ranks.items())
            severity = excess(ranks[best], top)
            yield Finding("outside_top", group, period, severity, of, numbers, evidence, top, ranks[best])

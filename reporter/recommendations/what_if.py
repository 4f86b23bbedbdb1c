"""What would follow if a monitored indicator reached a target: scored anew, not guessed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import numpy as np

from reporter.model.advice import TARGETS, Recommendation, Target, WhatIf
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite


def with_what_if(
    made: tuple[Recommendation, ...], main: Composite, panel: Panel, score: Callable[[Panel], Composite]
) -> tuple[Recommendation, ...]:
    """The recommendations, each with what would follow in the regions and indicators it is about.

    score: the main index of a panel. A target no better than what the region has is left out.
    """
    members, indicators = set(main.members), set(main.steps.indicators)

    @cache
    def follows(region: str, indicator: str) -> tuple[WhatIf, ...]:
        return tuple(_what_ifs(main, panel, score, region, indicator))

    def of(one: Recommendation) -> Iterator[WhatIf]:
        for region in dict.fromkeys(f.region for f in one.answers if f.region in members):
            for indicator in one.measure.monitor:
                yield from follows(region, indicator) if indicator in indicators else ()

    return tuple(replace(one, what_if=tuple(of(one))) for one in made)


def _what_ifs(
    main: Composite, panel: Panel, score: Callable[[Panel], Composite], region: str, indicator: str
) -> Iterator[WhatIf]:
    up = main.framework.indicators[indicator].direction == "up"
    period, goals = main.periods[-1], _goals(main, panel, region, indicator, up)
    now, here = panel.value(indicator, region, period), main.score(main.code, region, period)
    if np.isnan(now) or np.isnan(here):
        return
    for target in TARGETS:
        goal = goals[target]
        if np.isnan(goal) or not (goal > now if up else goal < now):
            continue
        values = panel.values.copy()
        values[panel.cell(indicator, region, period)] = goal
        then = score(replace(panel, values=values))
        yield WhatIf(
            indicator,
            region,
            target,
            now,
            goal,
            here,
            then.score(main.code, region, period),
            _behind(main, region),
            _behind(then, region),
        )


def _goals(main: Composite, panel: Panel, region: str, indicator: str, up: bool) -> dict[Target, float]:
    """The median of the other members, the region's own best in the window, and the best member's value."""
    t, j = panel.periods.index(main.periods[-1]), panel.indicators.index(indicator)
    rows = [panel.rows[r] for r in main.members]
    peers = panel.values[[r for r in rows if panel.regions[r] != region], t, j]
    window = [panel.periods.index(p) for p in main.periods]
    best = np.fmax.reduce if up else np.fmin.reduce

    def of(values: Floats, how: Callable[[Floats], float]) -> float:
        known = values[~np.isnan(values)]
        return float(how(known)) if known.size else float("nan")

    return {
        "peers": of(peers, np.median),
        "own": of(panel.values[panel.rows[region], window, j], best),
        "leader": of(panel.values[rows, t, j], best),
    }


def _behind(main: Composite, region: str) -> float:
    """How far the region stands behind the highest member in the last period."""
    last = main.values[main.code][: len(main.members), -1]
    return float(np.nanmax(last)) - main.score(main.code, region, main.periods[-1])

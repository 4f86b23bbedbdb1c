"""What the further ways to rank share: the alternatives, the groups, and the steps told."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import numpy as np

from reporter.errors import fault
from reporter.indices.beside import beside
from reporter.indices.faults import option, ranking
from reporter.indices.prepare import Ready, filled, with_groups
from reporter.model.panel import Floats, Panel
from reporter.model.result import Given, Result, Step
from reporter.model.study import IndexSpec

Over = Literal["period", "pooled"]


def share(name: str, value: float, spec: IndexSpec, *, above: bool = False) -> None:
    """A fault where an option is no share of 0–1, or is 0 where it has to be above."""
    if value < 0 or value > 1 or (above and value == 0):
        what = f"index '{spec.code}': '{name}' cannot be {value}"
        mend = f"it should be a share {'above' if above else 'from'} 0, up to 1"
        raise fault(option(spec, name), what, mend)


def alternatives(panel: Panel, over: str, score: Callable[[Panel], dict[str, Floats]]) -> dict[str, Floats]:
    """What `score` gives (regions × periods) to regions within each period, or to all of them pooled."""
    if over == "pooled":
        return score(panel)
    found = [score(panel.window([period], panel.indicators)) for period in panel.periods]
    return {name: np.concatenate([one[name] for one in found], axis=1) for name in found[0]}


def ranked(
    given: Given,
    made: Ready,
    weights: Floats,
    over: str,
    score: Callable[[Panel], dict[str, Floats]],
    options: Mapping[str, Any],
    scale: Literal["score", "plain"] = "plain",
    better: Literal["up", "down"] = "up",
) -> Result:
    """The index whose scores `score` gives last, after its steps; a group is the mean of its members."""
    panel, trace, _ = made
    spec, study, framework = given.spec, given.study, given.framework
    with ranking(panel, framework, spec):
        found = alternatives(panel, over, score)
    *steps, last = found
    told = [_step(name, found[name], panel) for name in steps]
    others = beside(given, options, {over})
    shares = Step("weights", weights, ("indicator",), {"indicator": panel.indicators})
    return Result(
        code=spec.code,
        method=spec.method,
        options=options,
        members=panel.regions,
        groups={group.id: group.members for group in study.groups},
        periods=panel.periods,
        values={spec.code: with_groups(found[last], panel, study)},
        filled=filled(panel, study),
        scale=scale,
        better=better,
        trace=(*trace, shares, *told),
        sources=panel.indicators,
        beside=others.regions,
        pooled=others.pooled,
    )


def _step(name: str, values: Floats, panel: Panel) -> Step:
    """A step of regions × periods, and of indicators where it has a third axis."""
    axes = ("region", "period", "indicator")[: values.ndim]
    return Step(name, values, axes, {"region": panel.regions, "indicator": panel.indicators})

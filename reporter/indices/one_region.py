"""A group taken as one region: made of its members' parts, standardised as they are."""

import numpy as np

from reporter.errors import fault
from reporter.indices.prepare import benefit as benefits
from reporter.methods.expression import evaluate
from reporter.methods.standardise import STANDARDISE, Scope, goalposts, over
from reporter.model.panel import Floats, Panel
from reporter.model.study import Framework, Group, Indicator, Study


def one_region(
    panel: Panel, framework: Framework, study: Study, group: Group, how: str, scope: Scope
) -> Floats:
    """Standardised values of the group as one region, periods × indicators; Faults where it has no place.

    It never enters the reference set; where each region is its own reference, so is the group.
    """
    raw = np.stack([_whole(panel, study, group, framework.indicators[i]) for i in panel.indicators], axis=-1)
    benefit = benefits(panel, framework)
    if how == "goalposts":
        low, high = np.array([framework.indicators[i].goalposts for i in panel.indicators], float).T
        return np.asarray(goalposts(raw, benefit, low, high))
    if how not in ("ratio-to-max", "min-max"):
        what = f"group '{group.id}': one region of summed parts has no place after standardise: {how}"
        raise fault(group.where, what, "write aggregate: mean, or use another standardise")
    if scope == "region":
        return np.asarray(STANDARDISE[how](raw[None], benefit, "region")[0])
    low, high = (bound[0] for bound in over(panel.values, scope))
    if how == "ratio-to-max":
        return np.asarray(np.where(benefit, raw / high, low / raw))
    return np.asarray(np.where(benefit, raw - low, high - raw) / (high - low))


def _whole(panel: Panel, study: Study, group: Group, one: Indicator) -> Floats:
    """The indicator of the group as one region: parts summed, volumes divided by members, bases weighed."""
    members = [panel.rows[m] for m in group.members]
    columns = [panel.series_periods.index(p) for p in panel.periods]
    if one.base:
        base = panel.series[one.base].values[members][:, columns]
        own = panel.values[members][:, :, panel.indicators.index(one.id)]
        return np.asarray((own * base).sum(0) / base.sum(0))
    sums = {
        name: panel.series[name].values[members][:, columns].sum(axis=0) * study.series[name].unit.factor
        for name in one.value.names
    }
    whole = evaluate(one.value, sums) / one.unit.factor
    return np.asarray(whole if one.value.is_ratio else whole / len(members))

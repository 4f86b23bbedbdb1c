"""What else the score of a region rests on: other regions of its period, or figures of all periods."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from reporter.indices.weigh import DECLARED
from reporter.model.result import Given


class Beside(NamedTuple):
    """The regions that each row is held against, and whether in all periods."""

    regions: Mapping[str, tuple[str, ...]]
    pooled: bool


def beside(given: Given, options: Mapping[str, Any], scopes: Collection[str]) -> Beside:
    """What every row is held against where scores are made over these scopes: `pooled`, `period`, `region`.

    Gaps filled from a group, outliers and weights drawn from the data make it everything, whatever these say.
    """
    drawn = options["weights"] not in DECLARED or options.get("treat", "none") != "none"
    found = {*scopes, "pooled"} if drawn or "group" in options.get("impute", "") else set(scopes)
    members = given.panel.regions
    own = {region: (region,) for region in members} | {g.id: g.members for g in given.study.groups}
    if found == {"region"}:
        return Beside(own, True)
    return Beside(dict.fromkeys(own, members) if found else {}, found != {"period"})

"""Whether neighbours among the members of a group are alike."""

from collections.abc import Iterator, Mapping

import numpy as np

from reporter.errors import Flaw, did_you_mean, refuse
from reporter.indices.draw import at, over_regions, score
from reporter.indices.plain import figures, of_groups, of_members
from reporter.indices.refuse import Cells, usable
from reporter.methods.spatial import Bools, Moran, moran_test
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step
from reporter.model.study import Group


def morans_i(
    given: Given, *, neighbours: Mapping[str, list[str]], of: str = "", permutations: int = 999, seed: int = 1
) -> Result:
    """Moran's I over each group's members: above −1/(n − 1) when neighbours are alike, below when unlike.

    `neighbours`: regions by region, each pair said once or twice; weights are row-standardised. Its mean
    without pattern and the two-sided p of so many `permutations` are steps. Faults: fewer than 3 members, a
    region without neighbour, all alike. Moran 1950; Cliff & Ord 1981.
    """
    refuse(_flaws(given, neighbours, permutations, seed))
    one = score(given, of)
    values, trace = dict[str, Floats](), list[Step]()
    for group, y in zip(given.study.groups, over_regions(given, one).values(), strict=True):
        W = _matrix(group.members, neighbours)
        found = [_tested(given, group, one.name, y, W, t, permutations, seed) for t in range(len(y))]
        values[group.id] = np.array([each.I for each in found])
        by_chance = np.array([(each.expected, each.p) for each in found])
        trace.append(of_members(group.id, "y", y, group.members))
        trace.append(figures(group.id, {"mean by chance": by_chance[:, 0], "p": by_chance[:, 1]}))
    options = {"of": one.name, "permutations": permutations, "seed": seed, "neighbours": dict(neighbours)}
    return of_groups(given, [one], options, values, trace=trace)


def _tested(
    given: Given, group: Group, name: str, y: Floats, W: Bools, t: int, permutations: int, seed: int
) -> Moran:
    """Moran's I of one period."""
    same = {"name": name, "period": given.panel.periods[t]}
    cells = {
        "y": Cells({"region": group.members}, same=same),
        "neighbours": Cells({"region": group.members}, "neighbours"),
    }
    with usable(given, f"members of {group.id}", **cells):
        return moran_test(y[t], W, seed=seed, permutations=permutations)


def _matrix(members: tuple[str, ...], neighbours: Mapping[str, list[str]]) -> Bools:
    """Which members are neighbours, both ways."""
    one_way = np.array([[b in neighbours.get(a, ()) for b in members] for a in members])
    return np.asarray(one_way | one_way.T)


def _flaws(given: Given, neighbours: Mapping[str, list[str]], permutations: int, seed: int) -> Iterator[Flaw]:
    """Neighbours that are no regions of the study, numbers below their least."""
    who, regions = f"index '{given.spec.code}'", given.whole.regions
    for region in dict.fromkeys([*neighbours, *(b for inside in neighbours.values() for b in inside)]):
        if region not in regions:
            what = f"{who}: no region of the study is called '{region}'"
            yield Flaw(at(given, "neighbours"), what, did_you_mean(region, regions))
    for option, value, least in (("permutations", permutations, 1), ("seed", seed, 0)):
        if value < least:
            what = f"{who}: '{option}' is {value}"
            yield Flaw(at(given, option), what, f"write {least} or more")

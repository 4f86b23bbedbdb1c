"""How unequal the members of a group are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from reporter.errors import Flaw, did_you_mean, refuse
from reporter.indices.draw import at, named, over_regions, score
from reporter.indices.plain import figures, of_groups, of_members
from reporter.indices.refuse import Cells, usable
from reporter.methods import inequality
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step
from reporter.model.study import Group

Measure = Literal["theil", "theil-l", "gini", "atkinson", "cv", "max-min", "primacy"]
WEIGHED: dict[str, Callable[..., Floats]] = {
    "theil": inequality.theil,
    "theil-l": inequality.theil_l,
    "gini": inequality.gini,
    "cv": inequality.coefficient_of_variation,
}
ALONE: dict[str, Callable[[Floats], Floats]] = {
    "max-min": inequality.max_min_ratio,
    "primacy": inequality.primacy,
}
SPLIT = {"theil": inequality.theil_decomposition, "theil-l": inequality.theil_l_decomposition}


@dataclass(frozen=True)
class How:
    """A measure with what it takes; `parts` are the members by part."""

    measure: str
    of: str = ""
    population: str = ""
    epsilon: float = 0.5
    parts: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def options(self) -> dict[str, Any]:
        """What the measure uses of it."""
        weigh = {} if self.measure in ALONE else {"population": self.population or "equal"}
        more = {"epsilon": self.epsilon} if self.measure == "atkinson" else {}
        return {"measure": self.measure, **weigh, **more, **({"parts": self.parts} if self.parts else {})}

    def __call__(self, y: Floats, p: Floats | None) -> Floats:
        """The measure over the last axis."""
        if self.measure in ALONE:
            return ALONE[self.measure](y)
        if self.measure == "atkinson":
            return inequality.atkinson(y, p, epsilon=self.epsilon)
        return WEIGHED[self.measure](y, p)


def disparity(
    given: Given,
    *,
    of: str = "",
    measure: Measure = "theil",
    population: str = "",
    epsilon: float = 0.5,
    parts: Mapping[str, list[str]] | None = None,
    titles: Mapping[str, Mapping[str, str]] | None = None,
) -> Result:
    """Disparity between the members of each group, at least 0 (max-min: 1); 0 when all are equal.

    `of`: a score, an indicator or a series, by default the first index; `population` weighs the members of
    every measure but max-min and primacy; `epsilon` is Atkinson's. `parts`: members by part, for the share
    of theil and theil-l between and within them; `titles`: what a part is called, by language. Faults:
    values below 0, or of 0 where a logarithm is taken.
    """
    how = How(measure, of, population, epsilon, parts or {})
    refuse([*_flaws(given, how), *_untitled(given, how, titles or {})])
    return between_members(given, how)


def between_members(given: Given, how: How) -> Result:
    """The measure over each group's members, with their shares and the split as its trace."""
    one = score(given, how.of)
    weigh = named(given, "population", [how.population]) if how.population else []
    y, p = over_regions(given, one), over_regions(given, weigh[0]) if weigh else {}
    values, trace = dict[str, Floats](), list[Step]()
    for group in given.study.groups:
        axes = {"period": given.panel.periods, "region": group.members}
        outcome = Cells(axes, same={"name": one.name})
        weights = Cells(axes, "population", {"name": how.population})
        with usable(given, y=outcome, p=weights):
            values[group.id] = how(y[group.id], p.get(group.id))
            trace += _trace(group, y[group.id], p.get(group.id), how)
    return of_groups(given, [one, *weigh], {"of": one.name, **how.options}, values, "down", trace)


def _trace(group: Group, y: Floats, p: Floats | None, how: How) -> Iterator[Step]:
    """Values and weights of the members; where there are parts, what lies between and within them."""
    yield of_members(group.id, "y", y, group.members)
    if how.measure not in ALONE:
        yield of_members(group.id, "p", inequality.population(y, p), group.members)
    if how.parts:
        of = np.array([part for m in group.members for part, inside in how.parts.items() if m in inside])
        found = SPLIT[how.measure](y, of, p)
        inside = {f"inside {part}": found.inside[:, n] for n, part in enumerate(found.groups)}
        yield figures(group.id, {"between": found.between, "within": found.within, **inside})


def _flaws(given: Given, how: How) -> Iterator[Flaw]:
    """Options that do not go together, parts that leave a region out or name it twice."""
    who, regions = f"index '{given.spec.code}'", given.whole.regions
    if how.measure in ALONE and how.population:
        yield Flaw(at(given, "population"), f"{who}: {how.measure} takes no population", "take it out")
    if how.epsilon < 0:
        yield Flaw(at(given, "epsilon"), f"{who}: 'epsilon' is below 0", "write 0 or more")
    if how.parts and how.measure not in SPLIT:
        yield Flaw(at(given, "parts"), f"{who}: {how.measure} has no parts", "use theil or theil-l")
    named = [region for inside in how.parts.values() for region in inside]
    for region in dict.fromkeys(named):
        if region not in regions:
            what = f"{who}: no region of the study is called '{region}'"
            yield Flaw(at(given, "parts"), what, did_you_mean(region, regions))
    for region in regions if how.parts else ():
        if named.count(region) != 1:
            what = f"{who}: '{region}' stands in {named.count(region)} parts"
            yield Flaw(at(given, "parts"), what, "let each region stand in one")


def _untitled(given: Given, how: How, titles: Mapping[str, Mapping[str, str]]) -> Iterator[Flaw]:
    """Titles of what is no part."""
    for part in titles:
        if part not in how.parts:
            what = f"index '{given.spec.code}': 'titles' names '{part}', which is no part"
            yield Flaw(at(given, "titles"), what, did_you_mean(part, how.parts))

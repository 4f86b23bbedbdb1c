"""Scores and the steps that led there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from reporter.methods.ideal_solution import by_distance, contributions, shapley
from reporter.model.panel import Bools, Floats
from reporter.model.study import Framework


@dataclass(frozen=True, eq=False)
class Steps:
    """The intermediate values of an ideal solution. r members, t periods, j indicators.

    standardised (r, t, j); weights and effective weights (j,), both summing to 1; best and worst: the ideals,
    broadcast to (r, t, j); to_best and to_worst: squared weighted differences (r, t, j); reached: where the
    best value stands, (region, period, raw value) by indicator; as_one: to_best and to_worst (t, j) of each
    group scored as one region.
    """

    indicators: tuple[str, ...]
    standardised: Floats
    weights: Floats
    effective: Floats
    best: Floats
    worst: Floats
    to_best: Floats
    to_worst: Floats
    reached: Mapping[str, tuple[str, str, float]]
    as_one: Mapping[str, tuple[Floats, Floats]]


@dataclass(frozen=True, eq=False)
class Result:
    """An index: `values[code]` is (members + groups) × periods, on the scale 0–1; codes are `I`, `I1`,
    `I2`, …
    """

    code: str
    method: str
    options: Mapping[str, Any]
    framework: Framework
    members: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    periods: tuple[str, ...]
    values: Mapping[str, Floats]
    filled: Bools
    steps: Steps

    @property
    def regions(self) -> tuple[str, ...]:
        """Members first, groups after them: the rows of every array in `values`."""
        return self.members + tuple(self.groups)

    def score(self, code: str, region: str, period: str) -> float:
        """One score, 0–1."""
        return float(self.values[code][self.regions.index(region), self.periods.index(period)])

    def line(self, code: str, region: str) -> Floats:
        """The scores of one region over the periods."""
        return np.asarray(self.values[code][self.regions.index(region)])

    def contributions(self, region: str, start: str, end: str) -> Floats:
        """What each indicator adds to the change of the index between two periods; sums exactly to the
        change.

        Those of a group scored as the mean of its members are their mean. Order: `steps.indicators`.
        """
        t0, t1 = self.periods.index(start), self.periods.index(end)
        if region in self.groups and region not in self.steps.as_one:
            members = [self.contributions(member, start, end) for member in self.groups[region]]
            return np.asarray(np.mean(members, axis=0))
        if region in self.groups:
            best, worst = self.steps.as_one[region]
        else:
            r = self.members.index(region)
            best, worst = self.steps.to_best[r], self.steps.to_worst[r]
        if self.options["form"] == "squared":
            return contributions(best[t0], worst[t0], best[t1], worst[t1])
        share = shapley if len(self.steps.indicators) <= 12 else by_distance
        return share(best[t0], worst[t0], best[t1], worst[t1], self.options["form"])

    def by_dimension(self, parts: Floats) -> dict[str, float]:
        """Contributions of indicators added up by dimension id."""
        names = self.steps.indicators
        return {
            d.id: float(sum(parts[names.index(i)] for i in d.indicators)) for d in self.framework.dimensions
        }

    def ranks(self, code: str) -> Floats:
        """Rank of each member per period, 1 = best, ties share the smallest rank; shape members × periods."""
        scores = self.values[code][: len(self.members)]
        return np.asarray(1.0 + np.sum(scores[None, :, :] > scores[:, None, :], axis=1))


@dataclass(frozen=True, eq=False)
class Scoreboard:
    """Every index of the study by code, the first being the one the report is about."""

    results: Mapping[str, Result]

    @property
    def main(self) -> Result:
        """The index the report is about."""
        return next(iter(self.results.values()))

"""What an index gives: values and the steps that led there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, Self

import numpy as np

from reporter.methods.rank import rank
from reporter.model.panel import Bools, Floats, Panel
from reporter.model.study import Framework, IndexSpec, Study

Share = Callable[[str, str, str], Floats]
Rescored = Mapping[str, Floats]
Better = Literal["up", "down", "neither"]


@dataclass(frozen=True, eq=False)
class Step:
    """An intermediate value by name; `axes` says what each axis runs over: region, period, indicator …"""

    name: str
    values: Floats
    axes: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Result:
    """An index: `values[code]` is (members + groups) × periods; `trace` are its steps in order.

    scale: `score` (0–1, printed ×100) or `plain`. better: whether more is better, less, or neither.
    sources: the series or indicators, or the codes of other indices, that it is computed from.
    behind: the periods that the value of a period is computed from, where it is not that period alone.
    beside: the regions that the value of a region is held against, where it does not stand by itself; in the
    periods of its own figures, or in all periods where it is `pooled`.
    zero: whether 0 means nothing at all, so that one value can be so many times another; differences always
    mean something.
    """

    code: str
    method: str
    options: Mapping[str, Any]
    members: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    periods: tuple[str, ...]
    values: Mapping[str, Floats]
    filled: Bools
    scale: Literal["score", "plain"] = "score"
    better: Better = "up"
    trace: tuple[Step, ...] = ()
    sources: tuple[str, ...] = ()
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pooled: bool = False
    zero: bool = True

    @property
    def regions(self) -> tuple[str, ...]:
        """Members first, groups after them: the rows of every array in `values`."""
        return self.members + tuple(self.groups)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Where each region stands."""
        return {region: row for row, region in enumerate(self.regions)}

    @property
    def times(self) -> float:
        """What a value is multiplied by where it is printed."""
        return 100.0 if self.scale == "score" else 1.0

    def score(self, code: str, region: str, period: str) -> float:
        """One value."""
        return float(self.values[code][self.rows[region], self.periods.index(period)])

    def line(self, code: str, region: str) -> Floats:
        """The values of one region over the periods."""
        return np.asarray(self.values[code][self.rows[region]])

    def step(self, name: str, region: str) -> Step | None:
        """The step of this name that led to a region's row, if there is one."""
        return next((s for s in self.trace if s.name == name and s.labels.get("region") == (region,)), None)

    def until(self, period: str) -> Self:
        """The same result up to a period; what it was computed from stays."""
        last = self.periods.index(period) + 1
        values = {code: line[:, :last] for code, line in self.values.items()}
        return replace(self, periods=self.periods[:last], values=values, filled=self.filled[:, :last])

    def leader(self, code: str | None = None) -> str:
        """The member with the highest value in the last period; of the index itself unless a code is said."""
        return max(self.members, key=lambda r: self.score(code or self.code, r, self.periods[-1]))

    def ranks(self, code: str) -> Floats:
        """Rank of each member per period, 1 = best, ties share the smallest rank; NaN stays NaN, and all is
        NaN where neither more nor less is better.
        """
        if self.better == "neither":
            return np.full_like(self.values[code][: len(self.members)], np.nan)
        return rank(self.values[code][: len(self.members)] * (-1 if self.better == "down" else 1))


@dataclass(frozen=True, eq=False)
class Steps:
    """The intermediate values of a composite index. r members, t periods, j indicators.

    standardised (r, t, j); weights and effective weights (j,), both summing to 1; reached: where the best
    value stands, (region, period, raw value) by indicator. Of an ideal solution also: best and worst, the
    ideals, broadcast to (r, t, j); as_one: squared weighted differences to them (t, j) of each group scored
    as one region. filled (r, t, j): which raw values were filled in.
    """

    indicators: tuple[str, ...]
    standardised: Floats
    weights: Floats
    effective: Floats
    reached: Mapping[str, tuple[str, str, float]]
    best: Floats | None = None
    worst: Floats | None = None
    as_one: Mapping[str, tuple[Floats, Floats]] = field(default_factory=dict)
    filled: Bools | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Composite(Result):
    """An index over a framework: codes are `I`, `I1`, `I2`, … on the scale 0–1.

    `share(region, start, end)` tells what each indicator adds to the change between two periods;
    `rescore(weights)` gives the values by code under many sets of weights, (replicates, indicators), each
    summing to 1: (members + groups) × periods × replicates.
    """

    framework: Framework
    steps: Steps
    share: Share
    rescore: Callable[[Floats], Rescored]

    def contributions(self, region: str, start: str, end: str) -> Floats:
        """What each indicator adds to the change of the index between two periods; sums to the change.

        Those of a group scored as the mean of its members are their mean. Order: `steps.indicators`.
        """
        if region in self.groups and region not in self.steps.as_one:
            members = [self.share(member, start, end) for member in self.groups[region]]
            return np.asarray(np.mean(members, axis=0))
        return self.share(region, start, end)

    def filled_in(self, code: str) -> Bools:
        """Which scores of `code` rest on a filled figure or lack one, members then groups × periods."""
        if self.steps.filled is None:
            return self.filled
        scored = self.framework.scored(self.code)
        names = scored[code].indicators if code in scored else self.steps.indicators
        j = [self.steps.indicators.index(i) for i in names]
        own = np.asarray((self.steps.filled | np.isnan(self.steps.standardised))[:, :, j].any(axis=-1))
        rows = ([self.rows[m] for m in members] for members in self.groups.values())
        return np.vstack([own, *(own[r].any(axis=0) for r in rows)])

    def rests(self, code: str, region: str, *periods: str) -> bool:
        """Whether a score rests on a filled figure, or lacks one, in any of the periods."""
        t = [self.periods.index(p) for p in periods]
        return bool(self.filled_in(code)[self.rows[region], t].any())

    def pairs(self, source: str, target: str, period: str) -> tuple[tuple[str, ...], Floats, Floats]:
        """The members that have both scores in a period, and these, in the order of the first."""
        t, n = self.periods.index(period), len(self.members)
        x, y = (self.values[code][:n, t] for code in (source, target))
        known = [k for k in np.argsort(x, kind="stable") if np.isfinite(x[k]) and np.isfinite(y[k])]
        return tuple(self.members[k] for k in known), x[known], y[known]

    def by_dimension(self, parts: Floats) -> dict[str, float]:
        """Contributions of indicators added up by dimension id."""
        names = self.steps.indicators
        return {
            d.id: float(sum(parts[names.index(i)] for i in d.indicators)) for d in self.framework.dimensions
        }


@dataclass(frozen=True, eq=False)
class Given:
    """What an index may draw on: the panel in its window, the whole panel, and the indices before it.

    weights: of the indicators, in place of those that its options ask for.
    """

    panel: Panel
    whole: Panel
    framework: Framework
    spec: IndexSpec
    study: Study
    earlier: Mapping[str, Result] = field(default_factory=dict)
    weights: Floats | None = None


@dataclass(frozen=True, eq=False)
class Scoreboard:
    """Every index of the study by code, the first being the one the report is about."""

    results: Mapping[str, Result]

    def until(self, period: str) -> "Scoreboard":
        """The scores up to a period; an index that has none by then is left out."""
        there = {code: one for code, one in self.results.items() if one.periods[0] <= period}
        return Scoreboard({code: one.until(min(period, one.periods[-1])) for code, one in there.items()})

    def holding(self, code: str) -> Result | None:
        """The index that has a score of this code."""
        return next((one for one in self.results.values() if code in one.values), None)

    @property
    def main(self) -> Composite:
        """The index the report is about."""
        first = next(iter(self.results.values()))
        if not isinstance(first, Composite):
            raise TypeError(f"the first index, {first.code}, is no composite")
        return first

    @property
    def composites(self) -> dict[str, Composite]:
        """The indices over a framework."""
        return {code: one for code, one in self.results.items() if isinstance(one, Composite)}

"""A quantity of a region over periods: a score, an indicator or a series; of a group what its parts give."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reporter.methods.expression import evaluate
from reporter.model.audit import Audit
from reporter.model.panel import Floats, Panel
from reporter.model.result import Scoreboard
from reporter.model.study import Study


@dataclass(frozen=True, eq=False)
class Ground:
    """What claims are held against."""

    board: Scoreboard
    panel: Panel
    study: Study
    audit: Audit

    def line(self, quantity: str, region: str, periods: Sequence[str]) -> Floats:
        """The values in these periods, NaN where there is none: a score as it is, an indicator in its unit, a
        series in its own.

        A group has the scores of its index; its indicators come from the sums of its members' series.
        """
        result = self.board.holding(quantity)
        if result is not None:
            there = region in result.regions
            nothing = np.full(len(periods), np.nan)
            return _at(result.line(quantity, region), result.periods, periods) if there else nothing
        panel, one = self.panel, self.study.indicators.get(quantity)
        if one and region in panel.regions:
            return _at(panel.line(quantity, region), panel.periods, periods)
        rows = [panel.rows[m] for m in self.board.main.groups.get(region, (region,))]
        names = one.value.names if one else (quantity,)
        sums = {name: panel.series[name].values[rows].sum(axis=0) for name in names}
        if one is None:
            return _at(sums[quantity], panel.series_periods, periods)
        based = {name: sums[name] * self.study.series[name].unit.factor for name in names}
        return _at(evaluate(one.value, based) / one.unit.factor, panel.series_periods, periods)

    def filled(self, quantity: str, region: str, periods: Sequence[str]) -> bool:
        """Whether an indicator or a series has a figure there that was filled in."""
        one = self.study.indicators.get(quantity)
        names = [n for n in (one.value.names if one else (quantity,)) if n in self.panel.series]
        rows = [self.panel.rows[m] for m in self.board.main.groups.get(region, (region,))]
        at = [self.panel.series_periods.index(p) for p in periods if p in self.panel.series_periods]
        return any(bool(self.panel.series[name].filled[np.ix_(rows, at)].any()) for name in names)

    def tested(self, quantity: str, start: str, end: str) -> bool:
        """Whether the audit has an interval for a change; of what is no score there is none to have."""
        found = self.audit.uncertainty
        own = quantity in found.since and end == found.periods[-1] and start in found.periods[:-1]
        return own or self.board.holding(quantity) is None

    def within(self, quantity: str, region: str, start: str, end: str) -> tuple[float, float] | None:
        """The interval of a change of the main index up to the last period, where it contains 0."""
        found = self.audit.uncertainty
        if quantity not in found.since or not self.tested(quantity, start, end):
            return None
        low, high = found.change(quantity, region, start)
        return (low, high) if low <= 0 <= high else None

    def broken(self, quantity: str, region: str, periods: Sequence[str]) -> str:
        """The first period after the first in which a series behind the quantity breaks, "" if none does."""
        one = self.study.indicators.get(quantity)
        series = [
            self.study.series[n] for n in (one.value.names if one else (quantity,)) if n in self.study.series
        ]
        members = self.board.main.groups.get(region, (region,))
        starts = [b.start for s in series for b in s.breaks if {*members} & {*b.regions}]
        return next((p for p in periods[1:] if p in starts), "")


def _at(values: Floats, known: Sequence[str], periods: Sequence[str]) -> Floats:
    there = dict(zip(known, values, strict=True))
    return np.array([there.get(period, np.nan) for period in periods], float)

"""The figures of an edition, checked: regions × periods × indicators, and the series they were computed
from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reporter.model.source import Origin

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Published:
    """A published series: values (regions × periods) in its own unit, which cells were filled in, where
    each stands.
    """

    values: Floats
    filled: Bools
    origins: Mapping[tuple[str, str], Origin]


@dataclass(frozen=True, eq=False)
class Panel:
    """`values[r, t, j]` in the indicator's unit, NaN where there is no figure; `filled` marks interpolated
    cells.

    A window keeps the published series whole: they stand on `series_periods`.
    """

    regions: tuple[str, ...]
    periods: tuple[str, ...]
    indicators: tuple[str, ...]
    values: Floats
    filled: Bools
    series: Mapping[str, Published]
    series_periods: tuple[str, ...]

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Where each region stands."""
        return {region: row for row, region in enumerate(self.regions)}

    def window(self, periods: Sequence[str], indicators: Sequence[str]) -> "Panel":
        """The part of the panel with these periods and indicators, in this order."""
        t = [self.periods.index(p) for p in periods]
        j = [self.indicators.index(i) for i in indicators]
        return replace(
            self,
            periods=tuple(periods),
            indicators=tuple(indicators),
            values=self.values[:, t][:, :, j],
            filled=self.filled[:, t][:, :, j],
        )

    def value(self, indicator: str, region: str, period: str) -> float:
        """One figure; NaN where there is none."""
        return float(self.values[self.cell(indicator, region, period)])

    def is_filled(self, indicator: str, region: str, period: str) -> bool:
        """Whether the figure rests on an interpolated one."""
        return bool(self.filled[self.cell(indicator, region, period)])

    def cell(self, indicator: str, region: str, period: str) -> tuple[int, int, int]:
        """Where the figure stands in `values`."""
        return self.rows[region], self.periods.index(period), self.indicators.index(indicator)

    def neighbours(self, series: str, region: str, period: str) -> tuple[str, ...]:
        """The printed periods before and after a filled one."""
        t, periods, found = (
            self.series_periods.index(period),
            self.series_periods,
            self.series[series].origins,
        )
        there = [p for p in periods if (region, p) in found]
        before = [p for p in there if periods.index(p) < t][-1:]
        return (*before, *[p for p in there if periods.index(p) > t][:1])

    def origins(self, series: str, region: str, period: str) -> tuple[Origin, ...]:
        """The lines a figure was read from: its own, or of a filled one its neighbours'; none where there is
        no figure.
        """
        found, t = self.series[series], self.series_periods.index(period)
        if (region, period) in found.origins:
            return (found.origins[region, period],)
        if not found.filled[self.rows[region], t]:
            return ()
        return tuple(found.origins[region, p] for p in self.neighbours(series, region, period))

    def line(self, indicator: str, region: str) -> Floats:
        """The figures of one region and indicator over the periods."""
        return self.values[self.rows[region], :, self.indicators.index(indicator)]

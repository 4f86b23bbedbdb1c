"""Findings → the source rows that each of their numbers rests on."""

from collections.abc import Iterator, Sequence
from functools import cache

from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Composite, Result, Scoreboard
from reporter.model.source import Origin
from reporter.model.study import Study

Traced = dict[tuple[str, str, str], tuple[Origin, ...]]


def trace(findings: Sequence[Finding], board: Scoreboard, panel: Panel, study: Study) -> Traced:
    """By (quantity, region, period) of each piece of evidence the lines it was computed from, each once, in
    the order of files and lines.

    A score rests on its indicators there and then; what it is standardised by, the figures of other regions
    and periods, is left to `explain`.
    """
    walk = _Walk(board, panel, study)
    cited = {(e.quantity, e.region, e.period) for f in findings for e in f.evidence}
    return {cell: tuple(sorted(set(walk.cells(*cell)), key=_place)) for cell in cited}


def _place(origin: Origin) -> tuple[str, int]:
    return origin.where.path, origin.where.line


class _Walk:
    """Goes from a number down to the lines of its sources."""

    def __init__(self, board: Scoreboard, panel: Panel, study: Study) -> None:
        self.board, self.panel, self.study = board, panel, study
        self.cells = cache(self._cells)

    def _cells(self, quantity: str, region: str, period: str) -> tuple[Origin, ...]:
        return tuple(self._below(quantity, region, period))

    def _below(self, quantity: str, region: str, period: str) -> Iterator[Origin]:
        members = self.board.main.groups.get(region, (region,))
        result = self.board.holding(quantity)
        if result is not None:
            for source, where, when in self._sources(result, quantity, region, period):
                yield from self.cells(source, where, when)
            return
        one = self.study.indicators.get(quantity)
        for name in one.value.names if one else (quantity,):
            for member in members if period in self.panel.series_periods else ():
                yield from self.panel.origins(name, member, period)

    def _sources(
        self, result: Result, quantity: str, region: str, period: str
    ) -> Iterator[tuple[str, str, str]]:
        """What a score is computed from, where and when."""
        if isinstance(result, Composite):
            inside = result.framework.scored(result.code).get(quantity)
            for name in inside.indicators if inside else result.steps.indicators:
                yield name, region, period
            return
        known = {*self.study.indicators, *self.panel.series}
        for source in result.sources:
            members = result.groups.get(region, (region,)) if source in known or result.members else (region,)
            for member in members:
                yield from ((source, member, when) for when in result.behind.get(period, (period,)))

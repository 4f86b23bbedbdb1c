"""What else a value was held against: cells of other regions, or of other periods, that are not its own."""

from collections.abc import Iterator

import numpy as np

from reporter.explain_cells import cell, figure
from reporter.explain_steps import indicators_of
from reporter.model.assessment import Assessment
from reporter.model.period import ranges
from reporter.model.result import Composite, Result
from reporter.model.words import Words

MOST = 30  # cells told one by one


def beside(a: Assessment, words: Words, result: Result, code: str, region: str, period: str) -> Iterator[str]:
    """The cells that the value was compared with, the first of them by file and line; nothing if none."""
    cells = _cells(a, result, code, region, period)
    if not cells:
        return
    _, there, periods = (set(column) for column in zip(*cells, strict=True))
    regions = [one for one in result.beside[region] if one in there]
    yield ""
    yield words(
        "explain.beside", regions=words.joined(regions), periods=ranges(sorted(periods)), n=len(cells)
    )
    for name, where, when in cells[:MOST]:
        yield from cell(a, words, name, where, when)
    if len(cells) > MOST:
        yield words("explain.more", n=len(cells) - MOST)


def _cells(a: Assessment, result: Result, code: str, region: str, period: str) -> list[tuple[str, str, str]]:
    """Series, region and period of every figure, those of the value's own period first."""
    own, here = result.groups.get(region, (region,)), result.behind.get(period, (period,))
    periods = dict.fromkeys((*here, *result.periods)) if result.pooled else here
    return [
        (name, where, when)
        for when in periods
        for where in result.beside.get(region, ())
        for name in _series(a, result, code)
        if not (where in own and when in here) and not np.isnan(figure(a.panel, name, where, when))
    ]


def _series(a: Assessment, result: Result, code: str) -> tuple[str, ...]:
    """The series behind a score, indicators taken apart, each once."""
    sources = indicators_of(result, code) if isinstance(result, Composite) else result.sources
    there = a.study.indicators
    return tuple(dict.fromkeys(n for s in sources for n in (there[s].value.names if s in there else (s,))))

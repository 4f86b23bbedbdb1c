"""How a number came about: formula, steps, source cells with file and line."""

from collections.abc import Iterator

import numpy as np

from reporter.errors import Faults, Where, did_you_mean, fault
from reporter.explain_beside import beside
from reporter.explain_cells import cell, indicator
from reporter.explain_steps import composite, trace
from reporter.model.assessment import Assessment
from reporter.model.period import ranges
from reporter.model.result import Composite, Result
from reporter.model.words import Words


def explain(assessment: Assessment, words: Words, what: str) -> Iterator[str]:
    """Lines that walk from `code.region.period` to the source; a number that is not in the report is a
    fault.
    """
    code, region, period = _parts(assessment, what)
    result = next((r for r in assessment.board.results.values() if code in r.values), None)
    if result is None:
        yield from indicator(assessment, words, assessment.study.indicators[code], region, period)
    elif np.isnan(result.score(code, region, period)):
        raise _without(assessment, what, result, code, region, period)
    else:
        yield from _score(assessment, words, result, code, region, period)


def _without(a: Assessment, what: str, result: Result, code: str, region: str, period: str) -> Faults:
    """A fault for a score that has no value."""
    where = Where(f"{a.study.id} {a.period}")
    if "impute" in result.options:
        flaw = f"'{what}' is not in the report: too few figures for a score of {region} {period}"
        return fault(where, flaw, "see impute: and at_least:")
    line = zip(result.periods, result.line(code, region), strict=True)
    there = ranges([p for p, value in line if not np.isnan(value)])
    flaw = f"'{what}' is not in the report: '{code}' has no value for {region} {period}"
    return fault(where, flaw, f"it has {there or 'none'}")


def scores_and_indicators(assessment: Assessment) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Every code that can be explained, with its regions and periods."""
    found = {code: (r.regions, r.periods) for r in assessment.board.results.values() for code in r.values}
    return {
        **found,
        **{i: (assessment.panel.regions, assessment.panel.periods) for i in assessment.study.indicators},
    }


def _parts(assessment: Assessment, what: str) -> tuple[str, str, str]:
    code, _, rest = what.partition(".")
    region, _, period = rest.rpartition(".")
    there = scores_and_indicators(assessment)
    if not (region and period):
        where = Where(f"{assessment.study.id} {assessment.period}")
        names = f"'{what}' is not in the report: it names no number"
        raise fault(where, names, "write index.region.period, e.g. I.Beijing.2022")

    def known(kind: str, word: str, among: tuple[str, ...]) -> None:
        if word not in among:
            where = Where(f"{assessment.study.id} {assessment.period}")
            mend = did_you_mean(word, among) if kind != "period" else f"one of: {ranges(among)}"
            raise fault(where, f"'{what}' is not in the report: no {kind} '{word}'", mend)

    known("index or indicator", code, tuple(there))
    known("region", region, there[code][0])
    known("period", period, there[code][1])
    if code in assessment.study.indicators:
        _printed(assessment, what, code, region, period)
    return code, region, period


def _printed(a: Assessment, what: str, indicator: str, region: str, period: str) -> None:
    """A fault where the indicator has no figure, so that nothing could be told of it."""
    line = a.panel.line(indicator, region)
    if np.isnan(line[a.panel.periods.index(period)]):
        there = ranges([p for p, value in zip(a.panel.periods, line, strict=True) if not np.isnan(value)])
        flaw = f"'{what}' is not in the report: '{indicator}' has no figure for {region} {period}"
        raise fault(Where(f"{a.study.id} {a.period}"), flaw, f"it has {there or 'none'}")


def _score(a: Assessment, words: Words, result: Result, code: str, region: str, period: str) -> Iterator[str]:
    value = result.score(code, region, period)
    yield words(
        "explain.score" if result.scale == "score" else "explain.plain",
        code=code,
        region=region,
        period=period,
        value=value,
        exact=f"{value:.12g}",
        edition=a.period,
    )
    options = ", ".join(f"{key}: {_option(option)}" for key, option in result.options.items())
    yield words(
        "explain.method",
        method=result.method,
        options=options,
        periods=f"{result.periods[0]}–{result.periods[-1]}",
    )
    if _is_mean(result, region):
        members = result.groups[region]
        scores = " + ".join(f"{result.score(code, m, period):.12g}" for m in members)
        yield words("explain.mean", scores=scores, n=len(members))
        for member in members:
            yield ""
            yield from _score(a, words, result, code, member, period)
        return
    if isinstance(result, Composite):
        yield from composite(a, words, result, code, region, period)
    else:
        yield from trace(words, result, region, period)
        yield from _drawn(a, words, result, region, period)
    yield from beside(a, words, result, code, region, period)


def _option(option: object) -> str:
    """An option as a study file says it."""
    if isinstance(option, list | tuple):
        return f"[{', '.join(map(_option, option))}]"
    return str(option)


def _is_mean(result: Result, region: str) -> bool:
    """Whether the region is a group scored as the mean of its members."""
    return isinstance(result, Composite) and region in result.groups and region not in result.steps.as_one


def _drawn(a: Assessment, words: Words, result: Result, region: str, period: str) -> Iterator[str]:
    """What the index draws on, in every period behind the value: other indices, indicators, series."""
    for source in result.sources:
        for where in _drawn_from(a, result, source, region):
            for when in result.behind.get(period, (period,)):
                yield ""
                yield from _source(a, words, source, where, when)


def _drawn_from(a: Assessment, result: Result, source: str, region: str) -> tuple[str, ...]:
    """The region; of a group every member, unless an index of regions draws on the group's own score."""
    printed = source in a.study.indicators or source in a.panel.series
    return result.groups.get(region, (region,)) if printed or not result.members else (region,)


def _source(a: Assessment, words: Words, source: str, region: str, period: str) -> Iterator[str]:
    if source in a.study.indicators:
        yield from indicator(a, words, a.study.indicators[source], region, period)
    elif source in a.panel.series:
        yield from cell(a, words, source, region, period)
    else:
        other = next(r for r in a.board.results.values() if source in r.values)
        yield from _score(a, words, other, source, region, period)

"""Findings beside those of other ways to compute the index, and of the period before."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from reporter.model.audit import Audit
from reporter.model.finding import Finding, Severity, Status
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.model.study import Study

Find = Callable[[Scoreboard, Panel, Study], tuple[Finding, ...]]

CHANGES = ("decline", "setback", "rise")
"""The rules that speak of how a score of the main index moved."""

CAUTIONS = ("stagnation", "flat_structure", "rank_stagnation", "low_base")
"""The rules whose findings are always moderate: none of them grows worse."""

STEP = 0.05
"""By how much of the threshold a finding has to move to count as worse or better."""


def told_of(
    find: Find,
    board: Scoreboard,
    ways: Sequence[Scoreboard],
    varied: Collection[str],
    panel: Panel,
    study: Study,
    more: Status = "worsened",
    less: Status = "eased",
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is found, with how often it holds in other ways to compute the scores and what became of it; and
    what is found no more.
    """
    found = held(find(board, panel, study), [find(way, panel, study) for way in ways], varied)
    periods = board.main.periods
    if len(periods) < 2:
        return found, ()
    return since(found, find(board.until(periods[-2]), panel, study), more, less)


def held(
    findings: Sequence[Finding], others: Sequence[Sequence[Finding]], varied: Collection[str]
) -> tuple[Finding, ...]:
    """The findings, each with the share of the other ways in which the same is found.

    None without others, and of a finding whose evidence names none of the scores that are `varied`.
    """
    told = [{_same(f) for f in found} for found in others]

    def share(f: Finding) -> float | None:
        rests = any(e.quantity in varied for e in f.evidence)
        return sum(_same(f) in ways for ways in told) / len(told) if told and rests else None

    return tuple(replace(f, holds=share(f)) for f in findings)


def since(
    findings: Sequence[Finding], before: Iterable[Finding], more: Status = "worsened", less: Status = "eased"
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings, each new, `more` or `less` beyond its threshold, or lasting; and those of the period
    before that are resolved.
    """
    earlier = {_same(f): f for f in before}
    told = tuple(replace(f, status=_status(f, earlier.get(_same(f)), more, less)) for f in findings)
    here = {_same(f) for f in findings}
    return told, tuple(replace(f, status="resolved") for key, f in earlier.items() if key not in here)


def settled(findings: Iterable[Finding], audit: Audit) -> tuple[Finding, ...]:
    """The findings, a change that its uncertainty cannot tell from none being moderate, with its interval."""
    return tuple(_settled(f, audit) for f in findings)


def _settled(f: Finding, audit: Audit) -> Finding:
    found, start = audit.uncertainty, str(f.numbers.get("start", ""))
    if f.rule not in CHANGES or f.subject not in found.since or start not in found.periods[:-1]:
        return f
    low, high = found.change(f.subject, f.region, start)
    return replace(f, severity=Severity.MODERATE, within=(low, high)) if low <= 0 <= high else f


def _same(f: Finding) -> tuple[str, str, str]:
    return f.rule, f.subject, f.region


def _status(now: Finding, then: Finding | None, more: Status, less: Status) -> Status:
    if then is None:
        return "new"
    if now.rule in CAUTIONS:
        return "lasting"
    moved = now.beyond - then.beyond
    return more if moved > STEP else less if moved < -STEP else "lasting"

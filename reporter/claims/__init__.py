"""Published claims against the Scoreboard and the Panel → what the figures say of each."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from reporter.claims.course import course
from reporter.claims.lines import Ground
from reporter.methods.growth import average_growth
from reporter.model.audit import Audit
from reporter.model.claim import Case, Claim, Judged, Verdict
from reporter.model.panel import Floats, Panel
from reporter.model.period import span
from reporter.model.result import Scoreboard
from reporter.model.study import Study


def judge(
    claims: Sequence[Claim], board: Scoreboard, panel: Panel, study: Study, audit: Audit
) -> tuple[Judged, ...]:
    """Each claim in its order: confirmed, refuted, or open where the figures do not reach it.

    A window that ends after the edition's period is left out: later figures are not read.
    """
    ground = Ground(board, panel, study, audit)
    return tuple(_judged(one, ground) for one in claims)


def _judged(claim: Claim, ground: Ground) -> Judged:
    end = ground.board.main.periods[-1]
    windows = [w for w in claim.windows if claim.quantity and end in span(w[1], end)]
    if claim.expect in ("highest", "lowest"):
        return _ordered(claim, windows, ground)
    cases = tuple(_case(claim, r, *w, ground) for w in windows for r in claim.regions)
    return Judged(claim, _verdict(cases), cases)


def _verdict(cases: Sequence[Case]) -> Verdict:
    if not cases or any(case.missing or case.undefined for case in cases):
        return "open"
    return "confirmed" if all(case.holds for case in cases) else "refuted"


def _case(claim: Claim, region: str, start: str, end: str, ground: Ground) -> Case:
    periods = span(start, end)
    values = ground.line(claim.quantity, region, periods)
    missing = tuple(p for p, value in zip(periods, values, strict=True) if value != value)
    case = Case(region, start, end, float(values[0]), float(values[-1]), holds=False, missing=missing)
    needed = {"value": {end}, "share": {end}, "change": {start, end}}.get(claim.measure, {*periods})
    if isinstance(claim.expect, str):
        needed = {start, end} if claim.expect in ("rises", "falls") else {*periods}
    if needed & {*missing}:
        return case
    broken = ground.broken(claim.quantity, region, periods)
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    filled = ground.filled(claim.quantity, region, periods if isinstance(claim.expect, str) else (start, end))
    case = replace(case, missing=(), broken=broken, low=low, high=high, filled=filled)
    if not isinstance(claim.expect, str):
        measured = _measured(claim, values, end, ground)
        if measured != measured:
            return replace(case, undefined=True)
        return replace(case, measured=measured, holds=abs(measured - claim.expect) <= claim.tolerance)
    holds, steps = course(claim.expect, values, periods, claim.tolerance)
    ends = claim.expect in ("rises", "falls")
    within = ground.within(claim.quantity, region, start, end) if ends else None
    return replace(case, holds=holds and not within, steps=steps, within=within)


def _measured(claim: Claim, values: Floats, period: str, ground: Ground) -> float:
    """The number that the claim is about; shares, changes and growth in percent, scores as printed."""
    first, last = float(values[0]), float(values[-1])
    if claim.measure == "change":
        return 100 * (last / first - 1) if first else float("nan")
    if claim.measure == "growth":
        return 100 * average_growth(values)
    if claim.measure == "share":
        members = ground.board.main.members
        return 100 * last / float(np.sum([ground.line(claim.quantity, r, (period,)) for r in members]))
    result = next((r for r in ground.board.results.values() if claim.quantity in r.values), None)
    return last * (result.times if result else 1)


def _ordered(claim: Claim, windows: Sequence[tuple[str, str]], ground: Ground) -> Judged:
    """Whether the claim's regions are the first, or the last, of all members in the last period."""
    if not windows:
        return Judged(claim, "open")
    period, members = windows[-1][1], ground.board.main.members
    values = {r: float(ground.line(claim.quantity, r, (period,))[0]) for r in members}
    known = {region: value for region, value in values.items() if value == value}
    places = dict(sorted(known.items(), key=lambda one: one[1], reverse=claim.expect == "highest"))
    if any(region not in known for region in claim.regions):
        return Judged(claim, "open", places=places)
    holds = set(list(places)[: len(claim.regions)]) == set(claim.regions)
    return Judged(claim, "confirmed" if holds else "refuted", places=places)


__all__ = ["judge"]

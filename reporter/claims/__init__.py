"""Published claims against the Scoreboard and the Panel → what the figures say of each."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from reporter.claims.course import course
from reporter.claims.lines import Ground
from reporter.methods.growth import average_growth
from reporter.model.audit import Audit
from reporter.model.claim import Case, Claim, Judged, Order, Verdict
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
    needed = {"value": {end}, "share": {end}}.get(claim.measure, {start, end})
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
    tested = ground.tested(claim.quantity, start, end)
    holds, steps = course(claim.expect, values, periods, claim.tolerance)
    ends = claim.expect in ("rises", "falls")
    within = ground.within(claim.quantity, region, start, end) if ends else None
    return replace(case, holds=holds and not within, steps=steps, within=within, tested=tested)


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
    result = ground.board.holding(claim.quantity)
    return last * (result.times if result else 1)


def _ordered(claim: Claim, windows: Sequence[tuple[str, str]], ground: Ground) -> Judged:
    """Whether the claim's regions are the first, or the last, of all members at the end of every window."""
    orders = tuple(_order(claim, end, ground) for _, end in windows)
    if not orders or any(order.missing for order in orders):
        return Judged(claim, "open", orders=orders)
    return Judged(claim, "confirmed" if all(o.holds for o in orders) else "refuted", orders=orders)


def _order(claim: Claim, period: str, ground: Ground) -> Order:
    """All members in their order in a period; a tie with one of the others is no first place."""
    sign = 1 if claim.expect == "highest" else -1
    values = {r: float(ground.line(claim.quantity, r, (period,))[0]) for r in ground.board.main.members}
    missing = tuple(r for r, value in values.items() if value != value)
    known = {r: value for r, value in values.items() if value == value}
    places = dict(sorted(known.items(), key=lambda one: -sign * one[1]))
    ours = [sign * known[r] for r in claim.regions if r in known]
    others = [sign * value for r, value in known.items() if r not in claim.regions]
    return Order(period, places, not missing and min(ours) > max(others, default=-np.inf), missing)


__all__ = ["judge"]

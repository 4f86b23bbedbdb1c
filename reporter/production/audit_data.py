"""The audit as data: what was varied, the intervals, the conclusions, what they hang on, the framework."""

from collections.abc import Iterator, Mapping
from typing import Any

from reporter.model.assessment import Assessment
from reporter.model.audit import Audit, Bounds, Coherence, Conclusion, LeftOut, Sensitivity, Together
from reporter.model.panel import Floats
from reporter.model.plan import Plan


def number(value: float) -> float | None:
    """A figure as data prints it: twelve significant digits, None for a missing one."""
    return float(f"{value:.12g}") if value == value else None


def interval(
    assessment: Assessment, code: str, region: int, period: int
) -> tuple[float | None, float | None]:
    """The interval of a score, 5 % and 95 %; None twice for an index that is not audited."""
    bounds = assessment.audit.uncertainty.scores.get(code)
    if bounds is None or code not in assessment.main.values:
        return None, None
    return number(float(bounds.low[region, period])), number(float(bounds.high[region, period]))


def audit_data(assessment: Assessment) -> dict[str, Any]:
    """Everything the audit found, without a sentence."""
    a = assessment.audit
    found = a.uncertainty
    return {
        "plan": _plan(a.plan),
        "error": number(found.error),
        "scores": list(_scores(assessment)),
        "changes": list(_changes(assessment)),
        "conclusions": [_conclusion(one) for one in a.conclusions],
        "ahead": {"members": list(found.members), "shares": _matrix(found.ahead)},
        "alike": [list(group) for group in found.alike],
        "moved": _named(dict(zip(found.periods, found.moved.tolist(), strict=True))),
        "sensitivity": _sensitivity(a.sensitivity),
        "left_out": [_left_out(one) for one in a.left_out],
        "coherence": _coherence(a, assessment.main.members, assessment.main.steps.indicators),
    }


def _plan(plan: Plan) -> dict[str, Any]:
    choices = [
        {
            "id": choice.id,
            "alternatives": [
                {"id": one.id, "options": dict(one.options), "probability": number(p)}
                for one, p in zip(choice.alternatives, choice.probabilities.tolist(), strict=True)
            ],
        }
        for choice in plan.choices
    ]
    weights = {"indicators": plan.indicators, "dimensions": plan.dimensions}
    return {"replicates": plan.replicates, "seed": plan.seed, "weights": weights, "choices": choices}


def _bounds(bounds: Bounds, r: int, t: int) -> dict[str, float | None]:
    return {name: number(float(part[r, t])) for name, part in bounds._asdict().items()}


def _scores(a: Assessment) -> Iterator[dict[str, Any]]:
    """A row per score, region and period; a group has no ranks."""
    found = a.audit.uncertainty
    for code, bounds in found.scores.items():
        for r, region in enumerate(found.rows):
            for t, period in enumerate(found.periods):
                ranks = _bounds(found.ranks[code], r, t) if r < len(found.members) else None
                row = {"index": code, "region": region, "period": period, **_bounds(bounds, r, t)}
                yield {**row, "rank": ranks}


def _changes(a: Assessment) -> Iterator[dict[str, Any]]:
    """A row per score, region and period before the last: the change from there to the last."""
    found = a.audit.uncertainty
    for code, bounds in found.since.items():
        for r, region in enumerate(found.rows):
            for t, period in enumerate(found.periods[:-1]):
                yield {"index": code, "region": region, "since": period, **_bounds(bounds, r, t)}


def _conclusion(one: Conclusion) -> dict[str, Any]:
    return {
        "quantity": one.quantity,
        "region": one.region,
        "other": one.other or None,
        "start": one.start,
        "end": one.end,
        **{name: number(getattr(one, name)) for name in ("value", "low", "high", "holds")},
        "robust": one.robust,
        "hangs_on": list(one.hangs_on),
        "by": {id: _named(shares) for id, shares in one.by.items()},
    }


def _sensitivity(found: Sensitivity) -> dict[str, Any]:
    return {
        "factors": list(found.factors),
        "exact": found.exact,
        "runs": found.runs,
        "first": {name: _row(values) for name, values in found.first.items()},
        "total": {name: _row(values) for name, values in found.total.items()},
    }


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {"id": one.id, "scores": _named(one.scores), "ranks": _named(one.ranks)}


def _coherence(a: Audit, members: tuple[str, ...], indicators: tuple[str, ...]) -> dict[str, Any]:
    found = a.coherence
    dimensions = [id for id in found.importance if id not in found.with_rest]
    return {
        "sets": {id: _together(one) for id, one in found.dimensions.items()},
        "whole": _together(found.whole),
        "among": _together(found.among),
        "indicators": [_indicator(found, i) for i in found.with_rest],
        "dimensions": [_weighed(found, id) for id in dimensions],
        "redundant": [{"one": j, "other": k, "correlation": number(r)} for j, k, r in found.redundant],
        "coverage": {
            region: _named(dict(zip(indicators, row, strict=True)))
            for region, row in zip(members, found.coverage.tolist(), strict=True)
        },
    }


def _weighed(found: Coherence, id: str) -> dict[str, Any]:
    names = ("nominal", "effective", "with_index", "importance")
    return {"id": id, **{name: number(getattr(found, name)[id]) for name in names}}


def _indicator(found: Coherence, id: str) -> dict[str, Any]:
    names = ("with_rest", "skew", "kurtosis")
    flags = {"against": id in found.against, "outlying": id in found.outlying}
    return {**_weighed(found, id), **{name: number(getattr(found, name)[id]) for name in names}, **flags}


def _together(one: Together) -> dict[str, Any]:
    return {
        "indicators": list(one.indicators),
        "alpha": number(one.alpha),
        **{name: _row(getattr(one, name)) for name in ("eigenvalues", "shares", "loadings")},
        **{name: _matrix(getattr(one, name)) for name in ("correlations", "within")},
        "counts": [[int(n) for n in row] for row in one.counts.tolist()],
    }


def _named(values: Mapping[str, float]) -> dict[str, float | None]:
    return {name: number(value) for name, value in values.items()}


def _row(values: Floats) -> list[float | None]:
    return [number(value) for value in values.tolist()]


def _matrix(values: Floats) -> list[list[float | None]]:
    return [[number(value) for value in row] for row in values.tolist()]

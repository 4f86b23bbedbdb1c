"""Exhibits, claims and the editor's word as data."""

from typing import Any

from reporter.model.assessment import Assessment
from reporter.model.claim import Case, Judged, Order
from reporter.model.editorial import KINDS, Rewording
from reporter.model.exhibit import Exhibited
from reporter.model.source import places
from reporter.production.audit_data import number


def claim(one: Judged) -> dict[str, Any]:
    """A claim with its verdict and, region by region and window by window, our numbers."""
    c = one.claim
    return {
        "id": c.id,
        "says": dict(c.says),
        "source": c.source,
        "section": c.section,
        "quantity": c.quantity or None,
        "expect": c.expect if c.quantity else None,
        "measure": c.measure if c.quantity else None,
        "verdict": one.verdict,
        "why": dict(c.why) or None,
        "cases": [_case(case) for case in one.cases],
        "orders": [_order(order) for order in one.orders],
    }


def _order(order: Order) -> dict[str, Any]:
    places = [{"region": region, "value": number(value)} for region, value in order.places.items()]
    return {"period": order.period, "holds": order.holds, "missing": list(order.missing), "places": places}


def exhibit(one: Exhibited) -> dict[str, Any]:
    """A publication's table with every cell, null where it has no figure, and the source rows behind it."""
    e = one.exhibit
    columns = [
        {
            "id": c.id,
            "title": dict(c.title),
            "value": c.value.text,
            "unit": c.unit.id,
            "period": c.period,
            "prints": c.prints,
            "computed": c.own,
        }
        for c in e.columns
    ]
    cells = [
        {"region": region, "column": name, "value": number(cell.value), "rows": places(cell.origins)}
        for (region, name), cell in one.cells.items()
    ]
    return {
        "id": e.id,
        "title": dict(e.title),
        "source": e.source,
        "section": e.section,
        "note": dict(e.note) or None,
        "columns": columns,
        "cells": cells,
    }


def _case(case: Case) -> dict[str, Any]:
    steps = [{"period": p, "before": number(a), "there": number(b)} for p, a, b in case.steps]
    return {
        "region": case.region,
        "start": case.start,
        "end": case.end,
        "first": number(case.first),
        "last": number(case.last),
        "measured": number(case.measured),
        "holds": case.holds,
        "steps": steps,
        "missing": list(case.missing),
        "undefined": case.undefined,
        "filled": case.filled,
        "break": case.broken or None,
        "within": [number(bound) for bound in case.within] if case.within else None,
        "tested": case.tested,
    }


def editorial(a: Assessment) -> dict[str, Any]:
    """What was changed by hand, and who signed."""
    word = a.edited
    return {
        "scores": word.scores,
        "suppressed": {
            kind: [{"key": one.key, "reason": dict(one.reason)} for one in word.suppressed.get(kind, ())]
            for kind in KINDS
        },
        "signed": [
            {
                "by": s.by,
                "role": dict(s.role),
                "on": s.on,
                "languages": list(s.languages),
                "for_these_scores": word.stands(s),
            }
            for s in word.editorial.signed
        ],
    }


def said(one: Rewording | None) -> dict[str, Any] | None:
    """The editor's words for a finding or a measure, with her reason."""
    if one is None:
        return None
    return {"title": dict(one.title), "text": dict(one.text), "reason": dict(one.reason)}

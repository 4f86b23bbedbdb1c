"""The data products of an edition: scores.csv and assessment.json."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from io import StringIO
from typing import Any

from reporter.model.advice import FollowUp, Recommendation
from reporter.model.assessment import Assessment
from reporter.model.finding import Finding
from reporter.model.source import places
from reporter.model.words import Words
from reporter.production.audit_data import audit_data, interval, number
from reporter.production.datapackage import data_package
from reporter.production.editor_data import claim, editorial, exhibit, said

SCHEMA = "assessment/5"


def plain_products(assessment: Assessment) -> dict[str, bytes]:
    """The products for programs, by name."""
    return {"scores.csv": scores_csv(assessment), "assessment.json": assessment_json(assessment)}


def spoken_products(assessment: Assessment, words: Words, plain: Mapping[str, bytes]) -> dict[str, bytes]:
    """The products in the words' language that are not pages, by name: the workbook, and the package that
    tells of it and of the plain ones.
    """
    from reporter.production.workbook import workbook  # the spreadsheet library is for builds alone

    spoken = words.on(assessment.main.scale, assessment.main.zero)
    book = {"report.xlsx": workbook(assessment, spoken)}
    return {**book, "datapackage.json": data_package(assessment, spoken, {**plain, **book})}


def score_rows(assessment: Assessment) -> Iterator[dict[str, Any]]:
    """One row per index, region and period; groups have no rank, nor what is neither good nor bad."""
    for result in assessment.board.results.values():
        for code in result.values:
            ranks = result.ranks(code)
            for r, region in enumerate(result.regions):
                for t, period in enumerate(result.periods):
                    ranked = r < len(result.members) and ranks[r, t] == ranks[r, t]
                    rank = int(ranks[r, t]) if ranked else None
                    value = number(float(result.values[code][r, t]))
                    row = {"index": code, "region": region, "period": period, "value": value, "rank": rank}
                    low, high = interval(assessment, code, r, t)
                    yield {**row, "low": low, "high": high}


def scores_csv(assessment: Assessment) -> bytes:
    """scores.csv: index, region, period, value (0–1), rank (1 = best; empty for groups), and the interval of
    the main index's scores.
    """
    out = StringIO()
    table = csv.DictWriter(
        out, ["index", "region", "period", "value", "rank", "low", "high"], lineterminator="\n"
    )
    table.writeheader()
    table.writerows(score_rows(assessment))
    return out.getvalue().encode()


def assessment_json(assessment: Assessment) -> bytes:
    """assessment.json: scores, audit, company, findings, recommendations, exhibits, claims, the editor's
    word, checks, provenance.

    docs/assessment.schema.json describes it.
    """
    whole = {
        "schema": SCHEMA,
        "study": assessment.study.id,
        "period": assessment.period,
        "scores": list(score_rows(assessment)),
        "audit": audit_data(assessment),
        "company": list(_company(assessment)),
        "findings": [finding(f, assessment) for f in assessment.findings],
        "resolved": [finding(f, assessment) for f in assessment.resolved],
        "strengths": [{**finding(f, assessment), "severity": None} for f in assessment.strengths],
        "recommendations": [_recommendation(r) for r in assessment.recommendations],
        "follow_up": [_followed(one) for one in assessment.follow_up],
        "exhibits": [exhibit(one) for one in assessment.exhibits],
        "claims": [claim(one) for one in assessment.claims],
        "editorial": editorial(assessment),
        "checks": {"filled": list(_filled(assessment)), "breaks": list(_breaks(assessment))},
        "provenance": assessment.provenance,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _company(a: Assessment) -> Iterator[dict[str, Any]]:
    """With whom each member is compared."""
    for region in a.main.members:
        yield {
            "region": region,
            "tier": a.company.tiers.get(region),
            "reaches": list(a.company.reaches.get(region, ())),
            "peers": a.company.peers.get(region),
            "similar": list(a.company.similar.get(region, ())),
        }


def finding(one: Finding, a: Assessment) -> dict[str, Any]:
    """A finding as data, with its evidence and the source rows behind it."""
    plain = {key: number(value) if isinstance(value, float) else value for key, value in one.numbers.items()}
    evidence = [
        {
            "quantity": e.quantity,
            "region": e.region,
            "period": e.period,
            "value": number(e.value),
            "rows": places(a.traced.get((e.quantity, e.region, e.period), ())),
        }
        for e in one.evidence
    ]
    return {
        "id": one.id,
        "rule": one.rule,
        "region": one.region,
        "period": one.period,
        "subject": one.subject,
        "severity": one.severity.name.lower(),
        "threshold": number(one.threshold),
        "measured": number(one.measured),
        "holds": None if one.holds is None else number(one.holds),
        "status": one.status or None,
        "within": [number(bound) for bound in one.within] if one.within else None,
        "said": said(one.said),
        "numbers": plain,
        "evidence": evidence,
    }


def _recommendation(one: Recommendation) -> dict[str, Any]:
    m = one.measure
    return {
        "measure": m.id,
        "title": dict(m.title),
        "text": dict(m.text),
        "needs": dict(m.needs),
        "instrument": m.instrument,
        "level": m.level,
        "horizon": m.horizon,
        "severity": one.severity.name.lower(),
        "answers": [f.id for f in one.answers],
        "monitor": list(m.monitor),
        "sources": {reference: list(sections) for reference, sections in one.sources.items()},
        "fit": number(one.fit),
        "priority": number(one.priority),
        "merged": [other.id for other in one.merged],
        "displaced": [other.id for other in one.displaced],
        "said": said(one.said),
        "target": [
            {"indicator": w.indicator, "region": w.region, "target": w.target, "goal": number(w.goal)}
            for w in one.targets
        ],
        "what_if": [
            {name: number(value) if isinstance(value, float) else value for name, value in asdict(w).items()}
            for w in one.what_if
        ],
    }


def _followed(one: FollowUp) -> dict[str, Any]:
    watched = [
        {
            "indicator": w.indicator,
            "region": w.region,
            "then": number(w.then),
            "now": number(w.now),
            "moved": w.moved,
        }
        for w in one.watched
    ]
    left = [f.id for f in one.left]
    return {
        "measure": one.measure.id,
        "answers": [f.id for f in one.answers],
        "watched": watched,
        "left": left,
    }


def _filled(a: Assessment) -> Iterator[dict[str, Any]]:
    """Cells of series that the study fills, then those of indicators that an index fills."""
    for name, series in a.panel.series.items():
        for r, t in zip(*series.filled.nonzero(), strict=True):
            yield {"series": name, "region": a.panel.regions[r], "period": a.panel.series_periods[t]}
    for code, result in a.board.results.items():
        for step in (s for s in result.trace if s.name == "imputed"):
            for r, t, j in zip(*(step.values == step.values).nonzero(), strict=True):
                yield {
                    "index": code,
                    "indicator": step.labels["indicator"][j],
                    "region": step.labels["region"][r],
                    "period": result.periods[t],
                    "value": number(float(step.values[r, t, j])),
                }


def _breaks(a: Assessment) -> Iterator[dict[str, Any]]:
    used = {n for i in a.study.indicators.values() for n in i.value.names}
    used |= {n for r in a.board.results.values() for n in r.sources if n in a.study.series}
    for name in sorted(used):
        for b in a.study.series[name].breaks:
            for region in [r for r in a.panel.regions if r in b.regions and b.start <= a.period]:
                yield {"series": name, "region": region, "from": b.start}

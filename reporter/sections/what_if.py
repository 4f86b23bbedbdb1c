"""What would follow if a watched indicator reached a target: a row for each region and indicator."""

from reporter.model.advice import TARGETS, WhatIf
from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows, Table
from reporter.model.unit import Quantity
from reporter.model.words import Words
from reporter.sections.cells import column, figure, group_head, row_head
from reporter.sections.facts import quantity

MOST = 18
"""Rows of the table: those that would raise an index most."""


def what_if(a: Assessment, words: Words) -> tuple[Table, ...]:
    """The index at each target, beside the index now; none where no target is ahead."""
    by: dict[tuple[str, str], dict[str, WhatIf]] = {}
    for one in (w for r in a.recommendations for w in r.what_if):
        by.setdefault((one.region, one.indicator), {})[one.target] = one
    if not by:
        return ()
    most = sorted(by.values(), key=lambda told: -max(w.then - w.score for w in told.values()))[:MOST]
    regions = [r for r in a.main.members if any(_first(told).region == r for told in most)]
    groups = [[told for told in most if _first(told).region == region] for region in regions]
    body = tuple(
        Rows(tuple(_rows(a, words, region, told))) for region, told in zip(regions, groups, strict=True)
    )
    head = (
        column(words("recommendations.what_if.region")),
        column(words("recommendations.what_if.indicator")),
        column(words("recommendations.what_if.now"), True),
        *(column(words(f"recommendations.what_if.{target}"), True) for target in TARGETS),
    )
    return (
        Table(
            "table-what-if",
            words("recommendations.what_if.title"),
            words("recommendations.what_if.measure", end=a.period),
            (head,),
            body,
            note=words("recommendations.what_if.note", n=len(most), all=len(by)),
            style="annex",
        ),
    )


def _first(told: dict[str, WhatIf]) -> WhatIf:
    return next(iter(told.values()))


def _rows(a: Assessment, words: Words, region: str, told: list[dict[str, WhatIf]]) -> list[tuple[Cell, ...]]:
    here = a.main.score(a.main.code, region, a.period)
    small = words("recommendations.what_if.index", value=here)
    found = []
    for n, one in enumerate(told):
        indicator = _first(one).indicator
        now = quantity(a, indicator, region, a.period)
        cells = (
            row_head(words.short(indicator)),
            figure(words.bare(now)),
            *(_target(a, words, one.get(target)) for target in TARGETS),
        )
        found.append((group_head(words.name(region), small, len(told)), *cells) if not n else cells)
    return found


def _target(a: Assessment, words: Words, one: WhatIf | None) -> Cell:
    """The index at the target with its gain; below, the indicator there."""
    if one is None:
        return figure("—")
    indicator = a.study.indicators[one.indicator]
    goal = words.bare(Quantity(one.goal, indicator.unit, indicator.decimals))
    said = words("recommendations.what_if.then", then=one.then, gain=one.then - one.score)
    return Cell(said, number=True, small=words("recommendations.what_if.at", goal=goal))

"""Scoreboard, panel, audit → Company: each member's classes by the study's thresholds, and who is like it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np

from reporter.methods.likeness import classify, nearest
from reporter.model.audit import Audit
from reporter.model.company import Classes, Company, Likeness
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite
from reporter.model.study import Study


def company(main: Composite, panel: Panel, study: Study, audit: Audit) -> Company:
    """Classes and likeness in the last period of the main index."""
    members, period = main.members, main.periods[-1]
    figures = {i: np.array([panel.value(i, r, period) for r in members]) for i in study.indicators}
    scores = np.array([main.score(main.code, r, period) for r in members])
    tiers, peers, alike = study.tiers, study.peers, study.similar
    tier = _classed(tiers, members, scores) if tiers else {}
    return Company(
        tier,
        _reached(tiers, main, tier, audit) if tiers else {},
        _classed(peers, members, figures[peers.of]) if peers else {},
        _similar(alike, members, figures) if alike else {},
    )


def _classed(made: Classes, members: Sequence[str], values: Floats) -> dict[str, str]:
    """The class of each member that has a figure."""
    starts = np.array([one.start for one in made.classes])
    found = classify(values, starts)
    return {r: made.classes[k].id for r, k in zip(members, found, strict=True) if k >= 0}


def _reached(
    made: Classes, main: Composite, tiers: Mapping[str, str], audit: Audit
) -> dict[str, tuple[str, ...]]:
    """The classes whose places each member's interval of places touches, the highest first.

    By places, not by scores: the ways of computing the index put it on scales that do not compare.
    """
    found, period = audit.uncertainty, main.periods[-1]
    if not (audit.sensitivity.factors and audit.ranked and main.code in found.ranks):
        return {}
    held = Counter(tiers.values())
    last = list(accumulate(held[one.id] for one in made.classes))
    spans = {one.id: (end - held[one.id] + 1, end) for one, end in zip(made.classes, last, strict=True)}
    ends = {r: found.rank(main.code, r, period) for r in tiers}
    return {
        r: tuple(id for id, (first, end) in spans.items() if high >= first and low <= end)
        for r, (low, high) in ends.items()
    }


def _similar(
    alike: Likeness, members: Sequence[str], figures: dict[str, Floats]
) -> dict[str, tuple[str, ...]]:
    """The members most like each, by its figures."""
    with np.errstate(divide="ignore", invalid="ignore"):
        features = [np.log(figures[i]) if i in alike.logs else figures[i] for i in alike.by]
    x = np.column_stack(features)
    near = nearest(np.where(np.isfinite(x), x, np.nan), alike.count)
    return {r: tuple(members[j] for j in row) for r, row in zip(members, near, strict=True) if row}

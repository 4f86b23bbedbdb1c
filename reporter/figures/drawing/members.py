"""The lines of a study's regions and groups, and the sentences that several figures say about them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from reporter.errors import Where, fault
from reporter.figures import style as s
from reporter.figures.drawing.facts import POINT, sorted_by_change, told
from reporter.figures.drawing.frame import PERCENT
from reporter.figures.drawing.lines import Line
from reporter.figures.drawing.tell import Spoken, course
from reporter.model.assessment import Assessment
from reporter.model.panel import Bools, Floats
from reporter.model.result import Composite
from reporter.model.words import Words

FEW = len(s.HUES)


def member_hues(assessment: Assessment, focus: str | None = None) -> dict[str, s.Hue]:
    """A hue for each member: see `style.hues`."""
    return s.hues(assessment.main.members, focus=focus, leader=assessment.main.leader())


def member_lines(
    assessment: Assessment,
    words: Words,
    values: Mapping[str, Floats],
    *,
    focus: str | None = None,
    least: float = 2.0,
    strong: bool = False,
    filled: Mapping[str, Bools] | None = None,
) -> list[Line]:
    """A line for each region of `values`; the focus, and among more than three the leader, stronger.

    `strong` draws every hued line as a focus is drawn. Figures are printed on hued lines alone.
    """
    inks = member_hues(assessment, focus)
    made = []
    for region, line in values.items():
        hued = inks[region].fill != s.GREY.fill
        stands_out = hued and (strong or region == focus or len(inks) > FEW)
        made.append(
            Line(
                name=words.short(region),
                values=line,
                hue=inks[region],
                bold=stands_out,
                width=s.FOCUS if stands_out else s.LINE if len(inks) <= FEW else s.THIN,
                told=told(line, least) if hued else (),
                filled=(filled or {}).get(region, np.zeros(0, dtype=bool))
                if hued
                else np.zeros(0, dtype=bool),
            )
        )
    return made


def sufficient(assessment: Assessment, figure: str, least: int, instead: str) -> None:
    """A fault where the study has fewer members than a figure needs, so that it would mislead."""
    if (n := len(assessment.main.members)) < least:
        what = f"a {figure} of {n} regions misleads; it needs {least}"
        raise fault(Where(f"figure {figure}"), what, f"draw '{instead}'")


def shares(values: Floats, words: Words) -> Floats:
    """How dark each cell of a heat map is, 0–1: the score itself, or where it lies between its ends."""
    if words.times == PERCENT or not np.isfinite(values).any():
        return values
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    return np.asarray((values - low) / ((high - low) or 1.0))


class Place(NamedTuple):
    """A region's place in the order of a score."""

    rank: str
    region: str
    value: float


def placed(result: Composite, code: str, period: str) -> list[Place]:
    """The members in the order of a score, the best first; those that have none last, with no rank."""
    t = result.periods.index(period)
    ranks = dict(zip(result.members, result.ranks(code)[:, t], strict=True))
    ordered = sorted(result.members, key=lambda r: (ranks[r] != ranks[r], ranks[r]))
    return [
        Place(f"{ranks[r]:.0f}" if ranks[r] == ranks[r] else "", r, result.score(code, r, period))
        for r in ordered
    ]


def group_lines(result: Composite, words: Words, code: str) -> list[Line]:
    """A dashed line for each group, its last figure at its end; of more than three for the first alone."""
    groups = list(result.groups)[: None if len(result.groups) <= FEW else 1]
    return [
        Line(words.short(g), result.line(code, g) * words.times, s.MEAN_HUE, s.MEAN, dashed=True)
        for g in groups
    ]


def member_scores(result: Composite, code: str) -> dict[str, Floats]:
    """Scores of each member as they are printed."""
    return {r: result.line(code, r) * result.times for r in result.members}


def filled_of(result: Composite, code: str) -> dict[str, Bools]:
    """Where each member's score of `code` rests on a filled figure."""
    return dict(zip(result.members, result.filled_in(code), strict=False))


def courses(
    words: Words, values: Mapping[str, Floats], periods: Sequence[str], least: float, decimals: int = 1
) -> list[Spoken]:
    """First, turning and last figures of each region, to be spoken."""
    return [course(words, words.name(r), v, periods, told(v, least), decimals) for r, v in values.items()]


def changes_told(
    words: Words, base: str, changes: Mapping[str, float], sure: Sequence[str], **facts: object
) -> str:
    """What changed: all one way, some each way, hardly at all, nothing surely, or whose change is largest.

    A change that is not sure is neither a rise nor a fall.
    """
    known = {r: c if r in sure else 0.0 for r, c in changes.items()}
    up, down, still = sorted_by_change(known, POINT)
    most = max(known, key=lambda r: abs(known[r]))
    facts |= {"region": most, "change": changes[most]}
    if len(still) == len(changes):
        key = "flat" if all(abs(c) < POINT for c in changes.values()) else "unsure"
        return words(f"{base}.{key}", **facts)
    if still or (up and down and len(changes) > FEW):
        return words(f"{base}.most", **facts)
    if up and down:
        return words(f"{base}.split", up=up, down=down, **facts)
    return words(f"{base}.{'all_rise' if up else 'all_fall'}", **facts)


def surely(assessment: Assessment, code: str, start: str = "") -> list[str]:
    """The members whose score changed for certain from `start`, the first period unless said, to the last."""
    result = assessment.main
    return [r for r in result.members if assessment.sure(code, r, start or result.periods[0])]


def dimension_codes(result: Composite) -> list[str]:
    """The score codes of the dimensions, in order."""
    return list(result.framework.codes(result.code).values())


def widest(result: Composite, words: Words, base: str, period: str) -> str:
    """In which dimension the regions lie farthest apart, and who stands at either end."""

    def spread(code: str) -> tuple[float, str, str]:
        ordered = sorted(result.members, key=lambda r: result.score(code, r, period))
        return (
            result.score(code, ordered[-1], period) - result.score(code, ordered[0], period),
            ordered[-1],
            ordered[0],
        )

    code = max(dimension_codes(result), key=lambda c: spread(c)[0])
    gap, high, low = spread(code)
    return words(
        f"{base}.{'apart' if gap >= 0.01 else 'close'}",
        dimension=code,
        gap=gap,
        high=high,
        low=low,
        period=period,
    )

"""Key messages of falls and distances: the deepest fall, the last one, the distance to the leader."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.document import GRID, Figure, Message, Ref
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.certainty import moved, pairs, sunk
from reporter.sections.facts import FLAT, Change, driver, quantity, relative, slug, tone

Draw = Callable[..., Figure]
SMALL, POINTS, MOST = 0.01, 0.05, 0.75
HEIGHT = 46


def deepest_fall(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The deepest fall from a peak, and whether it has been made good."""
    result = a.main
    region, fall = sunk(a)
    if fall.depth < 0.02:
        return
    peak, trough = result.periods[fall.peak], result.periods[fall.trough]
    name, part = driver(result, region, peak, trough, -1)
    regained = result.periods[fall.recovered] if fall.recovered >= 0 else ""
    kind = "regained" if regained else "now" if trough == a.period else "open"
    since = moved(a, result.code, region, peak)
    head = "regained" if regained else "unsure" if since.trend == "unsure" else "open"
    facts = {
        "change_since": since.change,
        "least": since.low,
        "greatest": since.high,
        "region": region,
        "depth": fall.depth,
        "peak": peak,
        "trough": trough,
        "high": result.score(result.code, region, peak),
        "low": result.score(result.code, region, trough),
        "driver": name,
        "part": part,
        "before": quantity(a, name, region, peak),
        "after": quantity(a, name, region, trough),
        "regained": regained,
        "end": a.period,
        "last": result.score(result.code, region, a.period),
    }
    yield Message(
        words("messages.deepest.value", **facts),
        words("messages.deepest.unit", **facts),
        words(f"messages.deepest.heading.{head}", **facts),
        words.paragraph(
            [
                words(f"messages.deepest.text.{kind}", **facts),
                *([words("messages.deepest.since", **facts)] if head == "unsure" else []),
            ]
        ),
        figures("columns", indicator=name, region=region, width=GRID[7], height=HEIGHT),
        Ref("overall-drivers"),
        tone(a, region),
    )


def latest_fall(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The member that fell most in the last period, if one did for certain: what pulled it most."""
    result, before = a.main, a.before
    if before is None:
        return
    c = _lowest([moved(a, result.code, r, before) for r in result.members])
    region, fall = sunk(a)
    if c.change > -SMALL or (region == c.region and result.periods[fall.trough] == a.period):
        return  # no fall, or the deepest fall is this very one
    name, part = driver(result, c.region, before, a.period, -1)
    first, last = quantity(a, name, c.region, before), quantity(a, name, c.region, a.period)
    kind = "unsure" if c.trend == "unsure" else "fall"
    facts = {
        **c.facts,
        "region": c.region,
        "driver": name,
        "part": part,
        "before": first,
        "after": last,
        "relative": relative(first.value, last.value),
        "share": relative(c.first, c.last),
        "rising": sum(
            quantity(a, i, c.region, a.period).value > quantity(a, i, c.region, before).value
            for i in result.steps.indicators
        ),
        "n": len(result.steps.indicators),
    }
    yield Message(
        words("messages.latest.value", **facts),
        words("messages.latest.unit", **facts),
        words(f"messages.latest.heading.{kind}", **facts),
        words(f"messages.latest.text.{kind}", **facts),
        figures("columns", indicator=name, region=c.region, start=before, width=GRID[7], height=HEIGHT),
        Ref(f"profile-{slug(c.region)}"),
        tone(a, c.region),
    )


def _lowest(moves: Sequence[Change]) -> Change:
    """The change that is lowest, of those that are falls for certain if there are any."""
    return min(moves, key=lambda c: (c.trend != "fall", c.change))


def distance(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    result, lead = a.main, a.main.leader()
    others = [r for r in result.members if r != lead]
    if not others:
        return
    first, last = result.periods[0], a.period

    def behind(region: str, period: str) -> float:
        return result.score(result.code, lead, period) - result.score(result.code, region, period)

    widest = max(others, key=lambda r: behind(r, last))
    sure = [r for r in others if a.sure_gap(r)]
    closer = [r for r in sure if behind(r, last) < behind(r, first) - FLAT]
    farther = [r for r in sure if r not in closer]
    facts = {
        "leader": lead,
        "region": widest,
        "gap": behind(widest, last),
        "gap_before": behind(widest, first),
        "start": first,
        "end": last,
        "closer": closer,
        "farther": farther,
        "leading": result.score(result.code, lead, last),
    }
    said = [*_when(words, result, lead, sure), pairs(a, words)]
    yield Message(
        words("messages.gap.value", **facts),
        words("messages.gap.unit", **facts),
        words(f"messages.gap.heading.{_way(closer, farther, others)}", **facts),
        words.paragraph([words("messages.gap.text", **facts), *_unsure(words, others, sure), *said]),
        figures("gap", width=GRID[7], height=HEIGHT),
        Ref("overall-drivers"),
        tone(a, widest),
    )


def _way(closer: list[str], farther: list[str], others: list[str]) -> str:
    """Which way the distances went, as far as they can be told."""
    if closer and farther:
        return "mixed"
    way = "closer" if closer else "farther" if farther else ""
    return way + ("" if len(closer or farther) == len(others) else "_some") if way else "unsure"


def _unsure(words: Words, others: list[str], sure: list[str]) -> Iterator[str]:
    unsure = [r for r in others if r not in sure]
    if unsure:
        yield words("messages.gap.unsure", regions=unsure)


def _when(words: Words, result: Composite, lead: str, others: list[str]) -> Iterator[str]:
    """In which period most of a distance's change came, where one brought most of it; and where it turned: of
    the distances whose change is told from none.
    """
    for region in others:
        line = result.line(result.code, lead) - result.line(result.code, region)
        steps, total = np.diff(line), float(line[-1] - line[0])
        if len(steps) < 2:
            continue
        t = int(np.argmax(steps * np.sign(total)))
        if abs(total) > POINTS and steps[t] / total > MOST:
            yield words(
                "messages.gap.mostly", region=region, period=result.periods[t + 1], step=float(steps[t])
            )
        peak = int(np.argmax(line))
        if line[peak] - line[-1] > POINTS and total > 0:
            yield words(
                "messages.gap.turned", region=region, period=result.periods[peak], widest=float(line[peak])
            )

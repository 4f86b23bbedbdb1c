"""What a profile says of its region: its heading, and a few points."""

from collections.abc import Iterator

from reporter.model.assessment import Assessment
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.breaks import break_said
from reporter.sections.certainty import moved, told_apart
from reporter.sections.facts import FLAT, codes, driver, moving, quantity


def headline(a: Assessment, words: Words, region: str) -> str:
    """Highest and lowest dimension, or that they lie close together."""
    result = a.main
    scores = {code: result.score(code, region, a.period) for code in codes(result).values()}
    high, low = max(scores, key=scores.__getitem__), min(scores, key=scores.__getitem__)
    if len(scores) == 1:
        return words("profiles.heading.one", region=region, index=result.code, score=scores[high])
    kind = "even" if scores[high] - scores[low] < 0.1 else "uneven"
    return words(
        f"profiles.heading.{kind}",
        region=region,
        high=high,
        low=low,
        highest=scores[high],
        lowest=scores[low],
    )


def told(a: Assessment, words: Words, region: str) -> Iterator[str]:
    """Four points: the last year, what carried the whole change, the distance to the leader, a caution."""
    result = a.main
    if a.before:
        last = moved(a, result.code, region, a.before)
        name, part = driver(result, region, a.before, a.period, 1 if last.change >= 0 else -1)
        yield words(f"profiles.points.latest.{last.trend}", driver=name, part=part, **last.facts)
    c = moved(a, result.code, region)
    if c.trend == "unsure":
        yield words("profiles.points.unsure", **c.facts)
    elif c.trend != "flat":
        top, part = driver(result, region, c.start, c.end, 1 if c.change > 0 else -1)
        ends = {"before": quantity(a, top, region, c.start), "after": quantity(a, top, region, c.end)}
        facts = {"driver": top, "part": part, "change": c.change, "start": c.start, "end": c.end}
        yield words("profiles.points.carried", **facts, **ends) + break_said(a, words, top, region)
    yield from _distance(a, words, region)
    if level := told_apart(a, words, region):
        yield level
    if caution := a.study.note("caution", a.period):
        yield words.text(caution)


def _distance(a: Assessment, words: Words, region: str) -> Iterator[str]:
    """How far the leader is, now and at first; of the leader how near the nearest; at a tie neither."""
    result = a.main
    lead = result.leader()
    others = [r for r in result.members if r != region]
    if not others:
        return
    other = lead if region != lead else max(others, key=lambda r: result.score(result.code, r, a.period))
    now, then = (_ahead(result, other, region, p) for p in (a.period, result.periods[0]))
    if abs(now) < FLAT:
        yield words("profiles.points.level", other=other)
    elif region == lead:
        yield words("profiles.points.ahead", nearest=other, now=-now)
    else:
        key = "distance_once" if not moving(a) else "distance" if then > -FLAT else "overtaken"
        yield words(f"profiles.points.{key}", leader=lead, now=now, then=then, start=result.periods[0])


def _ahead(result: Composite, one: str, other: str, period: str) -> float:
    """By how much the score of one region is above that of another."""
    return result.score(result.code, one, period) - result.score(result.code, other, period)

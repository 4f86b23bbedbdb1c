"""Key messages: each a number, the sentence it proves, its chart, and where to read on."""

from collections.abc import Iterator
from dataclasses import replace

from reporter.model.assessment import Assessment
from reporter.model.document import GRID, Message, Paragraph, Ref, Section
from reporter.model.words import Words
from reporter.sections.facts import FLAT, change, codes, fastest, growth, largest, quantity, slug, tone, whole
from reporter.sections.messages_fall import HEIGHT, SMALL, Draw, deepest_fall, distance, latest_fall


def messages(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Up to seven messages; one that the figures do not bear is left out."""
    makers = (_whole, _dimension, _fastest, _weakest, deepest_fall, latest_fall, distance)
    told = [m for make in makers for m in make(assessment, figures, words)]
    made = [replace(m, figure=replace(m.figure, id=f"message-{n}", source="")) for n, m in enumerate(told, 1)]
    source = Paragraph(told[0].figure.source, "source")
    group = change(assessment.main, assessment.main.code, whole(assessment))
    heading = words(
        f"messages.heading.{group.trend}",
        group=group.region,
        start=group.start,
        end=group.end,
        ratio=group.ratio - 1,
        fastest=fastest(assessment.main).region,
    )
    kicker = words("messages.kicker")
    summary = words("messages.summary", n=len(made))
    return (Section("messages", kicker, heading, (*made, source), short=kicker, summary=summary),)


def _whole(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    result = a.main
    c = change(result, result.code, whole(a))
    facts = {
        "group": c.region,
        "first": c.first,
        "last": c.last,
        "start": c.start,
        "end": c.end,
        "growth": growth(result, result.code, c.region),
        "rising": [r for r in result.members if change(result, result.code, r).trend == "rise"],
        "n": len(result.members),
    }
    yield Message(
        words("messages.whole.value", change=c.change),
        words("messages.whole.unit"),
        words(f"messages.whole.heading.{c.trend}", **facts),
        words(f"messages.whole.text.{c.trend}", **facts),
        figures("parts", width=GRID[7]),
        Ref("overall-series"),
        "ink",
    )


def _dimension(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The dimension of the whole that fell most in the last period, or else moved most."""
    result, before = a.main, a.before
    if before is None or len(codes(result)) < 2:
        return
    group = whole(a)
    moves = {d: change(result, code, group, before) for d, code in codes(result).items()}
    falls = {d: c.change for d, c in moves.items() if c.change < -2 * SMALL}
    name = min(falls, key=falls.__getitem__) if falls else max(moves, key=lambda d: abs(moves[d].change))
    c, code = moves[name], codes(result)[name]
    if abs(c.change) < SMALL:
        return
    members = {r: change(result, code, r, before).change for r in result.members}
    facts = {
        "dimension": code,
        "group": group,
        "change": c.change,
        "first": c.first,
        "last": c.last,
        "start": before,
        "end": a.period,
        "up": [r for r, moved in members.items() if moved > FLAT],
        "down": [r for r, moved in members.items() if moved < -FLAT],
        "most": max(members, key=lambda r: abs(members[r])),
        "part": max(members.values(), key=abs),
    }
    yield Message(
        words("messages.dimension.value", **facts),
        words("messages.dimension.unit", **facts),
        words(f"messages.dimension.heading.{c.trend}", **facts),
        words("messages.dimension.text", **facts),
        figures("lines", dimension=name, width=GRID[7], height=HEIGHT),
        Ref(f"dimension-{name}"),
        "ink",
    )


def _fastest(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    result, c = a.main, fastest(a.main)
    if not c.ratio >= 1.1:
        return
    top, together = largest(result, c.region, max(1, min(3, len(result.steps.indicators) - 1)))
    latest = quantity(a, top[0], c.region, c.end)
    facts = {
        "region": c.region,
        "ratio": c.ratio,
        "n": len(top),
        "start": c.start,
        "end": c.end,
        "change": c.change,
        "together": together,
        "top": top,
        "first": c.first,
        "last": c.last,
        "leading": top[0],
        "before": quantity(a, top[0], c.region, c.start),
        "after": latest,
    }
    yield Message(
        words("messages.fastest.value", **facts),
        words("messages.fastest.unit", **facts),
        words("messages.fastest.heading", **facts),
        words("messages.fastest.text", **facts),
        figures("moved", region=c.region, width=GRID[7], height=HEIGHT),
        Ref(f"profile-{slug(c.region)}"),
        tone(a, c.region),
    )


def _weakest(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The most uneven region: its lowest dimension beside its highest."""
    result, end = a.main, a.period
    if len(codes(result)) < 2:
        return
    scores = {
        r: {code: result.score(code, r, end) for code in codes(result).values()} for r in result.members
    }
    region = min(
        scores,
        key=lambda r: min(scores[r].values()) / max(scores[r].values()) if max(scores[r].values()) else 1.0,
    )
    low, high = (
        min(scores[region], key=scores[region].__getitem__),
        max(scores[region], key=scores[region].__getitem__),
    )
    others = [r for r in result.members if r != region]
    best = max(others, key=lambda r: scores[r][low]) if others else region
    facts = {
        "region": region,
        "low": low,
        "high": high,
        "lowest": scores[region][low],
        "highest": scores[region][high],
        "best": best,
        "best_value": scores[best][low],
        "end": end,
    }
    said = [words("messages.weakest.text", **facts), _classic(a, words, low, region)]
    yield Message(
        words("messages.weakest.value", **facts),
        words("messages.weakest.unit"),
        words("messages.weakest.heading", **facts),
        words.paragraph(said),
        figures("dumbbell", focus=region, width=GRID[7]),
        Ref(f"profile-{slug(region)}"),
        tone(a, region),
    )


def _classic(a: Assessment, words: Words, code: str, region: str) -> str:
    """What the classic form gives for a low score of the squared one, if the study reads it so too."""
    if a.main.options.get("form") != "squared":
        return ""
    forms = (
        r["mean"]
        for r in a.readings.values()
        if r["mean"].options == {**a.main.options, "form": "classic", "aggregate": "mean"}
    )
    other = next(forms, None)
    return words("messages.weakest.classic", value=other.score(code, region, a.period)) if other else ""

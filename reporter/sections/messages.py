"""Key messages: each a number, the sentence it proves, its chart, and where to read on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reporter.model.assessment import Assessment
from reporter.model.document import GRID, Message, Paragraph, Ref, Section
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.certainty import beside, fallen, grown, moved, risen
from reporter.sections.facts import (
    codes,
    growth,
    largest,
    moving,
    notable,
    placed,
    quantity,
    ranked,
    slug,
    tone,
    whole,
)
from reporter.sections.messages_fall import HEIGHT, SMALL, Draw, deepest_fall, distance, latest_fall
from reporter.sections.messages_rank import apart, climber, leader


def messages(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Up to seven messages; one that the figures do not bear is left out."""
    makers = _makers(assessment)
    told = [m for make in makers for m in make(assessment, figures, words)]
    made = [replace(m, figure=replace(m.figure, id=f"message-{n}", source="")) for n, m in enumerate(told, 1)]
    source = Paragraph(told[0].figure.source, "source")
    kicker, summary = words("messages.kicker"), words("messages.summary", n=len(made))
    heading = _heading(assessment, words)
    return (Section("messages", kicker, heading, (*made, source), short=kicker, summary=summary),)


def _makers(a: Assessment) -> tuple[Callable[..., Iterator[Message]], ...]:
    """The messages that may be told: of few regions over time, of many, or of one period."""
    if not ranked(a):
        return (_whole, _dimension, _fastest, _weakest, deepest_fall, latest_fall, distance)
    return (
        (leader, climber, _fastest, apart, _weakest, latest_fall) if moving(a) else (leader, apart, _weakest)
    )


def _heading(assessment: Assessment, words: Words) -> str:
    if ranked(assessment):
        first, second, third, *_ = [*placed(assessment.main, assessment.main.code)[:3], "", ""]
        near = len(beside(assessment, first))
        key = "ranked_near" if near else "ranked"
        return words(f"messages.heading.{key}", first=first, next=[r for r in (second, third) if r], n=near)
    group, fast = moved(assessment, assessment.main.code, whole(assessment)), grown(assessment)
    kind = "rise_alone" if group.trend == "rise" and not fast else group.trend
    region = fast.region if fast else ""
    facts = {**group.facts, "ratio": group.ratio - 1, "fastest": region}
    return words(f"messages.heading.{kind}", group=group.region, **facts)


def _whole(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    result = a.main
    c = moved(a, result.code, whole(a))
    facts = {
        **c.facts,
        "group": c.region,
        "growth": growth(result, result.code, c.region),
        "n": len(result.members),
    }
    yield Message(
        words("messages.whole.value", change=c.change),
        words("messages.whole.unit"),
        words(f"messages.whole.heading.{c.trend}", **facts),
        words.paragraph([words(f"messages.whole.text.{c.trend}", **facts), *_counted(a, words)]),
        figures("parts", width=GRID[7]),
        Ref("overall-series"),
        "ink",
    )


def _counted(a: Assessment, words: Words) -> Iterator[str]:
    """How many members rose and fell for certain, where there is an interval to tell by."""
    if a.varied:
        up, down = (len(those(a, a.main.code)) for those in (risen, fallen))
        n = len(a.main.members)
        kind = "both" if up and down else "rise" if up else "fall" if down else "none"
        kind = f"all_{kind}" if n > 1 and n in (up, down) else kind
        yield words(f"messages.whole.members.{kind}", n=n, up=up, down=down)


def _dimension(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The dimension of the whole that surely fell most in the last period, or else surely moved most."""
    result, before = a.main, a.before
    if before is None or len(codes(result)) < 2:
        return
    group = whole(a)
    every = {d: moved(a, code, group, before) for d, code in codes(result).items()}
    moves = {d: c for d, c in every.items() if c.trend in ("rise", "fall")} or every
    falls = {d: c.change for d, c in moves.items() if c.trend == "fall" and c.change < -2 * SMALL}
    name = min(falls, key=falls.__getitem__) if falls else max(moves, key=lambda d: abs(moves[d].change))
    c, code = moves[name], codes(result)[name]
    if abs(c.change) < SMALL:
        return
    facts = {**c.facts, "dimension": code, "group": group}
    text = words(f"messages.dimension.text.{'unsure' if c.trend == 'unsure' else 'moved'}", **facts)
    yield Message(
        words("messages.dimension.value", **facts),
        words("messages.dimension.unit", **facts),
        words(f"messages.dimension.heading.{c.trend}", **facts),
        words.paragraph([text, *_most(a, words, code, before)]),
        figures("lines", dimension=name, width=GRID[7], height=HEIGHT),
        Ref(f"dimension-{name}"),
        "ink",
    )


def _most(a: Assessment, words: Words, code: str, before: str) -> Iterator[str]:
    """The member whose score moved most of those that moved for certain."""
    sure = [c for r in a.main.members if (c := moved(a, code, r, before)).trend in ("rise", "fall")]
    if sure:
        most = max(sure, key=lambda c: abs(c.change))
        yield words("messages.dimension.most", most=most.region, part=most.change)


def _fastest(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The member that grew fastest of those that grew for certain."""
    result, c = a.main, grown(a)
    if c is None or not notable(result, c):
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
        figures("waterfall", region=c.region, width=GRID[7], height=HEIGHT),
        Ref(f"profile-{slug(c.region)}"),
        tone(a, c.region),
    )


def _weakest(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The most uneven region: its lowest dimension beside its highest."""
    result, end = a.main, a.period
    if len(codes(result)) < 2 or result.scale == "plain":
        return  # a share of a score needs a scale that begins at zero
    scores = {
        r: {code: result.score(code, r, end) for code in codes(result).values()} for r in result.members
    }
    region = min(scores, key=lambda r: _evenness(result, scores[r]))
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
        "apart": scores[region][high] - scores[region][low],
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


def _evenness(result: Composite, scores: Mapping[str, float]) -> float:
    """The lowest score beside the highest: as a share of it, on a scale without zero as a difference."""
    low, high = min(scores.values()), max(scores.values())
    if not result.zero:
        return low - high
    return low / high if high else 1.0


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

"""A profile per region: identity, course, dimensions, every indicator, strengths and weaknesses by a
printed rule.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reporter.model.assessment import Assessment
from reporter.model.document import (
    Block,
    Cell,
    Columns,
    Fact,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Rows,
    Section,
    Table,
)
from reporter.model.study import Dimension
from reporter.model.words import Quantity, Words
from reporter.sections.cells import (
    UNSURE,
    change_of,
    column,
    figure,
    marks,
    raw,
    row_head,
    score_of,
    standard,
)
from reporter.sections.certainty import moved, span, told_apart
from reporter.sections.company import in_company
from reporter.sections.facts import (
    best_member,
    break_said,
    codes,
    driver,
    growth,
    moving,
    quantity,
    relative,
    slug,
    standardised,
    tone,
)

Draw = Callable[..., Figure]
STRONG, WEAK, STRIP, BARS = 0.75, 0.25, 4, 46.0


def profiles(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Two facing pages for every member, or for the one that the edition is about."""
    shown = (assessment.focus,) if assessment.focus else assessment.main.members
    return tuple(page for region in shown for page in _profile(assessment, figures, words, region))


def _profile(a: Assessment, figures: Draw, words: Words, region: str) -> tuple[Section, Section]:
    heading = _heading(a, words, region)
    points_ = tuple(Paragraph(text, "point") for text in _points(a, words, region))
    first: tuple[Block, ...] = (
        Facts(tuple(_strip(a, words, region)), "strip"),
        *_noted(a, words, "context"),
        *in_company(a, words, region),
        *_course(a, figures, words, region, points_),
        figures("dumbbell", focus=region),
    )
    second: tuple[Block, ...] = (
        _table(a, words, region),
        _sides(a, words, region),
        Paragraph(words("profiles.rule", strong=STRONG, weak=WEAK), "note"),
        *((figures("moved", region=region, height=BARS),) if moving(a) else ()),
    )
    kicker = words("profiles.kicker", region=region)
    return (
        Section(
            f"profile-{slug(region)}",
            kicker,
            heading,
            first,
            mark="chapter",
            short=kicker,
            summary=heading,
            tone=tone(a, region),
        ),
        Section(
            f"profile-{slug(region)}-indicators",
            kicker,
            words("profiles.second", region=region),
            second,
            tone=tone(a, region),
        ),
    )


def _course(
    a: Assessment, figures: Draw, words: Words, region: str, told: tuple[Paragraph, ...]
) -> tuple[Block, ...]:
    """The region's course beside what is to say of it; of a single period the words alone."""
    said: tuple[Block, ...] = (Heading(words("profiles.short_head")), *told)
    return (Columns("84", ((figures("profile", region=region),), said)),) if moving(a) else said


def _noted(a: Assessment, words: Words, name: str) -> tuple[Paragraph, ...]:
    """A note of the study, if it has one for this edition."""
    text = a.study.note(name, a.period)
    return (Paragraph(words.text(text), "note"),) if text else ()


def _heading(a: Assessment, words: Words, region: str) -> str:
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


def _strip(a: Assessment, words: Words, region: str) -> Iterator[Fact]:
    """The first context figures of the study, then the index and its growth: two rows at most."""
    for id, one in list(a.study.context.items())[:STRIP]:
        if (value := a.panel.value(id, region, a.period)) == value:
            q = Quantity(value, one.unit, one.decimals)
            yield Fact(
                words.name(id),
                marks(a, id, region, a.period) + words.bare(q),
                words("profiles.strip.detail", unit=words.unit(one.unit), period=a.period),
            )
    result = a.main
    kind = "index" if a.main.scale == "score" else "index_plain"
    interval = span(a, words, result.code, region)
    own = score_of(words, result, result.code, region, a.period)
    yield Fact(
        words.name(result.code),
        own.mark + own.text,
        words(f"profiles.strip.{kind}{'_span' if interval else ''}", period=a.period, span=interval),
    )
    yield Fact(
        words("profiles.strip.growth"),
        words("overall.numbers.rate", rate=growth(result, result.code, region)),
        words("profiles.strip.window", start=result.periods[0], end=a.period),
    )


def _points(a: Assessment, words: Words, region: str) -> Iterator[str]:
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
    lead = result.leader()
    if region != lead:
        now, then = (
            result.score(result.code, lead, p) - result.score(result.code, region, p)
            for p in (a.period, result.periods[0])
        )
        yield words("profiles.points.distance", leader=lead, now=now, then=then, start=result.periods[0])
    else:
        others = [r for r in result.members if r != region]
        if others:
            nearest = max(others, key=lambda r: result.score(result.code, r, a.period))
            yield words(
                "profiles.points.ahead",
                nearest=nearest,
                now=result.score(result.code, region, a.period)
                - result.score(result.code, nearest, a.period),
            )
    if level := told_apart(a, words, region):
        yield level
    if caution := a.study.note("caution", a.period):
        yield words.text(caution)


def _table(a: Assessment, words: Words, region: str) -> Table:
    names = ("indicator", "unit", "before", "now", "change", "score", "best")
    texts = [words(f"profiles.table.heads.{n}", start=a.before or "", end=a.period) for n in names]
    head = (
        column(texts[0]),
        column(texts[1]),
        *(column(t, True) for t in texts[2:5]),
        column(texts[5], columns=2),
        column(texts[6]),
    )
    body = tuple(rows for d in a.main.framework.dimensions for rows in _dimension(a, words, region, d))
    measure = words("profiles.table.measure", start=a.main.periods[0], end=a.period)
    title = words("profiles.table.title", region=region)
    return Table(
        f"table-{slug(region)}",
        title,
        measure,
        (head,),
        body,
        note=words("profiles.table.note", end=a.period),
        style="profile",
    )


def _dimension(a: Assessment, words: Words, region: str, d: Dimension) -> tuple[Rows, Rows]:
    code = codes(a.main)[d.id]
    c = moved(a, code, region, a.before or a.period)
    cell = change_of(words, a.main, code, region, c.start, c.end)
    top = (
        Cell(words.name(code), head="rowgroup", columns=2),
        score_of(words, a.main, code, region, c.start),
        score_of(words, a.main, code, region, c.end),
        replace(cell, mark=cell.mark + (UNSURE if c.trend == "unsure" else "")),
        Cell("", columns=3),
    )
    return Rows((top,), group=True), Rows(tuple(_indicator(a, words, region, i) for i in d.indicators))


def _indicator(a: Assessment, words: Words, region: str, i: str) -> tuple[Cell, ...]:
    one, result, before = a.study.indicators[i], a.main, a.before or a.period
    x = standardised(result, i, region, a.period)
    best = best_member(result, i, a.period)
    first, last = quantity(a, i, region, before).value, quantity(a, i, region, a.period).value
    moved = relative(first, last)
    better = (
        ""
        if abs(moved) < 0.0005 or moved != moved
        else "▲"
        if (moved > 0) == (one.direction == "up")
        else "▼"
    )
    tinted = tone(a, region) if x >= STRONG or x < WEAK else ""
    return (
        row_head(words.short(i)),
        Cell(words.unit(one.unit), tone="unit"),
        raw(a, words, i, region, before),
        raw(a, words, i, region, a.period),
        figure(words.number(moved * 100, 1, True), better),
        standard(a, words, i, region, a.period),
        Cell("", bar=x, stroke=standardised(result, i, best, a.period), tone=tinted),
        Cell(words.name(best)),
    )


def _sides(a: Assessment, words: Words, region: str) -> Columns:
    """Strengths and weaknesses, by the rule printed below them."""
    values = {i: standardised(a.main, i, region, a.period) for i in a.main.steps.indicators}
    strong = sorted((i for i, x in values.items() if x >= STRONG), key=lambda i: -values[i])
    weak = sorted((i for i, x in values.items() if x < WEAK), key=lambda i: values[i])
    return Columns(
        "66",
        tuple(
            tuple(_side(a, words, region, kind, names, values))
            for kind, names in (("strengths", strong), ("weaknesses", weak))
        ),
    )


def _side(
    a: Assessment, words: Words, region: str, kind: str, names: list[str], values: dict[str, float]
) -> Iterator[Block]:
    yield Heading(words("profiles.sides_head", kind=words(f"profiles.{kind}"), end=a.period))
    listed = words("profiles.join").join(words("profiles.side", indicator=i, score=values[i]) for i in names)
    yield Paragraph(listed or words(f"profiles.no_{kind}"))

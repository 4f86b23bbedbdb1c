"""The overall index: opener, series, distance to the leader and what moved the index."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Columns, Fact, Facts, Figure, Heading, Paragraph, Section
from reporter.model.guide import Contents
from reporter.model.words import Words
from reporter.sections.breaks import break_said
from reporter.sections.certainty import between, grown, moved, note, pairs, sunk
from reporter.sections.facts import (
    Change,
    change,
    crowded,
    driver,
    growth,
    moving,
    pieces,
    relative,
    tone,
    whole,
)
from reporter.sections.overall_tables import changes, table, tables

Draw = Callable[..., Figure]
BARS, TALL = 33, 120.0  # regions in one chart of contributions; the distances' height in mm beside it
FEW, GAP, LINE = 4, 62.0, 6.0
"""Regions; the distances' height in mm beside so few, and what a further one takes of it."""
BAR, KEY = 5.5, 11.0  # mm: the least height of a bar, that of the key


def overall(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Opener, series and drivers; none for a single period, which has no course."""
    if not moving(assessment):
        return ()
    return (
        _opener(assessment, words),
        _series(assessment, figures, words),
        _drivers(assessment, figures, words),
    )


def _opener(a: Assessment, words: Words) -> Section:
    result = a.main
    group, fast = moved(a, result.code, whole(a)), grown(a)
    region, fall = sunk(a)
    facts = {
        **group.facts,
        "group": group.region,
        "fastest": fast.region if fast else "",
        "leader": result.leader(),
        "region": region,
        "depth": fall.depth,
        "ratio": fast.ratio if fast else 1.0,
        "gained": fast.change if fast else 0.0,
        "peak": result.periods[fall.peak],
        "trough": result.periods[fall.trough],
    }
    numbers = (
        Fact(
            words("overall.numbers.last", **facts),
            words.score(group.last),
            words("overall.numbers.first", **facts),
        ),
        Fact(
            words("overall.numbers.growth"),
            words("overall.numbers.rate", rate=growth(result, result.code, group.region)),
            words("overall.numbers.window", **facts),
        ),
        *((_gained(words, fast),) if fast else ()),
    )
    dip = [words("overall.lead.dip", **facts)] if fall.depth >= 0.02 else []
    kind = "_alone" if not fast else "_same" if fast.region == facts["leader"] else ""
    members = words(f"overall.lead.members{kind}", **facts)
    said = [words(f"overall.lead.{group.trend}", **facts), members, pairs(a, words), *dip]
    text = words.paragraph(said)
    kind = "rise_alone" if group.trend == "rise" and not fast else group.trend
    heading = words(f"overall.heading.{kind}", **facts)
    blocks = (Facts(numbers, "numbers"), Heading(words("overall.inside")), Contents(()))
    return Section(
        "overall",
        words.name(result.code),
        heading,
        blocks,
        lead=text,
        mark="chapter",
        look="opener",
        short=words("overall.short"),
        summary=heading,
    )


def _gained(words: Words, fast: Change) -> Fact:
    """What the member that grew fastest gained, with its interval."""
    detail = words("overall.numbers.ratio", ratio=fast.ratio, start=fast.start)
    printed = words.score(fast.change, True)
    spread = between(words, fast)
    told = words("overall.numbers.spread", detail=detail, spread=spread) if spread else detail
    return Fact(words("overall.numbers.gained", region=fast.region), printed, told)


def _series(a: Assessment, figures: Draw, words: Words) -> Section:
    courses = tuple(
        (Heading(words.name(r), run=True, tone=tone(a, r)), Paragraph(_course(a, words, r)))
        for r in a.main.members[:3]
    )
    lead, fast = a.main.leader(), grown(a)
    facts = {"leader": lead, "start": a.main.periods[0], "end": a.period}
    kind = "heading_alone" if fast is None else "heading_same" if fast.region == lead else "heading"
    heading = words(f"overall.series.{kind}", fastest=fast.region if fast else "", **facts)
    columns = (Columns("444", courses),) if len(a.main.members) <= 3 else ()
    panels = () if crowded(a) else (figures("panels"),)
    blocks: tuple[Block, ...] = (figures("series", height=84), *columns, *panels)
    return Section(
        "overall-series",
        words.name(a.main.code),
        heading,
        blocks,
        short=words("overall.series.short", start=a.main.periods[0]),
    )


def _course(a: Assessment, words: Words, region: str) -> str:
    """One region's course: growth, the deepest fall if any, the last year."""
    result = a.main
    c, rate = moved(a, result.code, region), growth(result, result.code, region)
    said = [words(f"overall.course.{c.trend}", region=region, growth=rate, **c.facts)]
    name, part = driver(result, region, c.start, c.end, 1 if c.change >= 0 else -1)
    most = words(f"overall.course.driver.{'rise' if part > 0 else 'fall'}", driver=name, part=part)
    said.append(most + break_said(a, words, name, region))
    if a.before:
        last = moved(a, result.code, region, a.before)
        share = relative(last.first, last.last)
        said.append(words(f"overall.course.latest.{last.trend}", relative=share, **last.facts))
    return words.paragraph(said)


def _drivers(a: Assessment, figures: Draw, words: Words) -> Section:
    result = a.main
    lead = result.leader()
    closer, farther = _distances(a, lead)
    kind = "mixed" if closer and farther else "closer" if closer else "farther" if farther else "unsure"
    facts = {
        "leader": lead,
        "closer": closer[0][0] if closer else "",
        "farther": farther[0][0] if farther else "",
        "nearer": closer[0][1] if closer else 0.0,
        "further": farther[0][1] if farther else 0.0,
    }
    heading = words(f"overall.drivers.heading.{kind}", **facts)
    blocks: tuple[Block, ...] = (
        *_charts(a, figures, words),
        *(tables(a, words) if crowded(a) else (table(a, words), changes(a, words))),
        *note(a, words),
    )
    return Section(
        "overall-drivers", words.name(result.code), heading, blocks, short=words("overall.drivers.short")
    )


def _charts(a: Assessment, figures: Draw, words: Words) -> Iterator[Block]:
    """Distances beside contributions, lower the more rows the tables below them have; of many regions all of
    them, in as many charts as fit a page.
    """
    text = Paragraph(words("overall.drivers.text"))
    if not crowded(a):
        height = _beside(len(a.main.regions))
        charts = (figures("gap", height=height or GAP), figures("parts", height=height))
        yield from (Columns("66", tuple((chart,) for chart in charts)), text)
        return
    first, *more = [figures("parts", first=n, rows=rows) for n, rows in pieces(len(a.main.regions), BARS)]
    yield from (text, Columns("66", ((figures("gap", height=min(first.height, TALL)),), (first,))))
    for n in range(0, len(more), 2):
        yield Columns("66", tuple((chart,) for chart in more[n : n + 2]))


def _beside(regions: int) -> float:
    """The height in mm of two charts side by side above tables of so many rows, which leave less room the
    longer they are; 0 for the height the charts have of themselves.
    """
    return max(GAP - LINE * (regions - FEW), BAR * regions + KEY) if regions > FEW else 0.0


def _distances(a: Assessment, lead: str) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Members that came closer to the leader and those that did not, by how much, the largest first; those
    of which neither can be told left out.
    """
    result = a.main
    moved = {
        r: change(result, result.code, lead).change - change(result, result.code, r).change
        for r in result.members
        if r != lead and a.sure_gap(r)
    }
    closer = sorted(((r, -m) for r, m in moved.items() if m < 0), key=lambda pair: -pair[1])
    farther = sorted(((r, m) for r, m in moved.items() if m >= 0), key=lambda pair: -pair[1])
    return closer, farther

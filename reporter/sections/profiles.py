"""A profile per region: identity, course, dimensions, every indicator, strengths and weaknesses by a
printed rule.
"""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import GRID, Block, Columns, Fact, Facts, Figure, Heading, Paragraph, Section
from reporter.model.unit import Quantity
from reporter.model.words import Words
from reporter.sections.cells import marks, score_of
from reporter.sections.certainty import span
from reporter.sections.company import in_company
from reporter.sections.facts import codes, crowded, growth, moving, slug, tone
from reporter.sections.profile_opener import opener
from reporter.sections.profile_points import headline, told
from reporter.sections.profile_sides import STRONG, WEAK, sides
from reporter.sections.profile_table import indicators

Draw = Callable[..., Figure]
STRIP, FITS = 4, 18  # context figures; lines of the table beside which the bars have their full height
BOXED, ROUND = 8, 5  # regions from which on a box says more than their names, and a radar misleads no more
BARS, LEAST, LINE = 46.0, 16.0, 5.0  # mm: the bars' heights, and that of a line of the table
DUMBBELL, COMPANY, ROW = 69.5, 26.0, 15.0  # mm: the dimensions' height, what company takes of it, a row


def profiles(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Two facing pages for every member, each a chapter; of many members one chapter with an opener. Of an
    edition about one region that one's alone.
    """
    shown = (assessment.focus,) if assessment.focus else assessment.main.members
    pages = tuple(page for region in shown for page in _profile(assessment, figures, words, region))
    return (opener(assessment, words), *pages) if crowded(assessment) and not assessment.focus else pages


def _profile(a: Assessment, figures: Draw, words: Words, region: str) -> tuple[Section, Section]:
    heading = headline(a, words, region)
    points_ = tuple(Paragraph(text, "point") for text in told(a, words, region))
    company = in_company(a, words, region)
    room = DUMBBELL - COMPANY if company else DUMBBELL
    first: tuple[Block, ...] = (
        Facts(tuple(_strip(a, words, region)), "strip"),
        *_noted(a, words, "context"),
        *company,
        *_course(a, figures, words, region, points_),
        _stand(a, figures, region, min(room, ROW * len(codes(a.main)) + ROW / 2)),
    )
    second: tuple[Block, ...] = (
        indicators(a, words, region),
        sides(a, words, region),
        Paragraph(words("profiles.rule", strong=STRONG, weak=WEAK), "note"),
        *_moved(a, figures, region),
    )
    kicker = words("profiles.kicker", region=region)
    alone = {"mark": "chapter", "short": kicker, "summary": heading}
    entered = {"short": words.name(region)} if crowded(a) else alone
    id, own = f"profile-{slug(region)}", tone(a, region)
    title = words("profiles.second", region=region)
    return (
        Section(id, kicker, heading, first, look="spread", tone=own, **entered),
        Section(f"{id}-indicators", kicker, title, second, tone=own),
    )


def _stand(a: Assessment, figures: Draw, region: str, height: float) -> Figure:
    """Where the region stands: among many in a box of all, from five on in a radar of the indicators, among
    fewer by its mark in each dimension.
    """
    if len(a.main.members) >= BOXED:
        return figures("box", region=region, height=height)
    if len(a.main.members) >= ROUND and len(a.main.steps.indicators) >= ROUND:
        return figures("radar", region=region, width=GRID[12], height=0.85 * height)
    return figures("dumbbell", focus=region, height=height)


def _moved(a: Assessment, figures: Draw, region: str) -> tuple[Figure, ...]:
    """What moved the index, as high as the table leaves room on its page; none where it leaves too little."""
    lines = len(a.main.steps.indicators) + len(codes(a.main))
    height = min(BARS, BARS - (lines - FITS) * LINE)
    return (figures("moved", region=region, height=height),) if moving(a) and height >= LEAST else ()


def _course(
    a: Assessment, figures: Draw, words: Words, region: str, points: tuple[Paragraph, ...]
) -> tuple[Block, ...]:
    """The region's course beside what is to say of it; of a single period the words alone."""
    said: tuple[Block, ...] = (Heading(words("profiles.short_head")), *points)
    if not moving(a):
        return said
    chart = figures("band" if crowded(a) else "profile", region=region)
    return (Columns("84", ((chart,), said)),)


def _noted(a: Assessment, words: Words, name: str) -> tuple[Paragraph, ...]:
    """A note of the study, if it has one for this edition."""
    text = a.study.note(name, a.period)
    return (Paragraph(words.text(text), "note"),) if text else ()


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
    if moving(a):
        yield Fact(
            words("profiles.strip.growth"),
            words("overall.numbers.rate", rate=growth(result, result.code, region)),
            words("profiles.strip.window", start=result.periods[0], end=a.period),
        )

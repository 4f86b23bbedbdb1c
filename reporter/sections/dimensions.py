"""A chapter per dimension, headed by its finding: its index, its indicators, what moved it."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import GRID, Cell, Columns, Figure, Heading, Paragraph, Rows, Section, Table
from reporter.model.study import Dimension
from reporter.model.words import Words
from reporter.sections.cells import (
    column,
    group_head,
    legend,
    periods_head,
    raw,
    region_head,
    score_of,
    standard,
)
from reporter.sections.certainty import between, moved, with_span
from reporter.sections.dimension_ranks import ranked_chapter
from reporter.sections.facts import Change, codes, growth, ranked, standardised, tone, whole

Draw = Callable[..., Figure]
COURSE, SLOPE, FEW = 42, 39, 5
"""Heights in mm of the course and of a row of slopes, where there is room; how many slopes are drawn."""
PAGE, PARAGRAPHS, LEAST, ALONE = 126, 38, 0.7, 72
"""What both have on a page without its table, what paragraphs take of it, how far both may shrink; the height
of a course without slopes."""
PANEL, PANELS, LOWEST = 50, 178, 36
"""A row of panels, what all rows have on a page without their table, and how low one may be."""
ROW = 4.94


def dimensions(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Two pages for every dimension of the main index; more where regions are ranked in its parts."""
    chapter = ranked_chapter if ranked(assessment) else _chapter
    return tuple(
        page for d in assessment.main.framework.dimensions for page in chapter(assessment, figures, words, d)
    )


def _chapter(a: Assessment, figures: Draw, words: Words, d: Dimension) -> tuple[Section, Section]:
    result, code = a.main, codes(a.main)[d.id]
    group, lead = moved(a, code, whole(a)), result.leader(code)
    moves = [moved(a, code, r) for r in result.members]
    strongest, weakest = (f(moves, key=lambda c: c.change) for f in (max, min))
    facts = {
        **group.facts,
        "dimension": code,
        "group": group.region,
        "leader": lead,
        "leading": result.score(code, lead, a.period),
        "strongest": strongest.region,
        "gain": _gain(words, strongest),
        "weakest": weakest.region,
        "least": _gain(words, weakest),
        "n": len(d.indicators),
        "growth": growth(result, code, group.region),
    }
    told = {"rise": strongest, "fall": weakest}.get(group.trend)
    alone = "_alone" if told and told.trend != group.trend else ""
    heading = words(f"dimensions.heading.{group.trend}{alone}", **facts)
    courses = tuple(
        (Heading(words.name(r), run=True, tone=tone(a, r)), Paragraph(_course(a, words, d, r)))
        for r in result.members[:3]
    )
    course, *slopes = _charts(a, figures, d)
    first = Section(
        f"dimension-{d.id}",
        words("dimensions.kicker", dimension=code),
        heading,
        (
            course,
            *((Columns("444", courses),) if len(result.members) <= 3 else ()),
            _scores(a, words, d),
            *slopes,
        ),
        lead=words.paragraph(
            [words("dimensions.lead", **facts), *_level(a, words, code, lead), *_latest(a, words, code)]
        ),
        mark="chapter",
        short=words.name(code),
        summary=heading,
    )
    blocks = (figures("indicators", dimension=d.id, **_panels(a, d)), _table(a, words, d))
    second = Section(
        f"dimension-{d.id}-indicators",
        words("dimensions.kicker", dimension=code),
        words(f"dimensions.indicators.heading.{'one' if len(d.indicators) == 1 else 'many'}", **facts),
        blocks,
    )
    return first, second


def _charts(a: Assessment, figures: Draw, d: Dimension) -> Iterator[Figure]:
    """The course of the dimension and, of few indicators, their slopes: as high as the table allows."""
    if len(d.indicators) > FEW:  # the next page has a chart of each
        yield figures("lines", dimension=d.id, width=GRID[12], height=ALONE)
        return
    slopes = figures("slope", dimension=d.id, height=SLOPE)
    full = COURSE + slopes.height
    room = PAGE - ROW * len(a.main.regions) - PARAGRAPHS * (len(a.main.members) <= 3)
    share = min(1.0, room / full) if room >= LEAST * full else 1.0
    yield figures("lines", dimension=d.id, width=GRID[12], height=round(share * COURSE))
    yield slopes if share == 1.0 else figures("slope", dimension=d.id, height=round(share * SLOPE))


def _panels(a: Assessment, d: Dimension) -> dict[str, float]:
    """The height of the indicators' panels that lets them stand on one page with their table, if it can."""
    rows = -(-len(d.indicators) // (2 if len(d.indicators) == 4 else 3))
    room = PANELS - ROW * len(d.indicators) * len(a.main.members)
    return {"height": room} if LOWEST * rows <= room < PANEL * rows else {}


def _gain(words: Words, c: Change) -> str:
    """A change in points, with its interval where it lies within it."""
    spread = between(words, c) if c.trend == "unsure" else ""
    points = words.score(c.change, True)
    return words(f"certainty.points{'' if spread else '_alone'}", points=points, spread=spread)


def _level(a: Assessment, words: Words, code: str, lead: str) -> Iterator[str]:
    """That another region stands higher in some of the ways, where one does."""
    ranks = a.audit.uncertainty.ranks
    if a.varied and code in ranks and a.audit.uncertainty.rank(code, lead, a.period)[1] > 1:
        yield words("dimensions.level")


def _latest(a: Assessment, words: Words, code: str) -> Iterator[str]:
    """What the last period brought to the whole."""
    if a.before:
        c = moved(a, code, whole(a), a.before)
        yield words(f"dimensions.latest.{c.trend}", **c.facts)


def _course(a: Assessment, words: Words, d: Dimension, region: str) -> str:
    """How the dimension went in one region, and its best and lowest indicator."""
    result, code = a.main, codes(a.main)[d.id]
    c = moved(a, code, region)
    values = {i: standardised(result, i, region, a.period) for i in d.indicators}
    high, low = max(values, key=values.__getitem__), min(values, key=values.__getitem__)
    said = [words(f"dimensions.course.{c.trend}", **c.facts)]
    if high != low:
        said.append(
            words(
                "dimensions.course.indicators", high=high, low=low, highest=values[high], lowest=values[low]
            )
        )
    return words.paragraph(said)


def _scores(a: Assessment, words: Words, d: Dimension) -> Table:
    """Index of the dimension for every region and period."""
    result, code = a.main, codes(a.main)[d.id]
    head = (column(words("overall.table.region")), *periods_head(result.periods))
    body = tuple(
        Rows(tuple((region_head(a, words, r), *_line(a, words, code, r)) for r in rows), total=total)
        for rows, total in ((result.members, False), (tuple(result.groups), True))
    )
    return Table(
        f"table-{d.id}",
        words("dimensions.table.title", dimension=code),
        words("dimensions.table.measure", dimension=code),
        (head,),
        body,
        note=legend(words, *body),
        style="index",
    )


def _line(a: Assessment, words: Words, code: str, region: str) -> tuple[Cell, ...]:
    """A region's scores, the last one with its interval."""
    *before, last = (score_of(words, a.main, code, region, p) for p in a.main.periods)
    return *before, with_span(a, words, last, code, region)


def _table(a: Assessment, words: Words, d: Dimension) -> Table:
    """Every indicator of the dimension at the first and last period, its score and where the best stands."""
    result, study = a.main, a.study
    first, last = result.periods[0], a.period
    periods = tuple(dict.fromkeys((first, a.before or first, last)))
    texts = [
        words("dimensions.values.indicator"),
        words("overall.table.region"),
        *periods,
        words("dimensions.values.score"),
    ]
    head = (column(texts[0]), column(texts[1]), *(column(t, True) for t in texts[2:]))
    groups = []
    for i in d.indicators:
        rows = []
        for n, r in enumerate(result.members):
            name = (
                (group_head(words.short(i), words.unit(study.indicators[i].unit), len(result.members)),)
                if n == 0
                else ()
            )
            values = (raw(a, words, i, r, p) for p in periods)
            rows.append((*name, region_head(a, words, r), *values, standard(a, words, i, r, last)))
        groups.append(Rows(tuple(rows)))
    measure = words("dimensions.values.measure", start=first, end=last)
    return Table(
        f"table-{d.id}-indicators",
        words("dimensions.values.title", dimension=codes(result)[d.id]),
        measure,
        (head,),
        tuple(groups),
        style="values",
    )

"""The overall index: opener, series, distance to the leader and what moved the index."""

from collections.abc import Callable
from itertools import pairwise

from reporter.model.assessment import Assessment
from reporter.model.document import (
    Block,
    Cell,
    Columns,
    Contents,
    Fact,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Rows,
    Section,
    Table,
)
from reporter.model.panel import Floats
from reporter.model.words import Words
from reporter.sections.cells import column, figure, percent, periods_head, points, region_head, score
from reporter.sections.facts import (
    break_said,
    change,
    deepest,
    driver,
    fastest,
    growth,
    relative,
    tone,
    whole,
)

Draw = Callable[..., Figure]


def overall(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Opener, series and drivers."""
    return (
        _opener(assessment, words),
        _series(assessment, figures, words),
        _drivers(assessment, figures, words),
    )


def _opener(a: Assessment, words: Words) -> Section:
    result = a.main
    group, fast = change(result, result.code, whole(a)), fastest(result)
    region, fall = deepest(result)
    rise = change(result, result.code, fast.region)
    facts = {
        "group": group.region,
        "first": group.first,
        "last": group.last,
        "start": group.start,
        "end": group.end,
        "change": group.change,
        "fastest": fast.region,
        "leader": result.leader(),
        "region": region,
        "depth": fall.depth,
        "ratio": fast.ratio,
        "peak": result.periods[fall.peak],
        "trough": result.periods[fall.trough],
    }
    numbers = (
        Fact(
            words("overall.numbers.last", **facts),
            words.number(group.last * 100),
            words("overall.numbers.first", **facts),
        ),
        Fact(
            words("overall.numbers.growth"),
            words("overall.numbers.rate", rate=growth(result, result.code, group.region)),
            words("overall.numbers.window", **facts),
        ),
        Fact(
            words("overall.numbers.gained", region=fast.region),
            words.number(rise.change * 100, 1, True),
            words("overall.numbers.ratio", **facts),
        ),
    )
    dip = [words("overall.lead.dip", **facts)] if fall.depth >= 0.02 else []
    said = [words(f"overall.lead.{group.trend}", **facts), words("overall.lead.members", **facts), *dip]
    text = words.paragraph(said)
    heading = words(f"overall.heading.{group.trend}", **facts)
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


def _series(a: Assessment, figures: Draw, words: Words) -> Section:
    courses = tuple(
        (Heading(words.name(r), run=True, tone=tone(a, r)), Paragraph(_course(a, words, r)))
        for r in a.main.members[:3]
    )
    heading = (
        words(
            "overall.series.heading",
            leader=a.main.leader(),
            fastest=fastest(a.main).region,
            start=a.main.periods[0],
            end=a.period,
        )
        if a.main.leader() != fastest(a.main).region
        else words(
            "overall.series.heading_same", leader=a.main.leader(), start=a.main.periods[0], end=a.period
        )
    )
    columns = (Columns("444", courses),) if len(a.main.members) <= 3 else ()
    blocks: tuple[Block, ...] = (figures("series"), *columns, figures("panels"))
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
    c, rate = change(result, result.code, region), growth(result, result.code, region)
    said = [
        words(
            f"overall.course.{c.trend}",
            region=region,
            first=c.first,
            last=c.last,
            start=c.start,
            end=c.end,
            growth=rate,
        )
    ]
    name, part = driver(result, region, c.start, c.end, 1 if c.change >= 0 else -1)
    moved = words(f"overall.course.driver.{'rise' if part > 0 else 'fall'}", driver=name, part=part)
    said.append(moved + break_said(a, words, name, region))
    if a.before:
        last = change(result, result.code, region, a.before)
        said.append(
            words(
                f"overall.course.latest.{last.trend}",
                change=last.change,
                end=a.period,
                relative=relative(last.first, last.last),
            )
        )
    return words.paragraph(said)


def _drivers(a: Assessment, figures: Draw, words: Words) -> Section:
    result = a.main
    lead = result.leader()
    closer, farther = _distances(a, lead)
    kind = "mixed" if closer and farther else "closer" if closer else "farther"
    facts = {
        "leader": lead,
        "closer": closer[0][0] if closer else "",
        "farther": farther[0][0] if farther else "",
        "nearer": closer[0][1] if closer else 0.0,
        "further": farther[0][1] if farther else 0.0,
    }
    heading = words(f"overall.drivers.heading.{kind}", **facts)
    blocks = (
        Columns("66", ((figures("gap"),), (figures("parts"),))),
        Paragraph(words("overall.drivers.text")),
        _table(a, words),
        _changes(a, words),
    )
    return Section(
        "overall-drivers", words.name(result.code), heading, blocks, short=words("overall.drivers.short")
    )


def _distances(a: Assessment, lead: str) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Members that came closer to the leader and those that did not, by how much, the largest first."""
    result = a.main
    moved = {
        r: change(result, result.code, lead).change - change(result, result.code, r).change
        for r in result.members
        if r != lead
    }
    closer = sorted(((r, -m) for r, m in moved.items() if m < 0), key=lambda pair: -pair[1])
    farther = sorted(((r, m) for r, m in moved.items() if m >= 0), key=lambda pair: -pair[1])
    return closer, farther


def _table(a: Assessment, words: Words) -> Table:
    result = a.main
    head = (
        column(words("overall.table.region")),
        *periods_head(result, result.code, result.periods),
        column(words("overall.table.change", start=a.before or "", end=a.period), True),
        column(words("overall.table.growth"), True),
    )
    body = (
        Rows(tuple(_row(a, words, r) for r in result.members)),
        Rows(tuple(_row(a, words, g) for g in result.groups), total=True),
    )
    facts = {"start": result.periods[0], "end": a.period}
    return Table(
        "table-index",
        words("overall.table.title"),
        words("overall.table.measure", **facts),
        (head,),
        body,
        note=words("overall.table.note"),
        style="index",
    )


def _changes(a: Assessment, words: Words) -> Table:
    """Change on the period before, in points, for every region and period."""
    result = a.main
    head = (
        column(words("overall.table.region")),
        *periods_head(result, result.code, result.periods[1:], before=True),
    )
    body = tuple(
        Rows(
            tuple((region_head(a, words, r), *_steps(words, result.line(result.code, r))) for r in rows),
            total,
        )
        for rows, total in ((result.members, False), (tuple(result.groups), True))
    )
    measure = words("overall.changes.measure", start=result.periods[0], end=a.period)
    return Table("table-changes", words("overall.changes.title"), measure, (head,), body, style="index")


def _steps(words: Words, line: Floats) -> tuple[Cell, ...]:
    return tuple(points(words, float(last - first)) for first, last in pairwise(line))


def _row(a: Assessment, words: Words, region: str) -> tuple:  # type: ignore[type-arg]
    result = a.main
    last = change(result, result.code, region, a.before).change if a.before else float("nan")
    rate = growth(result, result.code, region)
    return (
        region_head(a, words, region),
        *(score(words, v) for v in result.line(result.code, region)),
        points(words, last) if a.before else figure("—"),
        percent(words, rate),
    )

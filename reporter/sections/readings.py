"""Methods annex, continued: the index under other readings of its equation, and what is published."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reporter.methods.growth import average_growth
from reporter.model.assessment import Assessment
from reporter.model.cited import Published
from reporter.model.document import Block, Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.cells import FILLED, column, figure, percent, row_head
from reporter.sections.facts import change, moving, whole
from reporter.sections.published import beside, said


def readings(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """One page; none for a study that declares no other readings and nothing published."""
    start, end = assessment.main.periods[0], assessment.period
    published = (*_published(assessment, words), *beside(assessment, words))
    if not (assessment.readings or published):
        return ()
    note = assessment.study.note("published", end)
    read: tuple[Block, ...] = (
        Paragraph(words("method.readings.lead", start=start, end=end)),
        _readings(assessment, words),
    )
    blocks: tuple[Block, ...] = (
        *(read if assessment.readings else ()),
        *published,
        *(
            (Paragraph(words.text(note), "point", head=words("method.window_head")),)
            if published and note
            else ()
        ),
    )
    alone = "" if assessment.readings else "_alone"
    heading, short = (words(f"method.readings.{part}{alone}") for part in ("heading", "short"))
    return (Section("readings", words("method.kicker"), heading, blocks, short=short),)


def _readings(a: Assessment, words: Words) -> Table:
    """Index at both ends and its growth under each reading; the whole as mean and as one region."""
    main, group = a.main, whole(a)
    head = (
        column(words("method.readings.reading")),
        *(column(words("method.readings.region", region=r), True) for r in main.members),
        column(words("method.readings.mean", region=group), True),
        column(words("method.readings.one"), True),
    )
    chosen = _chosen(a)
    body = [
        Rows(
            (_reading(words, words.text(r.title), a.readings[r.id], main.members, group),),
            total=r.id == chosen,
        )
        for r in a.study.readings
    ]
    once = "" if moving(a) else "_once"
    measure = words(f"method.readings.measure{once}", start=main.periods[0], end=a.period)
    return Table(
        "table-readings",
        words("method.readings.title"),
        measure,
        (head,),
        tuple(body),
        note=_why(a, words),
        style="readings",
    )


def _why(a: Assessment, words: Words) -> str:
    """What the study says of the readings, and of the one it chose."""
    told = (a.study.note(name, a.period) for name in ("readings", "chosen"))
    zeroless = any(not one["mean"].zero for one in a.readings.values())
    said = [words("method.readings.zeroless")] if zeroless else []
    return words.paragraph([*(words.text(text) for text in told if text), *said])


def _chosen(a: Assessment) -> str:
    """The reading that is the report's own."""
    return next((r.id for r in a.study.readings if not r.options), "")


def _reading(
    words: Words, title: str, results: Mapping[str, Composite], members: tuple[str, ...], group: str
) -> tuple[Cell, ...]:
    lines = [(results["mean"], r) for r in (*members, group)]
    one = results.get("one-region")
    as_one = _ends(words, one, group) if one else figure("—")
    return (row_head(title), *(_ends(words, result, region) for result, region in lines), as_one)


def _ends(words: Words, result: Composite, region: str) -> Cell:
    """First → last score, and growth a year below; of a single period its score."""
    line = result.line(result.code, region)
    if len(line) == 1:
        return figure(words.score(float(line[0])))
    rate = average_growth(line)
    small = words("method.readings.growth", rate=rate) if rate == rate else words("method.readings.undefined")
    return Cell(
        words("method.readings.ends", first=float(line[0]), last=float(line[-1])), number=True, small=small
    )


def _published(a: Assessment, words: Words) -> Iterator[Table]:
    """What is published beside ours, under every reading; a growth over the window the figures allow."""
    told = [p for p in a.study.published if p.end <= a.period and p.index == a.main.code]
    if not (told and a.readings):
        return
    readings = a.study.readings
    head = (
        column(words("method.published.quantity")),
        column(words("method.published.printed"), True),
        *(column(words("method.published.reading", n=n), True) for n in range(1, len(readings) + 1)),
        column(words("method.published.long"), True),
    )
    rows = [row for p in told for row in _compared(a, words, p)]
    numbered = words("method.join").join(
        words("method.published.key", n=n, reading=words.text(r.title)) for n, r in enumerate(readings, 1)
    )
    yield Table(
        "table-published",
        words("method.published.title"),
        words("method.published.measure"),
        (head,),
        (Rows(tuple(rows)),),
        note=words("method.published.note", readings=numbered),
        source=words.text(a.study.references[0].text) if a.study.references else "",
        style="published",
    )


def _compared(a: Assessment, words: Words, p: Published) -> Iterator[tuple[Cell, ...]]:
    groups = tuple(next(iter(a.readings.values()))) if p.region in a.main.groups else ("mean",)
    for how in groups:
        title = (
            words.text(p.title)
            if how == "mean"
            else words("method.published.as_one", title=words.text(p.title))
        )
        if p.region in a.main.groups and how == "mean":
            title = words("method.published.as_mean", title=words.text(p.title))
        printed = said(words, p)
        ours = (_measured(words, a.readings[r.id][how], p) for r in a.study.readings)
        yield (row_head(title), figure(printed), *ours, _long(a, words, p, how))


def _long(a: Assessment, words: Words, p: Published, how: str) -> Cell:
    """The same quantity of the longest other index, its groups joined in the same way."""
    others = a.as_one if how == "one-region" else a.board.composites
    codes = [code for code in others if code != a.main.code]
    longest = max(codes, key=lambda code: len(others[code].periods), default="")
    return _measured(words, others[longest], p) if longest else figure("—")


def _measured(words: Words, result: Composite, p: Published) -> Cell:
    """The same quantity of ours, in percent, over the part of the published window that the result has."""
    start = max(p.start, result.periods[0])
    if p.quantity == "growth":
        line = result.line(result.code, p.region)[
            result.periods.index(start) : result.periods.index(p.end) + 1
        ]
        return percent(words, average_growth(line), 2)
    if p.start not in result.periods:
        return figure("—")
    c = change(result, result.code, p.region, p.start, p.end)
    ends = [result.periods.index(p.start), result.periods.index(p.end)]
    filled = result.filled_in(result.code)[result.regions.index(p.region), ends].any()
    return replace(percent(words, c.ratio - 1, 2), mark=FILLED if filled else "")

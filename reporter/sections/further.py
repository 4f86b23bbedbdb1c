"""The indices beside the main one: coupling, obstacles, stages, structure, disparity, whatever the study
declares.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from reporter.methods.coupling import grade
from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.result import Composite, Result
from reporter.model.words import Words
from reporter.sections.cells import column, figure, row_head
from reporter.sections.facts import crowded, together, tone
from reporter.sections.further_charts import disparities
from reporter.sections.further_whole import cautions, cited, of_the_whole, printed, said_range

FIRST, ABREAST = 3, 6
"""Of the largest parts of an index told; of the columns of a wide table."""


def further(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """A table for each further index, by period, or of many regions one of the last period; none where the
    study has no further index.
    """
    a = assessment
    others = [r for r in a.board.results.values() if not isinstance(r, Composite)]
    if not others:
        return ()
    one = [r for r in others if len(r.values) == 1 and r.method != "stages"]
    tables: list[Block] = [*(_wide if crowded(a) else _each)(a, words, one)]
    tables += [
        b for r in others if r.method == "stages" and not crowded(a) for b in _stages(a, figures, words, r)
    ]
    tables += [_largest(a, words, r) for r in others if len(r.values) > 1 and not crowded(a)]
    tables += disparities(a, figures, others)
    key = "one" if len(others) == 1 else "many"
    heading, short = words(f"further.heading.{key}", n=len(others)), words("further.short")
    note = Paragraph(words("further.note"), "note")
    kicker = words.name(a.main.code)
    return (Section("further", kicker, heading, (*tables, note), short=short),)


def _each(a: Assessment, words: Words, results: Sequence[Result]) -> Iterator[Table]:
    """A table for each index of members; those of the whole in one, where there is more than one."""
    whole = [r for r in results if not r.members]
    alone = len(whole) == 1
    yield from (_course(a, words, r) for r in results if r.members or alone)
    if whole and not alone:
        yield from of_the_whole(a, words, whole)


def _course(a: Assessment, words: Words, r: Result) -> Table:
    """The values of every region and group over the periods."""
    head = (column(words("overall.table.region")), *(column(p, True) for p in r.periods))
    rows = tuple(_row(a, words, r, region) for region in r.regions)
    return Table(
        f"table-further-{_slug(r.code)}",
        _title(a, words, r),
        words("further.measure", index=r.code, range=said_range(words, r)),
        (head,),
        (Rows(rows),),
        note=_note(a, words, r),
    )


def _row(a: Assessment, words: Words, r: Result, region: str) -> tuple[Cell, ...]:
    line = r.line(r.code, region)
    cells = (figure(printed(words, r, float(v))) for v in line)
    name, last = _name(a, words, r, region), _grade(words, r, float(line[-1]))
    return (row_head(name, small=last, tone=tone(a, region)), *cells)


def _name(a: Assessment, words: Words, r: Result, region: str) -> str:
    return together(a, words, region) if region in r.groups else words.name(region)


def _title(a: Assessment, words: Words, r: Result) -> str:
    """Which member stands best and which worst in the last period; how one value moved."""
    last = {m: r.score(r.code, m, r.periods[-1]) for m in (r.members or tuple(r.groups))}
    known = {m: v for m, v in last.items() if v == v}
    if len(known) > 1 and r.better != "neither":
        ordered = sorted(known, key=known.__getitem__, reverse=r.better == "up")
        best, worst = ordered[0], ordered[-1]
        facts = (
            {"best": best, "worst": worst}
            if r.members
            else {"best": together(a, words, best), "worst": together(a, words, worst)}
        )
        values = {"a": printed(words, r, known[best]), "b": printed(words, r, known[worst])}
        key = "order" if r.members else "order_together"
        return words(f"further.title.{key}", index=r.code, end=r.periods[-1], **facts, **values)
    region = next(iter(known), "")
    first = r.score(r.code, region, r.periods[0]) if region else float("nan")
    if not region or first != first:
        return words.name(r.code)
    facts = {"start": r.periods[0], "end": r.periods[-1]}
    values = {"a": printed(words, r, first), "b": printed(words, r, known[region])}
    return words("further.title.course", index=r.code, **facts, **values)


def _grade(words: Words, r: Result, value: float) -> str:
    """The customary grade of a coupling coordination, that of the last period."""
    if r.method != "coupling" or value != value:
        return ""
    return words(f"further.grade.{int(grade(np.array([value]))[0])}")


def _stages(a: Assessment, figures: Callable[..., Figure], words: Words, r: Result) -> Iterator[Block]:
    """The stages of each region as ribbons, and what to mind of them."""
    yield figures("stages", index=r.code)
    if said := cautions(a, words, r):
        yield Paragraph(said, "note")


def _largest(a: Assessment, words: Words, r: Result) -> Table:
    """Of an index with a score for each series the largest in the last period."""
    period = r.periods[-1]
    columns = (words("further.largest.place", n=n) for n in range(1, FIRST + 1))
    head = (column(words("overall.table.region")), *map(column, columns))
    rows = tuple((row_head(words.name(m), tone=tone(a, m)), *_firsts(words, r, m, period)) for m in r.members)
    return Table(
        f"table-further-{_slug(r.code)}",
        words("further.largest.title", index=r.code, end=period),
        words("further.measure", index=r.code, range=said_range(words, r)),
        (head,),
        (Rows(rows),),
        note=_note(a, words, r),
        style="chain largest",
    )


def _firsts(words: Words, r: Result, region: str, period: str) -> Iterator[Cell]:
    scores = {code: r.score(code, region, period) for code in r.values}
    largest = sorted((c for c in scores if scores[c] == scores[c]), key=lambda c: -scores[c])[:FIRST]
    for code in largest:
        part = code.removeprefix(f"{r.code}-")
        name = words.short(part) if part in words.names else words.name(code)
        yield Cell(name, small=printed(words, r, scores[code]))
    yield from (Cell("—") for _ in range(FIRST - len(largest)))


def _wide(a: Assessment, words: Words, results: Sequence[Result]) -> Iterator[Table]:
    """Of many regions the values of the last period, a column for each index of members."""
    own = [r for r in results if r.members]
    for n in range(0, len(own), ABREAST):
        part = own[n : n + ABREAST]
        head = (
            column(words("overall.table.region")),
            *(column(words("further.at", index=r.code, end=r.periods[-1]), True) for r in part),
        )
        rows = tuple(
            (
                row_head(words.name(m)),
                *(figure(printed(words, r, r.score(r.code, m, r.periods[-1]))) for r in part),
            )
            for m in a.main.members
        )
        measure = words("further.wide", end=a.period)
        title = words("further.title.wide", n=len(part))
        note = words.paragraph(dict.fromkeys(cautions(a, words, r) for r in part))
        name = f"table-further-{n // ABREAST + 1}"
        yield Table(name, title, measure, (head,), (Rows(rows),), note=note, style="dense further")
    if whole := [r for r in results if not r.members]:
        yield from of_the_whole(a, words, whole)


def _note(a: Assessment, words: Words, r: Result) -> str:
    """What the index is after, and what its level hangs on."""
    told = words("further.method", method=words(f"indices.{r.method}.title"), source=cited(words, r))
    return words.paragraph([told, cautions(a, words, r)])


def _slug(code: str) -> str:
    return code.lower().replace("_", "-")

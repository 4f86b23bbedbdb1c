"""The long series: the indicators that reach further back, scored by themselves."""

from collections.abc import Callable
from itertools import pairwise

from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Paragraph, Rows, Section, Table
from reporter.model.result import Composite
from reporter.model.words import Words
from reporter.sections.cells import column, figure, legend, periods_head, region_head, score_of
from reporter.sections.facts import change, fastest, growth


def longer(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """A page for every further index of the study that has a course; none if there is none."""
    found = assessment.board.composites
    codes = [code for code, one in found.items() if code != assessment.main.code and len(one.periods) > 1]
    return tuple(_page(assessment, figures, words, code) for code in codes)


def _page(a: Assessment, figures: Callable[..., Figure], words: Words, code: str) -> Section:
    result = a.board.composites[code]
    words = words.on(result.scale, result.zero)
    names = list(result.steps.indicators)
    facts = {
        "start": result.periods[0],
        "end": result.periods[-1],
        "n": len(names),
        "all": len(a.main.steps.indicators),
        "names": names,
    }
    fast = fastest(result)
    whole_change = change(result, code, next(iter(result.groups), result.members[0]))
    heading = words(
        f"longer.heading.{whole_change.trend}",
        group=whole_change.region,
        first=whole_change.first,
        last=whole_change.last,
        **facts,
    )
    text = words(
        "longer.text",
        fastest=fast.region,
        ratio=fast.ratio,
        change=fast.change,
        main=a.main.code,
        main_start=a.main.periods[0],
        **facts,
    )
    text = words.paragraph([text, _apart(a, words, result)])
    blocks = (
        figures("long", index=code),
        Paragraph(text),
        _table(a, words, code),
        Paragraph(words("longer.note", index=a.main.code, long=code), "note"),
    )
    return Section(
        f"longer-{code.lower()}", words.name(code), heading, blocks, short=words("longer.short", **facts)
    )


def _table(a: Assessment, words: Words, code: str) -> Table:
    result = a.board.composites[code]
    head = (
        column(words("overall.table.region")),
        *periods_head(result.periods),
        column(words("overall.table.growth"), True),
    )
    body = tuple(
        Rows(
            tuple(
                (
                    region_head(a, words, r),
                    *(score_of(words, result, code, r, p) for p in result.periods),
                    figure(words("overall.numbers.rate", rate=growth(result, code, r))),
                )
                for r in rows
            ),
            total=total,
        )
        for rows, total in ((result.members, False), (tuple(result.groups), True))
    )
    measure = words("longer.measure", start=result.periods[0], end=result.periods[-1], index=code)
    title, note = words("longer.table"), legend(words, *body)
    return Table(f"table-{code.lower()}", title, measure, (head,), body, note=note, style="index dense")


def _apart(a: Assessment, words: Words, other: Composite) -> str:
    """In which regions and periods the main index and the other one change in opposite directions."""
    shared = [p for p in a.main.periods if p in other.periods]
    told = [
        (region, start, end)
        for region in a.main.members
        for start, end in pairwise(shared)
        if end != a.period or a.sure(a.main.code, region, start)
    ]
    cases = [
        (region, end)
        for region, start, end in told
        if change(a.main, a.main.code, region, start, end).change
        * change(other, other.code, region, start, end).change
        < 0
    ]
    if not cases:
        return ""
    named = words("labels.comma").join(words("longer.case", region=r, period=p) for r, p in cases)
    return words("longer.apart", n=len(cases), all=len(told), cases=named)

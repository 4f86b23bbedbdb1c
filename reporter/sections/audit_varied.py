"""What the audit varied, and the share of ways in which each doubtful conclusion holds by alternative."""

from collections.abc import Iterator

from reporter.model.assessment import Assessment
from reporter.model.audit import Conclusion
from reporter.model.document import Block, Cell, Paragraph, Rows, Table
from reporter.model.plan import Alternative
from reporter.model.words import MISSING, Words
from reporter.sections.cells import column, figure, row_head

MOST, ACROSS = 20, 12


def varied(a: Assessment, words: Words) -> Iterator[Block]:
    """The choices with their alternatives, the weights, how often and from which seed."""
    plan = a.audit.plan
    rows = [
        Rows(tuple(_alternative(a, words, k, n, one, p) for n, (one, p) in enumerate(pairs)))
        for k, choice in enumerate(plan.choices)
        for pairs in [list(zip(choice.alternatives, choice.probabilities.tolist(), strict=True))]
    ]
    levels = (("indicators", plan.indicators), ("dimensions", plan.dimensions))
    weights = tuple(
        (
            row_head(words(f"audit.factors.{name}")),
            Cell(""),
            Cell(words("audit.varied.spread" if share else "audit.varied.fixed", share=share)),
            figure(MISSING),
        )
        for name, share in levels
        if name in a.audit.sensitivity.factors or not share
    )
    heads = ("choice", "key", "alternative", "probability")
    head = tuple(column(words(f"audit.varied.heads.{name}"), name == "probability") for name in heads)
    error = a.audit.uncertainty.error
    note = words("audit.varied.error", error=error) if error > 0 else ""
    body = (*rows, *([Rows(weights)] if weights else []))
    if body:
        measure = words("audit.varied.measure", n=plan.replicates, seed=plan.seed)
        title = words("audit.varied.title")
        yield Table("table-audit-varied", title, measure, (head,), body, note=note)
    yield Paragraph(words("audit.varied.text", n=plan.replicates))


def says(words: Words, c: Conclusion) -> str:
    """A conclusion in a few words."""
    return words(f"audit.says.{c.kind}", region=c.region, other=c.other, start=c.start, end=c.end)


def key_of(choice: int, alternative: int) -> str:
    """A short sign for an alternative: A1, A2, B1, …"""
    return f"{chr(ord('A') + choice)}{alternative + 1}"


def _alternative(a: Assessment, words: Words, k: int, n: int, one: Alternative, p: float) -> tuple[Cell, ...]:
    choice = a.audit.plan.choices[k]
    head = Cell(words.text(choice.title), head="rowgroup", rows=len(choice.alternatives))
    own = words("audit.varied.own") if _published(a, one) else ""
    cells = (
        Cell(key_of(k, n)),
        Cell(words.text(one.title), small=own),
        figure(words("audit.share0", share=p)),
    )
    return (head, *cells) if n == 0 else cells


def _published(a: Assessment, one: Alternative) -> bool:
    """Whether the alternative is the study's own."""
    own = {**a.main.options, "method": a.main.method}
    return all(own.get(name) == value for name, value in one.options.items())


def by_alternative(a: Assessment, words: Words) -> Iterator[Table]:
    """Doubtful conclusions down, the alternatives of every choice across; none where they do not fit."""
    choices = a.audit.plan.choices
    doubtful = a.audit.doubtful[:MOST]
    if not doubtful or not choices or sum(len(c.alternatives) for c in choices) > ACROSS:
        return
    top = (
        column(words("audit.by.conclusion"), rows=2),
        *(column(words.text(c.title), columns=len(c.alternatives)) for c in choices),
        column(words("audit.by.all"), True, rows=2),
    )
    keys = tuple(
        column(key_of(k, n), True) for k, c in enumerate(choices) for n in range(len(c.alternatives))
    )
    rows = tuple(
        (
            row_head(says(words, c)),
            *(
                figure(words("audit.share0", share=c.by[choice.id].get(one.id, float("nan"))))
                for choice in choices
                for one in choice.alternatives
            ),
            Cell(words("audit.share", share=c.holds), number=True, strong=True),
        )
        for c in doubtful
    )
    whole = "_all" if len(doubtful) == len(a.audit.doubtful) else ""
    measure = words(f"audit.by.measure{whole}", n=len(doubtful), of=len(a.audit.doubtful))
    yield Table("table-audit-by", words("audit.by.title"), measure, (top, keys), (Rows(rows),))

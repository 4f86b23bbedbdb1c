"""The further indices that have one value for all regions together: a row each in one table."""

from collections.abc import Iterator, Sequence

from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows, Table
from reporter.model.result import Result
from reporter.model.words import Words
from reporter.sections.cells import column, figure, row_head
from reporter.sections.facts import pieces, together

DECIMALS, PERIODS, ENOUGH = 3, 12, 30
"""Of a number that is no score; the periods that a table holds; the regions from which on a slope is told
without a caution.
"""
OVER_TIME = ("growth", "stages", "volatility", "drawdown")
SHARES = (*OVER_TIME, "coupling", "disparity", "sigma-convergence", "beta-convergence")
"""The methods that take shares of a value."""


def of_the_whole(a: Assessment, words: Words, results: Sequence[Result]) -> Iterator[Table]:
    """A row for each index, a column for each period; empty where an index has not begun."""
    periods = sorted({p for r in results for p in r.periods})
    for first, count in pieces(len(periods), PERIODS):
        yield _table(a, words, results, periods[first - 1 :][:count], first)


def _table(
    a: Assessment, words: Words, results: Sequence[Result], periods: Sequence[str], first: int
) -> Table:
    head = (column(words("further.whole.index")), *(column(p, True) for p in periods))
    methods = dict.fromkeys(
        words("further.whole.method", method=words(f"indices.{r.method}.title"), source=cited(words, r))
        for r in results
    )
    note = words("further.whole.note", methods=words("recommendations.join").join(methods))
    return Table(
        f"table-further-whole-{first}",
        words("further.whole.title", n=len(results)),
        words("further.whole.measure", n=len(next(iter(results[0].groups.values())))),
        (head,),
        (Rows(tuple(_row(a, words, r, region, periods) for r in results for region in r.regions)),),
        note=words.paragraph([note, *dict.fromkeys(cautions(a, words, r) for r in results)]),
        style="dense whole",
    )


def _row(a: Assessment, words: Words, r: Result, region: str, periods: Sequence[str]) -> tuple[Cell, ...]:
    values = dict(zip(r.periods, (float(v) for v in r.line(r.code, region)), strict=True))
    cells = (figure(printed(words, r, values[p]) if p in values else "") for p in periods)
    name = (
        words.name(r.code)
        if len(r.regions) == 1
        else words("labels.each", index=words.name(r.code), one=together(a, words, region))
    )
    return (row_head(name, small=said_range(words, r)), *cells)


def printed(words: Words, r: Result, value: float) -> str:
    """A value of the index: on the scale of scores, or with its decimals; — where there is none."""
    if value != value:
        return "—"
    return words.score(value) if r.scale == "score" else words.number(value, DECIMALS)


def said_range(words: Words, r: Result) -> str:
    """What the index's values run from and to; some measures and forms have a range of their own."""
    key = f"indices.{r.method}.range"
    own = f"{key}_{r.options.get('measure', r.options.get('form', ''))}"
    return words(own if words.has(own) else key)


def cited(words: Words, r: Result) -> str:
    """Where the index comes from."""
    return words(f"indices.{r.method}.source")


def cautions(a: Assessment, words: Words, r: Result) -> str:
    """What to mind of the index: a slope over few regions, shares of scores that have no true zero."""
    n, of = len(a.main.members), a.board.holding(str(r.options.get("of", "")))
    slope = words("further.slope", n=n) if r.method == "beta-convergence" and n < ENOUGH else ""
    zeroless = words("further.zeroless", of=of.code) if r.method in SHARES and of and not of.zero else ""
    return words.paragraph([slope, zeroless])

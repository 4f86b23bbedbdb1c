"""Where the regions stand in the edition's period: the ranking as chart and table, all scores, the groups."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Figure, Rows, Section, Table
from reporter.model.words import Words
from reporter.sections.cells import UNSURE, change_of, column, figure, legend, row_head, score_of
from reporter.sections.certainty import moved, note, places, span, told_apart
from reporter.sections.company import tables
from reporter.sections.facts import below, crowded, leaves, moving, pieces, placed, ranked, whole

Draw = Callable[..., Figure]
PLACES, COLUMN, ROWS, CELLS, COLUMNS, HEADS = 60, 36, 40, 52, 14, 7


def ranking(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """A chapter where regions are many or there is one period; none else."""
    if not ranked(assessment):
        return ()
    first, *rest = _parts(assessment, figures, words)
    if crowded(assessment):
        sections = tuple(_page(assessment, words, name, blocks) for name, blocks in rest)
        return (_first(assessment, words, first[1]), *sections)
    return (_first(assessment, words, tuple(b for _, blocks in (first, *rest) for b in blocks)),)


def _parts(a: Assessment, figures: Draw, words: Words) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The blocks of each page by its name."""
    n = len(a.main.members)
    yield (
        "chart",
        tuple(figures("ranking", first=first, rows=rows, column=COLUMN) for first, rows in pieces(n, PLACES)),
    )
    if a.audit.ranked and a.study.tiled:
        yield "tiles", (figures("tiles"),)
    yield "table", (*(_table(a, words, first, rows) for first, rows in pieces(n, ROWS)), *note(a, words))
    if a.audit.ranked and moving(a):
        yield "moves", (figures("bump"),)
    if len(a.main.values) > 1:
        yield "scores", heats(a, figures, a.main.code)
    if classes := tables(a, words):
        yield "classes", classes
    if groups := tuple(_groups(a, words)):
        yield "groups", groups


def heats(a: Assessment, figures: Draw, code: str) -> tuple[Figure, ...]:
    """Heat maps of what stands below a score, as many as its regions and columns need."""
    return tuple(
        figures("standings", code=code, first=first, rows=rows, start=start, columns=columns)
        for start, columns in pieces(len(below(a.main, code)), COLUMNS)
        for first, rows in pieces(len(a.main.members), CELLS)
    )


def _first(a: Assessment, words: Words, blocks: tuple[Block, ...]) -> Section:
    result = a.main
    own = {r: result.score(result.code, r, a.period) for r in placed(result, result.code)}
    order = [r for r, value in own.items() if value == value]
    scores = [own[r] for r in order]
    mean = result.score(result.code, whole(a), a.period) if result.groups else float(np.mean(scores))
    facts = {
        "leader": order[0],
        "leading": scores[0],
        "next": order[1:3],
        "last": order[-1],
        "least": scores[-1],
        "mean": mean,
        "middle": float(np.median(scores)),
        "above": sum(s > mean for s in scores),
        "n": len(order),
        "period": a.period,
    }
    heading = words("ranking.heading", **facts)
    lead = words.paragraph([words("ranking.lead", **facts), told_apart(a, words, order[0])])
    return Section(
        "ranking", words.name(result.code), heading, blocks, lead=lead, mark="chapter",
        short=words(_named(a, "ranking.short")), summary=heading,
    )  # fmt: skip


def _named(a: Assessment, key: str) -> str:
    """The key of a sentence, of so few regions that none speaks of places the one without."""
    return key if a.audit.ranked else f"{key}_few"


def _page(a: Assessment, words: Words, name: str, blocks: tuple[Block, ...]) -> Section:
    facts = {"period": a.period, "n": len(a.main.members), "start": a.main.periods[0]}
    heading, short = words(f"ranking.{name}.heading", **facts), words(f"ranking.{name}.short")
    return Section(f"ranking-{name}", words.name(a.main.code), heading, blocks, short=short)


def _table(a: Assessment, words: Words, first: int, rows: int) -> Table:
    """So many places from the first on: score, change of place, dimensions, highest and lowest part."""
    result = a.main
    tail = ("highest", "lowest") if len(leaves(result)) > 1 else ()
    head = (
        *(column(words(f"ranking.heads.{n.partition('_')[0]}"), n != "region") for n in _heads(a)),
        *(column(words(f"ranking.heads.{n}"), columns=2) for n in tail),
    )
    shown = placed(result, result.code)[first - 1 :][:rows]
    body = Rows(tuple(_row(a, words, region) for region in shown))
    facts = {"index": result.code, "period": a.period, "first": first, "last": first + rows - 1}
    title = words(_named(a, "ranking.table.title"), n=len(result.members), **facts)
    kind = _named(a, "ranking.table.measure_moved") if a.before else "ranking.table.measure"
    measure = words(kind, before=a.before or "", **facts)
    name, note = f"table-ranking-{first}", legend(words, body)
    return Table(name, title, measure, (head,), (body,), note=note, style="annex dense")


def _heads(a: Assessment) -> tuple[str, ...]:
    """The columns before the parts: no places of few regions, no intervals where nothing was varied."""
    rank = ("rank", *(("interval_rank",) if a.varied else ())) if a.audit.ranked else ()
    index = ("index", *(("interval_index",) if a.varied else ()))
    moves = (*(("moved",) if a.audit.ranked else ()), "change") if a.before else ()
    return *rank, "region", *index, *moves


def _row(a: Assessment, words: Words, region: str) -> tuple[Cell, ...]:
    result = a.main
    r, t = result.members.index(region), result.periods.index(a.period)
    rank = result.ranks(result.code)[r]
    made = {
        "rank": lambda: figure(words.number(rank[t], 0)),
        "interval_rank": lambda: _quiet(places(a, words, result.code, region)),
        "region": lambda: row_head(words.name(region), strong=rank[t] == 1),
        "index": lambda: score_of(words, result, result.code, region, a.period),
        "interval_index": lambda: _quiet(span(a, words, result.code, region)),
        "moved": lambda: _places(words, rank[t - 1] - rank[t]),
        "change": lambda: _change(a, words, region),
    }
    return *(made[name]() for name in _heads(a)), *_ends(a, words, region)


def _change(a: Assessment, words: Words, region: str) -> Cell:
    """The change on the period before, marked where it is within its uncertainty."""
    c = moved(a, a.main.code, region, a.before)
    cell = change_of(words, a.main, a.main.code, region, c.start, c.end)
    return replace(cell, mark=cell.mark + (UNSURE if c.trend == "unsure" else ""))


def _quiet(text: str) -> Cell:
    """An interval, set back behind the figure it belongs to."""
    return replace(figure(text), tone="unit")


def _places(words: Words, places: float) -> Cell:
    """Places gained or lost; = where neither."""
    return figure("=" if places == 0 else words.number(places, 0, True))


def _ends(a: Assessment, words: Words, region: str) -> Iterator[Cell]:
    """The parts in which the region stands highest and lowest, with their scores."""
    own = {c: a.main.score(c, region, a.period) for c in leaves(a.main)}
    known = {c: v for c, v in own.items() if v == v}
    if len(own) < 2:
        return
    for choose in (max, min):
        code = choose(known, key=known.__getitem__) if known else ""
        yield Cell(words.short(code) if code else "")
        yield score_of(words, a.main, code, region, a.period) if code else figure("—")


def _groups(a: Assessment, words: Words) -> Iterator[Table]:
    """The groups' scores, where there is more than one group; in blocks of columns that fit the page."""
    result = a.main
    if len(result.groups) < 2:
        return
    codes = list(result.values)
    for start, count in pieces(len(codes), HEADS):
        shown = codes[start - 1 :][:count]
        head = (
            column(words("ranking.heads.group")),
            column(words("ranking.heads.members"), True),
            *(column(words.short(c), True) for c in shown),
        )
        rows = tuple(
            (
                row_head(words.name(g)),
                figure(words.number(len(members), 0)),
                *(score_of(words, result, c, g, a.period) for c in shown),
            )
            for g, members in result.groups.items()
        )
        measure = words("ranking.groups.measure", period=a.period)
        title = words("ranking.groups.title")
        name, note = f"table-groups-{start}", legend(words, Rows(rows))
        yield Table(name, title, measure, (head,), (Rows(rows),), note=note, style="annex")

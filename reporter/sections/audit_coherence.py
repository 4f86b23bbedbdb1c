"""How the framework hangs together: each dimension, each indicator, every pair, and what is missing."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.audit import Together
from reporter.model.document import Block, Cell, Columns, Figure, Heading, Paragraph, Rows, Section, Table
from reporter.model.panel import Floats
from reporter.model.words import Words
from reporter.sections.cells import column, figure, row_head
from reporter.sections.facts import crowded, moving

Draw = Callable[..., Figure]
SMALL, DRAWN, SURE, NAMED, MANY = 8, 20, 0.2, 5, 30


def coherence(a: Assessment, figures: Draw, words: Words) -> Section:
    """Dimensions, indicators, all pairs, what to make of it, gaps."""
    found = a.audit.coherence
    facts = {"n": len(found.with_rest), "against": len(found.against), "names": _against(a, words)}
    kind = ("none", "one", "some")[len(found.against)] if len(found.against) <= 2 else "many"
    heading = words(f"audit.coherence.heading.{kind}", **facts)
    small = len(found.whole.indicators) <= DRAWN
    drawn = (figures("correlations"),) if small or len(found.among.indicators) > 2 else ()
    remarks = tuple(_abreast(words, tuple(_remarks(a, words))))
    blocks: tuple[Block, ...] = (
        Paragraph(words("audit.coherence.text")),
        _dimensions(a, words),
        *(remarks if crowded(a) else ()),
        _indicators(a, words),
        *drawn,
        *(() if crowded(a) else remarks),
    )
    short, kicker = words("audit.coherence.short"), words("audit.kicker")
    runs_on = crowded(a) or len(found.with_rest) <= SMALL
    look: Literal["flow", "page"] = "flow" if runs_on else "page"
    return Section("audit-coherence", kicker, heading, blocks, look=look, short=short)


def _dimensions(a: Assessment, words: Words) -> Table:
    """A row for each dimension and part, for all indicators, and for the dimensions' scores."""
    found = a.audit.coherence
    names = ("dimension", "n", "alpha", "first", "components", "mean")
    head = tuple(column(words(f"audit.coherence.heads.{name}"), name != "dimension") for name in names)
    scored = {d.id: code for code, d in a.main.framework.scored(a.main.code).items()}
    parts = [(words.name(scored[id]), one) for id, one in found.dimensions.items()]
    ends = [(words("audit.coherence.whole"), found.whole), (words("audit.coherence.among"), found.among)]
    body = (
        Rows(tuple(_together(words, *one) for one in parts)),
        Rows(tuple(_together(words, *one) for one in ends)),
    )
    cells = len(a.main.members) * len(a.main.periods)
    facts = {"regions": len(a.main.members), "periods": len(a.main.periods), "n": cells}
    measure = words(f"audit.coherence.measure.{'many' if moving(a) else 'one'}", **facts)
    title = words("audit.coherence.title")
    note = words("audit.coherence.note")
    return Table("table-audit-dimensions", title, measure, (head,), body, note=note)


def _together(words: Words, name: str, one: Together) -> tuple[Cell, ...]:
    n = len(one.indicators)
    share = float(one.shares[0]) if len(one.shares) else float("nan")
    above = float(np.sum(one.eigenvalues > 1)) if np.isfinite(one.eigenvalues).all() else float("nan")
    return (
        row_head(name),
        figure(words.number(n, 0)),
        figure(words.number(one.alpha, 2)),
        figure(words("audit.share0", share=share if n > 1 else float("nan"))),
        figure(words.number(above if n > 1 else float("nan"), 0)),
        figure(words.number(_mean(one.correlations), 2)),
    )


def _mean(r: Floats) -> float:
    """The mean of the pairs' correlations."""
    pairs = r[np.triu_indices(len(r), 1)]
    known = pairs[np.isfinite(pairs)]
    return float(known.mean()) if len(known) else float("nan")


def _indicators(a: Assessment, words: Words) -> Table:
    """A row for each indicator."""
    course = _moving(a)
    heads = ("rest", *(("within",) if course else ()), "nominal", "effective", "importance")
    head = (
        column(words("audit.indicators.indicator")),
        *(column(words(f"audit.indicators.{name}"), True) for name in heads),
        column(words("audit.indicators.flags")),
    )
    rows = tuple(_indicator(a, words, i, course) for i in a.audit.coherence.with_rest)
    measure = words(f"audit.indicators.measure.{'both' if course else 'one'}")
    title, note = words("audit.indicators.title"), words("audit.indicators.note")
    return Table("table-audit-indicators", title, measure, (head,), (Rows(rows),), note, style="remarks")


def _moving(a: Assessment) -> bool:
    """Whether anything is known of the course alone."""
    return bool(np.isfinite(a.audit.coherence.whole.within).any())


def _own(a: Assessment, i: str) -> Together:
    """The indicators of the dimension that this one belongs to."""
    own = next(d for d in a.main.framework.dimensions if i in d.indicators)
    return a.audit.coherence.dimensions[own.id]


def _indicator(a: Assessment, words: Words, i: str, moving: bool) -> tuple[Cell, ...]:
    found = a.audit.coherence
    importance = "importance_minus" if round(found.with_index[i], 2) < 0 else "share0"
    return (
        row_head(words.short(i)),
        figure(words.number(found.with_rest[i], 2)),
        *((figure(words.number(_course(_own(a, i), i), 2)),) if moving else ()),
        figure(words("audit.share", share=found.nominal[i])),
        figure(words("audit.share", share=found.effective[i])),
        figure(words(f"audit.{importance}", share=found.importance[i])),
        Cell(words("method.join").join(_flags(a, words, i)), tone="unit"),
    )


def _course(own: Together, i: str) -> float:
    """The mean correlation of an indicator with the others of its dimension, in their course alone."""
    others = np.delete(own.within[own.indicators.index(i)], own.indicators.index(i))
    known = others[np.isfinite(others)]
    return float(known.mean()) if len(known) else float("nan")


def _flags(a: Assessment, words: Words, i: str) -> Iterator[str]:
    """What stands out in an indicator."""
    found = a.audit.coherence
    if i in found.against:
        yield words("audit.flags.against")
    like = [k if i == j else j for j, k, _ in found.redundant if i in (j, k)]
    near = [k for k in like if k in _own(a, i).indicators]
    far = [k for k in like if k not in near]
    if near:
        yield words("audit.flags.redundant", names=_joined(words, near[:NAMED]))
    if far:
        key = "redundant_other" if len(far) == 1 else "redundant_others"
        yield words(f"audit.flags.{key}", names=_joined(words, far[:NAMED]))
    if i in found.falling:
        yield words("audit.flags.falling")
    if i in found.quiet:
        yield words("audit.flags.quiet")
    if i in found.outlying:
        yield words("audit.flags.outlying", skew=found.skew[i], kurtosis=found.kurtosis[i])


def _joined(words: Words, indicators: Sequence[str]) -> str:
    """Indicators by their short names inside a sentence."""
    return words.joined([words.within(i, words.short(i)) for i in indicators])


def _against(a: Assessment, words: Words) -> str:
    """The indicators against their dimension, with their correlation over all cells and in time."""
    found = a.audit.coherence
    told = []
    for i in found.against:
        within = _course(_own(a, i), i)
        facts = {
            "name": words.within(i, words.short(i)),
            "all": words.number(found.with_rest[i], 2),
            "within": words.number(within, 2, signed=True),
        }
        told.append(words(f"audit.coherence.against.{'both' if np.isfinite(within) else 'one'}", **facts))
    return words.joined(told)


def _weighing(a: Assessment, words: Words) -> Iterator[Paragraph]:
    """Where the weight of an indicator and its correlation with the index say different things."""
    found = a.audit.coherence
    said = [
        words(f"audit.remarks.{key}", names=_joined(words, names))
        for key, names in (("falling", found.falling), ("quiet", found.quiet))
        if names
    ]
    if said:
        text = words("audit.remarks.weighing", said=words("audit.remarks.next").join(said))
        yield Paragraph(text, "point", head=words("audit.remarks.heads.weighing"))


def _remarks(a: Assessment, words: Words) -> Iterator[Paragraph]:
    """What the correlations cannot tell, which of them turn, what goes against, what is missing."""
    members, periods = len(a.main.members), len(a.main.periods)
    facts = {"regions": members, "periods": periods, "n": members * periods}
    if members < MANY:
        kind = "mixed" if _moving(a) else "few"
        yield Paragraph(
            words(f"audit.remarks.{kind}", **facts), "point", head=words("audit.remarks.heads.few")
        )
    turned = list(_turned(a))
    if turned:
        pairs = [
            words("audit.remarks.pair", one=j, other=k, all=r, within=w) for j, k, r, w in turned[:NAMED]
        ]
        key = "turned" if len(turned) > 1 else "turned_one"
        text = words(f"audit.remarks.{key}", n=len(turned), pairs=words("method.join").join(pairs))
        yield Paragraph(text, "point", head=words("audit.remarks.heads.turned"))
    if a.audit.coherence.against:
        names = _against(a, words)
        text = words("audit.remarks.against", names=names[:1].upper() + names[1:])
        yield Paragraph(text, "point", head=words("audit.remarks.heads.against"))
    yield from _weighing(a, words)
    yield from _gaps(a, words)


def _abreast(words: Words, remarks: tuple[Paragraph, ...]) -> Iterator[Block]:
    """Remarks under their heading, side by side so that no page is left with one alone."""
    if remarks:
        half = -(-len(remarks) // 2)
        yield Heading(words("audit.remarks.head"))
        yield Columns("66", (remarks[:half], remarks[half:])) if remarks[half:] else remarks[0]


def _turned(a: Assessment) -> Iterator[tuple[str, str, float, float]]:
    """Pairs of one dimension that go together over all cells and part in their course, or the other way."""
    found = a.audit.coherence
    for d in a.main.framework.dimensions:
        one = found.dimensions[d.id]
        for j, k in combinations(range(len(one.indicators)), 2):
            r, w = float(one.correlations[j, k]), float(one.within[j, k])
            if r * w < 0 and min(abs(r), abs(w)) >= SURE:
                yield one.indicators[j], one.indicators[k], r, w


def _gaps(a: Assessment, words: Words) -> Iterator[Paragraph]:
    """Indicators whose figures are not all published, the emptiest first."""
    shares = dict(zip(a.main.steps.indicators, a.audit.coherence.coverage.mean(axis=0).tolist(), strict=True))
    short: Sequence[str] = sorted((i for i in shares if shares[i] < 1), key=lambda i: shares[i])
    if short:
        cases = [words("audit.gaps.case", indicator=i, share=shares[i]) for i in short[:NAMED]]
        key = "one" if len(short) == 1 else "some" if len(short) <= NAMED else "many"
        text = words(
            f"audit.gaps.{key}",
            n=len(short),
            all=len(shares),
            share=float(a.audit.coherence.coverage.mean()),
            cases=words("method.join").join(cases),
        )
        yield Paragraph(text, "point", head=words("audit.gaps.head"))

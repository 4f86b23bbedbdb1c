"""What comes out set against what is put in: who lies on the frontier, and who is outdone by whom."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from reporter.methods.efficiency import free_disposal_hull, nearest_on_hull
from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.words import MISSING, Words
from reporter.sections.cells import column, figure, points, row_head, score
from reporter.sections.facts import crowded

NAMED = 4


class Place(NamedTuple):
    """A region's scores of what is put in and what comes out; the nearest on the frontier that outdoes it, ""
    if it lies there itself; in how many of the combinations of choices it does.
    """

    region: str
    x: float
    y: float
    peer: str
    often: int


def frontier(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """A page for the pair of dimensions that the study names; none where it names none."""
    a, pair = assessment, assessment.study.frontier
    codes = a.main.framework.codes(a.main.code)
    if pair is None:
        return ()
    source, target = codes[pair.source], codes[pair.target]
    places = _places(a, source, target)
    if len(places) < 2:
        return ()
    facts = {"source": source, "target": target, "period": a.period, "n": len(places)}
    facts |= {"ways": len(a.audit.combinations)}
    notes = Paragraph(words.paragraph(_cautions(a, words, facts)), "note")
    blocks = (figures("frontier"), _table(words, places, facts), notes)
    lead = words.paragraph(_lead(words, places, facts))
    kicker, short = words.name(a.main.code), words("frontier.short")
    return (Section("frontier", kicker, _heading(words, places, facts), blocks, lead=lead, short=short),)


def _places(a: Assessment, source: str, target: str) -> list[Place]:
    """The members that have both scores, in the order of what is put in."""
    names, x, y = a.main.pairs(source, target, a.period)
    peers = nearest_on_hull(x, y)
    often = dict.fromkeys(names, 0)
    for one in a.audit.combinations:
        regions, *own = one.pairs(source, target, a.period)
        for k in free_disposal_hull(*own):
            often[regions[k]] = often.get(regions[k], 0) + 1
    return [
        Place(r, float(x[k]), float(y[k]), names[peers[k]] if peers[k] != k else "", often[r])
        for k, r in enumerate(names)
    ]


def _heading(words: Words, places: Sequence[Place], facts: dict[str, object]) -> str:
    """Who lies on the frontier in every combination of choices; where nothing was chosen, how many do."""
    there = [p.region for p in places if not p.peer]
    if facts["ways"] == 1:
        return words("frontier.heading.plain", count=len(there), **facts)
    firm = [p.region for p in places if not p.peer and p.often == facts["ways"]]
    key = "none" if not firm else "few" if len(firm) <= NAMED else "many"
    return words(f"frontier.heading.{key}", count=len(there), regions=firm, firm=len(firm), **facts)


def _lead(words: Words, places: Sequence[Place], facts: dict[str, object]) -> Iterator[str]:
    """Who is on the frontier by construction, and who is farthest from the one that outdoes it."""
    there, by = [p for p in places if not p.peer], {p.region: p for p in places}
    ends = {"low": there[0].region, "high": there[-1].region}
    yield words(f"frontier.lead.{'ends' if len(there) > 1 else 'end'}", **ends, **facts)
    below = [p for p in places if p.peer]
    if below:
        far = max(below, key=lambda p: np.hypot(by[p.peer].x - p.x, by[p.peer].y - p.y))
        gaps = {"more": by[far.peer].y - far.y, "less": far.x - by[far.peer].x}
        yield words("frontier.lead.far", region=far.region, peer=far.peer, **gaps, **facts)


def _cautions(a: Assessment, words: Words, facts: dict[str, object]) -> Iterator[str]:
    """What the frontier does not say."""
    yield words("frontier.caution.score")
    if a.main.options.get("standardise") == "min-max":
        yield words("frontier.caution.zero")
    yield words(f"frontier.caution.{'seen' if crowded(a) else 'few'}", **facts)
    yield words("frontier.caution.cause")
    yield words("frontier.caution.source")


def _table(words: Words, places: Sequence[Place], facts: dict[str, object]) -> Table:
    """Those on the frontier, then the others, each with the nearest that outdoes it and by how much."""
    by = {p.region: p for p in places}
    varied = facts["ways"] != 1
    heads = ("region", "source", "target", *(("often",) if varied else ()), "peer", "less", "more")
    head = tuple(
        column(words(f"frontier.heads.{name}", **facts), name not in ("region", "peer")) for name in heads
    )
    body = tuple(
        Rows(tuple(_row(words, p, by.get(p.peer), varied) for p in places if bool(p.peer) is below))
        for below in (False, True)
    )
    measure = words(f"frontier.table.measure.{'varied' if varied else 'plain'}", **facts)
    title = words("frontier.table.title", count=len(body[0].rows), **facts)
    return Table("table-frontier", title, measure, (head,), body, style="annex dense")


def _row(words: Words, p: Place, peer: Place | None, varied: bool) -> tuple[Cell, ...]:
    often = (figure(words.number(p.often, 0)),) if varied else ()
    gaps = (points(words, peer.x - p.x), points(words, peer.y - p.y)) if peer else (figure(""), figure(""))
    name = Cell(words.name(peer.region) if peer else MISSING)
    own = (row_head(words.name(p.region), strong=not peer), score(words, p.x), score(words, p.y))
    return (*own, *often, name, *gaps)

"""A square for each region at its place on the tile grid, the darker the higher its score: no map."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from reporter.errors import fault
from reporter.figures import style as s
from reporter.figures.drawing.lettering import stacked
from reporter.figures.drawing.members import placed, shares
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import Face, Sheet, clipped, sheet, wide, wrapped
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Told, figure, scores, slug, spoken_place
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

SIDE, PAGE, GUTTER, PAD, LEADING, SCORE = 20.0, 180.0, 1.6, 2.0, 1.15, 10.5


class Tile(NamedTuple):
    """A region's place in the order of a score, its cell, its score, and whether a filled figure is in it."""

    rank: str
    region: str
    cell: tuple[int, int]
    value: float
    filled: bool


def tiles(
    assessment: Assessment, words: Words, *, code: str = "", width: float = s.C12, height: float = 0.0
) -> Figure:
    """A tile for each member with its name and score; a fault where one has no cell."""
    code = code or assessment.main.code
    shown = _tiles(assessment, code)
    side, across, down = _side(shown, width, height)
    paper = sheet(width, height or side * down)
    left = (paper.room.width - side * s.MM * across) / 2
    grounds = shares(np.array([tile.value for tile in shown]), words)
    for tile, share in zip(shown, grounds, strict=True):
        x, y = left + tile.cell[0] * side * s.MM, paper.room.top - tile.cell[1] * side * s.MM
        _tile(paper, words, tile, float(share), Box(x, y - side * s.MM, x + side * s.MM, y))
    return figure(paper, _told(assessment, words, code, shown), assessment, words)


def _told(a: Assessment, words: Words, code: str, shown: Sequence[Tile]) -> Told:
    """How many stand above the members' mean; every place and score is spoken."""
    known = [tile for tile in shown if tile.value == tile.value]
    mean = float(np.mean([tile.value for tile in known]))
    facts = {"index": code, "period": a.period, "n": len(known), "mean": mean}
    facts |= {"above": sum(tile.value > mean for tile in known)}
    facts |= {"lead": known[0].region, "last": known[-1].region}
    printed, ranked = scores(words), a.audit.ranked
    places = [spoken_place(words, tile.rank if ranked else "") for tile in shown]
    return Told(
        f"tiles-{slug(code)}",
        words("figures.tiles.title", **facts),
        words("figures.tiles.measure", **facts),
        [
            (words.name(tile.region), [(place, printed(tile.value * words.times))])
            for tile, place in zip(shown, places, strict=True)
        ],
        tuple(words(f"figures.column.{name}") for name in ("region", "column", "row", "score")),
        [(words.name(t.region), *(n + 1.0 for n in t.cell), t.value * words.times) for t in shown],
        any(tile.filled for tile in shown),
    )


def _tiles(a: Assessment, code: str) -> list[Tile]:
    """The members' tiles in the order of the score, their cells counted from 0 at the first one taken."""
    cells = _cells(a)
    first = [min(cell[k] for cell in cells.values()) for k in (0, 1)]
    filled = dict(zip(a.main.regions, a.main.filled_in(code)[:, a.main.periods.index(a.period)], strict=True))
    return [
        Tile(p.rank, p.region, (cells[p.region][0] - first[0], cells[p.region][1] - first[1]), p.value,
             bool(filled[p.region]))
        for p in placed(a.main, code, a.period)
    ]  # fmt: skip


def _cells(a: Assessment) -> Mapping[str, tuple[int, int]]:
    """The cell of each member; a fault where one has none."""
    found = {}
    for region in a.study.regions:
        if region.cell is None:
            what = f"'{region.id}' has no cell on the tile grid"
            raise fault(region.where, what, "give it 'cell: [column, row]'")
        found[region.id] = region.cell
    return found


def _side(shown: Sequence[Tile], width: float, height: float) -> tuple[float, int, int]:
    """How long a tile's side is in mm, and how many tiles stand across and down."""
    across, down = (1 + max(tile.cell[k] for tile in shown) for k in (0, 1))
    return min(SIDE, width / across, (height or PAGE) / down), across, down


def _tile(paper: Sheet, words: Words, tile: Tile, share: float, box: Box) -> None:
    """A square with the name over the score; without a score a frame."""
    known = share == share
    fill = s.heat(share) if known else s.PAPER
    ink = s.on(fill) if known else s.TEXT2
    inner = Box(box.left + GUTTER / 2, box.bottom + GUTTER / 2, box.right - GUTTER / 2, box.top - GUTTER / 2)
    paper.block(inner, fill, edge=s.RULE)
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    face = Face(s.LABEL, ink, tile.rank == "1")
    lines = _named(words.short(tile.region), inner.width - 2 * PAD, face)
    stacked(paper, (x, y + 0.2 * box.height), lines, face, align="center")
    low, score = y - 0.18 * box.height, scores(words)(tile.value * words.times)
    printed = paper.text((x, low), score, Face(SCORE, ink), align="center")
    spot(paper, inner, words.name(tile.region), score)
    if tile.filled:
        paper.mark((printed.left - s.RING, low), "o", ink, s.RING, ground=fill, ring=True)


def _named(text: str, room: float, face: Face) -> list[str]:
    """The name in two lines at most."""
    lines = [text] if wide([text], face) <= room else wrapped(text, room, face)
    return [clipped(line, room, face) for line in lines[:2]]

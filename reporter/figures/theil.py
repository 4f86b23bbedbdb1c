"""What of a disparity lies between the parts of the whole, and what inside each, period by period."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.facts import told as turning
from reporter.figures.drawing.frame import FOOT, Frame, Scale, periods_under, ruled, scale_of, tick_room
from reporter.figures.drawing.lettering import stacked
from reporter.figures.drawing.place import Box, apart
from reporter.figures.drawing.sheet import HEAD, NOTE, Sheet, sheet, tall, wide, wrapped
from reporter.figures.drawing.spots import course as shown
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Printer, Told, course, figure, grid, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.result import Result
from reporter.model.words import Words

DECIMALS, NAMES, OVER, STEM = 3, 0.3, 4.5 * s.MM, 10.0
BETWEEN, WHOLE = "between", "whole"


class Split(NamedTuple):
    """A disparity by period, and its layers, that add up to it: between the parts, then inside each."""

    total: Floats
    layers: Mapping[str, Floats]


def theil(
    assessment: Assessment, words: Words, *, index: str, width: float = s.C6, height: float = 58
) -> Figure:
    """Columns of the layers of an index of disparity that has parts, of the first group.

    KeyError if the study has no such index, or it has no parts.
    """
    result = assessment.board.results[index]
    split = split_of(result)
    names = {part: _named(words, result, part) for part in split.layers}
    paper = sheet(width, height)
    whole = words("figures.alt.total")
    _draw(paper, words, result.periods, split, {**names, WHOLE: whole})
    share = np.divide(
        split.layers[BETWEEN], split.total, out=np.zeros_like(split.total), where=split.total > 0
    )
    facts: dict[str, object] = {"index": index, "first": result.periods[0], "last": result.periods[-1]}
    facts |= {"a": float(share[0]), "b": float(share[-1])}
    facts |= {"parts": words.joined([part_name(words, index, p) for p in split.layers if p != BETWEEN])}
    key = "none" if not split.total[-1] > 0 else "once" if len(result.periods) == 1 else "share"
    values = {names[part]: line for part, line in split.layers.items()}
    spoken = [
        course(words, name, line, result.periods, turning(line, np.inf), DECIMALS)
        for name, line in {**values, whole: split.total}.items()
    ]
    columns, rows = grid(words, "part", result.periods, {**values, whole: split.total})
    title, measure = words(f"figures.theil.title.{key}", **facts), words("figures.theil.measure", **facts)
    return figure(
        paper, Told(f"theil-{slug(index)}", title, measure, spoken, columns, rows), assessment, words
    )


def split_of(result: Result) -> Split:
    """The layers as the index tells them: what lies inside a part counts by the part's share of the whole, or
    for L of the population.
    """
    group = next(iter(result.groups))
    y, p, found = (result.step(name, group) for name in ("y", "p", "with"))
    if y is None or p is None or found is None:
        raise KeyError(result.code)
    told = dict(zip(found.labels["figure"], found.values[0].T, strict=True))
    weight = p.values[0] * (y.values[0] if result.options["measure"] == "theil" else 1.0)
    weight = weight / weight.sum(axis=1, keepdims=True)
    members = y.labels["member"]
    layers = {BETWEEN: told[BETWEEN]}
    for part, inside in result.options["parts"].items():
        own = [members.index(m) for m in inside if m in members]
        if own:  # a group may have no member in one of the study's parts
            layers[part] = weight[:, own].sum(axis=1) * told[f"inside {part}"]
    return Split(told[BETWEEN] + told["within"], layers)


def part_name(words: Words, index: str, part: str) -> str:
    """What a part is called: as the study says, else by its id."""
    return words.names.get(f"{index}-{part}", part)


def _named(words: Words, result: Result, part: str) -> str:
    if part == BETWEEN:
        return words("figures.theil.between")
    return words("figures.theil.inside", part=part_name(words, result.code, part))


def _draw(
    paper: Sheet, words: Words, periods: tuple[str, ...], split: Split, names: Mapping[str, str]
) -> None:
    printed, scale = Printer(words, DECIMALS), scale_of([split.total], words)
    fills = dict(zip(split.layers, [s.LEADER.fill, *s.ladder(len(split.layers) - 1)], strict=True))
    lines = {part: wrapped(name, NAMES * paper.room.width, HEAD) for part, name in names.items()}
    figures = wide([printed(float(line[-1])) for line in split.layers.values()], HEAD)
    right = paper.room.right - figures - 4 - max(wide(own, HEAD) for own in lines.values()) - STEM
    frame = _frame(paper, scale, periods, right)
    half = s.BAR * frame.plot.width / max(len(periods) - 1, 1) / 2 if len(periods) > 1 else 12.0
    for t in range(len(periods)):
        column = {part: float(line[t]) for part, line in split.layers.items()}
        for part, box in _column(paper, frame, t, half, column, fills).items():
            spot(paper, box, names[part], printed(column[part]), periods[t])
    shown(paper, frame.points(split.total), split.total, names[WHOLE], periods, printed)
    for t in turning(split.total, 0.1 * float(split.total.max()))[:-1]:
        at = frame.x(t), frame.y(float(split.total[t])) + 5.5
        paper.text(at, printed(float(split.total[t])), HEAD, align="center")
    edge = frame.x(len(periods) - 1) + half
    _name(paper, frame, edge, right + STEM, split, lines, printed)


def _frame(paper: Sheet, scale: Scale, periods: tuple[str, ...], right: float) -> Frame:
    """The ground, with half a column's room at both ends."""
    left = tick_room(scale) + 4
    step = (right - left) / len(periods)
    plot = Box(left + step / 2, paper.room.bottom + FOOT, right - step / 2, paper.room.top - OVER)
    frame = Frame(plot, scale, periods)
    ruled(paper, frame, paper.room.left, right)
    periods_under(paper, frame)
    return frame


def _column(
    paper: Sheet, frame: Frame, t: int, half: float, layers: Mapping[str, float], fills: Mapping[str, str]
) -> dict[str, Box]:
    """One period's layers from the axis up, parted by hairlines of paper; returns where each stands."""
    low, x, boxes = 0.0, frame.x(t), {}
    for part, value in layers.items():
        box = boxes[part] = Box(x - half, frame.y(low), x + half, frame.y(low + value))
        paper.block(box, fills[part])
        paper.line([(box.left, box.top), (box.right, box.top)], s.PAPER, s.EDGE, under=2.5)
        low += value
    return boxes


def _name(
    paper: Sheet,
    frame: Frame,
    edge: float,
    left: float,
    split: Split,
    names: Mapping[str, list[str]],
    printed: Printer,
) -> None:
    """Figure and name of each layer beside the last column, with a stem to it, and of the whole above."""
    last = {part: float(line[-1]) for part, line in split.layers.items()}
    tops = np.cumsum(list(last.values()))
    last |= {WHOLE: float(split.total[-1])}
    wanted = [frame.y(float(top - value / 2)) for top, value in zip(tops, last.values(), strict=False)]
    wanted.append(frame.y(last[WHOLE]) + tall(HEAD))
    heights = [tall(HEAD, len(names[part])) + 1 for part in last]
    figures = wide([printed(value) for value in last.values()], HEAD)
    places = apart(wanted, heights, frame.plot.bottom - 4, paper.room.top)
    for part, y, at in zip(last, wanted, places, strict=True):
        face = HEAD if part in (BETWEEN, WHOLE) else NOTE
        if part != WHOLE:
            paper.line([(edge + 1, y), (left - 2, at)], s.CONTEXT, s.HAIR, under=2.4)
        paper.text((left + figures, at), printed(last[part]), face, align="right")
        stacked(paper, (left + figures + 4, at), names[part], face)

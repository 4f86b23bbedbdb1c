"""The stages of every region's course: a ribbon, cut where its growth changes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reporter.figures import style as s
from reporter.figures.drawing import bars
from reporter.figures.drawing.frame import FOOT, Frame, Scale, periods_under
from reporter.figures.drawing.lettering import stacked
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import NOTE, Face, Sheet, sheet, wide
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Row, Told, figure, slug
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.result import Result
from reporter.model.words import Words

DECLINE, STILL = "decline", ("stagnation", "decline")
ROW, FULL, NAMES, GAP, PAD = 8.0, 0.25, 0.3, 0.6, 2.5  # FULL: the growth at which a shade is deepest


class Stage(NamedTuple):
    """A stretch between two periods: what it is called, and its average growth, a share."""

    region: str
    start: int
    stop: int
    name: str
    rate: float


def stages(
    assessment: Assessment, words: Words, *, index: str, width: float = s.C12, height: float = 0.0
) -> Figure:
    """A ribbon for each region and group of an index of stages, with name and growth inside.

    KeyError if the study has no such index.
    """
    result = assessment.board.results[index]
    found = {region: _stages(result, region) for region in result.regions}
    paper = sheet(width, height or ROW * len(found) + FOOT / s.MM)
    _draw(paper, assessment, words, result, found)
    every = [stage for own in found.values() for stage in own]
    facts = {"of": str(result.options["of"]), "first": result.periods[0], "last": result.periods[-1]}
    told = Told(
        f"stages-{slug(index)}",
        _title(words, result, [one for one in every if one.region in result.members] or every),
        words("figures.stages.measure", **facts),
        [
            (words.name(region), [(_span(words, result, one), _inside(words, one)) for one in own])
            for region, own in found.items()
        ],
        tuple(words(f"figures.column.{name}") for name in ("region", "start", "end", "stage", "growth")),
        [_row(words, result, one) for one in every],
    )
    return figure(paper, told, assessment, words)


def _stages(result: Result, region: str) -> list[Stage]:
    """The stages of one region, as the index tells them: "growth 2016–2019"."""
    step = result.step("stages", region)
    labels = step.labels["stage"] if step else ()
    cut = [label.rpartition(" ") for label in labels]
    ends = [span.split("–") for _, _, span in cut]
    at = result.periods.index
    rates = step.values[0] if step else ()
    return [
        Stage(region, at(start), at(stop), name, float(rate))
        for (name, _, _), (start, stop), rate in zip(cut, ends, rates, strict=True)
    ]


def _title(words: Words, result: Result, every: Sequence[Stage]) -> str:
    """Who grows fastest in a stage, and who declines fastest, if anyone; a stagnation is neither."""
    fast, slow = max(every, key=lambda one: one.rate), min(every, key=lambda one: one.rate)
    key = "none" if fast.name in STILL else "falls" if slow.name == DECLINE else "grows"
    facts = {"region": fast.region, "rate": fast.rate, "low": slow.region, "fall": slow.rate}
    ends = {"start": fast.start, "end": fast.stop, "from_": slow.start, "to": slow.stop}
    return words(f"figures.stages.title.{key}", **facts, **{n: result.periods[t] for n, t in ends.items()})


def _row(words: Words, result: Result, one: Stage) -> Row:
    ends = result.periods[one.start], result.periods[one.stop]
    return (words.name(one.region), *ends, _kind(words, one), 100 * one.rate)


def _span(words: Words, result: Result, one: Stage) -> str:
    return words("figures.stages.span", start=result.periods[one.start], end=result.periods[one.stop])


def _kind(words: Words, one: Stage) -> str:
    return words(f"further.stages.kind.{one.name.replace(' ', '_')}")


def _growth(words: Words, one: Stage) -> str:
    return words.share(one.rate, 1, True)


def _inside(words: Words, one: Stage) -> str:
    return words("figures.stages.inside", kind=_kind(words, one), growth=_growth(words, one))


def _draw(
    paper: Sheet, a: Assessment, words: Words, result: Result, found: Mapping[str, Sequence[Stage]]
) -> None:
    top, bottom = paper.room.top, paper.room.bottom + FOOT
    middles = bars.steps(top, bottom, len(found))
    inks = s.hues(a.main.members, leader=a.main.leader())
    faces = [Face(colour=inks.get(region, s.MEAN_HUE).text, bold=True) for region in found]
    left = bars.names(paper, [words.short(r) for r in found], middles, faces, NAMES) + 4 * s.MM
    right = paper.room.right - wide([result.periods[-1]], NOTE) / 2
    frame = Frame(Box(left, bottom, right, top), Scale(0, 1, (), str), result.periods)
    periods_under(paper, frame)
    thick = s.BAR * (top - bottom) / len(found)
    for own, middle in zip(found.values(), middles, strict=True):
        for one in own:
            ends = frame.x(one.start) + GAP, frame.x(one.stop) - GAP
            box = Box(ends[0], middle - thick / 2, ends[1], middle + thick / 2)
            _stretch(paper, words, one, box)
            at = words("figures.alt.between").join([_kind(words, one), _span(words, result, one)])
            spot(paper, box, words.name(one.region), _growth(words, one), at)


def _stretch(paper: Sheet, words: Words, one: Stage, box: Box) -> None:
    """A stretch in the shade of its growth, lettered in one line, in two, or with its growth alone."""
    fill = s.correlation(one.rate / FULL)
    paper.block(box, fill, edge=s.CONTEXT)
    face, room = Face(s.LABEL, s.on(fill)), box.width - 2 * PAD
    low = Face(s.SMALL, face.colour)
    tried = (
        ([_inside(words, one)], face),
        ([_kind(words, one), _growth(words, one)], low),
        ([_growth(words, one)], low),
    )
    for lines, own in tried:
        if wide(lines, own) <= room and len(lines) * 1.15 * own.size <= box.height:
            middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            stacked(paper, middle, lines, own, align="center")
            return

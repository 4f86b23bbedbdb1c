"""The long series beside the main index."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.lines import Line, chart
from reporter.figures.drawing.members import courses, filled_of, member_lines, member_scores
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Row, Told, figure, scores
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Bools, Floats
from reporter.model.result import Composite
from reporter.model.words import Words


def long(
    assessment: Assessment,
    words: Words,
    *,
    index: str = "I_long",
    focus: str | None = None,
    width: float = s.C12,
    height: float = 74,
) -> Figure:
    """Both indices of every region, the long one pale; KeyError if the study has no such index."""
    main, other = assessment.main, assessment.board.composites[index]
    printed, periods = scores(words), tuple(dict.fromkeys((*other.periods, *main.periods)))
    values = {
        code: {r: _on(periods, result, v) for r, v in member_scores(result, code).items()}
        for code, result in ((main.code, main), (index, other))
    }
    filled = {code: _marks(periods, result) for code, result in ((main.code, main), (index, other))}
    drawn = {
        code: member_lines(assessment, words, own, focus=focus, strong=code == main.code, filled=filled[code])
        for code, own in values.items()
    }
    strong, pale = drawn[main.code], [_pale(line) for line in drawn[index]]
    paper = sheet(width, height)
    chart(
        paper,
        paper.room,
        pale + strong,
        index_scale(words, [v for own in values.values() for v in own.values()]),
        periods,
        printed,
    )
    columns = (words("figures.column.index"), words("figures.column.region"), *periods)
    rows: list[Row] = [
        (words.name(code), words.name(r), *map(float, v))
        for code, own in values.items()
        for r, v in own.items()
    ]
    spoken = [
        (words("figures.alt.of", name=name, of=words.name(code)), points)
        for code in values
        for name, points in courses(words, values[code], periods, 2)
    ]
    facts = {
        "count": len(main.steps.indicators),
        "first": main.periods[0],
        "few": len(other.steps.indicators),
        "start": other.periods[0],
        "last": periods[-1],
    }
    measure = words("figures.long.measure", index=main.code, other=index, **facts)
    name = index.lower().replace("_", "-")
    marked = bool(main.filled.any() or other.filled.any())
    told = Told(name, _title(assessment, other, words), measure, spoken, columns, rows, marked)
    return figure(paper, told, assessment, words)


def _on(periods: tuple[str, ...], result: Composite, values: Floats) -> Floats:
    """A course on more periods than its own."""
    known = dict(zip(result.periods, values.tolist(), strict=True))
    return np.array([known.get(p, np.nan) for p in periods])


def _marks(periods: tuple[str, ...], result: Composite) -> dict[str, Bools]:
    """Which figures of each member are filled in, on more periods than the index's own."""
    own = {
        r: dict(zip(result.periods, marks, strict=True))
        for r, marks in filled_of(result, result.code).items()
    }
    return {r: np.array([bool(marks.get(p)) for p in periods]) for r, marks in own.items()}


def _pale(line: Line) -> Line:
    return Line(line.name, line.values, line.hue, s.LINE, pale=True, told=line.told[:-1], filled=line.filled)


def _title(assessment: Assessment, other: Composite, words: Words) -> str:
    """Whether both indices changed in the same direction over the periods they share, where it is sure."""
    main = assessment.main
    shared = [p for p in main.periods if p in other.periods]
    if len(shared) < 2:
        return words("figures.long.title.apart", index=main.code, other=other.code)
    start, end = shared[0], shared[-1]
    sure = [r for r in main.members if end != assessment.period or assessment.sure(main.code, r, start)]
    opposite = [r for r in sure if _change(main, r, start, end) * _change(other, r, start, end) < 0]
    agree = "agree" if len(sure) == len(main.members) else "agree_sure"
    key = agree if not opposite else "differ" if len(opposite) <= 3 else "many"
    return words(
        f"figures.long.title.{key}",
        regions=opposite,
        count=len(opposite),
        index=main.code,
        other=other.code,
        first=start,
        last=end,
    )


def _change(result: Composite, region: str, start: str, end: str) -> float:
    return result.score(result.code, region, end) - result.score(result.code, region, start)

"""How the indicators go together: every pair's correlation, levels and course below, course alone above."""

import numpy as np

from reporter.figures import style as s
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import NOTE, TICK, Face, Sheet, clipped, sheet, wide
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Printer, Row, Told, figure
from reporter.model.assessment import Assessment
from reporter.model.audit import Together
from reporter.model.document import Figure
from reporter.model.words import Words

ROW, HEAD, NAMES, MOST = 5.4 * s.MM, 4.5 * s.MM, 58.0 * s.MM, 20


def correlations(
    assessment: Assessment, words: Words, *, width: float = s.C12, height: float = 0.0
) -> Figure:
    """All pairs of indicators, ×100; of more than twenty indicators the dimensions instead."""
    found = assessment.audit.coherence
    kind = "indicators" if len(found.whole.indicators) <= MOST else "dimensions"
    shown = found.whole if kind == "indicators" else found.among
    names = _names(assessment, words, shown, kind)
    both = bool(np.isfinite(shown.within).any())
    paper = _draw(words, shown, names, width, height)
    rows: list[Row] = [
        (names[j], names[k], float(shown.correlations[j, k]), float(shown.within[j, k]))
        for j in range(len(names))
        for k in range(j)
    ]
    two = Printer(words, 2)
    spoken = [
        (names[j], [(names[k], two(float(shown.correlations[j, k]))) for k in range(j)])
        for j in range(1, len(names))
    ]
    columns = tuple(words(f"figures.correlations.columns.{c}") for c in ("one", "other", "all", "within"))
    measure = words(f"figures.correlations.measure.{'both' if both else 'one'}")
    title = _title(words, shown, kind, both)
    return figure(paper, Told("correlations", title, measure, spoken, columns, rows), assessment, words)


def _title(words: Words, shown: Together, kind: str, both: bool) -> str:
    """How many pairs are printed with a minus: over all cells and, where there is a course, in time."""
    pairs = np.tril_indices(len(shown.indicators), -1)
    r, within = shown.correlations[pairs], shown.within[pairs]
    against, turned = (int((np.round(one, 2) < 0).sum()) for one in (r, within))
    key = f"figures.correlations.title.{kind}.{'some' if against else 'none'}"
    found = words(key, against=against, n=int(np.isfinite(r).sum()))
    course = f"figures.correlations.title.in_time.{'some' if turned else 'none'}"
    return words(course, found=found, within=turned) if both else found


def _names(a: Assessment, words: Words, shown: Together, kind: str) -> list[str]:
    codes = a.main.framework.codes(a.main.code)
    return [words.short(i if kind == "indicators" else codes[i]) for i in shown.indicators]


def _draw(words: Words, shown: Together, names: list[str], width: float, height: float) -> Sheet:
    n = len(names)
    paper = sheet(width, height or (HEAD + ROW * n) / s.MM)
    step = (paper.room.height - HEAD) / n
    numbers = [words.number(j + 1, 0) for j in range(n)]
    sign = wide(numbers, TICK) + 5
    left = sign + min(NAMES, wide(names, NOTE)) + 4 * s.MM
    cell = (paper.room.right - left) / n
    for j, (number, name) in enumerate(zip(numbers, names, strict=True)):
        y = paper.room.top - HEAD - (j + 0.5) * step
        paper.text((left + (j + 0.5) * cell, paper.room.top - HEAD / 2), number, TICK, align="center")
        paper.text((sign - 5, y), number, TICK, align="right")
        paper.text((sign, y), clipped(name, left - sign - 4, NOTE), NOTE)
        for k in range(n):
            box = Box(left + k * cell, y - step / 2, left + (k + 1) * cell, y + step / 2)
            r = float((shown.correlations if k < j else shown.within)[j, k])
            if j != k and r == r:
                _cell(paper, words, box, r)
                spot(paper, box, name, words.number(r, 2), names[k])
    return paper


def _cell(paper: Sheet, words: Words, box: Box, r: float) -> None:
    """A correlation ×100 on its ground."""
    fill = s.correlation(r)
    paper.block(Box(box.left + 0.6, box.bottom + 0.6, box.right - 0.6, box.top - 0.6), fill)
    middle = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    paper.text(middle, words.number(100 * r, 0), Face(s.SMALL, s.on(fill)), align="center")

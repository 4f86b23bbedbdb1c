"""Which choice the scores and the doubtful conclusions hang on: total-order Sobol indices as a heat map."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reporter.figures import style as s
from reporter.figures.conclusions import says
from reporter.figures.drawing.cells import cells
from reporter.figures.drawing.members import FEW
from reporter.figures.drawing.place import Box
from reporter.figures.drawing.sheet import NOTE, QUIET, Sheet, clipped, sheet, tall, wide, wrapped
from reporter.figures.drawing.spots import spot
from reporter.figures.drawing.tell import Printer, Row, Told, figure
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words

CLOSE = 0.1
"""Total indices this near to each other are not told apart."""
ROW, NAMES, MANY, WIDEST = 5.2 * s.MM, 62.0 * s.MM, 12, 10


class Output(NamedTuple):
    """A row: what varies, under its name in the audit."""

    id: str
    name: str


def sensitivity(
    assessment: Assessment, words: Words, *, most: int = 12, width: float = s.C12, height: float = 0.0
) -> Figure:
    """A row for each region's score (of many those with the widest intervals) and for the `most` doubtful
    conclusions, a column for each factor; first-order indices in brackets.
    """
    found = assessment.audit.sensitivity
    outputs = [*_scores(assessment, words), *_conclusions(assessment, words, most)]
    heads = factors(assessment, words)
    paper = _draw(words, assessment, outputs, heads, width, height)
    two = Printer(words, 2)
    columns = (
        words("figures.sensitivity.column"),
        *(words("figures.sensitivity.total", factor=f) for f in heads),
        *(words("figures.sensitivity.first", factor=f) for f in heads),
    )
    told: list[Row] = [
        (o.name, *map(float, found.total[o.id]), *map(float, found.first[o.id])) for o in outputs
    ]
    spoken = [
        (o.name, [(f, two(float(v))) for f, v in zip(heads, found.total[o.id], strict=True)]) for o in outputs
    ]
    how = "exact" if found.exact else "estimated"
    measure = words(f"figures.sensitivity.measure.{how}", period=assessment.period, n=found.runs)
    told_ = Told("sensitivity", _title(words, assessment, outputs, heads), measure, spoken, columns, told)
    return figure(paper, told_, assessment, words)


def factors(a: Assessment, words: Words) -> list[str]:
    """What is varied, by name: the choices, then the weights of both levels."""
    titles = {choice.id: words.text(choice.title) for choice in a.audit.plan.choices}
    return [titles.get(id) or words(f"audit.factors.{id}") for id in a.audit.sensitivity.factors]


def _scores(a: Assessment, words: Words) -> list[Output]:
    """The score of every region and group; of many those with the widest intervals; the shift of ranks."""
    main = a.main
    bounds = a.audit.uncertainty.scores[main.code]
    spread = dict(zip(main.regions, (bounds.high - bounds.low)[:, -1].tolist(), strict=True))
    known = [r for r in main.regions if spread[r] == spread[r]]
    groups = list(main.groups)[: None if len(main.groups) <= FEW else 1]
    shown = [r for r in known if r in main.members or r in groups]
    if len(main.members) > MANY:
        shown = sorted((r for r in known if r in main.members), key=lambda r: -spread[r])[:WIDEST]
    shift = [Output("shift", words("audit.shift"))] if "shift" in a.audit.sensitivity.total else []
    return [*shift, *(Output(f"score.{r}", words("audit.score", region=r)) for r in shown)]


def _conclusions(a: Assessment, words: Words, most: int) -> list[Output]:
    at = {id(c): n for n, c in enumerate(a.audit.conclusions)}
    found = [Output(f"holds.{at[id(c)]}", says(words, c)) for c in a.audit.doubtful[:most]]
    return [o for o in found if o.id in a.audit.sensitivity.total]


def _title(words: Words, a: Assessment, outputs: Sequence[Output], heads: Sequence[str]) -> str:
    """The factor that moves the scores most, and the one that moves the doubtful conclusions most."""
    members = {f"score.{r}" for r in a.main.members}
    first = _largest(a, [o for o in outputs if o.id in members])
    other = _largest(a, [o for o in outputs if o.id.startswith("holds")])
    if not first:
        return words("figures.sensitivity.title.still")
    said = _quoted(words, a, heads)
    facts = {
        "factor": words.joined([said[k] for k in first]),
        "other": words.joined([said[k] for k in other]),
    }
    key = "scores" if not other else "same" if first == other else "both"
    return words(f"figures.sensitivity.title.{key}", **facts)


def _quoted(words: Words, a: Assessment, heads: Sequence[str]) -> list[str]:
    """The factors by name, choices in quotes, since a choice's own name may hold an "and"."""
    choices = {choice.id: choice.title for choice in a.audit.plan.choices}
    return [
        words("audit.hangs.quoted", choice=choices[id]) if id in choices else name
        for id, name in zip(a.audit.sensitivity.factors, heads, strict=True)
    ]


def _largest(a: Assessment, outputs: Sequence[Output]) -> list[int]:
    """The positions of the factors with the largest total index on average, those within a tenth of it too;
    none where nothing varies.
    """
    values = [a.audit.sensitivity.total[o.id] for o in outputs]
    known = [v for v in values if np.isfinite(v).all()]
    if not known:
        return []
    mean = np.mean(known, axis=0)
    return [int(k) for k in np.argsort(-mean, kind="stable") if mean[k] >= mean.max() - CLOSE]


def _draw(
    words: Words, a: Assessment, outputs: Sequence[Output], heads: Sequence[str], width: float, height: float
) -> Sheet:
    left = min(NAMES, wide([o.name for o in outputs], NOTE)) + 4 * s.MM
    cell = (width * s.MM - left) / len(heads)
    lines = [wrapped(head, cell - 4, QUIET) for head in heads]
    top = tall(QUIET, max(len(one) for one in lines)) + 4
    paper = sheet(width, height or (top + ROW * len(outputs)) / s.MM)
    step = (paper.room.height - top) / len(outputs)
    for j, one in enumerate(lines):
        for k, line in enumerate(reversed(one)):
            at = (left + (j + 0.5) * cell, paper.room.top - top + 5 + (0.5 + 1.25 * k) * QUIET.size)
            paper.text(at, line, QUIET, align="center")
    found = a.audit.sensitivity
    for k, output in enumerate(outputs):
        y = paper.room.top - top - k * step
        paper.text((0, y - step / 2), clipped(output.name, left - 4, NOTE), NOTE)
        boxes = [Box(left + j * cell, y - step, left + (j + 1) * cell, y) for j in range(len(heads))]
        texts = [
            _cell(words, pair) for pair in zip(found.total[output.id], found.first[output.id], strict=True)
        ]
        shares: Floats = np.clip(found.total[output.id], 0.0, 1.0)
        cells(paper, boxes, shares, texts, np.zeros(len(heads), dtype=bool))
        for box, text, head in zip(boxes, texts, heads, strict=True):
            spot(paper, box, output.name, text, head)
    return paper


def _cell(words: Words, pair: tuple[float, float]) -> str:
    """Total index, first-order one in brackets; — where the output does not vary."""
    total, first = (Printer(words, 2)(float(v)) for v in pair)
    return total if pair[0] != pair[0] else words("audit.indices", total=total, first=first)

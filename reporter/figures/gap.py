"""Each region's distance to the one that leads in the last period."""

from reporter.figures import style as s
from reporter.figures.drawing.facts import sorted_by_change
from reporter.figures.drawing.frame import scale_of
from reporter.figures.drawing.lines import chart
from reporter.figures.drawing.members import courses, member_lines
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Told, figure, grid, scores, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.panel import Floats
from reporter.model.words import Words


def gap(
    assessment: Assessment, words: Words, *, focus: str | None = None, width: float = s.C6, height: float = 62
) -> Figure:
    """Distances in points, zero being the leader; below zero a region stood above it."""
    result, printed = assessment.main, scores(words)
    top = result.leader()
    values = {
        r: (result.line(result.code, top) - result.line(result.code, r)) * words.times
        for r in result.members
        if r != top
    }
    lines = member_lines(assessment, words, values, focus=focus, strong=True)
    paper = sheet(width, height)
    chart(paper, paper.room, lines, scale_of(list(values.values()), words, most=5), result.periods, printed)
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in values.items()})
    measure = words("figures.gap.measure", leader=top, index=result.code, **span(assessment))
    spoken = courses(words, values, result.periods, 2)
    return figure(
        paper,
        Told("gap", _heading(assessment, words, values, top), measure, spoken, columns, rows),
        assessment,
        words,
    )


def _heading(a: Assessment, words: Words, values: dict[str, Floats], leader: str) -> str:
    """The title; of changes some of which cannot be told from none, the largest of the others."""
    sure = {r: v for r, v in values.items() if a.sure_gap(r)}
    if len(sure) == len(values):
        return _title(words, values, leader, span(a))
    if not sure:
        return words("figures.gap.title.unsure", leader=leader, **span(a))
    most = max(sure, key=lambda r: abs(float(sure[r][-1] - sure[r][0])))
    start, end = (float(sure[most][t]) / words.times for t in (0, -1))
    return words("figures.gap.title.sure", region=most, start=start, end=end, leader=leader, **span(a))


def _title(words: Words, values: dict[str, Floats], leader: str, facts: dict[str, str]) -> str:
    changes = {r: float(v[-1] - v[0]) / words.times for r, v in values.items()}
    further, closer, still = sorted_by_change(changes)
    base = "figures.gap.title"
    if not changes:
        return words(f"{base}.alone", leader=leader, **facts)
    if len(still) == len(changes):
        return words(f"{base}.same", leader=leader, **facts)
    if len(closer) == len(further) == 1 and not still:
        numbers = {"closer_by": changes[closer[0]], "further_by": changes[further[0]]}
        return words(f"{base}.split", leader=leader, closer=closer[0], further=further[0], **numbers, **facts)
    if len(changes) in (len(closer), len(further)):
        return words(f"{base}.{'closer' if closer else 'further'}", leader=leader, **facts)
    most = max(changes, key=lambda r: abs(changes[r]))
    start, end = (float(values[most][t]) / words.times for t in (0, -1))
    return words(f"{base}.most", region=most, start=start, end=end, leader=leader, **facts)

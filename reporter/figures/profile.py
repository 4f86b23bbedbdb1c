"""One region's index before the others."""

from reporter.figures import style as s
from reporter.figures.drawing.frame import index_scale
from reporter.figures.drawing.lines import chart
from reporter.figures.drawing.members import courses, filled_of, member_lines, member_scores
from reporter.figures.drawing.sheet import sheet
from reporter.figures.drawing.tell import Told, course_facts, figure, grid, scores, slug, span
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words


def profile(
    assessment: Assessment, words: Words, *, region: str, width: float = s.C8, height: float = 62
) -> Figure:
    """The region's line in its hue, the others in grey; first, turning and last figure."""
    result, printed = assessment.main, scores(words)
    values = member_scores(result, result.code)
    filled = {region: filled_of(result, result.code)[region]}
    lines = member_lines(assessment, words, values, focus=region, filled=filled)
    lines.sort(key=lambda line: line.bold)
    paper = sheet(width, height)
    chart(paper, paper.room, lines, index_scale(words, values.values(), 5), result.periods, printed)
    how, facts = course_facts(values[region], result.periods, 2, lambda v: v / words.times)
    unsure = how in ("rise", "fall") and not assessment.sure(result.code, region, result.periods[0])
    title = words(f"figures.profile.title.{'unsure' if unsure else how}", region=region, **facts)
    columns, rows = grid(words, "region", result.periods, {words.name(r): v for r, v in values.items()})
    measure = words("figures.profile.measure", index=result.code, **span(assessment))
    ordered = {region: values[region], **values}
    told = Told(
        f"profile-{slug(region)}",
        title,
        measure,
        courses(words, ordered, result.periods, 2),
        columns,
        rows,
        bool(filled[region].any()),
    )
    return figure(paper, told, assessment, words)

"""The cover: the study, its main finding, its main chart, four facts, its citation and licence."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Fact, Facts, Figure, Paragraph, Section
from reporter.model.words import Words
from reporter.sections.bibliography import citation, licence
from reporter.sections.certainty import beside, grown, moved
from reporter.sections.facts import filled_cells, moving, notable, placed, ranked, whole


def cover(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """One page on the dark field."""
    study, result = assessment.study, assessment.main
    blocks = (
        Paragraph(
            words(
                "cover.subtitle" if moving(assessment) else "cover.subtitle_once",
                subject=words.text(study.subject),
                start=result.periods[0],
                end=assessment.period,
            ),
            "subtitle",
        ),
        Paragraph(finding(assessment, words), "finding"),
        figures("cover"),
        Facts(_facts(assessment, words), "cover"),
        Paragraph(words.paragraph((citation(assessment, words), licence(assessment, words))), "imprint"),
    )
    kicker = words("cover.series", publisher=words.text(study.publisher))
    return (
        Section(
            "cover",
            kicker,
            words.text(study.title),
            blocks,
            look="cover",
            lead=words("cover.edition", period=assessment.period),
        ),
    )


def finding(assessment: Assessment, words: Words) -> str:
    """Where the whole went, and who grew fastest."""
    result = assessment.main
    if ranked(assessment):
        first, *others = placed(result, result.code)
        score = result.score(result.code, first, assessment.period)
        near = len(beside(assessment, first))
        key = "ranked_near" if near else "ranked"
        return words(f"cover.finding.{key}", first=first, score=score, next=others[:2], n=near)
    group, fast = moved(assessment, result.code, whole(assessment)), grown(assessment)
    first = words(f"cover.finding.{group.trend}", group=group.region, **group.facts)
    if fast and notable(result, fast):
        return words(
            "cover.finding.join",
            first=first,
            second=words("cover.finding.fastest", region=fast.region, ratio=fast.ratio, change=fast.change),
        )
    return first


def _facts(assessment: Assessment, words: Words) -> tuple[Fact, ...]:
    result = assessment.main
    window = assessment.panel.window(result.periods, result.steps.indicators)
    n = filled_cells(assessment)
    counts = {
        "regions": len(result.members),
        "indicators": len(result.steps.indicators),
        "figures": window.values.size,
    }
    return (
        Fact(
            words("cover.facts.years"),
            words(
                "cover.facts.span" if moving(assessment) else "cover.facts.once",
                start=result.periods[0],
                end=result.periods[-1],
            ),
        ),
        Fact(words("cover.facts.coverage"), words("cover.facts.counts", **counts)),
        Fact(words("cover.facts.filled"), words(f"cover.facts.filled_{'count' if n else 'none'}", n=n)),
        Fact(words("cover.facts.published"), assessment.study.editions.published.get(assessment.period, "")),
    )

"""Bulletin: what is new or worsened in this period, each with the series behind it and what may be done."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import (
    GRID,
    Block,
    Columns,
    Fact,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Prose,
    Section,
)
from reporter.model.finding import Finding
from reporter.model.words import Words
from reporter.sections.facts import tone
from reporter.sections.findings import place, rule_of, standing, title, told
from reporter.sections.quotes import filled
from reporter.sections.recommendations import title as measure_title

MOST, MEASURES = 12, 3
CHART, HIGH = GRID[7], 46.0
NEWS = ("new", "worsened")


def bulletin(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """One section: how many problems are new, graver, milder, gone; then each warning, the gravest first."""
    a, news = assessment, warnings(assessment)
    heading = words("bulletin.heading.none", period=a.period) if not news else _heading(a, words, news)
    blocks: list[Block] = [*_foreword(a, words), _counts(a, words)]
    first = "_first" if a.before is None else ""
    for f in news[:MOST]:
        blocks.append(_warning(a, words, figures, f))
    rest = len(news) - MOST
    note = words("bulletin.more", n=rest) if rest > 0 else words(f"bulletin.note{first}", before=a.before)
    kicker = words("bulletin.kicker", study=words.text(a.study.title), period=a.period)
    lead = words(f"bulletin.lead{first}", before=a.before, period=a.period)
    return (
        Section(
            "bulletin",
            kicker,
            heading,
            (*blocks, Paragraph(note, "note")),
            lead=lead,
            short=words("bulletin.short"),
        ),
    )


def _foreword(a: Assessment, words: Words) -> Iterator[Block]:
    """The editor's foreword in this language, below the head."""
    for piece in a.edited.editorial.pieces:
        if piece.place == "foreword" and piece.language == words.language:
            yield Prose(filled(a, words, piece.text, {}, piece.where))


def warnings(a: Assessment) -> list[Finding]:
    """The problems that were not there in the period before, or are graver; the editor's own are always told.

    In the first period of an index everything is new.
    """
    return [f for f in a.findings if f.judged or f.status in NEWS or a.before is None]


def _heading(a: Assessment, words: Words, news: list[Finding]) -> str:
    grave = [f for f in news if f.severity == max(g.severity for g in news)]
    regions = list(dict.fromkeys(place(a, words, f) for f in grave))
    key = "one" if len(news) == 1 else "many"
    return words(f"bulletin.heading.{key}", n=len(news), regions=regions, period=a.period)


def _counts(a: Assessment, words: Words) -> Facts:
    """How many problems are of which kind."""
    by = {name: sum(f.status == name for f in a.findings) for name in ("new", "worsened", "lasting", "eased")}
    by["new"] = len(a.findings) if a.before is None else by["new"] + sum(f.judged for f in a.findings)
    by["resolved"] = len(a.resolved)
    items = (Fact(words(f"bulletin.counts.{name}"), words.number(n, 0)) for name, n in by.items())
    return Facts(tuple(items), "strip")


def _warning(a: Assessment, words: Words, figures: Callable[..., Figure], f: Finding) -> Columns:
    """Text and measures beside the series behind them."""
    severity = words(f"problems.severity.{f.severity.name.lower()}")
    head = words(
        "bulletin.warning", region=place(a, words, f, "all_row"), title=title(a, words, f), severity=severity
    )
    said = words.paragraph([told(a, words, f), standing(a, words, f)])
    made = [measure_title(a, words, r) for r in a.recommendations if f in r.answers][:MEASURES]
    rule = words("bulletin.rule", rule=rule_of(words, f, "problems"))
    text: list[Block] = [Heading(head, tone=tone(a, f.region)), Paragraph(said)]
    if made:
        measures = words("bulletin.measures", measures=words("recommendations.join").join(made))
        text.append(Paragraph(measures, head=words("bulletin.measures_head")))
    text.append(Paragraph(rule, "note"))
    drawn = (figures("behind", finding=f.key, width=CHART, height=HIGH),) if f.evidence else ()
    return Columns("57", (tuple(text), drawn))

"""Contents, and how to read this report: one chart that explains the others, the scale, the marks."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Columns, Contents, Fact, Facts, Figure, Heading, Paragraph, Section
from reporter.model.words import Words
from reporter.sections.facts import moving, ranked

MOVING = ("contribution", "drawdown", "growth")
TERMS = ("index", "dimension", "score", "ideal", "contribution", "drawdown", "growth", "whole")
MARKS = {"○": "filled", "—": "missing", "†": "break", "▲ ▼": "better"}


def contents(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """The table of contents; compose fills it."""
    return (Section("contents", words("contents.kicker"), words("contents.heading"), (Contents(()),)),)


def reading(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """How to read this report: a chart that explains the others, what is said, the marks, the terms."""
    n = len(assessment.main.members)
    about = _points(words, "about", _about(assessment), n=n)
    terms = _points(words, "term", _terms(assessment))
    half = -(-len(terms) // 2)
    told: tuple[Block, ...] = (Heading(words("reading.about_head")), *about)
    blocks: tuple[Block, ...] = (
        *((Columns("84", (_chart(figures, words), told)),) if moving(assessment) else told),
        Facts(tuple(Fact(mark, words(f"reading.marks.{name}")) for mark, name in MARKS.items()), "marks"),
        Heading(words("reading.terms_head")),
        Columns("66", (terms[:half], terms[half:])),
    )
    head = "heading" if moving(assessment) else "heading_once"
    heading, short, summary = (words(f"reading.{part}") for part in (head, "short", "summary"))
    return (Section("reading", words("reading.kicker"), heading, blocks, short=short, summary=summary),)


def _chart(figures: Callable[..., Figure], words: Words) -> tuple[Block, ...]:
    return Heading(words("reading.chart")), figures("key")


def _about(a: Assessment) -> tuple[str, ...]:
    options = a.main.options
    scale = "scale_zero" if options.get("negative_ideal") == "zero" else "scale_min"
    scale = scale if a.main.scale == "score" else "scale_plain"
    certain = "uncertainty_none" if not a.varied else "uncertainty" if a.readings else "uncertainty_alone"
    comparison = ("comparison",) if moving(a) else ()
    return scale, *comparison, "regions_ranked" if ranked(a) and a.audit.ranked else "regions", certain


def _terms(a: Assessment) -> tuple[str, ...]:
    """The terms that this edition uses."""
    named = {}
    if "mean" in a.main.options:
        named["index"] = "index_mean"
        named["score"] = "score" if a.main.options["standardise"] == "ratio-to-max" else "score_mean"
    return tuple(named.get(t, t) for t in TERMS if moving(a) or t not in MOVING)


def _points(words: Words, kind: str, names: tuple[str, ...], **facts: object) -> tuple[Paragraph, ...]:
    """Named points; `scale_zero` and `scale_min` share the head `scale`."""

    def point(name: str) -> Paragraph:
        head = words(f"reading.{kind}_heads.{name.partition('_')[0]}", **facts)
        return Paragraph(words(f"reading.{kind}.{name}", **facts), "point", head=head)

    return tuple(map(point, names))

"""Contents, and how to read this report: one chart that explains the others, the scale, the marks."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Columns, Contents, Fact, Facts, Figure, Heading, Paragraph, Section
from reporter.model.words import Words

ABOUT = ("comparison", "regions")
TERMS = ("index", "dimension", "score", "ideal", "contribution", "drawdown", "growth", "whole")
MARKS = {"○": "filled", "—": "missing", "†": "break", "▲ ▼": "better"}


def contents(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """The table of contents; compose fills it."""
    return (Section("contents", words("contents.kicker"), words("contents.heading"), (Contents(()),)),)


def reading(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """How to read this report: a chart that explains the others, what is said, the marks, the terms."""
    n, options = len(assessment.main.members), assessment.main.options
    scale = "scale_zero" if options.get("negative_ideal") == "zero" else "scale_min"
    certain = "uncertainty" if assessment.readings else "uncertainty_alone"
    about = _points(words, "about", (scale, *ABOUT, certain), n=n)
    terms = _points(words, "term", TERMS)
    half = -(-len(terms) // 2)
    chart = (Heading(words("reading.chart")), figures("key"))
    blocks = (
        Columns("84", (chart, (Heading(words("reading.about_head")), *about))),
        Facts(tuple(Fact(mark, words(f"reading.marks.{name}")) for mark, name in MARKS.items()), "marks"),
        Heading(words("reading.terms_head")),
        Columns("66", (terms[:half], terms[half:])),
    )
    heading, short, summary = (words(f"reading.{part}") for part in ("heading", "short", "summary"))
    return (Section("reading", words("reading.kicker"), heading, blocks, short=short, summary=summary),)


def _points(words: Words, kind: str, names: tuple[str, ...], **facts: object) -> tuple[Paragraph, ...]:
    """Named points; `scale_zero` and `scale_min` share the head `scale`."""

    def point(name: str) -> Paragraph:
        head = words(f"reading.{kind}_heads.{name.partition('_')[0]}", **facts)
        return Paragraph(words(f"reading.{kind}.{name}", **facts), "point", head=head)

    return tuple(map(point, names))

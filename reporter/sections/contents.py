"""Contents, and how to read this report: one chart that explains the others, the scale, the marks."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Columns, Contents, Fact, Facts, Figure, Heading, Paragraph, Section
from reporter.model.words import Words

ABOUT = ("scale", "comparison", "regions", "uncertainty")
MARKS = {"○": "filled", "—": "missing", "†": "break", "▲ ▼": "better"}


def contents(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """The table of contents; compose fills it."""
    return (Section("contents", words("contents.kicker"), words("contents.heading"), (Contents(()),)),)


def reading(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """How to read this report."""
    n = len(assessment.main.members)
    about = tuple(
        Paragraph(words(f"reading.about.{name}", n=n, period=assessment.period), "point", head=words(f"reading.about_heads.{name}", n=n))
        for name in ABOUT
    )  # fmt: skip
    marks = Facts(tuple(Fact(mark, words(f"reading.marks.{name}")) for mark, name in MARKS.items()), "marks")
    blocks = (Columns("84", ((Heading(words("reading.chart")), figures("key")), (Heading(words("reading.about_head")), *about))), marks)
    return (
        Section("reading", words("reading.kicker"), words("reading.heading"), blocks, short=words("reading.short"), summary=words("reading.summary")),
    )  # fmt: skip

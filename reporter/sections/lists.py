"""The lists of figures and of tables; `guide` fills them."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Heading, Section
from reporter.model.guide import Contents
from reporter.model.words import Words


def lists(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Every figure and table with its number, title and page."""
    blocks = (
        Heading(words("lists.figures")),
        Contents((), of="figures"),
        Heading(words("lists.tables")),
        Contents((), of="tables"),
    )
    short = words("lists.short")
    return (
        Section("lists", words("lists.kicker"), words("lists.heading"), blocks, short=short, mark="annex"),
    )

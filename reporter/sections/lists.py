"""The lists of figures and of tables; `guide` fills them."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Columns, Figure, Heading, Section
from reporter.model.guide import Contents
from reporter.model.words import Words


def lists(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Every figure and table with its number, title and page."""
    charts = Heading(words("lists.figures")), Contents((), of="figures")
    tables = Heading(words("lists.tables")), Contents((), of="tables")
    blocks = (Columns("75", (charts, tables)),)
    short = words("lists.short")
    return (
        Section("lists", words("lists.kicker"), words("lists.heading"), blocks, short=short, mark="annex"),
    )

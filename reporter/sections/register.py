"""The index of indicators: where in the report each is shown; `guide` finds the places."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Paragraph, Section
from reporter.model.guide import Line, Register
from reporter.model.words import Words


def register(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Every indicator of the framework with the pages that show it, in the order of the language."""
    names = [(words.name(id), _called(words, id)) for id in assessment.study.framework.indicators]
    lines = tuple(
        Line(name, called) for name, called in sorted(names, key=lambda one: words.customs.order(one[0]))
    )
    blocks = (Paragraph(words("register.note"), "note"), Register(lines))
    heading, short = words("register.heading", n=len(lines)), words("register.short")
    return (Section("register", words("register.kicker"), heading, blocks, short=short, mark="annex"),)


def _called(words: Words, id: str) -> tuple[str, ...]:
    """The other names of an indicator: the short one, and each as inside a sentence."""
    name, short = words.name(id), words.short(id)
    others = (short, words.within(id, name), words.within(id, short))
    return tuple(dict.fromkeys(other for other in others if other != name))

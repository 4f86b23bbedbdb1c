"""Foreword: the editor's own text, where she has written one."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Figure, Section
from reporter.model.words import Words


def foreword(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """A section for the piece `foreword` to stand in; none where there is none in this language."""
    pieces = assessment.edited.editorial.pieces
    if not any(p.place == "foreword" and p.language == words.language for p in pieces):
        return ()
    short = words("foreword.short")
    return (Section("foreword", short, words("foreword.heading"), (), short=short),)

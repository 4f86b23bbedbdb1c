"""PDFs to be kept: the edition's files go inside, and what is made is validated before it is written."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reporter.errors import Flaw, Where, refuse
from reporter.model.attachment import Attachment
from reporter.model.document import Document
from reporter.model.words import Words
from reporter.render.validation import STANDARDS, breaches, validator

ENCLOSED = {"assessment.json": "assessment", "scores.csv": "scores"}


def enclosing(document: Document, products: Mapping[str, bytes], words: Words) -> Document:
    """The document with the edition's own files, told of in its language."""
    files = (
        Attachment(name, products[name], words(f"labels.attached.{what}")) for name, what in ENCLOSED.items()
    )
    return replace(document, attachments=tuple(files))


def validated(pdf: bytes, place: str) -> str:
    """What is to be said of a PDF's validation; Faults for each rule that it breaks."""
    if not validator():
        return "not validated (install reporter[validate])"
    refuse(_flaws(breaches(pdf), place))
    return f"validated: {', '.join(STANDARDS)}"


def _flaws(found: Mapping[str, Mapping[str, str]], place: str) -> Iterator[Flaw]:
    mend = "mend the template, or the editor's text, that it comes from"
    for standard, rules in found.items():
        for rule, said in rules.items():
            yield Flaw(Where(place), f"would break {standard}, rule {rule}: {said}", mend)

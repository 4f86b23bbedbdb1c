"""Document, Theme → a PDF to read and to keep (PDF/UA-1, PDF/A-3a), the same bytes each time, or Faults:
never a hole in a page.
"""

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import unescape
from typing import Any
from warnings import catch_warnings, filterwarnings

from jinja2 import BytecodeCache
from weasyprint import HTML
from weasyprint.urls import URLFetcher

from reporter.errors import Flaw, Where, refuse
from reporter.model.brand import Face
from reporter.model.document import Document, Figure
from reporter.model.theme import Theme
from reporter.render.archive import VARIANT, associate, attachments, enclosed, identify, unmistakable
from reporter.render.fonts import fonts
from reporter.render.glyphs import around, missing
from reporter.render.html import PAGE, page
from reporter.render.noise import collected, flaws
from reporter.render.places import every
from reporter.render.structure import figures, finish, recorded
from reporter.render.written import written

MARKUP = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def pdf(document: Document, theme: Theme, compiled: BytecodeCache | None = None) -> bytes:
    """The report as PDF/UA-1 and PDF/A-3a; raises Faults for anything the page asks for and cannot have."""
    markup, where = page(document, theme, compiled, screen=False), theme.templates[PAGE].where.path
    refuse(unprintable(" ".join(visible(markup, document)), _faces(theme, document), where))
    with collected() as records, without_gc():
        made = _printed(document, markup)
    refuse(flaws(records, theme, where, markup))
    return made


def _faces(theme: Theme, document: Document) -> tuple[Face, Face]:
    """The faces of the report's language."""
    language = document.language
    return theme.brand.face("sans", language), theme.brand.face("serif", language)


def visible(markup: str, document: Document) -> Iterator[str]:
    """What a reader sees as text: the page's own, and that of each drawing."""
    yield unescape(MARKUP.sub(" ", markup))
    for section in document.sections:
        for block in every(section.blocks):
            if isinstance(block, Figure):
                yield unescape(MARKUP.sub(" ", block.svg.decode(errors="replace")))


def unprintable(text: str, faces: Sequence[Face], where: str) -> Iterator[Flaw]:
    """The characters of the text that none of the faces has."""
    for sign in missing(text, faces):
        what = f"no font of the page has '{sign}' (U+{ord(sign):04X}), in “{around(sign, text)}”"
        yield Flaw(Where(where), what, "write it otherwise")


class DataOnly(URLFetcher):  # type: ignore[misc]  # weasyprint ships no types
    """Fetches what stands in the page itself, and nothing else."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False)


def _printed(document: Document, markup: str) -> bytes:
    source, files = HTML(string=markup, url_fetcher=DataOnly()), attachments(document)
    with recorded() as boxes, catch_warnings():
        filterwarnings("ignore", "unclosed file .*icc", ResourceWarning)  # WeasyPrint's own colour profile

        def finisher(_pages: object, pdf: Any) -> None:
            finish(pdf, boxes)
            identify(pdf)
            associate(pdf, files, dict(figures(pdf, boxes)), document.published)
            written(pdf)

        made: bytes = source.write_pdf(
            pdf_variant=VARIANT,
            finisher=finisher,
            font_config=fonts(),
            attachments=list(enclosed(files, document.published)),
        )
    return unmistakable(made)


@contextmanager
def without_gc() -> Iterator[None]:
    """Layout makes millions of objects that live to its end: looking for cycles is a third of its time.

    They stay in the youngest generation, where the first look afterwards finds them: frozen and let loose
    again they were the oldest, at which nobody looks, and a worker held twice the memory.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

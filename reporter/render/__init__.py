"""Renderers: a document and a theme become the bytes of one format."""

from typing import Protocol

from jinja2 import BytecodeCache

from reporter.model.document import Document
from reporter.model.theme import Theme
from reporter.render.html import html


class Renderer(Protocol):
    """Makes the bytes; compiled: where templates are kept as Jinja compiled them."""

    def __call__(self, document: Document, theme: Theme, compiled: BytecodeCache | None = None) -> bytes: ...


def _pdf(document: Document, theme: Theme, compiled: BytecodeCache | None = None) -> bytes:
    """The report as PDF/UA-1 and PDF/A-3a."""
    from reporter.render.pdf import pdf  # WeasyPrint takes long to load, and only paper needs it

    return pdf(document, theme, compiled)


RENDERERS: dict[str, Renderer] = {"html": html, "pdf": _pdf}

"""Renderers: a document and a theme become the bytes of one format."""

from collections.abc import Callable

from reporter.model.document import Document
from reporter.model.theme import Theme
from reporter.render.html import html


def _pdf(document: Document, theme: Theme) -> bytes:
    """The report as PDF/UA-1 and PDF/A-3a."""
    from reporter.render.pdf import pdf  # WeasyPrint takes long to load, and only paper needs it

    return pdf(document, theme)


RENDERERS: dict[str, Callable[[Document, Theme], bytes]] = {"html": html, "pdf": _pdf}

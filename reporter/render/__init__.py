"""Renderers: a document and a theme become the bytes of one format."""

from collections.abc import Callable

from reporter.model.document import Document, Theme
from reporter.render.html import html
from reporter.render.pdf import pdf

RENDERERS: dict[str, Callable[[Document, Theme], bytes]] = {"html": html, "pdf": pdf}

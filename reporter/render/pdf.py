"""Document, Theme → a tagged PDF (PDF/UA-1), the same bytes each time, or Faults: never a hole in a page."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import unescape
from typing import Any

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from reporter.errors import Flaw, Where, refuse
from reporter.model.brand import Brand
from reporter.model.document import Document, Figure
from reporter.model.theme import Theme
from reporter.render.glyphs import around, missing
from reporter.render.html import PAGE, page
from reporter.render.noise import collected, flaws
from reporter.render.places import every

VARIANT = "pdf/ua-1"
MARKUP = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def pdf(document: Document, theme: Theme) -> bytes:
    """The report as PDF/UA-1; raises Faults for anything the page asks for and cannot have."""
    markup, where = page(document, theme, screen=False), theme.templates[PAGE].where.path
    refuse(unprintable(" ".join(visible(markup, document)), theme.brand, where))
    with collected() as records, without_gc():
        made = _printed(markup)
    refuse(flaws(records, theme, where, markup))
    return made


def visible(markup: str, document: Document) -> Iterator[str]:
    """What a reader sees as text: the page's own, and that of each drawing."""
    yield unescape(MARKUP.sub(" ", markup))
    for section in document.sections:
        for block in every(section.blocks):
            if isinstance(block, Figure):
                yield unescape(MARKUP.sub(" ", block.svg.decode(errors="replace")))


def unprintable(text: str, brand: Brand, where: str) -> Iterator[Flaw]:
    """The characters of the text that no face of the brand has."""
    for sign in missing(text, [*brand.sans, *brand.serif]):
        what = f"no font of the page has '{sign}' (U+{ord(sign):04X}), in “{around(sign, text)}”"
        yield Flaw(Where(where), what, "write it otherwise")


def add_scope(_document: object, pdf: Any) -> None:
    """Gives every head cell its /Scope: Column in the head of a table, else Row.

    /Headers go, since WeasyPrint counts them wrongly below a cell that spans rows; the scope says the same.
    """
    objects: list[Any] = [thing for thing in pdf.objects if isinstance(thing, dict) and "S" in thing]
    elements = {thing.number: thing for thing in objects}
    for element in objects:
        if element["S"] == "/TH":
            rows = _parent(_parent(element, elements), elements)
            element["A"]["Scope"] = "/Column" if rows["S"] == "/THead" else "/Row"
        elif element["S"] == "/TD":
            element["A"].pop("Headers", None)


def _parent(element: Any, elements: dict[int, Any]) -> Any:
    reference = element["P"]
    return elements[int(bytes(reference).split()[0])]


class DataOnly(URLFetcher):  # type: ignore[misc]  # weasyprint ships no types
    """Fetches what stands in the page itself, and nothing else."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False)


def _printed(markup: str) -> bytes:
    source = HTML(string=markup, url_fetcher=DataOnly())
    made: bytes = source.write_pdf(pdf_variant=VARIANT, finisher=add_scope, font_config=_fonts())
    return made


@cache
def _fonts() -> FontConfiguration:
    """One for all reports of a process: a new one each costs time and is never given back."""
    return FontConfiguration()


@contextmanager
def without_gc() -> Iterator[None]:
    """Layout makes millions of objects that live to its end: looking for cycles is a third of its time."""
    was_on = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()

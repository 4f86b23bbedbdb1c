"""A printed PDF as its reader sees it: what stands where on a page, and as what, in mm from the top left."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 297.0, 19.0, 275.0, 18.0, 192.0
"""The page and its text area."""


@dataclass(frozen=True)
class Mark:
    """Text or a drawing: its tags from the outermost in, and the box it fills."""

    tags: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """The marks of a page that are tagged, which its furniture is not, and the line at its foot."""

    number: int
    marks: tuple[Mark, ...]
    foot: str

    @property
    def fill(self) -> float:
        """The share of the text area down to the last mark; 0 on a blank page."""
        return max(((m.bottom - TOP) / (BOTTOM - TOP) for m in self.marks), default=0.0)

    @property
    def last(self) -> tuple[str, ...]:
        """The tags of what stands lowest."""
        return max(self.marks, key=lambda m: m.bottom).tags if self.marks else ()

    def outside(self, slack: float = 0.5) -> list[Mark]:
        """What reaches out of the text area by more than so many mm."""
        return [
            m
            for m in self.marks
            if m.left < LEFT - slack
            or m.right > RIGHT + slack
            or m.top < TOP - slack
            or m.bottom > BOTTOM + slack
        ]


@dataclass(frozen=True)
class Start:
    """Where a heading stands: its page, and how far from the top."""

    title: str
    page: int
    top: float


def pages(pdf: bytes) -> list[Page]:
    """The pages in their order."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [_page(opened[n], n + 1) for n in range(len(opened))]


def starts(pdf: bytes) -> list[Start]:
    """The headings of the outline, in their order."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [
            Start(mark.get_title(), where.get_index() + 1, HEIGHT - where.get_view()[1][1] / MM)
            for mark in opened.get_toc()
            for where in [mark.get_dest()]
        ]


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    tags = _tags(page)
    found = (
        (tags.get(pdfium.FPDFPageObj_GetMarkedContentID(one.raw)), one.get_bounds())
        for one in page.get_objects(max_depth=1)
    )
    marks = tuple(
        Mark(tag, left / MM, HEIGHT - top / MM, right / MM, HEIGHT - bottom / MM)
        for tag, (left, bottom, right, top) in found
        if tag
    )
    text = page.get_textpage()
    return Page(
        number, marks, " ".join(text.get_text_bounded(0, 0, 210 * MM, (HEIGHT - BOTTOM - 1) * MM).split())
    )


def _tags(page: pypdfium2.PdfPage) -> dict[int, tuple[str, ...]]:
    """The tags of each piece of marked content by its number."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    roots = (
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, n)
        for n in range(pdfium.FPDF_StructTree_CountChildren(tree))
    )
    found = {number: tags for root in roots for number, tags in _inside(root, ())}
    pdfium.FPDF_StructTree_Close(tree)
    return found


def _inside(element: object, above: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The numbers of the marked content in an element and below it, each with its tags."""
    tags = (*above, _type(element))
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield from _inside(child, tags)
        elif (number := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n)) >= 0:
            yield number, tags


def _type(element: object) -> str:
    buffer = ctypes.create_string_buffer(64)
    length = pdfium.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: length - 2].decode("utf-16-le")

"""What holds for every page of every edition: a rule names the pages that break it, if any do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporter.model.document import Document, Section
from tests.pages.paper import Page, Start, pages, starts

LEAST = 0.2
HEADS = {"H1", "H2", "H3", "Caption"}
FIRST = 40.0  # mm from the top: the heading of a section above this begins the page


@dataclass(frozen=True)
class Edition:
    """A printed edition: what it was made from, its pages, and where its headings stand."""

    document: Document
    pages: Sequence[Page]
    starts: Sequence[Start]

    @property
    def sections(self) -> Iterator[tuple[Start, Section]]:
        """Every section but the cover, which has no bookmark, with its heading."""
        return zip(self.starts, [s for s in self.document.sections if s.look != "cover"], strict=True)


def edition(document: Document, pdf: bytes) -> Edition:
    """The edition that the PDF is of."""
    return Edition(document, pages(pdf), starts(pdf))


def nearly_empty(e: Edition) -> list[int]:
    """Pages filled less than a fifth, but for the last and the blank."""
    return [p.number for p in e.pages[:-1] if p.marks and p.fill < LEAST]


def blank(e: Edition) -> list[int]:
    """Blank pages but those that let a profile begin on a left page."""
    spreads = {start.page for start, section in e.sections if section.look == "spread"}
    return [p.number for p in e.pages if not p.marks and p.number + 1 not in spreads]


def headed_last(e: Edition) -> list[int]:
    """Pages that end in a heading, or in the head of a figure or table."""
    return [p.number for p in e.pages if HEADS & set(p.last)]


def overfull(e: Edition) -> list[int]:
    """Pages with a mark outside the text area; the cover fills its page."""
    return [p.number for p in e.pages[1:] if p.outside()]


def unpaired(e: Edition) -> list[str]:
    """Profiles that are not two facing pages, the left one first."""
    return [
        left.title
        for (left, section), (right, _) in pairwise(e.sections)
        if section.look == "spread" and (left.page % 2 or right.page != left.page + 1)
    ]


def misnumbered(e: Edition) -> list[str]:
    """Lines at the foot that are not number and section on a left page, report and number on a right one."""
    begins = [(start.page + (start.top > FIRST and s.look != "opener"), s) for start, s in e.sections]
    wrong = []
    for page in (p for p in e.pages[1:] if p.marks):
        number, before = page.number, [s.kicker for first, s in begins if first <= page.number]
        foot = f"{e.document.report} {number}" if number % 2 else f"{number} {before[-1]}"
        if page.foot != " ".join(foot.split()):
            wrong.append(page.foot)
    return wrong


RULES = (nearly_empty, blank, headed_last, overfull, unpaired, misnumbered)

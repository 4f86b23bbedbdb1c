"""Small grey pictures of pages, and how far two of them are apart."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

DPI, LEVEL = 40, 17  # dots an inch; from one of sixteen greys to the next
BLUR, FAINT = DPI / 25.4, 20.0  # dots in 1 mm; the ink, of 255, below which a difference counts for less
MEAN, MOST = 0.06, 0.5
"""What is allowed over the page on average, and at any one dot.

A page that lies 0.3 mm lower and further right, more than what other releases of Pango and FreeType make of
the same fonts, is apart by 0.04 and 0.46; one on which a single line stands 3 mm lower, by 0.56 and more.
"""

Picture = NDArray[np.uint8]


class Apart(NamedTuple):
    """How far two pictures are apart: 0 for the same, 1 where one has ink and the other none."""

    mean: float
    most: float

    @property
    def same(self) -> bool:
        """Whether both lie within what is allowed."""
        return self.mean <= MEAN and self.most <= MOST


def picture(pdf: pypdfium2.PdfDocument, number: int) -> Picture:
    """A page as rows of greys, 0 black to 255 white."""
    drawn = pdf[number - 1].render(scale=DPI / 72, grayscale=True).to_numpy()
    return (np.round(drawn.reshape(drawn.shape[:2]) / LEVEL) * LEVEL).astype(np.uint8)


def apart(one: Picture, other: Picture) -> Apart:
    """The difference of the blurred ink, as a share of the greater of both."""
    if one.shape != other.shape:
        return Apart(1.0, 1.0)
    a, b = (gaussian_filter(_ink(p), BLUR) for p in (one, other))
    shares = np.abs(a - b) / (np.maximum(a, b) + FAINT)
    return Apart(float(shares.mean()), float(shares.max()))


def _ink(page: Picture) -> NDArray[np.float64]:
    """How far each dot is from its row's ground, the grey that most of the row has."""
    ground = np.array([np.bincount(row).argmax() for row in page])
    return np.abs(page.astype(float) - ground[:, None])


def blocks(page: Picture, tall: int = 4) -> Iterator[tuple[int, int]]:
    """The first row of each line of text or drawing and the one below it; without hairlines and the foot."""
    inked = np.ptp(page.astype(int), axis=1) > 2 * LEVEL
    edges = np.flatnonzero(np.diff(inked)) + 1
    for top, bottom in itertools.pairwise(edges):
        if inked[top] and bottom - top >= tall and bottom < 0.9 * len(page):
            yield int(top), int(bottom)


def lowered(page: Picture, block: tuple[int, int], mm: float) -> Picture:
    """The page with one block so many mm lower."""
    (top, bottom), step = block, round(mm * DPI / 25.4)
    moved = page.copy()
    moved[top:bottom] = page[top - 1]
    moved[top + step : bottom + step] = page[top:bottom]
    return moved

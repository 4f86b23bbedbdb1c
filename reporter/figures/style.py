"""What a chart is drawn with: roles for colours, which the brand fills, sizes, line widths, lettering.

A chart names a role, `ink` or `region-1-fill`, as the page's style sheet does; `paint` is its colour. So page
and chart cannot part, and templates/brand.yaml is the only file that sets a colour.
A region has a hue by its position in the study, a dimension a shade by its own; all else is ink or grey.
A chart is drawn at the size it is printed, in points: 7.5 pt in a chart is 7.5 pt in the book.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path

import matplotlib as mpl
from fontTools.ttLib import TTFont
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path

from reporter.figures.drawing.lean import lean
from reporter.methods import colour
from reporter.model.brand import Brand, Face

MM = 72 / 25.4


def cols(n: int) -> float:
    """Width in mm of n of the page's twelve columns."""
    return round(n * 9.9167 + (n - 1) * 5, 2)


C4, C5, C6, C7, C8, C12 = (cols(n) for n in (4, 5, 6, 7, 8, 12))

INK, TEXT2, RULE, TINT, PAPER = "ink", "text-2", "rule", "tint", "paper"
BLACK, READABLE = "#000000", 4.5
FIELD, FIELD_RULE, ON_FIELD2 = "field", "field-rule", "on-field-2"
CONTEXT, ACCENT = "context", "accent"
SHADES = ("dimension-1", "dimension-2", "dimension-3")

SMALL, LABEL, VALUE, LARGE = 7.0, 7.5, 9.0, 12.0
HAIR, THIN, MEAN, LINE, FOCUS, COVER = 0.5, 0.8, 1.0, 1.4, 2.2, 2.4
PALE, BAR, SHADOW, DASHES = 0.35, 0.62, 0.16, (4.0, 2.0)
MARK, MARK_LARGE, RING, EDGE = 5.0, 7.0, 4.0, 0.7


@dataclass(frozen=True)
class Hue:
    """How a region is drawn: the roles of fill, text and hue on the dark field, the marker of its last
    point.
    """

    fill: str
    text: str
    field: str
    marker: str


HUES = tuple(
    Hue(f"region-{n}-fill", f"region-{n}", f"region-{n}-field", marker) for n, marker in enumerate("osD", 1)
)
GREY = Hue(CONTEXT, TEXT2, ON_FIELD2, "o")
MEAN_HUE = Hue(INK, INK, PAPER, "o")
LEADER, CHOSEN = HUES[0], HUES[2]


def hues(members: Sequence[str], *, focus: str | None = None, leader: str | None = None) -> dict[str, Hue]:
    """A hue for each of three regions, grey beside a focus; among more, for leader and focus alone."""
    if len(members) <= len(HUES):
        own = dict(zip(members, HUES, strict=False))
        return {
            r: h if focus in (None, r) else Hue(GREY.fill, GREY.text, GREY.field, h.marker)
            for r, h in own.items()
        }
    return {r: CHOSEN if r == focus else LEADER if r == leader else GREY for r in members}


_BRAND: ContextVar[Brand] = ContextVar("brand")
_LANGUAGE: ContextVar[str] = ContextVar("language")


@contextmanager
def branded(brand: Brand, language: str, folder: Path) -> Iterator[None]:
    """Inside, charts are drawn in the brand, lettered as the language is; `folder` keeps its faces as
    matplotlib can read them.
    """
    _use(brand.face("sans", language), folder)
    before, spoken = _BRAND.set(brand), _LANGUAGE.set(language)
    try:
        yield
    finally:
        _BRAND.reset(before)
        _LANGUAGE.reset(spoken)


def paint(role: str) -> str:
    """The colour of a role in the brand; a colour is its own."""
    return _BRAND.get().colours.get(role, role)


def shade(position: int) -> str:
    """The fill of a dimension; a fourth one begins again."""
    return SHADES[position % len(SHADES)]


def ladder(count: int) -> list[str]:
    """So many greys from light to dark, as far apart as can be."""
    ends = paint(SHADES[-1]), paint(SHADES[0])
    return [colour.between(ends, k / max(count - 1, 1)) for k in range(count)]


def heat(share: float) -> str:
    """The fill of a heat map's cell: palest at 0, deepest at 1, its lightness falling all the way."""
    return colour.between(_BRAND.get().heat, share)


def correlation(r: float) -> str:
    """The fill of a correlation: palest at 0, towards 1 as in a heat map, towards −1 the other way."""
    brand = _BRAND.get()
    return colour.between(brand.heat if r >= 0 else brand.against, abs(r))


def on(fill: str) -> str:
    """What reads on the fill at 4.5 : 1 or better: ink, paper, or black where neither does."""
    return next((letters for letters in (INK, PAPER) if contrast(letters, fill) >= READABLE), BLACK)


def contrast(one: str, other: str) -> float:
    """How two roles or colours stand against each other, 1–21."""
    return colour.contrast(paint(one), paint(other))


@cache
def _use(face: Face, folder: Path) -> None:
    """Gives matplotlib a face of its own; of a collection it would see only the first, the Japanese."""
    folder.mkdir(parents=True, exist_ok=True)
    for weight, place in (("Regular", face.regular), ("Bold", face.bold)):
        path, _, number = place.rpartition("|")
        file = folder / f"{face.family.replace(' ', '')}-{weight}.otf"
        if not file.exists() or file.stat().st_mtime < Path(path).stat().st_mtime:
            part = file.with_suffix(f".{os.getpid()}")
            TTFont(path, fontNumber=int(number), recalcTimestamp=False).save(part)
            part.replace(file)
        fontManager.addfont(file)


def font(size: float, bold: bool = False) -> FontProperties:
    """The face of all lettering."""
    return _font(_stack()[0], size, bold)


def _font(family: str, size: float, bold: bool) -> FontProperties:
    return FontProperties(family=family, size=size, weight="bold" if bold else "normal")


def extent(text: str, size: float, bold: bool = False) -> float:
    """The printed width of a text in points."""
    return _extent(_stack()[0], text, size, bold)


@lru_cache(100_000)
def _extent(family: str, text: str, size: float, bold: bool) -> float:
    width, _, _ = text_to_path.get_text_width_height_descent(text, _font(family, size, bold), False)
    return float(width)


def blank(width: float, height: float) -> Figure:
    """An empty drawing of width × height mm, measured in points."""
    return Figure(figsize=(width / 25.4, height / 25.4), dpi=72, facecolor="none", frameon=False)


def svg(figure: Figure) -> bytes:
    """The drawing, the same bytes every time, its letters as text, with a face for every system."""
    out = StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "reporter"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    stack = ", ".join(map(_quoted, _stack()))
    return lean(out.getvalue().replace(_quoted(_stack()[0]), stack)).encode()


def _stack() -> tuple[str, ...]:
    """The families of all lettering, that of this machine first."""
    return _BRAND.get().stack("sans", _LANGUAGE.get())


def _quoted(family: str) -> str:
    """A family as matplotlib writes it: the general ones, sans-serif or serif, without quotes."""
    return family if family in ("sans-serif", "serif") else f"'{family}'"

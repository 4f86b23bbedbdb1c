"""The only file that sets a colour, a font or a line width; the page takes its colours from here too.

A region has a hue by its position in the study, a dimension a shade by its own; all else is ink or grey.
A chart is drawn at the size it is printed, in points: 7.5 pt in a chart is 7.5 pt in the book.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path

import matplotlib as mpl
from fontTools.ttLib import TTFont
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path

from reporter.errors import Faults, Flaw, Where
from reporter.figures.drawing.lean import lean

MM = 72 / 25.4


def cols(n: int) -> float:
    """Width in mm of n of the page's twelve columns."""
    return round(n * 9.9167 + (n - 1) * 5, 2)


C4, C5, C6, C7, C8, C12 = (cols(n) for n in (4, 5, 6, 7, 8, 12))

INK, TEXT2, RULE, TINT, PAPER = "#15202B", "#55606B", "#C9CED3", "#F1F3F5", "#FFFFFF"
BLACK, READABLE = "#000000", 4.5
FIELD, FIELD_RULE, ON_FIELD2 = "#0B2E4A", "#4A6A85", "#B3C4D2"
CONTEXT, ACCENT = "#9AA5AF", "#A83C14"
SHADES = ("#33414E", "#8593A0", "#CBD3DA")
HEAT = ("#FFFFFF", "#DCE6EE", "#9DB9D0", "#4F7FA8", "#0F4C81")
AGAINST = ("#FFFFFF", "#F3E0D8", "#E0AF9A", "#C4714F", "#A83C14")

FAMILY = "Noto Sans CJK SC"
STACK = (
    FAMILY,
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Source Sans 3",
    "sans-serif",
)
SMALL, LABEL, VALUE, LARGE = 7.0, 7.5, 9.0, 12.0
HAIR, THIN, MEAN, LINE, FOCUS, COVER = 0.5, 0.8, 1.0, 1.4, 2.2, 2.4
PALE, BAR, DASHES = 0.35, 0.62, (4.0, 2.0)
MARK, MARK_LARGE, RING, EDGE = 5.0, 7.0, 4.0, 0.7


@dataclass(frozen=True)
class Hue:
    """How a region is drawn: fill, text, hue on the dark field, the marker of its last point."""

    fill: str
    text: str
    field: str
    marker: str


HUES = (
    Hue("#0F4C81", "#0F4C81", "#FFFFFF", "o"),
    Hue("#2FA39A", "#17766F", "#7FD1C8", "s"),
    Hue("#B9441A", "#A83C14", "#FF9B6A", "D"),
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


def shade(position: int) -> str:
    """The fill of a dimension; a fourth one begins again."""
    return SHADES[position % len(SHADES)]


def heat(share: float) -> str:
    """The fill of a heat map's cell: white at 0, the deepest blue at 1, its lightness falling all the way."""
    return _between(HEAT, share)


def correlation(r: float) -> str:
    """The fill of a correlation: white at 0, blue towards 1, rust towards −1."""
    return _between(HEAT if r >= 0 else AGAINST, abs(r))


def _between(fills: Sequence[str], share: float) -> str:
    at = min(max(share, 0.0), 1.0) * (len(fills) - 1)
    k = min(int(at), len(fills) - 2)
    low, high = to_rgb(fills[k]), to_rgb(fills[k + 1])
    red, green, blue = (a + (b - a) * (at - k) for a, b in zip(low, high, strict=True))
    return to_hex((red, green, blue))


def on(fill: str) -> str:
    """What reads on the fill at 4.5 : 1 or better: ink, paper, or black where neither does."""
    return next((letters for letters in (INK, PAPER) if contrast(letters, fill) >= READABLE), BLACK)


def contrast(one: str, other: str) -> float:
    """How two colours stand against each other, 1–21 (WCAG 2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = ((c / 12.92) if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens() -> str:
    """The colours as CSS variables, so that page and chart cannot part."""
    pairs = {
        "ink": INK,
        "text-2": TEXT2,
        "rule": RULE,
        "tint": TINT,
        "paper": PAPER,
        "field": FIELD,
        "field-rule": FIELD_RULE,
        "on-field-2": ON_FIELD2,
        "accent": ACCENT,
        "context": CONTEXT,
    }
    pairs |= {f"region-{n}": h.text for n, h in enumerate(HUES, 1)}
    pairs |= {f"region-{n}-fill": h.fill for n, h in enumerate(HUES, 1)}
    pairs |= {f"region-{n}-field": h.field for n, h in enumerate(HUES, 1)}
    pairs |= {f"dimension-{n}": fill for n, fill in enumerate(SHADES, 1)}
    return "html {\n" + "".join(f"  --{name}: {colour};\n" for name, colour in pairs.items()) + "}\n"


@cache
def use_fonts(folder: Path) -> None:
    """Gives matplotlib the Simplified Chinese faces; of a collection it sees only the first, the Japanese."""
    folder.mkdir(parents=True, exist_ok=True)
    for weight, code in (("Regular", 80), ("Bold", 200)):
        path, number = _installed(code)
        face = folder / f"NotoSansCJKsc-{weight}.otf"
        if not face.exists() or face.stat().st_mtime < Path(path).stat().st_mtime:
            part = face.with_suffix(f".{os.getpid()}")
            TTFont(path, fontNumber=number, recalcTimestamp=False).save(part)
            part.replace(face)
        fontManager.addfont(face)
    extent.cache_clear()


def _installed(weight: int) -> tuple[str, int]:
    """File and number of a face as fontconfig knows it; a fault where it has another family only."""
    asked = ["fc-match", "-f", "%{family}\n%{file}|%{index}", f"{FAMILY}:weight={weight}"]
    try:
        family, _, file = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.partition(
            "\n"
        )
    except (FileNotFoundError, subprocess.CalledProcessError):
        family, file = "", ""
    if FAMILY not in family.split(","):
        mend = "on Debian and Ubuntu: apt-get install fonts-noto-cjk"
        raise Faults([Flaw(Where("fonts"), f"the charts' font '{FAMILY}' is not installed", mend)])
    path, _, number = file.rpartition("|")
    return path, int(number)


def font(size: float, bold: bool = False) -> FontProperties:
    """The face of all lettering."""
    return FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")


@cache
def extent(text: str, size: float, bold: bool = False) -> float:
    """The printed width of a text in points."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, font(size, bold), False)
    return float(width)


def blank(width: float, height: float) -> Figure:
    """An empty drawing of width × height mm, measured in points."""
    return Figure(figsize=(width / 25.4, height / 25.4), dpi=72, facecolor="none", frameon=False)


def svg(figure: Figure) -> bytes:
    """The drawing, the same bytes every time, its letters as text, with a face for every system."""
    out = StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "reporter"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    stack = ", ".join(f"'{name}'" if " " in name else name for name in STACK)
    return lean(out.getvalue().replace(f"'{FAMILY}'", stack)).encode()

"""Draws one example of every figure, of a real study, into docs/gallery/: python tools/gallery.py [NAME …]"""

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from PIL import Image
from weasyprint import HTML

from reporter import pipeline
from reporter.config import find_workspace, read_theme, read_words
from reporter.figures import FIGURES, style
from reporter.model.assessment import Assessment
from reporter.model.words import Words

ROOT = Path(__file__).parents[1]
OUT, DPI, MARGIN, SHADES = ROOT / "docs" / "gallery", 92, 2, 128  # MARGIN in mm; SHADES: colours of a picture
BTH, BOHAI, CHINA = ("bth", "2022"), ("bohai", "2022"), ("china", "2023")


class Example(NamedTuple):
    """A figure's study and period, and the options it is drawn with."""

    study: tuple[str, str]
    options: Mapping[str, Any] = {}


EXAMPLES: dict[str, Example] = {
    "cover": Example(BTH),
    "series": Example(BTH),
    "panels": Example(BTH),
    "gap": Example(BTH),
    "parts": Example(BTH),
    "moved": Example(BTH, {"region": "Hebei"}),
    "heat": Example(BTH),
    "slope": Example(BTH),
    "drawdown": Example(BTH),
    "dumbbell": Example(BTH, {"focus": "Hebei"}),
    "profile": Example(BTH, {"region": "Hebei"}),
    "columns": Example(BTH, {"region": "Tianjin", "indicator": "hitech_industry_enterprises"}),
    "lines": Example(BTH, {"dimension": "output"}),
    "indicators": Example(BTH, {"dimension": "output"}),
    "long": Example(BTH),
    "ranking": Example(CHINA),
    "tiles": Example(CHINA),
    "bump": Example(CHINA),
    "frontier": Example(CHINA),
    "standings": Example(CHINA),
    "caterpillar": Example(BTH),
    "conclusions": Example(BTH),
    "sensitivity": Example(BTH),
    "correlations": Example(BTH),
    "key": Example(BTH),
    "equation": Example(BTH),
    "behind": Example(BTH, {"finding": "gap.I.Hebei"}),
    "waterfall": Example(BTH, {"region": "Hebei"}),
    "lollipop": Example(CHINA, {"code": "I2", "ends": 5}),
    "band": Example(CHINA, {"region": "Anhui"}),
    "box": Example(CHINA, {"region": "Anhui"}),
    "radar": Example(BOHAI, {"region": "Hebei"}),
    "stages": Example(BTH, {"index": "stages"}),
    "theil": Example(BOHAI, {"index": "disparity_rd"}),
    "lorenz": Example(CHINA, {"index": "disparity_rd"}),
}


@cache
def edition(study: str, period: str) -> tuple[Assessment, Words]:
    """The study assessed, and the English words that know it."""
    workspace = find_workspace(ROOT)
    inputs = pipeline.read(workspace, study)
    made = pipeline.assess(inputs, period)
    words = pipeline.words_for(inputs.study, read_words(workspace, "en"))
    return made, words.on(made.main.scale, made.main.zero)


def picture(name: str) -> bytes:
    """The example as a PNG of few colours."""
    example = EXAMPLES[name]
    drawn = FIGURES[name](*edition(*example.study), **example.options)
    ground = style.paint(style.FIELD if name == "cover" else style.PAPER)
    width, height = (f"{side + 2 * MARGIN:.2f}mm" for side in (drawn.width or 90, drawn.height or 14))
    page_css = f"@page {{size: {width} {height}; margin: {MARGIN}mm; background: {ground}}}"
    css = page_css + " body {margin: 0} svg {display: block}"
    page = HTML(string=f"<style>{css}</style>{drawn.svg.decode()}").write_pdf()
    image = pypdfium2.PdfDocument(page)[0].render(scale=DPI / 72).to_pil()
    out = BytesIO()
    image.convert("RGB").quantize(SHADES, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main(names: Sequence[str]) -> None:
    """Draws the figures named, all unless any is."""
    OUT.mkdir(exist_ok=True)
    theme = read_theme(find_workspace(ROOT))
    with style.branded(theme.brand, "en", theme.faces):
        for name in names or EXAMPLES:
            made = picture(name)
            (OUT / f"{name}.png").write_bytes(made)
            print(f"{name}: {len(made) / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])

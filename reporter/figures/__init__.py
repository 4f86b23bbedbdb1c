"""Assessment, Words → Figure: one file a chart, one line in this table; `style` has the colours and fonts."""

from collections.abc import Callable

from reporter.figures.band import band
from reporter.figures.behind import behind
from reporter.figures.box import box
from reporter.figures.bump import bump
from reporter.figures.caterpillar import caterpillar
from reporter.figures.columns import columns
from reporter.figures.conclusions import conclusions
from reporter.figures.correlations import correlations
from reporter.figures.cover import cover
from reporter.figures.drawdown import drawdown
from reporter.figures.drawing.formula import formula
from reporter.figures.dumbbell import dumbbell
from reporter.figures.equation import equation
from reporter.figures.frontier import frontier
from reporter.figures.gap import gap
from reporter.figures.heat import heat
from reporter.figures.indicators import indicators
from reporter.figures.key import key
from reporter.figures.lines import lines
from reporter.figures.lollipop import lollipop
from reporter.figures.long import long
from reporter.figures.lorenz import lorenz
from reporter.figures.moved import moved
from reporter.figures.panels import panels
from reporter.figures.parts import parts
from reporter.figures.profile import profile
from reporter.figures.radar import radar
from reporter.figures.ranking import ranking
from reporter.figures.sensitivity import sensitivity
from reporter.figures.series import series
from reporter.figures.slope import slope
from reporter.figures.stages import stages
from reporter.figures.standings import standings
from reporter.figures.theil import theil
from reporter.figures.tiles import tiles
from reporter.figures.waterfall import waterfall
from reporter.model.document import Figure

FIGURES: dict[str, Callable[..., Figure]] = {
    "cover": cover,
    "series": series,
    "panels": panels,
    "gap": gap,
    "parts": parts,
    "moved": moved,
    "heat": heat,
    "slope": slope,
    "drawdown": drawdown,
    "dumbbell": dumbbell,
    "profile": profile,
    "columns": columns,
    "lines": lines,
    "indicators": indicators,
    "long": long,
    "ranking": ranking,
    "tiles": tiles,
    "bump": bump,
    "frontier": frontier,
    "standings": standings,
    "caterpillar": caterpillar,
    "conclusions": conclusions,
    "sensitivity": sensitivity,
    "correlations": correlations,
    "key": key,
    "equation": equation,
    "behind": behind,
    "waterfall": waterfall,
    "lollipop": lollipop,
    "band": band,
    "box": box,
    "radar": radar,
    "stages": stages,
    "theil": theil,
    "lorenz": lorenz,
}

__all__ = ["FIGURES", "formula"]

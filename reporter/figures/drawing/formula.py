"""A formula as outlines."""

import matplotlib as mpl
from matplotlib.patches import PathPatch
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from reporter.figures import style as s

PAD = 1.5


def formula(tex: str, *, size: float = 11.5) -> bytes:
    """The formula drawn without any text, so that it needs no font; its reading belongs in the alt text."""
    with mpl.rc_context({"mathtext.fontset": "stix"}):
        path = TextPath((0, 0), f"${tex}$", size=size)
    box = path.get_extents()
    figure = s.blank((box.width + 2 * PAD) / s.MM, (box.height + 2 * PAD) / s.MM)
    shift = Affine2D().translate(PAD - box.x0, PAD - box.y0)
    figure.add_artist(PathPatch(path, color=s.paint(s.INK), lw=0, transform=shift))
    return s.svg(figure)

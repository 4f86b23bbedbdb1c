"""The sheet a figure is drawn on, in points from the lower left; it knows where its lettering lies."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from reporter.figures import style as s
from reporter.figures.drawing.place import Box, Point, Segment, path
from reporter.model.screen import HotSpot

Align = Literal["left", "center", "right"]
RISE, DROP, LEADING = 0.9, 0.3, 1.25
BREAK, CUT = "\u200b", "…"
HELD = "，。：；、）》％%!?,.:;)"


@dataclass(frozen=True)
class Face:
    """How a text is set; `colour` is a role of the brand's, as it is wherever a sheet is drawn on."""

    size: float = s.LABEL
    colour: str = s.INK
    bold: bool = False


TICK = Face(s.SMALL, s.TEXT2)
NOTE = Face(s.LABEL, s.INK)
QUIET = Face(s.LABEL, s.TEXT2)
HEAD = Face(s.LABEL, s.INK, True)


@dataclass
class Sheet:
    """A drawing in the making; `taken`: boxes of its lettering, `strokes`: lines that labels keep off,
    `spots`: the marks whose figures a screen tells.
    """

    figure: Figure
    room: Box
    taken: list[Box] = field(default_factory=list)
    strokes: list[Segment] = field(default_factory=list)
    spots: list[HotSpot] = field(default_factory=list)

    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float = s.LINE,
        *,
        dashed: bool = False,
        alpha: float = 1.0,
        under: float = 3.0,
        avoid: bool = False,
    ) -> None:
        """A line through points, broken where one is missing."""
        made = Line2D(
            [x for x, _ in points],
            [y for _, y in points],
            color=s.paint(colour),
            lw=width,
            alpha=alpha,
            zorder=under,
            ls=(0, s.DASHES) if dashed else "-",
            solid_capstyle="round" if alpha == 1 and width > s.HAIR else "butt",
            solid_joinstyle="round",
            transform=IdentityTransform(),
        )
        self.figure.add_artist(made)
        if avoid:
            self.strokes += path(points)

    def mark(
        self,
        at: Point,
        marker: str,
        colour: str,
        size: float = s.MARK,
        *,
        ground: str = s.PAPER,
        ring: bool = False,
    ) -> None:
        """A marker; a ring has the ground inside and stands for what was filled in."""
        diamond = 0.86 if marker == "D" else 1.0
        colour, ground = s.paint(colour), s.paint(ground)
        made = Line2D(
            [at[0]],
            [at[1]],
            ls="none",
            marker=marker,
            ms=size * diamond,
            zorder=5,
            transform=IdentityTransform(),
            mfc=ground if ring else colour,
            mec=colour if ring else ground,
            mew=0.9 if ring else s.EDGE,
        )
        self.figure.add_artist(made)

    def block(
        self, box: Box, colour: str, *, edge: str = "none", alpha: float = 1.0, under: float = 2.0
    ) -> None:
        """A filled rectangle."""
        made = Rectangle(
            (box.left, box.bottom),
            box.width,
            box.height,
            fc=s.paint(colour),
            ec=s.paint(edge),
            lw=s.EDGE,
            alpha=alpha,
            zorder=under,
            transform=IdentityTransform(),
        )
        self.figure.add_artist(made)

    def area(self, points: Sequence[Point], colour: str, *, alpha: float = s.SHADOW) -> None:
        """A filled area, behind all lines."""
        fill, still = s.paint(colour), IdentityTransform()
        made = Polygon(points, fc=fill, ec="none", alpha=alpha, zorder=1, transform=still)
        self.figure.add_artist(made)

    def text(
        self, at: Point, text: str, face: Face = NOTE, *, align: Align = "left", ground: str = ""
    ) -> Box:
        """A line of text whose middle stands at the height given; its box is taken from now on."""
        made = Text(
            at[0],
            at[1] - 0.36 * face.size,
            text,
            color=s.paint(face.colour),
            fontproperties=s.font(face.size, face.bold),
            ha=align,
            va="baseline",
            zorder=6,
            transform=IdentityTransform(),
            parse_math=False,
        )
        self.figure.add_artist(made)
        box = box_of(at, text, face, align)
        if ground:
            self.block(box, ground, under=1.5)
        self.taken.append(box)
        return box

    def lines(self, box: Box, texts: Sequence[str], face: Face = NOTE, *, ground: str = "") -> None:
        """Lines of text from the top left of a box."""
        for k, text in enumerate(texts):
            self.text((box.left, box.top - (0.6 + LEADING * k) * face.size), text, face, ground=ground)

    def upright(self, at: Point, text: str, face: Face = NOTE) -> None:
        """A text that reads upwards from a point."""
        made = Text(
            at[0] + 0.36 * face.size,
            at[1],
            text,
            color=s.paint(face.colour),
            fontproperties=s.font(face.size, face.bold),
            ha="left",
            va="baseline",
            rotation=90,
            rotation_mode="anchor",
            zorder=6,
            transform=IdentityTransform(),
            parse_math=False,
        )
        self.figure.add_artist(made)
        self.taken.append(
            Box(
                at[0] - 0.6 * face.size,
                at[1],
                at[0] + 0.6 * face.size,
                at[1] + s.extent(text, face.size, face.bold),
            )
        )


def sheet(width: float, height: float) -> Sheet:
    """An empty sheet of width × height mm."""
    return Sheet(s.blank(width, height), Box(0, 0, width * s.MM, height * s.MM))


def box_of(at: Point, text: str, face: Face, align: Align = "left") -> Box:
    """The box a line of text takes, its middle standing at the height given."""
    wide = s.extent(text, face.size, face.bold)
    left = at[0] - {"left": 0.0, "center": wide / 2, "right": wide}[align]
    middle = at[1] - 0.36 * face.size
    return Box(left, middle - DROP * face.size, left + wide, middle + RISE * face.size)


def tall(face: Face, lines: int = 1) -> float:
    """The height of so many lines of text."""
    return face.size * (RISE + DROP + LEADING * (lines - 1))


def wide(texts: Sequence[str], face: Face) -> float:
    """The width of the widest of some lines."""
    return max((s.extent(text, face.size, face.bold) for text in texts), default=0.0)


def clipped(text: str, room: float, face: Face) -> str:
    """The text, cut short with a sign for it where it is wider than the room."""
    if s.extent(text, face.size, face.bold) <= room:
        return text
    kept = next(n for n in range(len(text), -1, -1) if wide([text[:n].rstrip() + CUT], face) <= room or not n)
    return text[:kept].rstrip() + CUT


def wrapped(text: str, room: float, face: Face) -> list[str]:
    """The text in as few and even lines as the room asks; broken at zero-width spaces only if it has any."""
    lines = _filled(text, room, face)
    for narrower in range(int(room), int(room / 2), -2):
        tighter = _filled(text, narrower, face)
        if len(tighter) > len(lines) or wide(tighter, face) > narrower:
            break
        lines = tighter
    return lines


def _filled(text: str, room: float, face: Face) -> list[str]:
    lines = [""]
    for part in text.split(BREAK) if BREAK in text else _parts(text):
        if lines[-1] and s.extent((lines[-1] + part).rstrip(), face.size, face.bold) > room:
            lines.append("")
        lines[-1] += part if lines[-1] else part.lstrip()
    return [line.rstrip() for line in lines]


def _parts(text: str) -> list[str]:
    """Where a text may break: after a space, between Chinese signs, never before a stop or in a number."""
    parts: list[str] = []
    for sign in text:
        before = parts[-1][-1] if parts else ""
        if parts and (
            sign in HELD or before in "（《" or (before != " " and not (_han(sign) or _han(before)))
        ):
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts


def _han(sign: str) -> bool:
    return "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"

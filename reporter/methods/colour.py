"""Colours as `#RRGGBB`: how they stand against each other, how light they are in grey, what lies between."""

from collections.abc import Sequence


def contrast(one: str, other: str) -> float:
    """How two colours stand against each other, 1–21 (WCAG 2.2, contrast ratio).

    >>> round(contrast("#000000", "#FFFFFF"), 6)
    21.0
    """
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white) (WCAG 2.2)."""
    red, green, blue = ((c / 12.92) if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightness(colour: str) -> float:
    """How light a colour is once printed in grey: L* of CIE 1976, 0 (black) to 100 (white)."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def between(colours: Sequence[str], share: float) -> str:
    """The colour at a share, 0–1, of the way through two or more colours; beyond the ends, the end."""
    at = min(max(share, 0.0), 1.0) * (len(colours) - 1)
    k = min(int(at), len(colours) - 2)
    mixed = (a + (b - a) * (at - k) for a, b in zip(_parts(colours[k]), _parts(colours[k + 1]), strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def _parts(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, each 0–1."""
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return red, green, blue

"""What of a brand cannot be read on its ground, or not told apart in grey."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from reporter.errors import Flaw, Where
from reporter.methods.colour import contrast, lightness
from reporter.model.brand import TEXT_BLOCK, Brand

Locate = Callable[..., Where]
Pair = tuple[tuple[str, ...], tuple[str, ...], float]

TEXT, AREA, APART, SHADES = 4.5, 3.0, 10.0, 15.0
"""Least contrast of text and of areas on their ground (WCAG 2.2, 1.4.3 and 1.4.11); least steps of L* between
the hues of two regions, and between the shades of two dimensions, which touch."""
SHORTEST = 200.0
"""Height in mm below which a text block holds no profile, table or chart of the report's."""

REGIONS, DIMENSIONS = ("1", "2", "3"), ("1", "2", "3")
PAPER, FIELD = ("colours", "paper"), ("colours", "field")
DARK, DIM = ("colours", "dark", "paper"), ("colours", "dark", "tint")
PAIRS: tuple[Pair, ...] = (
    *((("colours", key), PAPER, TEXT) for key in ("ink", "text_2", "accent")),
    *((("colours", key), ("colours", "tint"), TEXT) for key in ("ink", "text_2")),
    *((("colours", key), FIELD, TEXT) for key in ("paper", "on_field_2")),
    *((("colours", "regions", n, "text"), PAPER, TEXT) for n in REGIONS),
    *((("colours", "regions", n, "field"), FIELD, TEXT) for n in REGIONS),
    *((("colours", "regions", n, "fill"), PAPER, AREA) for n in REGIONS),
    *((("colours", "dark", key), DARK, TEXT) for key in ("ink", "text_2", "accent")),
    *((("colours", "dark", key), DIM, TEXT) for key in ("ink", "text_2")),
    *((("colours", "dark", "regions", n), DARK, TEXT) for n in REGIONS),
)


def brand_flaws(brand: Brand, where: Locate) -> Iterator[Flaw]:
    """Text and areas too faint for their ground, scales that do not darken, a sheet too small."""
    for one, ground, least in PAIRS:
        yield from _faint(brand, one, ground, least, where)
    for name, steps in (("heat", brand.heat), ("against", brand.against)):
        light = [lightness(colour) for colour in steps]
        if any(a <= b for a, b in pairwise(light)):
            told = ", ".join(f"{value:.0f}" for value in light)
            what = f"the lightness of '{name}' runs {told}, and has to fall at each step"
            yield Flaw(where("colours", name), what, "begin with the lightest")
    yield from _small(brand, where)


def _faint(
    brand: Brand, one: tuple[str, ...], ground: tuple[str, ...], least: float, where: Locate
) -> Iterator[Flaw]:
    colour, below = _colour(brand, one), _colour(brand, ground)
    ratio = contrast(colour, below)
    if ratio < least:
        darker = lightness(below) > 50
        told = f"{_name(one)} {colour} on {_name(ground)} {below}"
        what = f"{told} has a contrast of {ratio:.2f} : 1, less than {least:g} : 1"
        yield Flaw(
            _changed(one, ground, where),
            what,
            f"take a {'darker' if darker else 'lighter'} one, or another ground",
        )


def _small(brand: Brand, where: Locate) -> Iterator[Flaw]:
    sheet = brand.sheet
    if sheet.side < 5:
        what = f"a sheet {sheet.width:g} mm wide leaves {sheet.side:g} mm at either side of the columns"
        yield Flaw(where("page", "width"), what, f"take {TEXT_BLOCK + 10:g} or more")
    if (tall := sheet.height - sheet.top - sheet.bottom) < SHORTEST:
        what = f"the page holds {tall:g} mm of text, and needs {SHORTEST:g}"
        yield Flaw(where("page", "height"), what, "take a taller sheet, or smaller margins")


def remarks(brand: Brand, where: Locate) -> Iterator[Flaw]:
    """Hues and shades that a black-and-white printer makes one grey."""
    hues = [("colours", "regions", n, "fill") for n in REGIONS]
    shades = [("colours", "dimensions", n) for n in DIMENSIONS]
    for places, least in ((hues, APART), (shades, SHADES)):
        for one, other in combinations(places, 2):
            steps = abs(lightness(_colour(brand, one)) - lightness(_colour(brand, other)))
            if steps < least:
                told = f"{_name(one)} and {_name(other)} are {steps:.0f} steps of lightness apart"
                yield Flaw(
                    _changed(one, other, where),
                    f"{told}, one grey in print",
                    f"part them by {least:g} steps of L*",
                )


def _changed(one: tuple[str, ...], other: tuple[str, ...], where: Locate) -> Where:
    """Where the colour of a pair stands that the workspace set itself; else of the first."""
    places = where(*one), where(*other)
    return next((place for place in places if place.path == where().path), places[0])


def _colour(brand: Brand, loc: tuple[str, ...]) -> str:
    """The colour that stands at these keys."""
    match loc[1:]:
        case ("dark", *inside):
            return brand.dark[_role(inside)]
        case inside:
            return brand.colours[_role(inside)]


def _role(keys: Sequence[str]) -> str:
    """The role of a colour below paper's keys or the dark page's."""
    match keys:
        case ("regions", number) | ("regions", number, "text"):
            return f"region-{number}"
        case ("regions", number, part):
            return f"region-{number}-{part}"
        case ("dimensions", number):
            return f"dimension-{number}"
    return keys[0].replace("_", "-")


def _name(loc: tuple[str, ...]) -> str:
    return f"'{'.'.join(loc[1:])}'"

"""The brand as the style sheet's variables: what page and charts have in common stands in one place."""

from collections.abc import Iterator

from reporter.model.brand import Brand, Logo, Voice

VOICES: tuple[Voice, ...] = ("sans", "serif")


def tokens(brand: Brand, language: str) -> str:
    """Colours, faces and sheet as CSS variables, and the rules of paper that take no variable."""
    lines = "".join(f"  --{name}: {value};\n" for name, value in _variables(brand, language))
    rules = f"@page {{ size: {brand.sheet.width:g}mm {brand.sheet.height:g}mm; }}\n"
    return f"html {{\n{lines}}}\n{rules}{_foot(brand.logo) if brand.logo and brand.logo.foot else ''}"


def dark_tokens(brand: Brand) -> str:
    """The colours of a page read in the dark, for the same variables."""
    lines = "".join(f"  --{name}: {value};\n" for name, value in brand.dark.items())
    return f"html {{\n{lines}}}\n"


def _variables(brand: Brand, language: str) -> Iterator[tuple[str, str]]:
    yield from brand.colours.items()
    yield "light", brand.colours["paper"]  # what is white in the dark too
    for voice in VOICES:
        yield voice, ", ".join(map(_quoted, brand.stack(voice, language)))
    sheet = brand.sheet
    for name in ("width", "height", "top", "bottom", "side"):
        yield f"page-{name}", f"{getattr(sheet, name):g}mm"


def _quoted(family: str) -> str:
    return f'"{family}"' if " " in family else family


def _foot(logo: Logo) -> str:
    """The logo at the foot of each page, at the inner side; as a ground, since it says nothing new there."""
    ground = f'url("{logo.address}") {{0}} 4mm / auto {min(logo.height, 8):g}mm no-repeat'
    sides = (("left", "right"), ("right", "left"))
    return "".join(
        f'@page :{page} {{ @bottom-{side} {{ content: ""; width: 40mm; '
        f"background: {ground.format(side)}; }} }}\n"
        for page, side in sides
    )

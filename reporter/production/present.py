"""What products are made from, as it stands now: files, rows, words, templates, faces, engines, by name."""

import ctypes
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import reporter
from reporter.config.faces import BOLD, REGULAR, cut
from reporter.config.provenance import ENGINES, version
from reporter.model.theme import Theme
from reporter.model.words import Entry
from reporter.production.trace import ABSENT, Values, digest
from reporter.render.validation import validator

LIBRARIES = {
    "pango": ("libpango-1.0.so.0", "pango_version_string"),
    "harfbuzz": ("libharfbuzz.so.0", "hb_version_string"),
}
BESIDE = (
    "contourpy",
    "cssselect2",
    "lxml",
    "markupsafe",
    "pikepdf",
    "pillow",
    "pydyf",
    "pyphen",
    "scipy",
    "tinycss2",
    "tinyhtml5",
    "xlsxwriter",
)
"""Packages that the engines of the manifest, or we, make bytes with."""
HEAD = 65536
"""Bytes at a font's beginning: there its tables stand with the checksum of each."""


@cache
def engines() -> Values:
    """The versions of Python and of all that bytes depend on, and a fingerprint of this program's code."""
    found = {f"engine {name}": version(name) for name in (*ENGINES, *BESIDE)}
    found |= {f"engine {name}": _library(*said) for name, said in LIBRARIES.items()}
    found |= {"engine fontconfig": _fontconfig(), "engine freetype": _freetype()}
    found["engine page-validation"] = validator() or ABSENT
    return {**found, "engine python": sys.version.split()[0], "program": _code()}


def machine(families: tuple[str, ...]) -> Values:
    """All that bytes depend on of this machine: the engines, the faces of these families."""
    return {**engines(), **faces(families)}


def families(theme: Theme) -> tuple[str, ...]:
    """The families that the theme's brand names."""
    named = (*theme.brand.sans.values(), *theme.brand.serif.values())
    return tuple(dict.fromkeys(face.family for face in named))


def _library(file: str, told: str) -> str:
    try:
        call = getattr(ctypes.CDLL(file), told)
    except (OSError, AttributeError):
        return ABSENT
    call.restype = ctypes.c_char_p
    return str(call().decode())


def _fontconfig() -> str:
    try:
        return str(ctypes.CDLL("libfontconfig.so.1").FcGetVersion())
    except (OSError, AttributeError):
        return ABSENT


def _freetype() -> str:
    parts, opened = [ctypes.c_int() for _ in range(3)], ctypes.c_void_p()
    try:
        library = ctypes.CDLL("libfreetype.so.6")
        if library.FT_Init_FreeType(ctypes.byref(opened)):
            return ABSENT
        library.FT_Library_Version(opened, *map(ctypes.byref, parts))
        library.FT_Done_FreeType(opened)
    except (OSError, AttributeError):
        return ABSENT
    return ".".join(str(part.value) for part in parts)


def _code() -> str:
    root = Path(reporter.__file__).parent
    files = sorted(path for path in root.rglob("*.py"))
    return digest("".join(f"{path.relative_to(root)} {digest(path.read_bytes())}\n" for path in files))


@cache
def faces(families: tuple[str, ...]) -> Values:
    """The files that each family's two cuts stand in, with version, size and checksums; as fontconfig finds
    them.
    """
    weights = {"": REGULAR, ":bold": BOLD}
    return {
        f"face {family}{name}": _face(family, weight)
        for family in families
        for name, weight in weights.items()
    }


def _face(family: str, weight: int) -> str:
    found = cut(family, weight)
    there = Path(found.path) if found else None
    return f"{there.name} {found.version} {_cut(there)}" if found and there and there.is_file() else ABSENT


def _cut(path: Path) -> str:
    """A font file's size and the beginning of a fingerprint of its table of checksums."""
    with path.open("rb") as file:
        return f"{path.stat().st_size} {digest(file.read(HEAD))[:12]}"


def looks(theme: Theme, kind: str) -> Values:
    """The styles, the pictures and the outline, which every page of a kind has."""
    styles = {f"style {name}": digest(style.text) for name, style in theme.styles.items()}
    styles |= {f"script {name}": digest(script.text) for name, script in theme.scripts.items()}
    styles |= {f"picture {name}": digest(address) for name, address in theme.pictures.items()}
    order = "\n".join(styles)
    outline = theme.outlines[kind]
    told = f"{' '.join(outline.sections)} of one region {' '.join(outline.region)}"
    return {**styles, "files of the theme": order, f"outline {kind}": told}


def brand(theme: Theme) -> Values:
    """The brand, which every chart and page has, and the faces it names."""
    voices = {"sans": theme.brand.sans, "serif": theme.brand.serif}
    named = {f"{voice} {tongue}": face.family for voice, of in voices.items() for tongue, face in of.items()}
    told = replace(theme.brand, remarks=(), sans={}, serif={})
    return {"brand": digest(repr((told, named))), **faces(families(theme))}


def template(theme: Theme, name: str) -> str:
    """A template's fingerprint."""
    found = theme.templates.get(name)
    return digest(found.text) if found else ABSENT


def sentence(entries: Mapping[str, Entry], key: str) -> str:
    """A sentence's fingerprint."""
    found = entries.get(key)
    return digest(found.text)[:16] if found else ABSENT

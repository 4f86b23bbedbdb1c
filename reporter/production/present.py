"""What products are made from, as it stands now: files, rows, words, templates, faces, engines, by name."""

import ctypes
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from shutil import which

import reporter
from reporter.config.provenance import ENGINES
from reporter.model.theme import Theme
from reporter.model.words import Entry
from reporter.production.trace import ABSENT, Values, digest
from reporter.render.validation import validator

LIBRARIES = {
    "pango": ("libpango-1.0.so.0", "pango_version_string"),
    "harfbuzz": ("libharfbuzz.so.0", "hb_version_string"),
}


@cache
def engines() -> Values:
    """The versions of Python and of all that bytes depend on, and a fingerprint of this program's code."""
    found = {f"engine {name}": version(name) for name in ENGINES}
    found |= {f"engine {name}": _library(*said) for name, said in LIBRARIES.items()}
    found["engine page-validation"] = validator() or ABSENT
    return {**found, "engine python": sys.version.split()[0], "program": _code()}


def _library(file: str, told: str) -> str:
    try:
        call = getattr(ctypes.CDLL(file), told)
    except (OSError, AttributeError):
        return ABSENT
    call.restype = ctypes.c_char_p
    return str(call().decode())


def _code() -> str:
    root = Path(reporter.__file__).parent
    files = sorted(path for path in root.rglob("*.py"))
    return digest("".join(f"{path.relative_to(root)} {digest(path.read_bytes())}\n" for path in files))


@cache
def faces(families: tuple[str, ...]) -> Values:
    """The file that each family's face stands in, with its version and size; as fontconfig finds it."""
    return {f"face {family}": _face(family) for family in families}


def _face(family: str) -> str:
    tool = which("fc-match")
    if tool is None:
        return ABSENT
    asked = [tool, family, "--format", "%{file}\t%{fontversion}"]
    path, _, number = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.partition(
        "\t"
    )
    there = Path(path)
    return f"{there.name} {number} {there.stat().st_size}" if path and there.exists() else ABSENT


def looks(theme: Theme, kind: str) -> Values:
    """The styles, the pictures and the outline, which every page of a kind has."""
    styles = {f"style {name}": digest(style.text) for name, style in theme.styles.items()}
    styles |= {f"script {name}": digest(script.text) for name, script in theme.scripts.items()}
    styles |= {f"picture {name}": digest(address) for name, address in theme.pictures.items()}
    order = " ".join((*theme.styles, *theme.scripts, *theme.pictures))
    outline = theme.outlines[kind]
    told = f"{' '.join(outline.sections)} of one region {' '.join(outline.region)}"
    return {**styles, "files of the theme": order, f"outline {kind}": told}


def brand(theme: Theme) -> Values:
    """The brand, which every chart and page has, and the faces it names."""
    voices = {"sans": theme.brand.sans, "serif": theme.brand.serif}
    named = {f"{voice} {tongue}": face.family for voice, of in voices.items() for tongue, face in of.items()}
    told = replace(theme.brand, remarks=(), sans={}, serif={})
    return {"brand": digest(repr((told, named))), **faces(tuple(dict.fromkeys(named.values())))}


def template(theme: Theme, name: str) -> str:
    """A template's fingerprint."""
    found = theme.templates.get(name)
    return digest(found.text) if found else ABSENT


def sentence(entries: Mapping[str, Entry], key: str) -> str:
    """A sentence's fingerprint."""
    found = entries.get(key)
    return digest(found.text)[:16] if found else ABSENT

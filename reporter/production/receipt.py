"""A build that went well leaves a receipt: what it read and wrote, and what it will say while that stands."""

import os
import re
import site
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import distribution
from pathlib import Path

import reporter
from reporter.config import Workspace
from reporter.config.provenance import ENGINES
from reporter.model.theme import Theme
from reporter.production.files import States
from reporter.start import place, stands, state, write

LIBRARIES = re.compile(r"/\S*/lib(pango|harfbuzz|fontconfig|freetype)[^/]*\.so[^/]*$")
PLACES: tuple[str, ...] = ("/etc/fonts", "/etc/fonts/conf.d", "/usr/share/fonts", "/usr/local/share/fonts")
PLACES += ("~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig")
"""Where fontconfig is told of faces and their order."""


def program_states(theme: Theme) -> States:
    """The state of this program, Python, the packages and libraries, and the theme's faces."""
    return {path: state(path, sure=False) for path in _program(theme)}


def leave(workspace: Workspace, words: list[str], before: States, wrote: Iterable[Path], says: str) -> None:
    """Leaves the receipt of the command, unless what it read has changed meanwhile or the disk refuses it."""
    if not all(map(stands, before.items())):
        return
    states = {**before, **{str(path): state(str(path)) for path in wrote}}
    receipt = {"words": words, "here": os.getcwd(), "states": states, "says": says}
    with suppress(OSError):
        write(place(str(workspace.root), words), receipt)


def _program(theme: Theme) -> Iterator[str]:
    yield from map(str, sorted(Path(reporter.__file__).parent.rglob("*.py")))
    yield sys.executable
    yield from site.getsitepackages()
    yield from (str(distribution(name).locate_file("")) for name in ENGINES)
    yield from _loaded()
    faces = (*theme.brand.sans.values(), *theme.brand.serif.values())
    files = {file.rpartition("|")[0] for face in faces for file in (face.regular, face.bold)}
    yield from sorted({*files, *(os.path.dirname(file) for file in files)})
    yield from map(os.path.expanduser, PLACES)


def _loaded() -> Iterator[str]:
    """The libraries of text setting that this process has loaded, where the system tells."""
    try:
        lines = Path("/proc/self/maps").read_text().splitlines()
    except OSError:
        return
    yield from dict.fromkeys(found[0] for line in lines if (found := LIBRARIES.search(line)))

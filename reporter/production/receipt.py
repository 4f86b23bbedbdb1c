"""A build that went well leaves a receipt: what it read and wrote, and what it will say while that stands."""

import os
import re
import site
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

import reporter
from reporter.config import Workspace
from reporter.config.provenance import ENGINES
from reporter.config.workspace import BASE
from reporter.model.theme import Theme
from reporter.start import State, place, stands, state, write

LIBRARIES = re.compile(r"/\S*/lib(pango|harfbuzz|fontconfig|freetype)[^/]*\.so[^/]*$")
PLACES = ("/etc/fonts", "/etc/fonts/conf.d", "/usr/share/fonts", "/usr/local/share/fonts")
PLACES += ("~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig")
"""Where fontconfig is told of faces and their order."""
States = dict[str, State | None]


def files_states(workspace: Workspace) -> States:
    """The state of all files that a build may read, to be taken before it reads."""
    folders = {workspace.data, workspace.root / "templates", BASE / "data", BASE / "templates"}
    return {path: state(path) for folder in sorted(folders) for path in _below(folder)}


def _below(folder: Path) -> Iterator[str]:
    """The folder and all that lies in it, also where a link leads; each real folder once."""
    yield str(folder)
    seen = set[str]()
    for place, folders, files in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not _seen(os.path.join(place, name), seen)]
        yield from (os.path.join(place, name) for name in (*folders, *files))


def _seen(folder: str, seen: set[str]) -> bool:
    real = os.path.realpath(folder)
    before = real in seen
    seen.add(real)
    return before


def program_states(theme: Theme) -> States:
    """The state of this program, Python, the packages and libraries, and the theme's faces."""
    return {path: state(path, sure=False) for path in _program(theme)}


def leave(workspace: Workspace, words: list[str], before: States, wrote: Iterable[Path], says: str) -> None:
    """Leaves the receipt of the command, unless something that it read has changed meanwhile."""
    if not all(map(stands, before.items())):
        return
    states = before | {str(path): state(str(path)) for path in wrote}
    receipt = {"words": words, "here": os.getcwd(), "states": states, "says": says}
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

"""The files that a run may read: their state when it begins, and reading them while they keep still."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from reporter.config import Workspace
from reporter.config.production import NAME
from reporter.config.provenance import named
from reporter.config.workspace import BASE
from reporter.errors import Where, fault, shown
from reporter.start import State, stands, state

T = TypeVar("T")
States = Mapping[str, State | None]
TRIES = 3


def files_states(workspace: Workspace, sure: bool = True) -> States:
    """The state of all files that a build may read; sure: with their fingerprints."""
    folders = {workspace.data, *workspace.layers, BASE / "data"}
    files = [path for folder in sorted(folders) for path in _below(folder)]
    return {path: state(path, sure) for path in (*files, str(workspace.root / NAME))}


def digests(workspace: Workspace, states: States) -> Mapping[str, str]:
    """The sha256 of each file by its path below the workspace, or below base/."""
    files = {path: found[3].hex() for path, found in states.items() if found and found[3]}
    return {named(workspace, Path(path)): digest for path, digest in files.items()}


def refuse_moved(states: States) -> None:
    """Faults where a file is not as it was."""
    for path, before in states.items():
        if not stands((path, before)):
            raise moved(shown(Path(path)))


def moved(path: str) -> Exception:
    """The fault of a file that changed while a run read it."""
    return fault(Where(path), "changed while it was being read", "build again once it keeps still")


def steady(workspace: Workspace, read: Callable[[], T]) -> T:
    """What `read` gives while no file changes: what is kept under a file's fingerprint was read from it."""
    for _ in range(TRIES):
        before = files_states(workspace, sure=False)
        found = read()
        after = files_states(workspace, sure=False)
        if after == before:
            return found
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    raise moved(shown(Path(changed[0])))


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

"""reporter.yaml, which a workspace may have at its root → Production."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from reporter.config.workspace import Workspace
from reporter.config.yaml import File, Schema
from reporter.errors import Flaw, refuse
from reporter.model.production import Production

NAME = "reporter.yaml"
INPUTS = ("data", "templates")
SIZES = {"MB": 1_000_000, "GB": 1_000_000_000}


def _size(value: object) -> int:
    found = re.fullmatch(r"(\d+) ?(MB|GB)", str(value))
    if not found or not int(found[1]):
        raise ValueError("it should be a size such as 500 MB or 2 GB")
    return int(found[1]) * SIZES[found[2]]


class StoreFile(Schema):
    """Where what was made is kept, and how much of it."""

    folder: str = Production.folder
    most: Annotated[int, BeforeValidator(_size)] = Production.most


class ProductionFile(Schema):
    """How a workspace's reports are produced."""

    store: StoreFile = StoreFile.model_construct()
    jobs: Annotated[int, Field(ge=1)] | None = None
    hangs: Annotated[float, Field(gt=0, allow_inf_nan=False)] = Production.hangs


def read_production(workspace: Workspace) -> Production:
    """What reporter.yaml says; what it does not say, or a workspace without it, is as the program has it."""
    path = workspace.root / NAME
    if not path.exists():
        return Production()
    file = File(path)
    said = file.read(ProductionFile)
    refuse(_flaws(file, workspace, said.store.folder))
    return Production(said.store.folder, said.store.most, said.jobs or 0, said.hangs)


def _own(place: Path) -> bool:
    """Whether the folder is a store, which hides all it holds from git, or may become one: it is not there,
    or empty.
    """
    hides = place / ".gitignore"
    return not place.is_dir() or not any(place.iterdir()) or (hides.is_file() and hides.read_text() == "*\n")


def _flaws(file: File, workspace: Workspace, folder: str) -> Iterator[Flaw]:
    """A store among the inputs would change them with every build; one among other files would hide them
    from git.
    """
    place, root = (workspace.root / folder).resolve(), workspace.root.resolve()
    if (
        root.is_relative_to(place)
        or place == root / "out"
        or not (folder == Production.folder or _own(place))
    ):
        what = f"store: 'folder' is {folder or '.'}, where other things lie"
        yield Flaw(file.at("store", "folder"), what, "take a folder of its own, such as .reporter-cache")
    for name in INPUTS:
        if place.is_relative_to((workspace.root / name).resolve()):
            what = f"store: 'folder' lies in {name}/, which a build reads"
            yield Flaw(file.at("store", "folder"), what, "take a folder of its own, such as .reporter-cache")

"""regions.yaml → every region a workspace knows, none on another's cell of the tile grid or page."""

from collections.abc import Iterator, Mapping

from reporter.config.schema_lists import RegionFile
from reporter.config.workspace import Workspace
from reporter.config.yaml import File
from reporter.errors import Flaw, refuse
from reporter.model.study import Region, in_paths


def read_regions(workspace: Workspace) -> dict[str, Region]:
    """Every region of the workspace by its id, in the order of the file; Faults where two share a cell or
    the name of a page.
    """
    file = File(workspace.file("regions.yaml"))
    said = file.entries(RegionFile)
    refuse([*_shared(file, said), *_pages(file, said)])
    return {id: Region(id, one.title, file.at(id), one.cell) for id, one in said.items()}


def _shared(file: File, said: Mapping[str, RegionFile]) -> Iterator[Flaw]:
    """Two regions on one cell."""
    first: dict[tuple[int, int], str] = {}
    for id, one in said.items():
        if one.cell and first.setdefault(one.cell, id) != id:
            what = f"'{id}' stands on the cell {list(one.cell)} of '{first[one.cell]}'"
            yield Flaw(file.at(id, "cell"), what, "give it another cell")


def _pages(file: File, said: Mapping[str, RegionFile]) -> Iterator[Flaw]:
    """Names that name no file, and two regions whose pages would lie at one place, or at one where a disk
    does not tell capitals apart; so do addresses in a page.
    """
    first: dict[str, str] = {}
    for id in said:
        if "/" in id:
            what = f"'{id}' has a '/', and pages are named for regions"
            yield Flaw(file.at(id), what, "write it otherwise")
        elif (other := first.setdefault(in_paths(id).lower(), id)) != id:
            what = f"pages of '{id}' would lie where those of '{other}' do"
            mend = "give it a name that differs by more than a space, a hyphen or capitals"
            yield Flaw(file.at(id), what, mend)

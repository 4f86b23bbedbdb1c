"""regions.yaml → every region a workspace knows, none on another's cell of the tile grid."""

from collections.abc import Iterator, Mapping

from reporter.config.schema_lists import RegionFile
from reporter.config.workspace import Workspace
from reporter.config.yaml import File
from reporter.errors import Flaw, refuse
from reporter.model.study import Region


def read_regions(workspace: Workspace) -> dict[str, Region]:
    """Every region of the workspace by its id, in the order of the file; Faults where two share a cell."""
    file = File(workspace.file("regions.yaml"))
    said = file.entries(RegionFile)
    refuse(_shared(file, said))
    return {id: Region(id, one.title, file.at(id), one.cell) for id, one in said.items()}


def _shared(file: File, said: Mapping[str, RegionFile]) -> Iterator[Flaw]:
    """Two regions on one cell."""
    first: dict[tuple[int, int], str] = {}
    for id, one in said.items():
        if one.cell and first.setdefault(one.cell, id) != id:
            what = f"'{id}' stands on the cell {list(one.cell)} of '{first[one.cell]}'"
            yield Flaw(file.at(id, "cell"), what, "give it another cell")

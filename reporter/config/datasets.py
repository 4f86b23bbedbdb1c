"""units.yaml and the description beside each source file → Units and Datasets."""

from collections.abc import Iterator, Mapping, Sequence

from reporter.config.schema_lists import DatasetFile, SeriesFile, UnitFile
from reporter.config.workspace import Workspace
from reporter.config.yaml import File
from reporter.errors import Flaw, Where, did_you_mean, fault, refuse
from reporter.model.source import Break, Dataset, Hole, Series
from reporter.model.unit import Unit, powers_of


def read_units(workspace: Workspace) -> dict[str, Unit]:
    """Every unit of the workspace by id."""
    file = File(workspace.file("units.yaml"))
    said = file.entries(UnitFile)
    units = {id: Unit(id, powers_of(u.of), u.factor, u.title, u.shown) for id, u in said.items()}
    refuse(
        Flaw(
            file.at(id, "shown"),
            f"unit '{id}' is shown as '{other}', which is no unit",
            did_you_mean(other, units),
        )
        for id, u in units.items()
        for other in u.shown.values()
        if other not in units
    )
    refuse(
        Flaw(
            file.at(id, "shown"),
            f"unit '{id}' cannot be shown as '{other}', which counts something else",
            "name a unit with the same 'of:'",
        )
        for id, u in units.items()
        for other in u.shown.values()
        if not u.converts_to(units[other])
    )
    return units


def read_datasets(workspace: Workspace, study: File, sources: Sequence[str]) -> Iterator[Dataset]:
    """The datasets a study names, described."""
    folder, units = workspace.data / "sources", read_units(workspace)
    for n, id in enumerate(sources):
        path = folder / f"{id}.yaml"
        if not path.exists():
            there = [p.stem for p in folder.glob("*.yaml")]
            raise fault(study.at("sources", n), f"there is no source called '{id}'", did_you_mean(id, there))
        yield _dataset(id, File(path), units)


def _dataset(id: str, file: File, units: Mapping[str, Unit]) -> Dataset:
    said = file.read(DatasetFile)
    refuse(
        Flaw(
            file.at("series", key, "unit"),
            f"series '{key}': no unit is called '{s.unit}'",
            did_you_mean(s.unit, units),
        )
        for key, s in said.series.items()
        if s.unit not in units
    )
    series = {
        key: _series(id, key, s, units[s.unit], file.at("series", key)) for key, s in said.series.items()
    }
    path = str(file.path.with_suffix(".csv"))
    return Dataset(id, path, said.title, said.licence, said.cite, said.publications, series, Where(file.name))


def _series(dataset: str, key: str, said: SeriesFile, unit: Unit, where: Where) -> Series:
    breaks = tuple(Break(tuple(b.regions), b.start, b.note) for b in said.breaks)
    holes = tuple(Hole(tuple(h.periods), h.note) for h in said.holes)
    return Series(key, dataset, said.title, unit, breaks, holes, where)

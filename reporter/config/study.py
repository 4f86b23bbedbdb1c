"""A study file and the files it names → Study, with every name looked up and every unit bound."""

from collections.abc import Iterator, Sequence
from typing import Any

from reporter.config.schema import (
    DatasetFile,
    GroupFile,
    IndexFile,
    IndicatorFile,
    RegionFile,
    StudyFile,
    UnitFile,
)  # fmt: skip
from reporter.config.workspace import Workspace
from reporter.config.yaml import File
from reporter.errors import Faults, Flaw, Where, did_you_mean, refuse
from reporter.methods.expression import ExpressionError, parse, powers
from reporter.model.period import span
from reporter.model.source import Break, Dataset, Hole, Series
from reporter.model.study import (
    Dimension,
    Editions,
    Framework,
    Gap,
    Group,
    IndexSpec,
    Indicator,
    Published,
    Reading,
    Reference,
    Region,
    RuleSpec,
    Study,
)  # fmt: skip
from reporter.model.unit import Unit, powers_of


def read_study(workspace: Workspace, name: str) -> Study:
    """The study `name` of the workspace; Faults tells every mistake of its file at once."""
    file = File(workspace.study(name))
    said = file.read(StudyFile)
    units, datasets = _units(workspace), tuple(_datasets(workspace, file, said))
    reader = _Reader(file, said, units, datasets, read_regions(workspace))
    study = reader.study(name, tuple(_regions(workspace, reader)))
    refuse(reader.flaws)
    return study


def _units(workspace: Workspace) -> dict[str, Unit]:
    file = File(workspace.file("units.yaml"))
    said = file.entries(UnitFile)
    units = {id: Unit(id, powers_of(u.of), u.factor, u.title, u.shown) for id, u in said.items()}
    refuse(
        Flaw(file.at(id, "shown"), f"unit '{id}' is shown as '{other}', which is no unit", did_you_mean(other, units))
        for id, u in units.items() for other in u.shown.values() if other not in units
    )  # fmt: skip
    refuse(
        Flaw(file.at(id, "shown"), f"unit '{id}' cannot be shown as '{other}', which counts something else", "name a unit with the same 'of:'")
        for id, u in units.items() for other in u.shown.values() if not u.converts_to(units[other])
    )  # fmt: skip
    return units


def _datasets(workspace: Workspace, study: File, said: StudyFile) -> Iterator[Dataset]:
    if not said.sources:
        raise Faults([Flaw(study.at("sources"), "the study names no source", "add one that stands in data/sources")])
    for n, id in enumerate(said.sources):
        path = workspace.data / "sources" / f"{id}.yaml"
        if not path.exists():
            there = [p.stem for p in (workspace.data / "sources").glob("*.yaml")]
            raise Faults([Flaw(study.at("sources", n), f"there is no source called '{id}'", did_you_mean(id, there))])
        yield _dataset(id, File(path), _units(workspace))


def _dataset(id: str, file: File, units: dict[str, Unit]) -> Dataset:
    said = file.read(DatasetFile)
    refuse(
        Flaw(file.at("series", key, "unit"), f"series '{key}': no unit is called '{s.unit}'", did_you_mean(s.unit, units))
        for key, s in said.series.items() if s.unit not in units
    )  # fmt: skip
    series = {
        key: Series(
            key, id, s.title, units[s.unit],
            tuple(Break(tuple(b.regions), b.start, b.note) for b in s.breaks),
            tuple(Hole(tuple(h.periods), h.note) for h in s.holes),
            file.at("series", key),
        )
        for key, s in said.series.items()
    }  # fmt: skip
    return Dataset(id, str(file.path.with_suffix(".csv")), said.title, said.licence, said.publications, series, Where(file.name))


def read_regions(workspace: Workspace) -> tuple[str, ...]:
    """Every region of the workspace, by id."""
    return tuple(File(workspace.file("regions.yaml")).entries(RegionFile))


def _regions(workspace: Workspace, study: "_Reader") -> Iterator[Region]:
    file = File(workspace.file("regions.yaml"))
    known = file.entries(RegionFile)
    study.names(("regions",), study.said.regions, "the study")
    for n, id in enumerate(study.said.regions):
        if id in known:
            yield Region(id, known[id].title, file.at(id))
        else:
            study.flaw(("regions", n), f"no region is called '{id}'", did_you_mean(id, known))


class _Reader:
    """Looks up the names of one study file and gathers what does not fit."""

    def __init__(self, file: File, said: StudyFile, units: dict[str, Unit], datasets: tuple[Dataset, ...], known: tuple[str, ...]) -> None:
        self.file, self.said, self.units, self.datasets, self.known = file, said, units, datasets, known
        self.series = {key: one for dataset in datasets for key, one in dataset.series.items()}
        self.declared = {key for d in said.framework.values() for key in d.indicators}
        self.flaws: list[Flaw] = []

    def flaw(self, loc: tuple[str | int, ...], what: str, mend: str) -> None:
        self.flaws.append(Flaw(self.file.at(*loc), what, mend))

    def names(self, loc: tuple[str | int, ...], said: Sequence[str], who: str) -> None:
        """A list of names holds at least one, and each once."""
        if not said:
            self.flaw(loc, f"{who}: '{loc[-1]}' is empty", "name at least one")
        for n, name in enumerate(said):
            if name in said[:n]:
                self.flaw((*loc, n), f"{who}: '{name}' stands twice in '{loc[-1]}'", "keep one of the two")

    def study(self, name: str, regions: tuple[Region, ...]) -> Study:
        said = self.said
        framework = self._framework()
        self._distinct()
        for dataset in self.datasets:
            self._breaks(dataset)
        context = {id: i for id, one in said.context.items() if (i := self._indicator(("context", id), id, one))}
        return Study(
            id=name, title=said.title, subject=said.subject, publisher=said.publisher, regions=regions,
            groups=tuple(self._group(id, g) for id, g in said.groups.items()),
            framework=framework, context=context, datasets=self.datasets, units=self.units,
            gaps=tuple(self._gaps()), indices=self._indices(framework), readings=tuple(self._readings()),
            published=tuple(self._published()),
            problems=tuple(
                RuleSpec(rule, given, self.file.at("problems", rule), self.file.lines("problems", rule))
                for rule, given in said.problems.items()
            ),
            references=tuple(Reference(id, text) for id, text in said.references.items()),
            editions=self._editions(), where=Where(self.file.name),
        )  # fmt: skip

    def _distinct(self) -> None:
        """No id stands for two things: a group and a region, a context figure and an indicator, a series of two sources."""
        for id in self.said.groups.keys() & set(self.said.regions):
            self.flaw(("groups", id), f"group '{id}' has the name of a region", "give it another name")
        for id in self.said.context.keys() & self.declared:
            self.flaw(("context", id), f"'{id}' stands in the framework and in the context", "give one another name")
        self.names(("sources",), self.said.sources, "the study")
        for n, dataset in enumerate(self.datasets):
            for id in dataset.series.keys() & {key for other in self.datasets[:n] if other.id != dataset.id for key in other.series}:
                self.flaws.append(Flaw(dataset.series[id].where, f"series '{id}' stands in another source of the study too", "give it another name"))

    def _breaks(self, dataset: Dataset) -> None:
        for series in dataset.series.values():
            for region in (r for b in series.breaks for r in b.regions if r not in self.known):
                self.flaws.append(Flaw(series.where, f"series '{series.id}': no region is called '{region}'", did_you_mean(region, self.known)))

    def _framework(self) -> Framework:
        dimensions, indicators = [], {}
        for id, d in self.said.framework.items():
            inside = {
                key: i for key, one in d.indicators.items()
                if (i := self._indicator(("framework", id, "indicators", key), key, one))
            }  # fmt: skip
            for key in inside.keys() & indicators.keys():
                self.flaw(("framework", id, "indicators", key), f"indicator '{key}' stands in two dimensions", "give it another name")
            if not d.indicators:
                self.flaw(("framework", id), f"dimension '{id}' has no indicators", "add one, or take the dimension out")
            dimensions.append(Dimension(id, d.title, tuple(inside)))
            indicators |= inside
        if not self.said.framework:
            self.flaw(("framework",), "the framework has no dimensions", "add one with its indicators")
        return Framework(tuple(dimensions), indicators)

    def _indicator(self, loc: tuple[str | int, ...], id: str, said: IndicatorFile) -> Indicator | None:
        try:
            value = parse(said.value)
        except ExpressionError as error:
            return self.flaw((*loc, "value"), f"indicator '{id}': {error}", "write it with series names, numbers, + - * / and brackets")
        unknown = [n for n in (*value.names, *filter(None, [said.base])) if n not in self.series]
        for n in unknown:
            self.flaw((*loc, "value" if n in value.names else "base"), f"indicator '{id}': no series is called '{n}'", did_you_mean(n, self.series))
        if said.unit not in self.units:
            return self.flaw((*loc, "unit"), f"indicator '{id}': no unit is called '{said.unit}'", did_you_mean(said.unit, self.units))
        unit = self.units[said.unit]
        if not unknown:
            self._same_unit(loc, id, said, value, unit)
        return Indicator(
            id, said.title, said.short or {}, value, unit, said.direction, said.decimals, said.base, said.note or {}, self.file.at(*loc),
        )  # fmt: skip

    def _same_unit(self, loc: tuple[str | int, ...], id: str, said: IndicatorFile, value: Any, unit: Unit) -> None:
        try:
            counted = powers(value, {n: self.series[n].unit.powers for n in value.names})
        except ExpressionError as error:
            return self.flaw((*loc, "value"), f"indicator '{id}': {error}", "set series of one unit against each other")
        if counted != dict(unit.powers):
            fitting = [u.id for u in self.units.values() if dict(u.powers) == counted]
            self.flaw((*loc, "unit"), f"indicator '{id}': '{said.value}' cannot be told in '{said.unit}'", f"one of: {', '.join(fitting) or 'no unit known'}")
        return None

    def _group(self, id: str, said: GroupFile) -> Group:
        members = tuple(self.said.regions if said.members == "all" else said.members)
        if said.members != "all":
            self.names(("groups", id, "members"), members, f"group '{id}'")
        for n, member in enumerate(members):
            if member not in self.said.regions:
                self.flaw(("groups", id, "members", n), f"group '{id}': the study has no region '{member}'", did_you_mean(member, self.said.regions))
        return Group(id, said.title, members, said.aggregate, self.file.at("groups", id))

    def _gaps(self) -> Iterator[Gap]:
        for n, gap in enumerate(self.said.gaps):
            if gap.series not in self.series:
                self.flaw(("gaps", n, "series"), f"no series is called '{gap.series}'", did_you_mean(gap.series, self.series))
            yield Gap(gap.series, tuple(gap.periods), gap.fill, self.file.at("gaps", n))

    def _indices(self, framework: Framework) -> dict[str, IndexSpec]:
        if not self.said.indices:
            self.flaw(("indices",), "the study declares no index", "add one, e.g. I: {method: ideal-solution, periods: 2016–2022}")
        return {code: self._index(code, given, framework) for code, given in self.said.indices.items()}

    def _index(self, code: str, said: IndexFile, framework: Framework) -> IndexSpec:
        chosen = tuple(framework.indicators if said.indicators is None else said.indicators)
        if said.indicators is not None:
            self.names(("indices", code, "indicators"), chosen, f"index '{code}'")
        for n, key in enumerate(chosen):
            if key not in self.declared:
                self.flaw(("indices", code, "indicators", n), f"index '{code}': no indicator is called '{key}'", did_you_mean(key, self.declared))
        return IndexSpec(
            code, said.method, said.title or {"en": code}, said.periods, chosen, said.model_extra or {},
            self.file.at("indices", code), self.file.lines("indices", code),
        )  # fmt: skip

    def _readings(self) -> Iterator[Reading]:
        for n, r in enumerate(self.said.readings):
            yield Reading(r.id, r.title, r.options, self.file.at("readings", n), self.file.lines("readings", n, "options"))

    def _published(self) -> Iterator[Published]:
        regions = {*self.said.regions, *self.said.groups}
        for n, p in enumerate(self.said.published):
            if p.region not in regions:
                self.flaw(("published", n, "region"), f"no region or group is called '{p.region}'", did_you_mean(p.region, regions))
            if p.index not in self.said.indices:
                self.flaw(("published", n, "index"), f"no index is called '{p.index}'", did_you_mean(p.index, self.said.indices))
            yield Published(p.id, p.title, p.index, p.region, p.quantity, *p.periods, p.value, p.section, self.file.at("published", n))

    def _editions(self) -> Editions:
        said = self.said.editions
        dates = said.published if isinstance(said.published, dict) else dict.fromkeys(said.years, said.published)
        first, last = next((i.periods for i in self.said.indices.values()), ("", ""))
        for n, year in enumerate(said.years):
            if year not in dates:
                self.flaw(("editions", "years", n), f"edition {year} has no publication date", "add it to editions: published:")
            if first and year not in span(first, last):
                self.flaw(("editions", "years", n), f"edition {year} lies outside the periods of the first index, {first}–{last}", "take it out, or lengthen the periods")
        return Editions(
            tuple(said.years), tuple(said.languages), tuple(said.kinds), {k: v.isoformat() for k, v in dates.items()},
        )  # fmt: skip


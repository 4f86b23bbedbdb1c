"""A study file → Study, with every name looked up and every unit bound."""

from collections.abc import Iterator, Mapping

from reporter.config.agree import disagreements
from reporter.config.audit import read_plan
from reporter.config.company import class_flaws, peers, similar, tiers
from reporter.config.datasets import read_datasets, read_units
from reporter.config.editions import editions
from reporter.config.kinds import Loc
from reporter.config.regions import read_regions
from reporter.config.schema import (
    DimensionFile,
    GroupFile,
    IndexFile,
    IndicatorFile,
    StudyFile,
    Thresholds,
)  # fmt: skip
from reporter.config.workspace import Workspace
from reporter.config.yaml import File
from reporter.errors import Flaw, Where, did_you_mean, refuse
from reporter.methods.expression import Expression, ExpressionError, parse, powers
from reporter.model.cited import Note, Published, Reference
from reporter.model.source import Dataset, Gap
from reporter.model.study import (
    Dimension,
    Framework,
    Frontier,
    Group,
    IndexSpec,
    Indicator,
    Reading,
    Region,
    RuleSpec,
    Study,
)  # fmt: skip
from reporter.model.unit import Unit


def read_study(workspace: Workspace, name: str) -> Study:
    """The study `name` of the workspace; Faults tells every mistake of its file at once."""
    file = File(workspace.study(name))
    said = file.read(StudyFile)
    datasets = tuple(read_datasets(workspace, file, said.sources))
    reader = _Reader(file, said, read_units(workspace), datasets)
    regions = read_regions(workspace)
    study = reader.study(name, regions)
    unlike = [*disagreements(file, said, datasets, tuple(regions)), *class_flaws(file, said)]
    refuse([*reader.flaws, *unlike])
    return study


class _Reader:
    """Looks up the names of one study file and gathers what does not fit."""

    def __init__(
        self, file: File, said: StudyFile, units: Mapping[str, Unit], datasets: tuple[Dataset, ...]
    ) -> None:
        self.file, self.said, self.units, self.datasets = file, said, units, datasets
        self.series = {key: one for dataset in datasets for key, one in dataset.series.items()}
        self.declared = [key for d in said.framework.values() for _, key in d.inside()]
        self.flaws: list[Flaw] = []

    def flaw(self, loc: Loc, what: str, mend: str) -> None:
        self.flaws.append(Flaw(self.file.at(*loc), what, mend))

    def known(self, loc: Loc, who: str, kind: str, name: str, among: object) -> bool:
        """Whether the name is known; a flaw if not."""
        names = list(among)  # type: ignore[call-overload]
        if name not in names:
            self.flaw(loc, f"{who}no {kind} is called '{name}'", did_you_mean(name, names))
        return name in names

    def study(self, name: str, regions: Mapping[str, Region]) -> Study:
        said, framework, pair = self.said, self._framework(), self.said.frontier
        context = {id: self._indicator(("context", id), id, one) for id, one in said.context.items()}
        return Study(
            id=name,
            title=said.title,
            subject=said.subject,
            publisher=said.publisher,
            regions=tuple(self._regions(regions)),
            groups=tuple(self._group(id, g) for id, g in said.groups.items()) or (self._all(),),
            framework=framework,
            context={id: one for id, one in context.items() if one},
            datasets=self.datasets,
            units=self.units,
            gaps=tuple(self._gaps()),
            indices=self._indices(framework),
            readings=tuple(self._readings()),
            published=tuple(self._published()),
            problems=tuple(self._rules("problems", said.problems)),
            strengths=tuple(self._rules("strengths", said.strengths)),
            audit=read_plan(self.file, said.audit),
            notes={name: Note(one.text, one.start) for name, one in said.notes if one},
            references=tuple(Reference(id, text) for id, text in said.references.items()),
            editions=editions(self.file, said, self.known, self.flaws),
            tiers=tiers(self.file, said),
            peers=peers(self.file, said, self.known, [*self.declared, *said.context]),
            similar=similar(self.file, said, self.known, [*self.declared, *said.context]),
            where=Where(self.file.name),
            frontier=Frontier(pair.start, pair.to) if pair else None,
        )

    def _regions(self, regions: Mapping[str, Region]) -> Iterator[Region]:
        for n, id in enumerate(self.said.regions):
            if self.known(("regions", n), "", "region", id, regions):
                yield regions[id]

    def _framework(self) -> Framework:
        indicators: dict[str, Indicator] = {}
        names: set[str] = set()
        dimensions = [
            self._dimension(("framework", id), id, one, indicators, names)
            for id, one in self.said.framework.items()
        ]
        return Framework(tuple(dimensions), indicators)

    def _dimension(
        self, loc: Loc, id: str, said: DimensionFile, indicators: dict[str, Indicator], names: set[str]
    ) -> Dimension:
        """The dimension with its parts; its indicators are added to those before."""
        who = f"dimension '{id}'"
        if id in names:
            self.flaw(loc, f"{who} stands twice in the framework", "give it another name")
        if bool(said.parts) == bool(said.indicators):
            what = "both 'indicators' and 'parts'" if said.parts else "neither 'indicators' nor 'parts'"
            self.flaw(loc, f"{who} has {what}", "give it one of the two")
        names.add(id)
        own = tuple(self._members((*loc, "indicators"), said, indicators))
        parts = tuple(
            self._dimension((*loc, "parts", name), name, one, indicators, names)
            for name, one in said.parts.items()
        )
        below = own + tuple(i for part in parts for i in part.indicators)
        return Dimension(id, said.title, below, parts, said.weight)

    def _members(self, loc: Loc, said: DimensionFile, indicators: dict[str, Indicator]) -> Iterator[str]:
        """The dimension's own indicators, each told of where it stands in another one too."""
        for key, one in said.indicators.items():
            found = self._indicator((*loc, key), key, one)
            if key in indicators:
                self.flaw((*loc, key), f"indicator '{key}' stands in two dimensions", "give it another name")
            if found:
                indicators[key] = found
                yield key

    def _indicator(self, loc: Loc, id: str, said: IndicatorFile) -> Indicator | None:
        who = f"indicator '{id}': "
        try:
            value = parse(said.value)
        except ExpressionError as error:
            self.flaw(
                (*loc, "value"), f"{who}{error}", "write it with series names, numbers, + - * / and brackets"
            )
            return None
        known = [self.known((*loc, "value"), who, "series", n, self.series) for n in value.names]
        if said.base:
            known.append(self.known((*loc, "base"), who, "series", said.base, self.series))
        if not self.known((*loc, "unit"), who, "unit", said.unit, self.units):
            return None
        if all(known):
            self._same_unit(loc, who, said, value)
        unit, short, note = self.units[said.unit], said.short or {}, said.note or {}
        where = self.file.at(*loc)
        own = (said.direction, said.decimals, said.base, note, where)
        return Indicator(id, said.title, short, value, unit, *own, said.weight, said.goalposts, said.target)

    def _same_unit(self, loc: Loc, who: str, said: IndicatorFile, value: Expression) -> None:
        try:
            counted = powers(value, {n: self.series[n].unit.powers for n in value.names})
        except ExpressionError as error:
            return self.flaw((*loc, "value"), f"{who}{error}", "set series of one unit against each other")
        if counted != dict(self.units[said.unit].powers):
            fitting = ", ".join(u.id for u in self.units.values() if dict(u.powers) == counted)
            what = f"{who}'{said.value}' cannot be told in '{said.unit}'"
            self.flaw((*loc, "unit"), what, f"one of: {fitting}" if fitting else "add a unit to units.yaml")
        return None

    def _group(self, id: str, said: GroupFile) -> Group:
        members = tuple(self.said.regions if said.members == "all" else said.members)
        for n, member in enumerate(members):
            self.known(
                ("groups", id, "members", n),
                f"group '{id}': ",
                "region of the study",
                member,
                self.said.regions,
            )
        where = self.file.at("groups", id)
        return Group(id, said.title, members, said.aggregate, said.within or {}, where, said.short or {})

    def _all(self) -> Group:
        """The group of a study that declares none: all regions, named by the words."""
        return Group("whole", {}, tuple(self.said.regions), where=Where(self.file.name))

    def _gaps(self) -> Iterator[Gap]:
        for n, gap in enumerate(self.said.gaps):
            self.known(("gaps", n, "series"), "", "series", gap.series, self.series)
            yield Gap(gap.series, tuple(gap.periods), gap.fill, self.file.at("gaps", n))

    def _indices(self, framework: Framework) -> dict[str, IndexSpec]:
        if not self.said.indices:
            mend = "add one, e.g. I: {method: ideal-solution, periods: 2016–2022}"
            self.flaw(("indices",), "the study declares no index", mend)
        return {code: self._index(code, given, framework) for code, given in self.said.indices.items()}

    def _index(self, code: str, said: IndexFile, framework: Framework) -> IndexSpec:
        chosen = tuple(framework.indicators if said.indicators is None else said.indicators)
        for n, key in enumerate(chosen):
            loc = ("indices", code, "indicators", n)
            self.known(loc, f"index '{code}': ", "indicator", key, self.declared)
        where, lines = self.file.at("indices", code), self.file.lines("indices", code)
        options = said.model_extra or {}
        return IndexSpec(
            code, said.method, said.title or {"en": code}, said.periods, chosen, options, where, lines
        )

    def _readings(self) -> Iterator[Reading]:
        for n, r in enumerate(self.said.readings):
            lines = self.file.lines("readings", n, "options")
            yield Reading(r.id, r.title, r.options, self.file.at("readings", n), lines)

    def _published(self) -> Iterator[Published]:
        regions = {*self.said.regions, *self.said.groups}
        for n, p in enumerate(self.said.published):
            self.known(("published", n, "region"), "", "region or group", p.region, regions)
            self.known(("published", n, "index"), "", "index", p.index, self.said.indices)
            where = self.file.at("published", n)
            yield Published(
                p.id, p.title, p.index, p.region, p.quantity, *p.periods, p.value, p.section, where
            )

    def _rules(self, key: str, said: Mapping[str, Thresholds | list[Thresholds]]) -> Iterator[RuleSpec]:
        """Each rule, as often as the study asks for it."""
        for rule, asked in said.items():
            for n, thresholds in enumerate(asked if isinstance(asked, list) else [asked]):
                loc: Loc = (key, rule, n) if isinstance(asked, list) else (key, rule)
                yield RuleSpec(rule, thresholds, self.file.at(*loc), self.file.lines(*loc))

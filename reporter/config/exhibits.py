"""exhibits.yaml beside a study's file → tables carried over from publications."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from reporter.config.fields import Names, Period, Text
from reporter.config.regions import read_regions
from reporter.config.workspace import Workspace
from reporter.config.yaml import File, Schema
from reporter.errors import Flaw, did_you_mean, refuse
from reporter.methods.expression import Expression, ExpressionError, parse, powers
from reporter.model.exhibit import Across, Column, Exhibit, Prints
from reporter.model.study import Region, Study
from reporter.model.unit import Unit

WIDEST = {"columns": 7, "regions": 6}


class ColumnFile(Schema):
    """A column of an exhibit."""

    title: Text
    value: str
    unit: str
    period: Period | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 2
    prints: Prints = "number"


class ExhibitFile(Schema):
    """An entry of exhibits.yaml."""

    title: Text
    source: str
    section: str
    regions: Names
    period: Period
    columns: Annotated[dict[str, ColumnFile], Field(min_length=1)]
    across: Across = "columns"
    note: Text | None = None


def read_exhibits(workspace: Workspace, study: Study, references: Collection[str]) -> tuple[Exhibit, ...]:
    """The exhibits of the study, in the order of the file; none where there is no such file.

    Faults: what an exhibit names and nobody knows, and units that do not fit.
    """
    path = workspace.study(study.id).with_name("exhibits.yaml")
    if not path.exists():
        return ()
    file, regions = File(path), read_regions(workspace)
    said = file.entries(ExhibitFile)
    refuse(
        flaw
        for id, one in said.items()
        for flaw in (*_flaws(file, id, one, references, regions), *_columns(file, id, one, study))
    )
    return tuple(_exhibit(file, id, one, study, regions) for id, one in said.items())


def _exhibit(file: File, id: str, one: ExhibitFile, study: Study, regions: Mapping[str, Region]) -> Exhibit:
    columns = (
        Column(
            name,
            c.title,
            parse(c.value),
            study.units[c.unit],
            c.period or one.period,
            c.decimals,
            c.prints,
            parse(c.value).text not in study.series,
            file.at(id, "columns", name),
        )
        for name, c in one.columns.items()
    )
    named = tuple(regions[r] for r in one.regions)
    note = one.note or {}
    where = file.at(id)
    return Exhibit(id, one.title, one.source, one.section, named, tuple(columns), one.across, note, where)


def _flaws(
    file: File, id: str, one: ExhibitFile, references: Collection[str], regions: Collection[str]
) -> Iterator[Flaw]:
    """References and regions that nobody knows, and tables too wide for the page."""
    who = f"exhibit '{id}': "
    if one.source not in references:
        what = f"{who}no reference is called '{one.source}'"
        yield Flaw(file.at(id, "source"), what, did_you_mean(one.source, references))
    for n, region in enumerate(one.regions):
        if region not in regions:
            what = f"{who}no region is called '{region}'"
            yield Flaw(file.at(id, "regions", n), what, did_you_mean(region, regions))
        elif region in one.regions[:n]:
            yield Flaw(file.at(id, "regions", n), f"{who}'{region}' stands twice", "leave one out")
    wide = len(one.regions if one.across == "regions" else one.columns)
    most = WIDEST.get(one.across, wide)
    if wide > most:
        mend = f"at most {most} stand across: divide it, or set 'across:' otherwise"
        yield Flaw(file.at(id), f"{who}{wide} {one.across} are too wide for a page", mend)


def _columns(file: File, id: str, one: ExhibitFile, study: Study) -> Iterator[Flaw]:
    """What the columns name and nobody knows; units that do not fit."""
    units: dict[str, Unit] = {name: s.unit for name, s in study.series.items()}
    for name, column in one.columns.items():
        who, loc = f"exhibit '{id}', column '{name}': ", (id, "columns", name)
        if name in study.series:
            yield Flaw(file.at(*loc), f"{who}a series has that name", "give it another name")
        if column.unit not in study.units:
            what = f"{who}no unit is called '{column.unit}'"
            yield Flaw(file.at(*loc, "unit"), what, did_you_mean(column.unit, study.units))
            continue
        try:
            value = parse(column.value)
        except ExpressionError as error:
            mend = "write it with series names, numbers, + - * / and brackets"
            yield Flaw(file.at(*loc, "value"), f"{who}{error}", mend)
            continue
        unknown = [n for n in value.names if n not in units]
        for wrong in unknown:
            what = f"{who}no series or column before it is called '{wrong}'"
            yield Flaw(file.at(*loc, "value"), what, did_you_mean(wrong, units))
        if not unknown:
            for what, mend in _unit(column, value, units, study):
                yield Flaw(file.at(*loc, "unit"), who + what, mend)
        units[name] = study.units[column.unit]


def _unit(
    column: ColumnFile, value: Expression, units: Mapping[str, Unit], study: Study
) -> Iterator[tuple[str, str]]:
    """Why the column cannot be told in its unit, and how to mend it."""
    try:
        counted = powers(value, {n: units[n].powers for n in value.names})
    except ExpressionError as error:
        yield str(error), "set series of one unit against each other"
        return
    if counted != dict(study.units[column.unit].powers):
        fitting = ", ".join(u.id for u in study.units.values() if dict(u.powers) == counted)
        mend = f"one of: {fitting}" if fitting else "add a unit to units.yaml"
        yield f"'{column.value}' cannot be told in '{column.unit}'", mend

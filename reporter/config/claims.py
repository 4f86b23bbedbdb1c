"""claims.yaml beside a study's file → the published claims it is held against."""

from collections.abc import Collection, Iterator
from math import isfinite
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from reporter.config.fields import Names, Text, Window
from reporter.config.workspace import Workspace
from reporter.config.yaml import File, Schema
from reporter.errors import Flaw, did_you_mean, refuse
from reporter.model.claim import Claim, Expect, Measured
from reporter.model.period import parts
from reporter.model.study import Study
from reporter.model.unit import Unit

STEADY, FLUCTUATES = 0.1, 0.01


COURSES = tuple(one for one in get_args(Expect) if one not in ("highest", "lowest"))


def _expected(value: object) -> object:
    number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if value is not None and not number and value not in get_args(Expect):
        mend = did_you_mean(str(value), get_args(Expect))
        raise ValueError(f"it should be a finite number or a course; {mend}")
    return value


class ClaimFile(Schema):
    """An entry of claims.yaml."""

    says: Text
    source: str
    section: str
    quantity: str = ""
    regions: Literal["all"] | Names = "all"
    periods: Window | Annotated[list[Window], Field(min_length=1)] | None = None
    expect: Annotated[Expect | float | None, BeforeValidator(_expected)] = None
    measure: Measured = "value"
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    why: Text | None = None


def read_claims(
    workspace: Workspace, study: Study, scores: Collection[str], references: Collection[str]
) -> tuple[Claim, ...]:
    """The claims of the study, in the order of the file; none where there is no such file.

    scores: the codes of its indices. Faults: what a claim names and nobody knows.
    """
    path = workspace.study(study.id).with_name("claims.yaml")
    if not path.exists():
        return ()
    file = File(path)
    said = file.entries(ClaimFile)
    refuse(flaw for id, one in said.items() for flaw in _flaws(file, id, one, study, scores, references))
    return tuple(_claim(file, id, one, study) for id, one in said.items())


def _claim(file: File, id: str, one: ClaimFile, study: Study) -> Claim:
    regions = [r.id for r in study.regions] if one.regions == "all" else one.regions
    windows = one.periods if isinstance(one.periods, list) else [one.periods] if one.periods else []
    expect = "rises" if one.expect is None else one.expect
    return Claim(
        id,
        one.says,
        one.source,
        one.section,
        one.quantity,
        tuple(regions) if one.quantity else (),
        tuple(windows),
        expect,
        one.measure,
        _tolerance(one, expect),
        one.why or {},
        file.at(id),
    )


def _tolerance(one: ClaimFile, expect: str | float) -> float:
    """What is said; else of a number half its last printed place, of a steady course a tenth."""
    if one.tolerance is not None:
        return one.tolerance
    if isinstance(expect, str):
        return STEADY if expect == "steady" else FLUCTUATES
    decimals = 0 if float(expect).is_integer() else len(repr(expect).partition(".")[2])
    return 0.5 * 10.0**-decimals


def _flaws(
    file: File, id: str, one: ClaimFile, study: Study, scores: Collection[str], references: Collection[str]
) -> Iterator[Flaw]:
    who = f"claim '{id}': "
    if one.source not in references:
        what = f"{who}no reference is called '{one.source}'"
        yield Flaw(file.at(id, "source"), what, did_you_mean(one.source, references))
    if not one.quantity:
        if not one.why:
            yield Flaw(file.at(id), f"{who}it names no quantity", "add 'quantity:', or say why under 'why:'")
        return
    known = [*scores, *study.indicators, *study.series]
    if one.quantity not in known:
        what = f"{who}no score, indicator or series is called '{one.quantity}'"
        yield Flaw(file.at(id, "quantity"), what, did_you_mean(one.quantity, known))
        return
    for key in ("periods", "expect"):
        if getattr(one, key) is None:
            yield Flaw(file.at(id), f"{who}it lacks '{key}'", f"add '{key}:'")
    if isinstance(one.expect, str) and one.measure != "value":
        what = f"{who}'measure' goes with a number"
        yield Flaw(file.at(id, "measure"), what, "leave it out")
    yield from _windows(file, id, one, study)
    yield from _regions(file, id, one, study, scores)


def _windows(file: File, id: str, one: ClaimFile, study: Study) -> Iterator[Flaw]:
    """Windows that count time otherwise than the study does."""
    ours = parts(study.main.periods[0])[0]
    for start, end in one.periods if isinstance(one.periods, list) else [one.periods] if one.periods else []:
        if parts(start)[0] != ours:
            what = f"claim '{id}': {start}–{end} counts by {parts(start)[0]}, and the study by {ours}"
            yield Flaw(file.at(id, "periods"), what, "name the study's own periods")
        elif start == end and (one.expect in COURSES or one.measure in ("change", "growth")):
            what = f"claim '{id}': in one period nothing takes a course"
            yield Flaw(file.at(id, "periods"), what, "name a window of two periods or more")


def _regions(file: File, id: str, one: ClaimFile, study: Study, scores: Collection[str]) -> Iterator[Flaw]:
    """Regions that the study does not have, and groups whose members' figures cannot be added up."""
    members, groups = [r.id for r in study.regions], [g.id for g in study.groups]
    grouped = one.quantity in scores or _adds_up(one.quantity, study)
    for n, region in enumerate(one.regions if one.regions != "all" else ()):
        at = file.at(id, "regions", n)
        if region not in (*members, *groups):
            what = f"claim '{id}': no region or group of the study is called '{region}'"
            yield Flaw(at, what, did_you_mean(region, [*members, *groups]))
        elif region in groups and not grouped:
            what = f"claim '{id}': '{one.quantity}' has no value for the group '{region}'"
            yield Flaw(at, what, "name its members, or a quantity whose parts are counts")
        elif region in groups and one.expect in ("highest", "lowest"):
            yield Flaw(at, f"claim '{id}': a group has no place among the members", "name members")


def _adds_up(quantity: str, study: Study) -> bool:
    """Whether the series behind a quantity count something, so that they have a sum over regions."""
    one = study.indicators.get(quantity)
    units: list[Unit] = [study.series[n].unit for n in (one.value.names if one else (quantity,))]
    return all(unit.powers and all(power > 0 for power in unit.powers.values()) for unit in units)

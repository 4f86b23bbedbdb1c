"""The indices of a study scored: each in its order, under other readings, in other ways, in a replicate."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, cast, get_args, get_type_hints

from reporter.audit import audit, replay, space_of
from reporter.errors import Faults, fault
from reporter.indices import INDICES, NAMED
from reporter.model.assessment import Assessment
from reporter.model.audit import Audit, Replicate
from reporter.model.options import options_of
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite, Given, Result, Scoreboard
from reporter.model.study import IndexSpec, Reading, Study
from reporter.problems.flaws import read_by


def scored(panel: Panel, study: Study, period: str) -> dict[str, Result]:
    """Every index of the study in its order; each may draw on those before it."""
    results: dict[str, Result] = {}
    for code, spec in study.indices.items():
        results[code] = score(panel, study, spec, period, results)
    return results


def ways_of(method: str) -> tuple[str, ...]:
    """How a method can join the members of a group."""
    choices = get_args(get_type_hints(INDICES[method]).get("aggregate"))
    return tuple(how for how in ("mean", "one-region") if how in choices)


def joined(panel: Panel, study: Study, code: str, period: str) -> Composite:
    """A further composite with its groups scored as one region, where its method can."""
    spec = study.indices[code]
    if "one-region" not in ways_of(spec.method):
        return cast(Composite, score(panel, study, spec, period))
    options = {**spec.options, "aggregate": "one-region"}
    return cast(Composite, score(panel, study, replace(spec, options=options), period))


def otherwise(
    board: Scoreboard, panel: Panel, study: Study, audited: Audit, period: str
) -> tuple[list[Scoreboard], set[str]]:
    """The scores under each combination of the audit's choices, and the codes that they change.

    What the rules read of an index computed from the main one is computed from it anew.
    """
    main = board.main
    read = [c for c in read_by(study) if c in board.results and {*board.results[c].sources} & {*main.values}]
    ways = []
    for one in audited.combinations if len(audited.combinations) > 1 else ():
        results = {**{c: r for c, r in board.results.items() if c not in read}, main.code: one}
        for code in read:
            with suppress(Faults):  # what this way has no value for holds in it for nobody
                results[code] = score(panel, study, study.indices[code], period, results)
        ways.append(Scoreboard(results))
    return ways, {*main.values, *(code for index in read for code in board.results[index].values)}


def audited_main(panel: Panel, study: Study, board: Scoreboard, period: str) -> Audit:
    """The audit of the main index, over the raw values in its window."""
    main = board.main
    score_anew = partial(again, panel, study, period)
    return audit(main, panel.window(main.periods, main.steps.indicators), study.audit, score_anew)


def replicate(assessment: Assessment, number: int) -> tuple[Replicate, Assessment]:
    """Replicate `number` of the audit, and the assessment with the main index scored by it."""
    a, code = assessment, assessment.main.code
    score_anew = partial(again, a.panel, a.study, a.period)
    told, main = replay(space_of(a.main, a.study.audit, score_anew), score_anew, number)
    return told, replace(a, board=Scoreboard({**a.board.results, code: main}))


def again(
    panel: Panel,
    study: Study,
    period: str,
    options: Mapping[str, Any],
    *,
    weights: Floats | None = None,
    without: tuple[str, ...] = (),
) -> Composite:
    """The main index scored anew: some options set, weights given, some indicators left out.

    The options may set the `method`; one that the method does not know is idle.
    """
    said = {**study.main.options, **options}
    method = said.pop("method", study.main.method)
    known = options_of(INDICES[method])
    spec = replace(
        study.main,
        method=method,
        options={name: value for name, value in said.items() if name in known},
        indicators=tuple(i for i in study.main.indicators if i not in without),
    )
    return cast(Composite, score(panel, study, spec, period, weights=weights))


def reading_of(panel: Panel, study: Study, reading: Reading, how: str, period: str) -> Composite:
    """The main index under another reading, its groups joined in one way."""
    options = {**study.main.options, **reading.options, "aggregate": how}
    result = score(panel, study, replace(study.main, options=options), period)
    if not isinstance(result, Composite):
        raise fault(
            reading.where, f"reading '{reading.id}': the first index is no composite", "put one first"
        )
    return result


def score(
    panel: Panel,
    study: Study,
    spec: IndexSpec,
    period: str,
    earlier: Mapping[str, Result] | None = None,
    weights: Floats | None = None,
) -> Result:
    """One index of the study in the edition of `period`."""
    framework = study.framework.only(spec.indicators)
    names = tuple(i for d in framework.dimensions for i in d.indicators)
    window = panel.window(spec.up_to(period), names)
    given = Given(window, panel, framework, spec, study, earlier or {}, weights)
    return INDICES[spec.method](given, **spec.options)


def by_options(study: Study) -> Study:
    """The study, its indices over what their options name asking for no indicator of the framework."""
    indices = {
        code: replace(spec, indicators=()) if spec.method in NAMED else spec
        for code, spec in study.indices.items()
    }
    return replace(study, indices=indices)

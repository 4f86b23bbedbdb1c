"""The order of the stages: read this first."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast, get_args, get_type_hints

from reporter.checks import build_panel
from reporter.config import Workspace, read_measures, read_study
from reporter.config.provenance import provenance
from reporter.config.study import read_regions
from reporter.errors import Flaw, did_you_mean, fault, refuse
from reporter.figures import FIGURES, style
from reporter.indices import INDICES, NAMED
from reporter.model.assessment import Assessment
from reporter.model.document import Document, Figure, Theme
from reporter.model.finding import Measure
from reporter.model.options import lacking, option_flaws
from reporter.model.panel import Panel
from reporter.model.result import Composite, Given, Result, Scoreboard
from reporter.model.row import Row
from reporter.model.study import IndexSpec, Reading, Study
from reporter.model.unit import Text
from reporter.model.words import Words
from reporter.problems import PROBLEMS, find_problems, threshold_flaws
from reporter.recommendations import measure_flaws, recommend, untold
from reporter.sections.compose import compose
from reporter.sources import READERS

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "reporter"


@dataclass(frozen=True)
class Inputs:
    """A study with the rows of its sources, read once for all of its editions."""

    workspace: Workspace
    study: Study
    rows: dict[str, tuple[Row, ...]]
    regions: tuple[str, ...]
    measures: tuple[Measure, ...]
    provenance: dict[str, dict[str, str]]


def read(workspace: Workspace, name: str) -> Inputs:
    """The study and its figures as their files say them; Faults tells what the files cannot say."""
    said, regions = read_study(workspace, name), read_regions(workspace)
    measures, study = read_measures(workspace), by_options(said)
    refuse([*study_flaws(said), *measure_flaws(measures, study, PROBLEMS, regions)])
    rows = {dataset.id: READERS["csv"](dataset) for dataset in study.datasets}
    return Inputs(workspace, study, rows, regions, measures, provenance(workspace, study))


def assess(inputs: Inputs, period: str) -> Assessment:
    """The edition of `period`: figures up to it, scored, held against the rules, answered with measures."""
    study = inputs.study
    panel = build_panel(study, inputs.rows, inputs.regions, period)
    board = Scoreboard(_scored(panel, study, period))
    readings = {
        r.id: {how: _reading(panel, study, r, how, period) for how in _ways(study.main.method)}
        for r in study.readings
    }
    others = (code for code in board.composites if code != study.main.code)
    as_one = {code: _joined(panel, study, code, period) for code in others}
    findings = find_problems(board, panel, study)
    recommendations = recommend(findings, inputs.measures)
    return Assessment(
        study, period, panel, board, readings, as_one, findings, recommendations, inputs.provenance
    )


def told(inputs: Inputs, words: Words) -> Words:
    """The words, knowing the study's names and units; Faults if they have none for a measure's codes."""
    refuse(untold(inputs.measures, words))
    return words_for(inputs.study, words)


def words_for(study: Study, words: Words) -> Words:
    """The words, knowing the study's names and units."""
    names = {id: words.text(title) for id, title in study_names(study).items()}
    shorts = {id: words.text(i.short) for id, i in study.indicators.items() if i.short}
    withins = {r.id: words.text(r.title) for r in study.regions}
    for group in study.groups:
        names[group.id] = words.text(group.title) or words("labels.whole")
        withins[group.id] = words.text(group.within or group.title) or words("labels.within")
    return words.knowing(names, shorts, study.units, withins)


def study_names(study: Study) -> dict[str, Text]:
    """The title of everything a sentence may name: regions, groups, indicators, scores."""
    named: dict[str, Text] = {r.id: r.title for r in study.regions} | {g.id: g.title for g in study.groups}
    named |= {id: i.title for id, i in study.indicators.items()}
    for code, spec in study.indices.items():
        framework = study.framework.only(spec.indicators)
        named[code] = spec.title
        named |= {score: d.title for score, d in framework.scored(code).items()}
    return named


def write(assessment: Assessment, words: Words, theme: Theme, kind: str) -> Document:
    """The edition's document: the outline's sections with their figures."""
    style.use_fonts(CACHE)
    return compose(
        assessment,
        partial(_draw, assessment, words),
        words,
        theme.outlines[kind],
        f"templates/editions/{kind}.yaml",
    )


def _draw(assessment: Assessment, words: Words, name: str, /, **options: str) -> Figure:
    figure: Figure = FIGURES[name](assessment, words, **options)
    return replace(figure, id=f"figure-{figure.id}")


def tokens() -> str:
    """The charts' colours as the style sheet's variables."""
    return style.tokens()


def _scored(panel: Panel, study: Study, period: str) -> dict[str, Result]:
    """Every index of the study in its order; each may draw on those before it."""
    results: dict[str, Result] = {}
    for code, spec in study.indices.items():
        results[code] = score(panel, study, spec, period, results)
    return results


def _ways(method: str) -> tuple[str, ...]:
    """How a method can join the members of a group."""
    choices = get_args(get_type_hints(INDICES[method]).get("aggregate"))
    return tuple(how for how in ("mean", "one-region") if how in choices)


def _joined(panel: Panel, study: Study, code: str, period: str) -> Composite:
    """A further composite with its groups scored as one region, where its method can."""
    spec = study.indices[code]
    if "one-region" not in _ways(spec.method):
        return cast(Composite, score(panel, study, spec, period))
    options = {**spec.options, "aggregate": "one-region"}
    return cast(Composite, score(panel, study, replace(spec, options=options), period))


def _reading(panel: Panel, study: Study, reading: Reading, how: str, period: str) -> Composite:
    """The main index under another reading, its groups joined in one way."""
    options = {**study.main.options, **reading.options, "aggregate": how}
    result = score(panel, study, replace(study.main, options=options), period)
    if not isinstance(result, Composite):
        raise fault(
            reading.where, f"reading '{reading.id}': the first index is no composite", "put one first"
        )
    return result


def score(
    panel: Panel, study: Study, spec: IndexSpec, period: str, earlier: Mapping[str, Result] | None = None
) -> Result:
    """One index of the study in the edition of `period`."""
    framework = study.framework.only(spec.indicators)
    names = tuple(i for d in framework.dimensions for i in d.indicators)
    window = panel.window(spec.up_to(period), names)
    return INDICES[spec.method](Given(window, panel, framework, spec, study, earlier or {}), **spec.options)


def by_options(study: Study) -> Study:
    """The study, its indices over what their options name asking for no indicator of the framework."""
    indices = {
        code: replace(spec, indicators=()) if spec.method in NAMED else spec
        for code, spec in study.indices.items()
    }
    return replace(study, indices=indices)


def study_flaws(study: Study) -> Iterator[Flaw]:
    """Methods, rules and options that the study names and nobody knows."""
    for spec in study.indices.values():
        who, at = f"index '{spec.code}'", spec.lines.get("method", spec.where)
        if function := INDICES.get(spec.method):
            yield from option_flaws(function, spec.options, who, spec.where, spec.lines)
            yield from lacking(function, spec.options, who, spec.where)
            if spec.method in NAMED and "indicators" in spec.lines:
                what = f"{who}: {spec.method} takes no 'indicators'"
                yield Flaw(spec.lines["indicators"], what, "name what it draws on by its options")
        else:
            yield Flaw(at, f"{who}: no method is called '{spec.method}'", did_you_mean(spec.method, INDICES))
    if len(study.regions) < 2:
        what = "the study has one region, and a report compares regions"
        yield Flaw(study.where, what, "declare two or more")
    if main := INDICES.get(study.main.method):
        if get_type_hints(main)["return"] is not Composite:
            what = f"index '{study.main.code}' comes first, and {study.main.method} has no dimensions"
            yield Flaw(study.main.where, what, "put an ideal-solution or a weighted-mean before it")
        for r in study.readings:
            yield from option_flaws(main, r.options, f"reading '{r.id}'", r.where, r.lines)
    for rule in study.problems:
        if found := PROBLEMS.get(rule.rule):
            flaws = option_flaws(found, rule.thresholds, f"problem '{rule.rule}'", rule.where, rule.lines)
            yield from list(flaws) or threshold_flaws(rule, study)
        else:
            yield Flaw(rule.where, f"no rule is called '{rule.rule}'", did_you_mean(rule.rule, PROBLEMS))

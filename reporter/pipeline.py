"""The order of the stages: read this first."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast, get_args, get_type_hints

from reporter.audit import audit, replay, space_of
from reporter.checks import build_panel
from reporter.config import Workspace, read_measures, read_study
from reporter.config.provenance import provenance
from reporter.config.study import read_regions
from reporter.errors import Faults, fault, refuse
from reporter.indices import INDICES, NAMED
from reporter.indices.titles import score_titles
from reporter.model.assessment import Assessment
from reporter.model.audit import Audit, Replicate
from reporter.model.document import Document, Figure
from reporter.model.finding import Measure
from reporter.model.options import options_of
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite, Given, Result, Scoreboard
from reporter.model.row import Row
from reporter.model.study import IndexSpec, Reading, Study
from reporter.model.theme import Theme
from reporter.model.words import Words
from reporter.problems import PROBLEMS, find_problems, find_strengths
from reporter.problems.compare import told_of
from reporter.problems.flaws import read_by
from reporter.recommendations import measure_flaws, recommend, untold, with_what_if
from reporter.sections.compose import compose
from reporter.sources import READERS
from reporter.study_flaws import study_flaws


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
    audited = _audited(panel, study, board, period)
    ways, varied = _otherwise(board, panel, study, audited, period)
    findings, resolved = told_of(find_problems, board, ways, varied, panel, study)
    strengths, _ = told_of(find_strengths, board, ways, varied, panel, study, "stronger", "weaker")
    made = recommend(findings, inputs.measures)
    recommendations = with_what_if(made, board.main, panel, lambda other: again(other, study, period, {}))
    return Assessment(
        study,
        period,
        panel,
        board,
        readings,
        as_one,
        findings,
        resolved,
        strengths,
        recommendations,
        audited,
        inputs.provenance,
    )


def told(inputs: Inputs, words: Words) -> Words:
    """The words, knowing the study's names and units; Faults if they have none for a measure's codes."""
    refuse(untold(inputs.measures, words))
    return words_for(inputs.study, words)


def words_for(study: Study, words: Words) -> Words:
    """The words, knowing the study's names and units."""
    names = {r.id: words.text(r.title) for r in study.regions}
    names |= {id: words.text(i.title) for id, i in study.indicators.items()}
    for code, (title, *each) in score_titles(study).items():
        whole = words.text(title)
        names[code] = words("labels.each", index=whole, one=words.text(each[0])) if each else whole
    shorts = {id: words.text(i.short) for id, i in study.indicators.items() if i.short}
    withins = {r.id: words.text(r.title) for r in study.regions}
    for group in study.groups:
        names[group.id] = words.text(group.title) or words("labels.whole")
        withins[group.id] = words.text(group.within or group.title) or words("labels.within")
    return words.knowing(names, shorts, study.units, withins)


def write(assessment: Assessment, words: Words, theme: Theme, kind: str) -> Document:
    """The edition's document: the outline's sections with their figures."""
    from reporter.figures import FIGURES, style  # matplotlib takes long to load, and `explain` draws nothing

    scored = words.on(assessment.main.scale)

    def draw(name: str, /, **options: str) -> Figure:
        figure: Figure = FIGURES[name](assessment, scored, **options)
        return replace(figure, id=f"figure-{figure.id}")

    style.use_fonts(theme.faces)
    return compose(assessment, draw, scored, theme.outlines[kind], f"templates/editions/{kind}.yaml")


def tokens() -> str:
    """The charts' colours as the style sheet's variables."""
    from reporter.figures.style import tokens  # as above

    return tokens()


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


def _otherwise(
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


def _audited(panel: Panel, study: Study, board: Scoreboard, period: str) -> Audit:
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

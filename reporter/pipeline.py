"""The order of the stages: read this first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256

from reporter.checks import build_panel
from reporter.claims import judge
from reporter.company import company
from reporter.config.languages import untranslated
from reporter.editorial import edit_findings, edit_measures, unmatched
from reporter.errors import Faults, Flaw
from reporter.evidence import trace
from reporter.exhibits import exhibit
from reporter.model.advice import FollowUp, Recommendation
from reporter.model.assessment import Assessment
from reporter.model.audit import Audit
from reporter.model.document import Document, Figure
from reporter.model.editorial import JUDGEMENT, Edited, Editorial, Kind
from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Composite, Scoreboard
from reporter.model.study import Study
from reporter.model.theme import Theme
from reporter.model.words import Words
from reporter.problems import find_problems, find_strengths
from reporter.problems.compare import settled, told_of
from reporter.reading import Inputs, read, told, words_for
from reporter.recommendations import follow_up, recommend, with_what_if
from reporter.scoring import (
    again,
    audited_main,
    joined,
    otherwise,
    reading_of,
    replicate,
    score,
    scored,
    ways_of,
)
from reporter.sections.compose import compose
from reporter.sections.editors import outdated


def assess(inputs: Inputs, period: str) -> Assessment:
    """The edition of `period`: figures up to it, scored, held against rules and claims, answered with
    measures, and what the editor makes of it.
    """
    inputs = inputs if inputs.provenance else inputs.of(period)
    study = inputs.study
    panel = build_panel(study, inputs.rows, inputs.regions, period)
    board = Scoreboard(scored(panel, study, period))
    readings = {
        r.id: {how: reading_of(panel, study, r, how, period) for how in ways_of(study.main.method)}
        for r in study.readings
    }
    others = (code for code in board.composites if code != study.main.code)
    as_one = {code: joined(panel, study, code, period) for code in others}
    audited = audited_main(panel, study, board, period)
    found, resolved, strong = _found(board, panel, study, audited, period)
    editorial = inputs.editorials.get(period, Editorial())
    findings, left = edit_findings(found, editorial.desk("problems"), period)
    strengths, weak = edit_findings(strong, editorial.desk("strengths"), period)
    made = recommend(findings, inputs.measures)
    advised, dropped = edit_measures(made, editorial.desk("measures"))
    edited = Edited(
        editorial,
        {"problems": left, "strengths": weak, "measures": dropped},
        tuple(_remarks(editorial, {"problems": found, "strengths": strong}, made)),
        _fingerprint(board),
    )
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
        with_what_if(advised, board.main, panel, lambda other: again(other, study, period, {})),
        audited,
        dict(inputs.provenance),
        judge(inputs.claims, board, panel, study, audited),
        _followed(inputs, found, board, panel),
        edited,
        inputs.bibliography,
        trace([*findings, *resolved, *strengths], board, panel, study),
        exhibit(inputs.exhibits, inputs.rows, study.series),
        company(board.main, panel, study, audited),
        _last_edition(inputs, period),
    )


def _found(
    board: Scoreboard, panel: Panel, study: Study, audited: Audit, period: str
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...]]:
    """The problems, those of the period before that are resolved, and the strengths."""
    ways, varied = otherwise(board, panel, study, audited, period)
    found, resolved = told_of(find_problems, board, ways, varied, panel, study)
    strong, _ = told_of(find_strengths, board, ways, varied, panel, study, "stronger", "weaker")
    sure = (f for f in settled(strong, audited) if f.within is None)  # a rise that may be none is no strength
    graded = sorted(settled(found, audited), key=lambda f: -f.severity)
    return tuple(graded), resolved, tuple(sure)


def _last_edition(inputs: Inputs, period: str) -> Composite | None:
    """The main index as the declared edition before gives it; None without one, or where it has faults of its
    own.
    """
    study = inputs.study
    before = max((p for p in study.editions.periods if p < period), default=None)
    with suppress(Faults):
        if before:
            return again(build_panel(study, inputs.rows, inputs.regions, before), study, before, {})
    return None


def _followed(
    inputs: Inputs, findings: Sequence[Finding], board: Scoreboard, panel: Panel
) -> tuple[FollowUp, ...]:
    """The advice of the period before, by this edition's scores and that period's editor, and what came of
    it.
    """
    main, study = board.main, inputs.study
    if len(main.periods) < 2:
        return ()
    before = main.periods[-2]
    editorial = inputs.editorials.get(before, Editorial())
    found = find_problems(board.until(before), panel, study)
    edited, _ = edit_findings(found, editorial.desk("problems"), before)
    kept = [f for f in edited if not f.judged]  # what no rule finds cannot be said to be found no more
    advised, _ = edit_measures(recommend(kept, inputs.measures), editorial.desk("measures"))
    return follow_up(advised, findings, main, panel, study)


def _remarks(
    editorial: Editorial, found: Mapping[Kind, Sequence[Finding]], made: Sequence[Recommendation]
) -> Iterator[Flaw]:
    """What of the editor's word this edition has no place for."""
    for kind, findings in found.items():
        desk = editorial.desk(kind)
        mine = [f"{JUDGEMENT}.{one.id}.{one.region}" for one in desk.add]
        yield from unmatched(desk, kind, [*(f.key for f in findings), *mine])
    yield from unmatched(editorial.desk("measures"), "measures", [r.measure.id for r in made])


def _fingerprint(board: Scoreboard) -> str:
    """A name that changes with any score, to the twelfth place; it begins with a letter, so that YAML reads
    text.
    """
    lines = (
        f"{code} {values.round(12).tolist()}"
        for r in board.results.values()
        for code, values in r.values.items()
    )
    return "s" + sha256("\n".join(lines).encode()).hexdigest()[:12]


def remarks(assessment: Assessment, words: Words) -> tuple[Flaw, ...]:
    """What the edition is built in spite of: entries of the editor's that change nothing, numbers in her
    words that no longer hold, signatures under other scores, texts that the language has none for.
    """
    edited = assessment.edited
    now = f"if these stand, sign again with scores: {edited.scores}"
    unsigned = (Flaw(s.where, f"'{s.by}' signed other scores", now) for s in edited.signed_before)
    english = untranslated(assessment.study, words.language)
    return tuple(dict.fromkeys((*edited.remarks, *outdated(assessment, words), *unsigned, *english)))


Draw = Callable[[Assessment, Words, Theme, str, Mapping[str, str]], Figure]


def draw(assessment: Assessment, words: Words, theme: Theme, name: str, options: Mapping[str, str]) -> Figure:
    """The chart of this name."""
    from reporter.figures import FIGURES, style  # matplotlib takes long to load, and `explain` draws nothing

    with style.branded(theme.brand, words.language, theme.faces):
        return FIGURES[name](assessment, words, **options)


def write(
    assessment: Assessment, words: Words, theme: Theme, kind: str, region: str = "", draw: Draw = draw
) -> Document:
    """The edition's document: the outline's sections with their figures; of one region where it is named."""
    spoken = words.on(assessment.main.scale, assessment.main.zero)
    assessment = assessment.about(region) if region else assessment

    def drawn(name: str, /, **options: str) -> Figure:
        figure = draw(assessment, spoken, theme, name, options)
        return replace(figure, id=f"figure-{figure.id}")

    outline = theme.outlines[kind]
    sections = outline.region if region else outline.sections
    return compose(assessment, drawn, spoken, sections, f"templates/editions/{kind}.yaml", outline.lines)


__all__ = [
    "Draw",
    "Inputs",
    "again",
    "assess",
    "draw",
    "read",
    "remarks",
    "replicate",
    "score",
    "told",
    "words_for",
    "write",
]

"""Builds what is asked: studies × periods × languages × editions × formats."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby
from pathlib import Path

from reporter import pipeline
from reporter.config import Workspace, find_workspace, read_theme, read_words
from reporter.config.languages import strangers
from reporter.config.provenance import fingerprints
from reporter.config.theme import languages
from reporter.config.workspace import BASE
from reporter.errors import Faults, Flaw, refuse, shown
from reporter.explain import explain
from reporter.explain_replicate import explain_replicate, replicate_flaws
from reporter.model.assessment import Assessment
from reporter.model.study import Study
from reporter.model.theme import Theme
from reporter.model.words import Words
from reporter.production.archival import enclosing, validated
from reporter.production.data import assessment_json, scores_csv
from reporter.production.datapackage import data_package
from reporter.production.plan import (
    FORMATS,
    Edition,
    Order,
    abouts,
    known,
    periods_of,
    planned,
    siblings,
    studies_of,
)
from reporter.production.write import write_products
from reporter.render import RENDERERS
from reporter.render.proofread import proofread

MOST = 8
"""Pages named one by one."""


@dataclass(frozen=True)
class Told:
    """A line about the work, and how many of the pages asked for are done."""

    line: str
    done: int
    total: int


def build_all(start: Path, order: Order) -> Iterator[Told]:
    """Builds everything asked; tells a line a page, then where an edition's pages lie."""
    workspace = find_workspace(start)
    known("format", order.formats, FORMATS)
    theme = _proofread(workspace)
    yield from (Told(line, 0, 1) for line in _noted(theme.brand.remarks, order.strict))
    plan = [
        planned(inputs, period, order, theme)
        for inputs in [pipeline.read(workspace, name) for name in studies_of(workspace, order.studies)]
        for period in periods_of(inputs.study, order.periods)
    ]
    total, done = sum(len(one.pages) for one in plan), 0
    for one in plan:
        assessment = pipeline.assess(one.inputs, one.period)
        yield from (Told(line, done, total) for line in _remarks(one, assessment))
        for line in _made(one, assessment):
            done += 1
            yield Told(line, done, total)
        yield Told(_where(one), done, total)


def _proofread(workspace: Workspace) -> Theme:
    """The workspace's theme; Faults for every name in it that nothing has."""
    theme = read_theme(workspace)
    refuse(proofread(theme))
    return theme


def _where(edition: Edition) -> str:
    """Where an edition's pages lie, or of many the folders."""
    paths = [shown(edition.folder / page.path) for page in edition.pages]
    paths = paths or [shown(edition.folder / name) for name in ("report.xlsx", "assessment.json")]
    folders = dict.fromkeys(f"{Path(path).parent}/" for path in paths)
    return "  ".join(paths if len(paths) <= MOST else folders)


def _remarks(edition: Edition, assessment: Assessment) -> Iterator[str]:
    """What the edition is built in spite of, a line each; faults where the order is strict."""
    workspace = edition.inputs.workspace
    spoken = (pipeline.told(edition.inputs, read_words(workspace, name)) for name in edition.languages)
    yield from _noted(
        [flaw for words in spoken for flaw in pipeline.remarks(assessment, words)], edition.strict
    )


def _noted(flaws: Iterable[Flaw], strict: bool) -> Iterator[str]:
    """Remarks as lines, each once; Faults where they count as such."""
    found = tuple(dict.fromkeys(flaws))
    if strict:
        refuse(found)
    yield from (f"note: {flaw}" for flaw in found)


def _made(edition: Edition, assessment: Assessment) -> Iterator[str]:
    """Builds an edition page by page, a line each; its products are written together at the end."""
    inputs, workspace = edition.inputs, edition.inputs.workspace
    products = _data(edition, assessment)
    for (language, kind, region), pages in groupby(edition.pages, key=lambda page: page[:3]):
        words = pipeline.told(inputs, read_words(workspace, language))
        document = pipeline.write(assessment, words, edition.theme, kind, region)
        if not region:  # one region's PDF holds the data of its own figures alone
            document = enclosing(document, products, words)
        for page in pages:
            document = replace(document, siblings=siblings(page, inputs.study.editions.languages))
            products[page.path] = made = RENDERERS[page.form](document, edition.theme)
            told = f"{inputs.study.id} {edition.period}: {page.path} ({len(made) / 1e6:.1f} MB)"
            place = shown(edition.folder / page.path)
            yield f"{told}, {validated(made, place)}" if page.form == "pdf" else told
    spoken = tuple(dict.fromkeys((*edition.languages, inputs.study.editions.languages[0])))  # the workbook's
    write_products(edition.folder, products, _provenance(workspace, assessment, spoken))


def _data(edition: Edition, assessment: Assessment) -> dict[str, bytes]:
    """The products for programs and spreadsheets, their words in the study's first language."""
    from reporter.production.workbook import workbook  # the spreadsheet library is for builds alone

    inputs, first = edition.inputs, edition.inputs.study.editions.languages[0]
    told = pipeline.told(inputs, read_words(inputs.workspace, first))
    words = told.on(assessment.main.scale, assessment.main.zero)
    made = {
        "scores.csv": scores_csv(assessment),
        "assessment.json": assessment_json(assessment),
        "report.xlsx": workbook(assessment, words),
    }
    return {**made, "datapackage.json": data_package(assessment, words, made)}


def _provenance(
    workspace: Workspace, assessment: Assessment, languages: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    """The figures' inputs, and the files of the theme the editions were made with."""
    folders = [BASE / "templates", workspace.root / "templates"]
    patterns = (
        "**/*.html",
        "styles/*.css",
        "brand.yaml",
        "pictures/*",
        "scripts/*.js",
        "editions/*.yaml",
        *(f"words/{language}.yaml" for language in languages),
    )
    files = {path for folder in folders for pattern in patterns for path in folder.glob(pattern)}
    return {
        **assessment.provenance,
        "inputs": {**assessment.provenance["inputs"], **fingerprints(workspace, files)},
    }


def check_all(start: Path, studies: tuple[str, ...], strict: bool = False) -> Iterator[str]:
    """Reads and assesses every edition, composes and fills the templates; Faults tells what is wrong, with
    `strict` what is only remarked, too.
    """
    workspace = find_workspace(start)
    spoken = cache(partial(read_words, workspace))  # once, whatever the number of editions
    flaws: list[Flaw] = []
    for name in studies_of(workspace, studies):
        with _gathered(flaws):
            yield from _checked(workspace, name, spoken, strict)
    with _gathered(flaws):
        refuse(strangers({language: spoken(language) for language in languages(workspace)}))
    refuse(flaws)


@contextmanager
def _gathered(flaws: list[Flaw]) -> Iterator[None]:
    """Inside, faults are put to the others instead of stopping the work."""
    try:
        yield
    except Faults as faults:
        flaws += faults.flaws


def _checked(workspace: Workspace, name: str, spoken: Callable[[str], Words], strict: bool) -> Iterator[str]:
    inputs = pipeline.read(workspace, name)
    theme = _proofread(workspace)
    study, flaws = inputs.study, list(theme.brand.remarks)
    for period in periods_of(study, ()):
        assessment = pipeline.assess(inputs, period)
        for language in study.editions.languages:
            words = pipeline.told(inputs, spoken(language))
            flaws += pipeline.remarks(assessment, words)
            for kind, region in _samples(study, theme):
                RENDERERS["html"](pipeline.write(assessment, words, theme, kind, region), theme)
    yield from _noted(flaws, strict)
    filled = sum(int(series.filled.sum()) for series in assessment.panel.series.values())
    editions, indicators = len(study.editions.periods), len(study.framework.indicators)
    counts = f"{_counted(editions, 'edition')}, {_counted(indicators, 'indicator')}"
    signed = f"scores of {assessment.period}: {assessment.edited.scores}"
    yield f"{name}: {counts}, {_counted(filled, 'figure')} filled in; {signed}; no faults"


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def _samples(study: Study, theme: Theme) -> Iterator[tuple[str, str]]:
    """Every kind the study declares, of the whole and of the first region it is made for."""
    declared = study.editions.kinds
    known("edition", declared, theme.outlines)
    first = {
        (kind, bool(region)): region for kind, region in [*abouts(study, declared, (), theme.outlines)][::-1]
    }
    yield from ((kind, region) for (kind, _), region in first.items())


def explain_lines(
    start: Path, study: str, what: str, period: str | None, language: str, number: int | None = None
) -> Iterator[str]:
    """The walk from a number of the study's edition (its newest unless said) to the source.

    number: of a replicate of the audit, under which the number is told instead.
    """
    workspace = find_workspace(start)
    inputs = pipeline.read(workspace, study)
    period = max(periods_of(inputs.study, (period,) if period else ()))
    words: Words = pipeline.words_for(inputs.study, read_words(workspace, language))
    assessment = pipeline.assess(inputs, period)
    if number is None:
        yield from explain(assessment, words, what)
        return
    refuse(replicate_flaws(assessment, what, number))
    replicate, assessment = pipeline.replicate(assessment, number)
    yield from explain_replicate(assessment, words, replicate)
    yield from explain(assessment, words, what)

"""Builds what is asked: studies × periods × languages × editions × formats."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby, product
from pathlib import Path

from reporter import pipeline
from reporter.config import Workspace, find_workspace, read_theme, read_words
from reporter.config.languages import strangers
from reporter.config.provenance import fingerprints
from reporter.config.theme import languages
from reporter.config.workspace import BASE
from reporter.errors import Faults, Flaw, Where, did_you_mean, fault, refuse, shown
from reporter.explain import explain
from reporter.explain_replicate import explain_replicate, replicate_flaws
from reporter.model.assessment import Assessment
from reporter.model.study import Study
from reporter.model.theme import Theme
from reporter.model.words import Words
from reporter.production.data import assessment_json, scores_csv
from reporter.production.write import write_products
from reporter.render import RENDERERS


@dataclass(frozen=True)
class Order:
    """What is asked for; what is empty is what the study declares."""

    studies: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    out: Path | None = None
    strict: bool = False


@dataclass(frozen=True)
class Told:
    """A line about the work, and how many of the pages asked for are done."""

    line: str
    done: int
    total: int


def build_all(start: Path, order: Order) -> Iterator[Told]:
    """Builds everything asked; tells a line a page, then where an edition's pages lie."""
    workspace = find_workspace(start)
    _known("format", order.formats, RENDERERS)
    theme = read_theme(workspace)
    plan = [
        edition
        for inputs in [pipeline.read(workspace, name) for name in _studies(workspace, order.studies)]
        for period in _periods(inputs.study, order.periods)
        if (edition := _edition(inputs, period, order, theme))
    ]
    total, done = sum(len(edition.pages) for edition in plan), 0
    for edition in plan:
        assessment = pipeline.assess(edition.inputs, edition.period)
        yield from (Told(line, done, total) for line in _remarks(edition, assessment))
        for line in _made(edition, assessment):
            done += 1
            yield Told(line, done, total)
        yield Told("  ".join(shown(edition.folder / page) for page in edition.pages), done, total)


@dataclass(frozen=True)
class Edition:
    """An edition to be built: what from, where to, and its pages as (language, kind, format)."""

    inputs: pipeline.Inputs
    period: str
    theme: Theme
    folder: Path
    wanted: tuple[tuple[str, str, str], ...]
    strict: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its pages."""
        return tuple(dict.fromkeys(language for language, _, _ in self.wanted))

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages by their path below the edition's folder."""
        return tuple(f"{language}/{kind}.{form}" for language, kind, form in self.wanted)


def _edition(inputs: pipeline.Inputs, period: str, order: Order, theme: Theme) -> Edition:
    declared = inputs.study.editions
    languages, kinds = order.languages or declared.languages, order.kinds or declared.kinds
    _known("edition", kinds, theme.outlines)
    for language in languages:
        read_words(inputs.workspace, language)  # told before anything is built
    wanted = tuple(product(languages, kinds, order.formats or tuple(RENDERERS)))
    folder = (order.out or inputs.workspace.root / "out") / inputs.study.id / period
    return Edition(inputs, period, replace(theme, tokens=pipeline.tokens()), folder, wanted, order.strict)


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
    products = {"scores.csv": scores_csv(assessment), "assessment.json": assessment_json(assessment)}
    for (language, kind), pages in groupby(edition.wanted, key=lambda wanted: wanted[:2]):
        words = pipeline.told(inputs, read_words(workspace, language))
        document = pipeline.write(assessment, words, edition.theme, kind)
        for _, _, form in pages:
            page = f"{language}/{kind}.{form}"
            products[page] = RENDERERS[form](document, edition.theme)
            yield f"{inputs.study.id} {edition.period}: {page} ({len(products[page]) / 1e6:.1f} MB)"
    write_products(edition.folder, products, _provenance(workspace, assessment, edition.languages))


def _provenance(
    workspace: Workspace, assessment: Assessment, languages: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    """The figures' inputs, and the templates, styles, outlines and words the editions were made with."""
    folders = [BASE / "templates", workspace.root / "templates"]
    patterns = (
        "*.html",
        "styles/*.css",
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
    for name in _studies(workspace, studies):
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
    inputs, theme = pipeline.read(workspace, name), read_theme(workspace)
    study, flaws = inputs.study, list[Flaw]()
    for period in _periods(study, ()):
        assessment = pipeline.assess(inputs, period)
        for language in study.editions.languages:
            words = pipeline.told(inputs, spoken(language))
            flaws += pipeline.remarks(assessment, words)
            for kind in study.editions.kinds:
                RENDERERS["html"](
                    pipeline.write(assessment, words, theme, kind), replace(theme, tokens=pipeline.tokens())
                )
    yield from _noted(flaws, strict)
    filled = sum(int(series.filled.sum()) for series in assessment.panel.series.values())
    counts = f"{len(study.editions.periods)} editions, {len(study.framework.indicators)} indicators"
    signed = f"scores of {assessment.period}: {assessment.edited.scores}"
    yield f"{name}: {counts}, {filled} figures filled in; {signed}; no faults"


def explain_lines(
    start: Path, study: str, what: str, period: str | None, language: str, number: int | None = None
) -> Iterator[str]:
    """The walk from a number of the study's edition (its newest unless said) to the source.

    number: of a replicate of the audit, under which the number is told instead.
    """
    workspace = find_workspace(start)
    inputs = pipeline.read(workspace, study)
    period = max(_periods(inputs.study, (period,) if period else ()))
    words: Words = pipeline.words_for(inputs.study, read_words(workspace, language))
    assessment = pipeline.assess(inputs, period)
    if number is None:
        yield from explain(assessment, words, what)
        return
    refuse(replicate_flaws(assessment, what, number))
    replicate, assessment = pipeline.replicate(assessment, number)
    yield from explain_replicate(assessment, words, replicate)
    yield from explain(assessment, words, what)


def _studies(workspace: Workspace, asked: tuple[str, ...]) -> tuple[str, ...]:
    if found := asked or workspace.studies:
        return found
    where = Where(shown(workspace.data / "studies"))
    raise fault(where, "there is no study", "write one: NAME/study.yaml")


def _periods(study: Study, asked: tuple[str, ...]) -> tuple[str, ...]:
    declared = study.editions.periods
    if not declared:
        what = f"the study '{study.id}' declares no edition"
        raise fault(study.where, what, "add its years to editions: years:")
    for period in asked:
        if period not in declared:
            what = f"the study '{study.id}' declares no edition {period}"
            mend = f"add it to editions: years:, or take one of: {', '.join(declared)}"
            raise fault(study.where, what, mend)
    return asked or declared


def _known(kind: str, asked: tuple[str, ...], there: Mapping[str, object]) -> None:
    for name in asked:
        if name not in there:
            raise fault(Where("reporter build"), f"no {kind} is called '{name}'", did_you_mean(name, there))

"""Everything held against its rules without a product, and a number walked back to its source."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from reporter import pipeline
from reporter.config import Workspace, find_workspace, read_theme, read_words
from reporter.config.languages import strangers
from reporter.config.theme import languages
from reporter.errors import Faults, Flaw, refuse
from reporter.explain import explain
from reporter.explain_replicate import explain_replicate, replicate_flaws
from reporter.model.study import Study
from reporter.model.theme import Theme
from reporter.model.words import Words
from reporter.production.plan import abouts, known, periods_of, studies_of
from reporter.render import RENDERERS
from reporter.render.proofread import proofread


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


def _noted(flaws: Iterable[Flaw], strict: bool) -> Iterator[str]:
    """Remarks as lines, each once; Faults where they count as such."""
    found = tuple(dict.fromkeys(flaws))
    if strict:
        refuse(found)
    yield from (f"note: {flaw}" for flaw in found)


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


def _proofread(workspace: Workspace) -> Theme:
    """The workspace's theme; Faults for every name in it that nothing has."""
    theme = read_theme(workspace)
    refuse(proofread(theme))
    return theme


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

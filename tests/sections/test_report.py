"""The document of the made-up land: numbered throughout, every reference met, every finding said."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reporter import pipeline
from reporter.config import Workspace, read_theme
from reporter.config.workspace import BASE
from reporter.errors import Faults
from reporter.model.assessment import Assessment
from reporter.model.document import Block, Cell, Document, Figure, Paragraph, Rows, Section, Table
from reporter.model.words import Words
from reporter.sections import SECTIONS
from reporter.sections.compose import blocks, compose
from reporter.sections.findings import evidence, title
from reporter.sections.problems import problems
from reporter.sections.recommendations import recommendations
from tests.conftest import LAND, base_words
from tests.sections.charts import undrawn

LANGUAGES = ["en", "zh"]


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """The newest edition, its measures' codes being ones that there are words for."""
    made = pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")
    said = tuple(
        replace(r, measure=replace(r.measure, level="province", instrument="funding"))
        for r in made.recommendations
    )
    return replace(made, recommendations=said)


def spoken(assessment: Assessment, language: str) -> Words:
    return pipeline.words_for(assessment.study, base_words(language))


@pytest.fixture(scope="module", params=LANGUAGES)
def document(request: pytest.FixtureRequest, assessment: Assessment) -> Document:
    """The full edition, its charts having their data and no lines."""
    words, theme = spoken(assessment, request.param), read_theme(Workspace(BASE))
    with undrawn():
        return pipeline.write(assessment, words, theme, "full")


def every(document: Document) -> Iterator[Block]:
    return (block for section in document.sections for block in blocks(section))


def no_figure(*_: object, **__: object) -> Figure:
    raise AssertionError("this section draws nothing")


@pytest.mark.parametrize("kind", [Figure, Table])
def test_figures_and_tables_are_numbered_in_their_order(document: Document, kind: type) -> None:
    numbers = [b.number for b in every(document) if isinstance(b, kind) and getattr(b, "numbered", True)]
    assert len(numbers) > 8
    assert numbers == list(range(1, len(numbers) + 1))


def test_chapters_count_on_and_annexes_are_lettered(document: Document) -> None:
    marks = [s.mark for s in document.sections if s.mark]
    chapters = [m for m in marks if m.isdigit()]
    assert chapters == [str(n) for n in range(1, len(chapters) + 1)]
    assert marks[len(chapters) :] == list("ABCDEFGHI")


def test_names_of_sections_figures_and_tables_stand_once(document: Document) -> None:
    names = [s.id for s in document.sections]
    names += [b.id for b in every(document) if isinstance(b, Figure | Table)]
    assert len(set(names)) == len(names)


def test_every_reference_leads_somewhere(document: Document) -> None:
    there = {s.id for s in document.sections} | set(document.numbers)
    asked = {ref.to for b in every(document) if isinstance(b, Paragraph) for ref in b.see}
    assert asked
    assert asked <= there


def test_every_figure_has_a_caption_alt_text_and_its_data(document: Document) -> None:
    figures = [b for b in every(document) if isinstance(b, Figure) and b.numbered]
    assert len({b.id for b in figures}) >= 8
    assert all(b.title and b.alt and b.columns and b.rows for b in figures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_said_with_its_numbers(assessment: Assessment, language: str) -> None:
    words = spoken(assessment, language)
    assert {f.rule for f in assessment.findings} == {rule.rule for rule in assessment.study.problems}
    for f in assessment.findings:
        assert title(assessment, words, f)
        said = evidence(words, f)
        expected = {words.number(e.value * 100) for e in f.evidence}  # every score, then what was measured
        expected.add(f"{words.number(abs(f.measured) * 100, 0 if 'share' in f.numbers else 1)}%")
        assert expected <= set(re.findall(r"\d+(?:\.\d+)?%?", said)), said
        texts = [words.names.get(v, v) for v in f.numbers.values() if isinstance(v, str)]
        assert all(text.lower() in said.lower() for text in texts), said


def cells(sections: tuple[Section, ...]) -> Iterator[Cell]:
    tables = (b for s in sections for b in s.blocks if isinstance(b, Table))
    return (
        c for t in tables for group in t.body if isinstance(group, Rows) for row in group.rows for c in row
    )


def test_every_finding_has_a_row_and_every_recommendation_too(assessment: Assessment) -> None:
    words = spoken(assessment, "en")
    heads = [c.text for c in cells(problems(assessment, no_figure, words)) if c.head == "row"]
    strengths = [title(assessment, words, f, "strengths") for f in assessment.strengths]
    assert heads == [title(assessment, words, f) for f in assessment.findings] + strengths
    made = [c.text for c in cells(recommendations(assessment, no_figure, words)) if c.head == "row"]
    measures = [f"{n}  {r.measure.title['en']}" for n, r in enumerate(assessment.recommendations, 1)]
    targets = {(w.region, w.indicator) for r in assessment.recommendations for w in r.what_if}
    before = [one.measure.title["en"] for one in assessment.follow_up]
    assert made[: len(measures)] == measures
    assert sorted(made[len(measures) : -len(before)]) == sorted(words.short(i) for _, i in targets)
    assert made[-len(before) :] == before


def _quiet(assessment: Assessment) -> Assessment:
    """The same, nothing having been found."""
    return replace(assessment, findings=(), resolved=(), strengths=(), recommendations=())


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_findings_there_is_no_table_and_no_recommendation(
    assessment: Assessment, language: str
) -> None:
    quiet, words = _quiet(assessment), spoken(assessment, language)
    [section] = problems(quiet, no_figure, words)
    assert section.heading == words("problems.heading.none")
    assert not list(cells((section,)))
    assert recommendations(quiet, no_figure, words) == ()


def test_a_misspelt_section_is_told_in_its_outline(assessment: Assessment) -> None:
    words = spoken(assessment, "en")
    with pytest.raises(Faults, match=r"^outline.yaml: no section is called 'covr'; did you mean 'cover'\?$"):
        compose(assessment, no_figure, words, ["covr"], "outline.yaml")


def test_the_editions_name_every_section_there_is() -> None:
    outlines = read_theme(Workspace(BASE)).outlines
    named = {name for one in outlines.values() for name in (*one.sections, *one.region)}
    assert named == set(SECTIONS)

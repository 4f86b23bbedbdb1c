"""The back of the report: terms that the edition uses, and its citation in the custom of each language."""

from dataclasses import replace

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.model.assessment import Assessment
from reporter.model.document import Heading, Paragraph
from reporter.model.editions import Erratum, Licence
from reporter.model.guide import Glossary
from reporter.sections.bibliography import bibliography, citation, cite, licence
from reporter.sections.glossary import glossary
from tests.conftest import LAND, base_words

TITLE = "A made-up land: innovation assessment 2022"
pytestmark = pytest.mark.usefixtures("few_points")


@pytest.fixture(scope="module")
def land() -> Assessment:
    return pipeline.assess(pipeline.read(Workspace(LAND), "land"), "2022")


def terms(a: Assessment) -> list[str]:
    [block] = glossary(a, lambda: None, pipeline.words_for(a.study, base_words("en")))[0].blocks  # type: ignore[arg-type,return-value]
    assert isinstance(block, Glossary)
    return [term.name for term in block.terms]


def test_the_glossary_has_the_terms_of_the_edition_and_no_others(land: Assessment) -> None:
    named = terms(land)
    assert {"Ideal solution (TOPSIS)", "Interval", "Filled-in figure", "Problem"} <= {*named}
    assert not {"Claim", "Exhibit", "Tier", "Frontier", "Moran's I", "Weighted mean"} & {*named}
    assert named == sorted(named, key=str.casefold)


def test_without_problems_there_are_no_terms_of_problems(land: Assessment) -> None:
    without = terms(replace(land, findings=(), recommendations=()))
    assert {*terms(land)} - {*without} == {"Problem", "Severity", "Evidence", "Measure", "Target", "What if"}


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        ("en", "Office of a made-up land (2023), {en}. Published 2023-12-01, scores "),
        ("zh", "虚构之地统计局. 虚构之地创新评估2022[R]. 2023（2023-12-01发布，得分版本"),
    ],
)  # fmt: skip
def test_the_report_is_cited_as_its_language_cites(land: Assessment, language: str, cited: str) -> None:
    assert citation(land, base_words(language)).startswith(cited.format(en=TITLE) + land.edited.scores)


def test_the_bibliography_lists_publications_and_references_in_order(land: Assessment) -> None:
    words = pipeline.words_for(land.study, base_words("en"))
    blocks = bibliography(land, lambda: None, words)[0].blocks  # type: ignore[arg-type,return-value]
    told = [block.text for block in blocks if isinstance(block, Paragraph) and block.role == "point"]
    assert told == [
        "Patent register of a made-up land.",
        "Yearbook of a made-up land.",
        "Hwang, C.-L. & Yoon, K. (1981), Multiple Attribute Decision Making, Springer.",
        "OECD & JRC (2008), Handbook on Constructing Composite Indicators, OECD Publishing.",
    ]


def test_a_licence_is_told_where_one_is_declared_and_never_made_up(land: Assessment) -> None:
    declared = replace(land.study.editions, licence=Licence("CC-BY-4.0", {"en": "Attribution 4.0"}))
    licensed = replace(land, study=replace(land.study, editions=declared))
    told = [licence(a, base_words("en")) for a in (land, licensed)]
    assert told[0].startswith("The publisher declares no licence")
    assert told[1] == "Licence: Attribution 4.0 (CC-BY-4.0)."


def test_errata_of_the_edition_stand_below_its_citation(land: Assessment) -> None:
    mended = {
        "2022": (Erratum("2024-01-05", {"en": "Figure 3 was of 2021"}),),
        "2021": (Erratum("", {"en": ""}),),
    }
    study = replace(land.study, editions=replace(land.study.editions, errata=mended))
    *_, head, said = cite(replace(land, study=study), base_words("en"))
    assert (head, said) == (Heading("Errata"), Paragraph("2024-01-05: Figure 3 was of 2021.", "point"))

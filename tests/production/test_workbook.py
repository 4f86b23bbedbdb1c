"""report.xlsx of the made-up land, read by another library."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from reporter import pipeline
from reporter.config import read_words
from reporter.model.assessment import Assessment
from reporter.production.data import scores_csv
from reporter.production.workbook import workbook
from tests.conftest import Land
from tests.production.builds import run


@pytest.fixture
def assessment(land: Land) -> Assessment:
    return pipeline.assess(pipeline.read(land.workspace, "land"), "2022")


def made(a: Assessment, land: Land, language: str) -> bytes:
    words = pipeline.words_for(a.study, read_words(land.workspace, language))
    return workbook(a, words.on(a.main.scale, a.main.zero))


def opened(a: Assessment, land: Land, language: str = "en") -> Workbook:
    return load_workbook(BytesIO(made(a, land, language)))


def test_the_scores_are_those_of_scores_csv(assessment: Assessment, land: Land) -> None:
    sheet = opened(assessment, land)["Scores"]
    rows = list(csv.DictReader(StringIO(scores_csv(assessment).decode())))
    told = [(r["index"], r["region"], r["period"], r["value"]) for r in rows]
    cells = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(c[1], c[3], c[4]) for c in cells] == [t[:3] for t in told]
    assert [c[5] for c in cells] == [float(t[3]) if t[3] else None for t in told]


def test_a_missing_figure_is_an_empty_cell_and_a_filled_one_is_marked(
    assessment: Assessment, land: Land
) -> None:
    sheet = opened(assessment, land)["Indicators"]
    marks = {(r[1], r[3], r[4]): r[7] for r in sheet.iter_rows(min_row=2, values_only=True)}
    # the study fills tech_turnover of 2020
    assert marks["tech_turnover", "Northmark", "2020"] == "○"
    assert marks["tech_turnover", "Northmark", "2021"] is None
    assert 0 not in {r[5] for r in sheet.iter_rows(min_row=2, values_only=True)}


def test_heads_stay_in_sight_and_filter(assessment: Assessment, land: Land) -> None:
    book = opened(assessment, land)
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_every_finding_and_measure_has_a_row(assessment: Assessment, land: Land) -> None:
    book = opened(assessment, land)
    assert book["Findings"].max_row - 1 == len(assessment.findings) > 0
    assert book["Measures"].max_row - 1 == len(assessment.recommendations) > 0


def test_the_workbook_speaks_chinese_and_is_the_same_each_time(assessment: Assessment, land: Land) -> None:
    assert opened(assessment, land, "zh").sheetnames == [
        "说明",
        "得分",
        "位次",
        "指标",
        "问题",
        "措施",
        "方法",
        "来源",
    ]
    assert made(assessment, land, "zh") == made(assessment, land, "zh")


def test_asked_for_alone_it_is_made_without_pages(land: Land) -> None:
    done = run("build", "land", "--year", "2022", "--to", "xlsx")
    assert done.status == 0, done.err
    files = sorted(p.name for p in (land.root / "out/land/2022").rglob("*") if p.is_file())
    assert files == ["assessment.json", "datapackage.json", "manifest.json", "report.xlsx", "scores.csv"]


def test_every_place_has_a_row_and_that_of_the_first_index_its_interval(
    assessment: Assessment, land: Land
) -> None:
    rows = list(opened(assessment, land)["Ranks"].iter_rows(min_row=2, values_only=True))
    assert {r[3] for r in rows} == {*assessment.main.members}  # a group has no place
    here = next(r for r in rows if r[1:5] == ("I", "Northmark", "Northmark", "2022"))
    assert (here[6], here[7]) == assessment.audit.uncertainty.rank("I", "Northmark", "2022")
    assert here[6] <= here[5] <= here[7]
    assert {r[6] for r in rows if r[1] == "I_long"} == {None}

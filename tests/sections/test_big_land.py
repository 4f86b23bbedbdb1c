"""A made-up land of forty regions and thirty indicators, imported and written: no chart overfills a page."""

import csv
import random
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reporter import pipeline
from reporter.config import Workspace, read_theme, read_words
from reporter.imports.workspace import import_coinr
from reporter.model.assessment import Assessment
from reporter.model.document import Block, Document, Figure, Table
from reporter.model.finding import Finding, Severity
from reporter.render import RENDERERS
from reporter.sections.compose import blocks
from reporter.sections.facts import pieces
from reporter.sections.problems import problems
from tests.conftest import base_words
from tests.sections.charts import undrawn

REGIONS, EACH = 40, 6
PARTS = {"Ways": ("roads", "rails"), "Life": ("schools", "health", "air")}
PAGE = 297 - 19 - 22  # mm between the margins


def tables(folder: Path) -> tuple[Path, Path]:
    """The land as COINr's iData and iMeta; the first region's first indicator is missing."""
    draws = random.Random(40)
    codes = [f"{part}{n}" for parts in PARTS.values() for part in parts for n in range(1, EACH + 1)]
    meta = [
        [1, code, f"Indicator {code} with a long name", 1, 1, "t", code[:-1], "Indicator"] for code in codes
    ]
    meta += [[2, p, p.title(), 1, 1, "", top, "Aggregate"] for top, parts in PARTS.items() for p in parts]
    meta += [[3, top, top, 1, 1, "", "Index", "Aggregate"] for top in PARTS]
    meta += [
        [4, "Index", "The index", 1, 1, "", "", "Aggregate"],
        ["", "Size", "Size", "", "", "", "", "Group"],
    ]
    data = [
        [f"Region {n}", f"R{n}", "SL"[n % 2], 2020, *(round(draws.uniform(1, 90), 2) for _ in codes)]
        for n in range(1, REGIONS + 1)
    ]
    data[0][4] = "NA"
    heads = ["Level", "iCode", "iName", "Direction", "Weight", "Unit", "Parent", "Type"]
    return (
        _write(folder / "d.csv", [["uName", "uCode", "Size", "Time", *codes], *data]),
        _write(folder / "m.csv", [heads, *meta]),
    )


def _write(path: Path, rows: list[list[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("big")
    import_coinr(*tables(folder), folder / "land")
    return Workspace(folder / "land")


@pytest.fixture(scope="module")
def assessment(workspace: Workspace) -> Assessment:
    inputs = pipeline.read(workspace, "land")
    few = replace(inputs.study.audit, replicates=500)
    return pipeline.assess(replace(inputs, study=replace(inputs.study, audit=few)), "2020")


@pytest.fixture(scope="module")
def document(workspace: Workspace, assessment: Assessment) -> Document:
    """The full edition of the imported workspace, its charts having their size and no lines."""
    with undrawn():
        return written(workspace, assessment)


def written(workspace: Workspace, assessment: Assessment) -> Document:
    words = pipeline.words_for(assessment.study, read_words(workspace, "en"))
    return pipeline.write(assessment, words, read_theme(workspace), "full")


def pages(workspace: Workspace, document: Document) -> int:
    """How many pages the document is, printed."""
    theme = read_theme(workspace)
    with pikepdf.open(BytesIO(RENDERERS["pdf"](document, theme))) as pdf:
        return len(pdf.pages)


def every(document: Document) -> Iterator[Block]:
    return (block for section in document.sections for block in blocks(section))


def test_the_report_has_no_more_pages_than_a_reader_turns(workspace: Workspace, document: Document) -> None:
    assert 20 <= pages(workspace, document) <= 40


@pytest.mark.slow
def test_the_report_with_its_charts_has_as_many_pages(
    workspace: Workspace, assessment: Assessment, document: Document
) -> None:
    assert pages(workspace, written(workspace, assessment)) == pages(workspace, document)


def test_no_chart_is_higher_than_what_a_page_leaves_beside_its_heading(document: Document) -> None:
    charts = [b for b in every(document) if isinstance(b, Figure)]
    assert len(charts) > 10
    assert max(chart.height for chart in charts) <= PAGE - 55
    assert max(chart.width for chart in charts) <= 174


def test_every_part_has_a_chapter_or_a_page_headed_by_its_finding(document: Document) -> None:
    ids = [s.id for s in document.sections]
    assert [i for i in ids if i.startswith(("dimension-", "part-"))] == [
        "dimension-Ways", "part-i1-1", "part-i1-2",
        "dimension-Life", "part-i2-1", "part-i2-2", "part-i2-3",
    ]  # fmt: skip
    assert not [i for i in ids if i.startswith(("profile-", "overall"))]
    assert all(" stands highest" in s.heading for s in document.sections if s.id.startswith("part-"))


def test_the_ranking_names_every_region_once(assessment: Assessment, document: Document) -> None:
    rows = [
        r
        for b in every(document)
        if isinstance(b, Table) and b.id.startswith("table-ranking")
        for r in b.body
    ]
    named = [row[2].text for part in rows for row in part.rows]
    result = assessment.main
    scores = {f"Region {n}": result.score("I", f"R{n}", "2020") for n in range(1, REGIONS + 1)}
    assert named == sorted(scores, key=lambda name: -scores[name])


def test_places_and_scores_stand_beside_their_intervals(assessment: Assessment, document: Document) -> None:
    [first, *_] = [b for b in every(document) if isinstance(b, Table) and b.id.startswith("table-ranking")]
    assert [c.text for c in first.head[0]][:5] == ["Place", "5–95%", "Region", "Index", "5–95%"]
    best, found = assessment.main.leader(), assessment.audit.uncertainty
    places = "–".join(dict.fromkeys(f"{v:.0f}" for v in found.rank("I", best, "2020")))
    low, high = (f"{100 * v:.1f}" for v in found.score("I", best, "2020"))
    row = first.body[0].rows[0]
    assert [row[k].text for k in (0, 1, 4)] == ["1", places, f"{low}–{high}"]


def test_a_leader_that_is_not_told_apart_is_said_to_be_so(assessment: Assessment, document: Document) -> None:
    best, found = assessment.main.leader(), assessment.audit.uncertainty
    ahead = found.ahead[found.members.index(best)]
    near = sum(0.05 < share < 0.95 for r, share in zip(found.members, ahead, strict=True) if r != best)
    [section] = [s for s in document.sections if s.id == "ranking"]
    assert ("told apart" in section.lead) == bool(near)


def test_the_annex_prints_every_figure_and_marks_the_one_filled_in(document: Document) -> None:
    values = [b for b in every(document) if isinstance(b, Table) and b.id.startswith("table-values")]
    cells = [c for t in values for part in t.body for row in part.rows for c in row if c.number]
    assert len(cells) == REGIONS * EACH * 5
    assert [c.mark for c in cells].count("○") == 1


def test_a_table_of_the_annex_is_no_wider_than_seven_indicators(document: Document) -> None:
    values = [b for b in every(document) if isinstance(b, Table) and b.id.startswith("table-values")]
    heads = [[cell.text for cell in table.head[1]] for table in values]
    assert max(map(len, heads)) <= 7
    assert len({name for head in heads for name in head}) == EACH * 5


def test_dozens_of_findings_are_told_by_rule(assessment: Assessment) -> None:
    words = pipeline.words_for(assessment.study, base_words("en"))
    numbers = {"low": 0.2, "high": 0.8, "lowest": "I1", "highest": "I2", "share": 0.25}
    found = (
        Finding("imbalance", f"R{n}", "2020", Severity.SERIOUS, "I1", numbers, (), 0.5, n / 100)
        for n in range(1, 41)
    )
    many = replace(assessment, findings=tuple(found))
    [section] = problems(many, lambda *_, **__: pytest.fail("draws nothing"), words)
    [table] = [b for b in section.blocks if isinstance(b, Table)]
    [[row]] = [part.rows for part in table.body]
    assert row[1].text == "40 of 40 regions"
    assert row[1].small == "40 serious"
    assert row[2].text.startswith("Region 1: ")
    assert row[2].text.endswith("Then Region 2, Region 3, Region 4, and Region 5, and 35 more.")
    assert section.heading.startswith("40 problems")


@pytest.mark.parametrize(
    ("count", "most", "told"),
    [(3, 30, [(1, 3)]), (51, 26, [(1, 26), (27, 25)]), (7, 3, [(1, 3), (4, 2), (6, 2)]), (0, 3, [])],
)
def test_pieces_are_few_and_even(count: int, most: int, told: list[tuple[int, int]]) -> None:
    assert pieces(count, most) == told

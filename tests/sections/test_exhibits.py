"""The chapter of exhibits: figures, what follows from them, and nothing where there is none."""

import json

import pytest

from reporter import pipeline
from reporter.figures.drawing.tell import source
from reporter.model.document import Table
from reporter.production.data import assessment_json
from reporter.sections.exhibits import exhibits
from tests.conftest import Land, base_words

pytestmark = pytest.mark.usefixtures("few_points")

FILE = "data/studies/land/exhibits.yaml"
EXHIBIT = """\
ranks:
  title: {en: Ranks, zh: 排名}
  source: oecd
  section: "2"
  regions: [Northmark, Eastvale]
  period: 2022
  note: {en: Ranks of zones}
  columns:
    was: {title: {en: Was, zh: 前}, value: zone_rank, unit: "1", decimals: 0, period: 2021}
    now: {title: {en: Now, zh: 后}, value: zone_rank, unit: "1", decimals: 0}
    moved: {title: {en: Moved, zh: 变动}, value: was - now, unit: "1", decimals: 0, prints: movement}
"""
DATASET = """\
title: {en: Zones}
licence: {en: made up}
cite: {en: made up}
publications: {paper: {en: A made-up paper}}
series:
  zone_rank: {unit: "1", title: {en: Rank}}
"""
ROWS = """\
series,region,period,value,publication,via
zone_rank,Northmark,2021,29,paper,made up
zone_rank,Northmark,2022,27,paper,made up
zone_rank,Eastvale,2022,40,paper,made up
"""


@pytest.fixture
def zones(land: Land) -> Land:
    land.write(
        "data/units.yaml", land.text("data/units.yaml") + '"1": {of: "1", factor: 1, title: {en: ""}}\n'
    )
    land.write("data/sources/zones.yaml", DATASET)
    land.write("data/sources/zones.csv", ROWS)
    study = land.text("data/studies/land/study.yaml")
    land.write("data/studies/land/study.yaml", study.replace("[land-yearbook]", "[land-yearbook, zones]"))
    land.write(FILE, EXHIBIT)
    return land


def table(land: Land, language: str = "en") -> Table:
    inputs = pipeline.read(land.workspace, "land")
    words = pipeline.words_for(inputs.study, base_words(language))
    [section] = exhibits(pipeline.assess(inputs, "2022"), None, words)  # type: ignore[arg-type]
    return section.blocks[0]  # type: ignore[return-value]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.body[0].rows]


def test_movements_are_told_and_what_lacks_a_figure_is_a_dash(zones: Land) -> None:
    one = table(zones)
    assert texts(one) == [["Northmark", "29", "27", "up 2"], ["Eastvale", "—", "40", "—"]]
    assert [cell.text for cell in one.head[0]] == ["Region", "Was, 2021", "Now, 2022", "Moved"]
    assert one.head[0][3].small == "own computation"


def test_every_table_cites_its_reference_and_section(zones: Land) -> None:
    assert "Handbook on Constructing Composite Indicators" in table(zones).source
    assert "section 2." in table(zones).source


def test_an_equal_rank_is_unchanged_in_both_languages(zones: Land) -> None:
    zones.write("data/sources/zones.csv", ROWS.replace("2022,27", "2022,29"))
    assert [texts(table(zones, language))[0][3] for language in ("en", "zh")] == ["unchanged", "不变"]


def test_regions_may_stand_across(zones: Land) -> None:
    zones.write(FILE, EXHIBIT + "  across: regions\n")
    assert texts(table(zones))[1] == ["Now, 2022", "27", "40"]


def test_a_list_has_a_line_for_every_figure_there_is(zones: Land) -> None:
    zones.write(FILE, EXHIBIT + "  across: list\n")
    assert texts(table(zones))[:3] == [
        ["Was, 2021", "Northmark", "29"],
        ["Now, 2022", "Northmark", "27"],
        ["Now, 2022", "Eastvale", "40"],
    ]


def test_the_data_tell_every_cell_with_its_rows(zones: Land) -> None:
    made = pipeline.assess(pipeline.read(zones.workspace, "land"), "2022")
    [one] = json.loads(assessment_json(made))["exhibits"]
    assert [c["computed"] for c in one["columns"]] == [False, False, True]
    assert one["cells"][2]["value"] == 2
    assert one["cells"][2]["rows"] == {"data/sources/zones.csv": "2–3"}
    assert one["cells"][3] == {"region": "Eastvale", "column": "was", "value": None, "rows": {}}


def test_a_chart_does_not_cite_what_exhibits_alone_read(zones: Land) -> None:
    series = zones.text("data/sources/zones.yaml")
    zones.write(
        "data/sources/zones.yaml", series.replace("cite: {en: made up}", "cite: {en: Paper on zones}")
    )
    made = pipeline.assess(pipeline.read(zones.workspace, "land"), "2022")
    cited = source(made, base_words("en"))
    assert "Paper on zones" not in cited
    assert made.study.datasets[0].cite["en"] in cited


def test_an_exhibit_later_than_the_edition_keeps_its_figures(zones: Land) -> None:
    made = pipeline.assess(pipeline.read(zones.workspace, "land"), "2021")
    assert made.exhibits[0].cells["Northmark", "now"].value == 27


def test_a_study_without_exhibits_has_no_chapter(land: Land) -> None:
    made = pipeline.assess(pipeline.read(land.workspace, "land"), "2022")
    assert exhibits(made, None, base_words("en")) == ()  # type: ignore[arg-type]

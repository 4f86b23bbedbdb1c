"""A number explained: from the score to the lines of the source, each of which holds what is printed."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.config.workspace import BASE
from reporter.errors import Faults
from reporter.explain import explain, scores_and_indicators
from reporter.model.assessment import Assessment
from reporter.model.words import Words
from tests.conftest import base_words

CELL = re.compile(r"  (\S+\.csv):(\d+)  (\w+) = (\S+) ")
MEMBERS = ("Beijing", "Tianjin", "Hebei")


@cache
def inputs() -> pipeline.Inputs:
    return pipeline.read(Workspace(BASE), "bth")


@cache
def assessment(period: str) -> Assessment:
    return pipeline.assess(inputs(), period)


@cache
def words(language: str) -> Words:
    return pipeline.words_for(inputs().study, base_words(language))


@cache
def table(path: str) -> list[str]:
    return (BASE / path).read_text("utf-8").splitlines()


def told(what: str, period: str = "2022", language: str = "en") -> list[str]:
    return list(explain(assessment(period), words(language), what))


def refused(what: str) -> str:
    with pytest.raises(Faults) as fault:
        told(what)
    return str(fault.value)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("what", "period", "inside"),
    [("I.Beijing.2022", "2022", 11), ("I2.Hebei.2019", "2019", 4), ("I_long.Tianjin.2015", "2020", 7)],
)
def test_a_score_is_told_with_its_method_and_every_indicator(
    what: str, period: str, inside: int, language: str
) -> None:
    lines = told(what, period, language)
    code, region, year = what.split(".")
    value = assessment(period).board
    result = next(r for r in value.results.values() if code in r.values)
    assert f"{result.score(code, region, year):.12g}" in lines[0]
    assert "squared" in lines[1]
    assert len([line for line in lines if line.startswith(("  ideal: ", "  理想值："))]) == inside


def test_the_distances_printed_give_the_score_printed() -> None:
    lines = told("I.Beijing.2022")
    exact = float(lines[0].split(" = ")[1].split()[0])
    near, far = (float(n) for n in re.findall(r"= ([\d.]+) / \(\S+ \+ (\S+)\)", lines[2])[0])
    assert near / (near + far) == pytest.approx(exact, rel=1e-7)
    rows = [line.split() for line in lines[4:15]]
    assert sum(float(row[3]) for row in rows) == pytest.approx(near, abs=1e-8)
    assert sum(float(row[4]) for row in rows) == pytest.approx(far, abs=1e-8)
    assert sum(float(row[2]) for row in rows) == pytest.approx(1, abs=1e-5)


def test_a_group_is_the_mean_of_its_members_each_told_in_full() -> None:
    lines = told("I.BTH.2022")
    scores = [assessment("2022").main.score("I", region, "2022") for region in MEMBERS]
    assert float(lines[0].split(" = ")[1].split()[0]) == pytest.approx(sum(scores) / 3, rel=1e-11)
    assert lines[2] == f"  mean of 3 members: ({' + '.join(f'{s:.12g}' for s in scores)}) / 3"
    assert [line.split(",")[0] for line in lines if line.startswith("I of")] == [
        f"I of {region}" for region in ("BTH", *MEMBERS)
    ]


def test_a_ratio_is_told_with_both_of_its_parts() -> None:
    head, above, below = told("rd_personnel_share.Hebei.2020")
    a, b = (float(CELL.match(line)[4]) for line in (above, below))  # type: ignore[index]
    assert "rd_personnel_fte / employment_total" in head
    assert float(head.split(" = ")[2].split()[0]) == pytest.approx(a / (b * 10_000) * 100, rel=1e-8)


def test_a_filled_figure_names_the_lines_it_lies_between() -> None:
    lines = told("hitech_industry_enterprises.Hebei.2017")
    cells = [table(m[1])[int(m[2]) - 1].split(",") for line in lines if (m := CELL.match(line))]
    assert [row[:3] for row in cells] == [
        ["hitech_industry_enterprises", "Hebei", year] for year in ("2016", "2018")
    ]
    middle = (float(cells[0][3]) + float(cells[1][3])) / 2
    assert f"hitech_industry_enterprises of Hebei, 2017 = {middle:.9g}: no figure" in lines[1]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("J.Beijing.2022", "no index or indicator 'J'; one of: I, I1, "),
        ("I_lang.Beijing.2022", "no index or indicator 'I_lang'; did you mean 'I_long'?"),
        ("I.Bejing.2022", "no region 'Bejing'; did you mean 'Beijing'?"),
        ("I.Beijing.2032", "no period '2032'; one of: 2016–2022"),
        ("I.Beijing.2023", "no period '2023'; one of: 2016–2022"),
        ("I.Beijing.2015", "no period '2015'; one of: 2016–2022"),
        ("rd_personel_share.Hebei.2020", "did you mean 'rd_personnel_share'?"),
        ("I", "names no number; write index.region.period"),
        ("", "names no number; write index.region.period"),
        ("I.Beijing", "names no number; write index.region.period"),
        ("rd_personnel_share.BTH.2022", "no region 'BTH'; one of: Beijing, Hebei, Tianjin"),
        (
            "hitech_rd_institutions.Beijing.2013",
            "'hitech_rd_institutions' has no figure for Beijing 2013; it has 2016–2022",
        ),
    ],
)
def test_a_number_that_is_not_in_the_report_is_a_fault(what: str, told: str) -> None:
    said = refused(what)
    assert said.startswith(f"bth 2022: '{what}' is not in the report: ")
    assert told in said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_named_holds_the_figure_printed(language: str) -> None:
    codes = scores_and_indicators(assessment("2022"))
    checked = 0
    # cells: 16 behind I and again behind its dimensions, 11 behind I_long likewise; 16 + 5 behind indicators;
    # 16 behind coupling and behind each of 11 obstacles, 6 + 3 + 3 behind the industrial structure
    stages = {code for code in codes if code.startswith("stages")}  # they rest on every year, not on one
    for code, (regions, _) in ((c, told_of) for c, told_of in codes.items() if c not in stages):
        for region in set(regions) & set(MEMBERS):
            checked += held(told(f"{code}.{region}.2022", language=language), region, "2022")
    assert checked == 3 * (2 * 16 + 2 * 11 + 16 + 5 + 16 + 11 * 16 + 6 + 3 + 3)


@pytest.mark.parametrize("what", ["I.Hebei.2017", "I_long.Beijing.2012", "I3.Tianjin.2017"])
def test_every_line_named_holds_the_figure_printed_in_earlier_years(what: str) -> None:
    _, region, year = what.split(".")
    assert held(told(what), region, year)


def held(lines: list[str], region: str, period: str) -> int:
    """How many lines of a source are named; each must hold the series, region and value told."""
    near, found = {period}, [m for line in lines if (m := CELL.match(line))]
    if any("no figure" in line for line in lines):
        near |= {str(int(period) - 1), str(int(period) + 1)}
    for m in found:
        row = next(csv.reader([table(m[1])[int(m[2]) - 1]]))
        assert row[:2] == [m[3], region]
        assert row[2] in near
        assert row[3] == m[4]
    return len(found)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(BASE))

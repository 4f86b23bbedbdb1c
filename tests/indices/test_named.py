"""Every index over named series in a study file: explained down to the figures' lines, its faults told."""

import csv
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from reporter import pipeline
from reporter.config import Workspace, read_words
from reporter.config.workspace import BASE
from reporter.errors import Faults
from reporter.explain import explain
from reporter.indices import NAMED
from reporter.model.assessment import Assessment
from reporter.model.options import options_of
from reporter.model.words import Words
from reporter.production.data import score_rows
from tests.conftest import SERIES, STUDY, TABLE, Land, base_words

SECTORS = "series: [va_primary, va_secondary, va_tertiary]"
OPTIONS = {
    "rationalisation": "",
    "upgrading": "",
    "advancement": "form: productivity, unit: thousand CNY per person",
    "moore": SECTORS,
    "lilien": "series: [employment_primary, employment_secondary, employment_tertiary]",
    "location-quotient": SECTORS,
    "krugman": SECTORS,
    "hhi": SECTORS,
    "overlap": f"{SECTORS}, measure: cosine",
    "coverage": SECTORS,
    "breadth": SECTORS,
    "balance": SECTORS,
    "concentration-multiple": "outcome: patent_grants, base: population_resident",
    "echelon-ratio": "provincial: hitech_rd_institutions, national: hitech_industry_enterprises",
    "disparity": "of: gdp_per_head, population: population_resident, "
    "parts: {Cities: [Beijing, Tianjin], Rest: [Hebei]}",
    "beta-convergence": "of: gdp_per_head",
    "morans-i": "of: gdp_per_head, neighbours: {Hebei: [Beijing, Tianjin]}",
    "efficiency": "inputs: [rd_personnel_fte], outputs: [patent_grants, tech_market_turnover]",
}  # fmt: skip
CELL = re.compile(r"  (\S+\.csv):(\d+)  (\w+) = (\S+) ")


def declared(method: str) -> str:
    """A line of a study file that asks for the method."""
    options = "".join(f", {one}" for one in [OPTIONS.get(method, "")] if one)
    return f"  its-{method}: {{method: {method}, periods: 2018–2022{options}}}\n"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assessment, Words]]:
    """The real figures, with every index over named series once."""
    root, here = tmp_path_factory.mktemp("named"), Path.cwd()
    shutil.copytree(BASE / "data", root / "data")
    study = root / "data/studies/bth/study.yaml"
    text = study.read_text("utf-8")
    mark = "\n# Other readings"
    assert text.count(mark) == 1
    study.write_text(text.replace(mark, "".join(map(declared, NAMED)) + mark), "utf-8")
    os.chdir(root)
    inputs = pipeline.read(Workspace(root), "bth")
    yield (
        pipeline.assess(inputs, "2022"),
        pipeline.words_for(inputs.study, read_words(Workspace(root), "en")),
    )
    os.chdir(here)


@pytest.mark.parametrize("method", NAMED)
def test_every_index_is_explained_down_to_lines_that_hold_its_figures(
    told: tuple[Assessment, Words], method: str
) -> None:
    assessment, words = told
    result = assessment.board.results[f"its-{method}"]
    code = next(iter(result.values))
    for region in {result.regions[0], result.regions[-1]}:
        lines = list(explain(assessment, words, f"{code}.{region}.2022"))
        assert lines[0].startswith(f"{code} of {region}, 2022 = {result.score(code, region, '2022'):.12g}, ")
        assert lines[2] == words(f"indices.{method}.formula")
        cells = [m for line in lines if (m := CELL.match(line))]
        assert cells
        for path, line, series, printed in (m.groups() for m in cells):
            row = next(csv.reader([Path(path).read_text("utf-8").splitlines()[int(line) - 1]]))
            assert (row[0], row[3]) == (series, printed)


@pytest.mark.parametrize("method", NAMED)
def test_every_index_says_its_scale_and_has_a_value_in_the_last_period(
    told: tuple[Assessment, Words], method: str
) -> None:
    result = told[0].board.results[f"its-{method}"]
    assert result.scale == "plain"
    assert all(np.isfinite(values[:, -1]).all() for values in result.values.values())
    assert all(values.shape == (len(result.regions), 5) for values in result.values.values())
    assert result.filled.shape == (len(result.regions), 5)
    assert set(result.options) <= set(options_of(NAMED[method]))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("method", NAMED)
def test_every_index_has_its_words(method: str, language: str) -> None:
    words = base_words(language)
    assert all(words.has(f"indices.{method}.{key}") for key in ("title", "formula", "range", "source"))


def test_a_value_that_does_not_exist_yet_is_a_fault(told: tuple[Assessment, Words]) -> None:
    with pytest.raises(Faults) as fault:
        list(explain(*told, "its-growth.Hebei.2018"))
    assert "'its-growth' has no value for Hebei 2018; it has 2019–2022" in str(fault.value)


def test_what_is_neither_good_nor_bad_has_no_rank_and_what_has_no_value_is_null(
    told: tuple[Assessment, Words],
) -> None:
    rows = {(r["index"], r["region"], r["period"]): r for r in score_rows(told[0])}
    assert rows["its-hhi", "Hebei", "2022"]["rank"] is None
    assert rows["its-moore", "Hebei", "2018"]["value"] is None
    ranks = [rows["its-rationalisation", r, "2022"]["rank"] for r in ("Beijing", "Tianjin", "Hebei")]
    assert sorted(ranks) == [1, 2, 3]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("method: growth, of: gdpp", "no series, indicator or index is called 'gdpp'; did you mean 'gdp'?"),
        ("method: growth, of: I_longer", "'I_longer'; did you mean 'I_long'?"),
        ("method: moore, series: gdp", "'series' cannot be 'gdp'; it should be a list, [a, b]"),
        ("method: moore, series: []", "'series' cannot be '[]'; it should be a list, [a, b]"),
        ("method: hhi, series: [gdp], normalised: 1", "it should be true or false"),
        ("method: morans-i, neighbours: [Eastvale]", "it should be names with lists, {a: [b, c]}"),
        ("method: stages, penalty: high", "'penalty' cannot be 'high'; it should be a number"),
        ("method: moore", "index 'x' lacks the option 'series'; add 'series:'"),
        ("method: growth, indicators: [patents_per_10k]", "growth takes no 'indicators'; name"),
        ("method: growth, off: I", "index 'x' has no option 'off'; did you mean 'of'?"),
        ("method: growht", "no method is called 'growht'; did you mean 'growth'?"),
    ],
)
def test_a_mistake_in_the_study_file_is_told_with_its_line(land: Land, said: str, told: str) -> None:
    land.spoil(STUDY, "\nreadings:", f"  x: {{periods: 2019–2022, {said}}}\n\nreadings:")
    faults = land.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{STUDY}:{land.line(STUDY, '  x: {')}: index 'x'")
    assert told in faults[0]


def test_nobody_employed_is_told_at_the_figure(land: Land) -> None:
    said = "value_added: [gdp, rd_expenditure], employment: [employment, rd_personnel]"
    said = f"  x: {{periods: 2019–2022, method: rationalisation, {said}}}\n"
    land.spoil(STUDY, "\nreadings:", f"{said}\nreadings:")
    rows = land.text(TABLE).splitlines()
    row = next(line for line in rows if line.startswith("rd_personnel,Westmoor,2021,"))
    at = land.spoil(TABLE, row, re.sub(r",2021,[^,]*,", ",2021,0,", row))
    assert land.faults() == [
        f"{TABLE}:{at}: index 'x': 'rd_personnel' of Westmoor, 2021 is not above 0; "
        "mend the figure, or leave it out of the index"
    ]


def test_figures_beyond_the_framework_must_be_there_too(land: Land) -> None:
    land.spoil(STUDY, "\nreadings:", "  x: {periods: 2019–2022, method: growth, of: grants}\n\nreadings:")
    series = "  grants: {unit: item, title: {en: Grants, zh: 补助}}\n"
    land.spoil(SERIES, "  waste:", f"{series}  waste:")
    assert land.faults()[0].endswith(
        "index 'x': 'grants' has no figures for 2019–2022; add its rows to the source, or name another series"
    )
    land.write(TABLE, land.text(TABLE) + "grants,Westmoor,2019,5,yearbook,made up\n")
    assert (
        "15 of 16 figures of 'grants' are missing: Northmark 2019–2022; Eastvale 2019–2022; "
        "Southport 2019–2022; Westmoor 2020–2022; declare the gap under gaps:, or shorten the periods of x"
        in land.faults()[0]
    )


def test_an_index_over_named_series_asks_for_no_indicator(land: Land) -> None:
    """Its window may be longer than the framework's figures are."""
    land.spoil(STUDY, "\nreadings:", "  x: {periods: 2018–2022, method: growth, of: population}\n\nreadings:")
    land.spoil(STUDY, "    periods: 2018–2022\n    indicators", "    periods: 2019–2022\n    indicators")
    table = land.text(TABLE).splitlines(keepends=True)
    land.write(TABLE, "".join(row for row in table if not row.startswith("waste,Westmoor,2018,")))
    assert land.faults() == []

"""COINr's ASEM example moved over: its figures, scores and ranks are ours; faulty tables are told."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from reporter import pipeline
from reporter.checks import build_panel
from reporter.cli import app
from reporter.config import Workspace, read_study, read_theme, read_words
from reporter.config.regions import read_regions
from reporter.errors import Faults
from reporter.imports.workspace import import_coinr
from reporter.indices.weighted_mean import weighted_mean
from reporter.model.assessment import Assessment
from reporter.model.document import Document, Figure, Table
from reporter.model.options import option_flaws
from reporter.model.result import Composite
from reporter.production.build import build_all
from reporter.production.data import assessment_json
from reporter.production.ledger import Ledger
from reporter.production.plan import Order
from reporter.sources.csv import read_csv

COINR = Path(__file__).parents[2] / "shared/vectors/coinr"
# what COINr's own example does: gaps by the mean of the continent, outliers treated
BUILT = """    impute: group-mean
    impute_groups: [EurAsia_group Asia, EurAsia_group Europe]
    treat: winsorise
"""
META = """Level,iCode,iName,Direction,Weight,Unit,Target,Denominator,Parent,Type
1,roads,Roads,1,1,km,9,,Ways,Indicator
1,waste,Waste,-1,3,t,,People,Ways,Indicator
2,Ways,Ways,1,1,Score,,,Index,Aggregate
3,Index,The index,1,1,Score,,,,Aggregate
,Size,Size,,,,,,,Group
,People,People,,,M,,,,Denominator
"""
DATA = """uName,uCode,Size,Time,People,roads,waste
Aland,A,L,2020,2,4,2
Bland,B,S,2020,1,8,3
Cland,C,S,2020,4,6,8
"""


def rows(path: str, key: str = "uCode") -> dict[str, dict[str, str]]:
    """A table of COINr by unit; the test is skipped where it is absent."""
    if not (COINR / path).exists():
        pytest.skip(f"no shared vectors here: {path}")
    with (COINR / path).open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def assessed(folder: Path) -> Composite:
    """The main index of an imported workspace in its only edition."""
    study = read_study(Workspace(folder), folder.name)
    assert not list(option_flaws(weighted_mean, study.main.options, "", study.where, {}))
    [period] = study.editions.periods
    panel = build_panel(
        study, {d.id: read_csv(d) for d in study.datasets}, tuple(read_regions(Workspace(folder))), period
    )
    found = pipeline.score(panel, study, study.main, period)
    assert isinstance(found, Composite)
    return found


def asem(folder: Path, meta: Path | None = None, more: str = "") -> Composite:
    """The index of COINr's example, imported and then built as COINr builds it."""
    rows("data/ASEM_iData.csv")
    import_coinr(COINR / "data/ASEM_iData.csv", meta or COINR / "data/ASEM_iMeta.csv", folder)
    study = folder / f"data/studies/{folder.name}/study.yaml"
    text = study.read_text("utf-8")
    assert text.count("    impute: group-mean\n") == 1
    study.write_text(text.replace("    impute: group-mean\n", BUILT + more), "utf-8")
    return assessed(folder)


def agree(found: Composite, path: str, period: str = "2018") -> None:
    """Every score of every level within 1e-9 of COINr's, which are 100 times ours."""
    expected = rows(path)
    codes = {"Index": "I"} | {d.id: code for code, d in found.framework.scored("I").items()}
    assert len(codes) == 11
    for name, code in codes.items():
        ours = [found.score(code, unit, period) * 100 for unit in expected]
        theirs = [float(row[name]) for row in expected.values()]
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-9)


def test_the_imported_study_gives_coinrs_scores_and_ranks(tmp_path: Path) -> None:
    found = asem(tmp_path / "asem")
    agree(found, "pipeline/7_Aggregated.csv")
    ranks = rows("pipeline/results_full_ranks.csv")
    ours = found.ranks("I")[:, 0]
    assert [int(r) for r in ours] == [int(ranks[unit]["Index"]) for unit in found.members]


@pytest.mark.parametrize(("mean", "letter"), [("arithmetic", "a"), ("geometric", "g")])
@pytest.mark.parametrize("weights", ["Original", "Alt"])
def test_means_under_other_weights_are_coinrs(tmp_path: Path, mean: str, letter: str, weights: str) -> None:
    given = rows("aggregate/weights_alt.csv", "iCode")
    meta = rows("data/ASEM_iMeta.csv", "iCode")
    if weights == "Alt":
        meta = {code: {**row, "Weight": given.get(code, row)["Weight"]} for code, row in meta.items()}
    path = tmp_path / "meta.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(next(iter(meta.values()))))
        table.writeheader()
        table.writerows(meta.values())
    found = asem(tmp_path / "asem", meta=path, more=f"    floor: 0.01\n    mean_above: {mean}\n")
    if mean == "geometric":
        study = tmp_path / "asem/data/studies/asem/study.yaml"
        text = study.read_text("utf-8")
        study.write_text(text.replace("    mean: arithmetic\n", "    mean: geometric\n"), "utf-8")
        found = assessed(tmp_path / "asem")
    agree(found, f"aggregate/{letter}mean_{weights}.csv")


@pytest.mark.usefixtures("few_points")
def test_a_panel_keeps_its_years_and_its_last_is_the_edition(tmp_path: Path) -> None:
    rows("data/ASEM_iData_p.csv")
    import_coinr(COINR / "data/ASEM_iData_p.csv", COINR / "data/ASEM_iMeta.csv", tmp_path / "panel")
    inputs = pipeline.read(Workspace(tmp_path / "panel"), "panel")
    few = replace(inputs.study.audit, replicates=200)
    found = pipeline.assess(replace(inputs, study=replace(inputs.study, audit=few)), "2022").board.main
    assert found.periods == ("2018", "2019", "2020", "2021", "2022")
    parts = found.contributions("AUT", "2018", "2022")
    change = found.score("I", "AUT", "2022") - found.score("I", "AUT", "2018")
    assert parts.sum() == pytest.approx(change, abs=1e-14)


def small(folder: Path, data: str = DATA, meta: str = META, period: str | None = None) -> Composite:
    """The index of the small tables, imported."""
    (folder / "d.csv").write_text(data, "utf-8")
    (folder / "m.csv").write_text(meta, "utf-8")
    import_coinr(folder / "d.csv", folder / "m.csv", folder / "new", period)
    return assessed(folder / "new")


def test_three_units_two_indicators_by_hand(tmp_path: Path) -> None:
    found = small(tmp_path)
    # roads 0, 1, ½ of weight ¼; waste per head 1, 3, 2, less being better: 1, 0, ½ of weight ¾
    np.testing.assert_allclose(found.values["I"][:3, 0], [3 / 4, 1 / 4, 1 / 2], rtol=1e-15)
    assert dict(found.groups) == {"All": ("A", "B", "C"), "Size L": ("A",), "Size S": ("B", "C")}
    assert found.framework.indicators["roads"].target == 9
    assert found.framework.indicators["waste"].value.text == "waste / People"


def test_a_table_without_time_takes_the_period_it_is_told(tmp_path: Path) -> None:
    untimed = "\n".join(line.replace("2020,", "").replace("Time,", "") for line in DATA.splitlines())
    assert small(tmp_path, untimed, period="2021").periods == ("2021",)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Ways,Indicator\n1,waste", "Way,Indicator\n1,waste", "m.csv:2: 'roads': no aggregate is called"),
        (",-1,3,", ",2,3,", "m.csv:3: 'waste': direction '2'; write 1 or -1"),
        (",-1,3,", ",-1,0,", "m.csv:3: 'waste': a weight has to be above 0; mend it"),
        ("People,Ways", "Pepole,Ways", "m.csv:3: 'waste': no denominator is called 'Pepole'; did you mean"),
        ("3,Index", "4,Index", "m.csv:4: 'Ways' is of level 2 and its parent 'Index' is not of the next"),
        ("1,roads", "1,raods", "m.csv:2: indicator 'raods' has no column in iData; did you mean 'roads'?"),
        (",Denominator\n", ",Denominater\n", "has the type 'Denominater'; did you mean 'Denominator'?"),
        ("1,waste", "1,roads", "m.csv:3: 'roads' stands twice in iMeta; keep one of the two"),
        ("Type\n", "Tipe\n", "m.csv:1: iMeta has no column 'Type'; did you mean"),
        ("2020,2,4,2", "2020,2,four,2", "d.csv:2: 'roads' of 'A' is 'four', which is no number"),
        ("2020,2,4,2", ",2,4,2", "d.csv:2: there is no column Time; write a year such as 2018, or pass"),
        ("Bland,B", "Bland,A", "d.csv:3: 'A' stands twice in 2020; keep one of the two"),
    ],
)
def test_what_keeps_the_tables_from_being_a_study_is_told(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert (META + DATA).count(old) == 1
    with pytest.raises(Faults) as fault:
        small(tmp_path, DATA.replace(old, new), META.replace(old, new))
    assert told in str(fault.value)
    assert not (tmp_path / "new").exists()


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    small(tmp_path)
    with pytest.raises(Faults, match="new: the folder is not empty; name a new one"):
        small(tmp_path)


def told(folder: Path) -> tuple[Assessment, Document]:
    """The imported workspace's edition, and its report in English."""
    workspace = Workspace(folder)
    assessment = pipeline.assess(pipeline.read(workspace, folder.name), "2020")
    words = pipeline.words_for(assessment.study, read_words(workspace, "en"))
    return assessment, pipeline.write(assessment, words, read_theme(workspace), "full")


def ranked(document: Document) -> dict[str, str]:
    """The printed index of every region in the ranking."""
    tables = (b for s in document.sections for b in s.blocks if isinstance(b, Table))
    [table] = [t for t in tables if t.id.startswith("table-ranking")]
    return {row[0].text: row[1].text for part in table.body for row in part.rows}


def test_a_cell_that_the_index_filled_is_told_and_marked(tmp_path: Path) -> None:
    small(tmp_path, DATA.replace("4,6,8", "4,,8"))
    assessment, document = told(tmp_path / "new")
    filled = json.loads(assessment_json(assessment))["checks"]["filled"]
    # the mean of Aland's 4 and Bland's 8
    assert filled == [{"index": "I", "indicator": "roads", "region": "C", "period": "2020", "value": 6}]
    annex = next(s for s in document.sections if s.id == "annex")
    cells = [c for b in annex.blocks if isinstance(b, Table) for p in b.body for row in p.rows for c in row]
    assert [(c.mark, c.text) for c in cells if c.mark] == [("○", "6.0")]


def test_scores_of_a_free_scale_are_printed_as_they_are(tmp_path: Path) -> None:
    small(tmp_path)
    assert ranked(told(tmp_path / "new")[1]) == {"Aland": "75.0", "Cland": "50.0", "Bland": "25.0"}
    study = tmp_path / "new/data/studies/new/study.yaml"
    study.write_text(
        study.read_text("utf-8").replace("standardise: min-max", "standardise: z-score"), "utf-8"
    )
    assessment, document = told(tmp_path / "new")
    assert assessment.main.scale == "plain"
    # roads 4, 8, 6 are −1, 1, 0 deviations from their mean, of weight ¼; waste per head the reverse, of ¾
    assert ranked(document) == {"Aland": "0.50", "Cland": "0.00", "Bland": "−0.50"}
    charts = [b for s in document.sections for b in s.blocks if isinstance(b, Figure) and b.numbered]
    assert charts
    assert not [c.measure for c in charts if "0–100" in c.measure]


def test_many_units_get_an_outline_without_profiles(tmp_path: Path) -> None:
    more = "".join(f"Unit {n},U{n},L,2020,1,{n},{n + 1}\n" for n in range(10))
    small(tmp_path, DATA + more)
    outline = (tmp_path / "new/templates/editions/full.yaml").read_text("utf-8")
    assert "- ranking\n" in outline
    assert "- profiles\n" not in outline


LATER = "\n".join(DATA.replace("2020,", "2021,").replace("4,6,8", "4,9,8").splitlines()[1:])


def test_a_workspace_builds_as_soon_as_it_is_imported(tmp_path: Path) -> None:
    small(tmp_path, DATA + LATER)
    told = list(build_all(tmp_path / "new", Order(formats=("html",)), Ledger()))
    page = (tmp_path / "new/out/new/2021/en/full.html").read_text("utf-8")
    assert told[-1].done == told[-1].total == 1
    assert "The index" in page
    assert "Cland" in page


def test_the_command_tells_its_files_and_refuses_a_folder_in_use(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(DATA, "utf-8")
    (tmp_path / "m.csv").write_text(META, "utf-8")
    asked = ["import", "coinr", *(str(tmp_path / name) for name in ("d.csv", "m.csv", "new"))]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0
    assert sorted(Path(line).name for line in done.output.splitlines()) == [
        "coinr.csv", "coinr.yaml", "measures.yaml", "regions.yaml", "study.yaml", "units.yaml",
    ]  # fmt: skip
    assert isinstance(CliRunner().invoke(app, asked).exception, Faults)

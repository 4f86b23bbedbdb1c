"""What a build leaves behind: products together, true records, no later figures, the same bytes each time."""

import csv
import json
import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.config.workspace import BASE
from reporter.production.data import assessment_json, scores_csv
from tests.conftest import SERIES, TABLE, Land
from tests.production.builds import digests, html, in_brief, run, start

PLACE = "out/land/2022"
CODES = ["I", "I1", "I2", "I3", "I_long", "I1_long", "I2_long", "I3_long"]
SIGN = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="{}"/>\n'
MEMBERS = ["Northmark", "Eastvale", "Southport", "Westmoor"]


def scores(land: Land, period: str) -> list[dict[str, str]]:
    data = scores_csv(pipeline.assess(pipeline.read(land.workspace, "land"), period))
    return list(csv.DictReader(StringIO(data.decode())))


def manifest(land: Land) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(land.text(f"{PLACE}/manifest.json"))
    return made


def products(land: Land) -> list[str]:
    return [one["path"] for one in manifest(land)["products"]]


def test_the_products_of_an_edition_appear_together(built: Land) -> None:
    expected = [
        "assessment.json",
        "datapackage.json",
        "en/full.html",
        "manifest.json",
        "report.xlsx",
        "scores.csv",
    ]
    assert list(digests(built.root / PLACE)) == expected
    assert products(built) == [
        "assessment.json",
        "datapackage.json",
        "en/full.html",
        "report.xlsx",
        "scores.csv",
    ]


def test_what_is_not_said_is_what_the_study_declares(land: Land) -> None:
    in_brief(land)
    assert run("build", "--to", "html").status == 0
    pages = {p.relative_to(land.root).as_posix() for p in land.root.rglob("full.html")}
    assert pages == {f"out/land/{y}/{lang}/full.html" for y in (2021, 2022) for lang in ("en", "zh")}


def test_scores_csv_has_a_row_for_every_index_region_and_period(land: Land) -> None:
    rows = scores(land, "2022")
    assert list(rows[0]) == ["index", "region", "period", "value", "rank", "low", "high"]
    expected = [
        (code, region, str(year))
        for code in CODES
        for region in [*MEMBERS, "Land"]
        for year in range(2018 if code.endswith("_long") else 2019, 2023)
    ]
    assert [(r["index"], r["region"], r["period"]) for r in rows] == expected


def test_scores_are_shares_of_one_and_only_members_have_ranks(land: Land) -> None:
    for row in scores(land, "2022"):
        assert 0 <= float(row["value"]) <= 1
        assert row["rank"] in ({""} if row["region"] == "Land" else set("1234"))


def test_an_edition_contains_no_later_year(land: Land) -> None:
    assessment = pipeline.assess(pipeline.read(land.workspace, "land"), "2021")
    assert {r["period"] for r in scores(land, "2021")} == {"2018", "2019", "2020", "2021"}
    assert "2022" not in re.sub(r'"provenance".*', "", assessment_json(assessment).decode(), flags=re.DOTALL)


def test_a_break_that_comes_later_is_not_told_of(land: Land) -> None:
    inputs = pipeline.read(land.workspace, "land")
    made = [json.loads(assessment_json(pipeline.assess(inputs, period))) for period in ("2019", "2021")]
    there = {"series": "students_per_10k", "region": "Southport", "from": "2021"}
    assert [one["checks"]["breaks"] for one in made] == [[], [there]]


def test_the_regions_of_a_break_stand_in_the_order_of_the_study(land: Land) -> None:
    land.spoil(
        SERIES, "{regions: [Southport],", "{regions: [Westmoor, Southport, Outland, Eastvale, Northmark],"
    )
    made = json.loads(assessment_json(pipeline.assess(pipeline.read(land.workspace, "land"), "2022")))
    assert [b["region"] for b in made["checks"]["breaks"]] == MEMBERS


def test_later_figures_are_not_read(land: Land) -> None:
    before = scores_csv(pipeline.assess(pipeline.read(land.workspace, "land"), "2021"))
    land.write(TABLE, re.sub(r"(?m)^(\w+,\w+,2022),[^,]*", r"\1,999999", land.text(TABLE)))
    assert scores_csv(pipeline.assess(pipeline.read(land.workspace, "land"), "2021")) == before


@pytest.mark.parametrize("later", ["2021", "2023"])
def test_a_real_edition_is_not_moved_by_later_figures(tmp_path: Path, later: str) -> None:
    shutil.copytree(BASE / "data", tmp_path / "data")
    table, workspace = tmp_path / "data/sources/china-provinces.csv", Workspace(tmp_path)
    before = scores_csv(pipeline.assess(pipeline.read(workspace, "bth"), "2020"))
    text = re.sub(rf"(?m)^(\w+,\w+,{later}),[^,]*", r"\1,999999", table.read_text("utf-8"))
    assert text.count("999999") > 30
    table.write_text(text, "utf-8")
    assert scores_csv(pipeline.assess(pipeline.read(workspace, "bth"), "2020")) == before


def test_figures_after_the_last_edition_are_not_read(land: Land) -> None:
    before = scores_csv(pipeline.assess(pipeline.read(land.workspace, "land"), "2022"))
    land.write(TABLE, land.text(TABLE) + "gdp,Northmark,2023,1,yearbook,made up\n")
    assert scores_csv(pipeline.assess(pipeline.read(land.workspace, "land"), "2022")) == before


def test_assessment_json_says_what_was_found_and_answered(built: Land) -> None:
    whole = json.loads(built.text(f"{PLACE}/assessment.json"))
    assert list(whole) == [
        "schema", "study", "period", "scores", "audit", "company", "findings", "resolved", "strengths",
        "recommendations", "follow_up", "exhibits", "claims", "editorial", "checks", "provenance",
    ]  # fmt: skip
    assert (whole["schema"], whole["study"], whole["period"]) == ("assessment/5", "land", "2022")
    found = {f["id"] for f in whole["findings"]}
    assert all({a for a in r["answers"]} <= found for r in whole["recommendations"])
    assert {r["severity"] for r in whole["recommendations"]} <= {"moderate", "serious", "severe"}
    filled = [{"series": "tech_turnover", "region": region, "period": "2020"} for region in MEMBERS]
    assert whole["checks"]["filled"] == filled


def test_the_evidence_in_assessment_json_is_that_of_the_scores(built: Land) -> None:
    whole = json.loads(built.text(f"{PLACE}/assessment.json"))
    value = {(s["index"], s["region"], s["period"]): s["value"] for s in whole["scores"]}
    evidence = [e for f in whole["findings"] for e in f["evidence"]]
    assert all(e["value"] == value[e["quantity"], e["region"], e["period"]] for e in evidence)


def test_scores_csv_and_assessment_json_say_the_same(built: Land) -> None:
    rows = csv.DictReader(StringIO(built.text(f"{PLACE}/scores.csv")))
    said = [(r["index"], r["region"], r["period"], float(r["value"]), r["rank"]) for r in rows]
    scores = json.loads(built.text(f"{PLACE}/assessment.json"))["scores"]
    assert said == [
        (s["index"], s["region"], s["period"], s["value"], str(s["rank"] or "")) for s in scores
    ]  # fmt: skip


def test_the_manifest_tells_the_truth_of_every_product(built: Land) -> None:
    for one in manifest(built)["products"]:
        content = (built.root / PLACE / one["path"]).read_bytes()
        expected = {"path": one["path"], "sha256": sha256(content).hexdigest(), "bytes": len(content)}
        assert one == expected


def test_the_manifest_tells_the_truth_of_every_input(built: Land) -> None:
    inputs = {one["path"]: one["sha256"] for one in manifest(built)["inputs"]}
    own = {path: digest for path, digest in inputs.items() if not path.startswith("base/")}
    assert set(own) == {f"data/{p}" for p in digests(built.root / "data")}
    for path, digest in own.items():
        assert digest == sha256((built.root / path).read_bytes()).hexdigest()
    assert {"base/templates/report.html", "base/templates/words/en.yaml"} <= set(inputs)


def test_a_template_of_the_workspace_stands_beside_the_base_s_in_the_manifest(brief: Land) -> None:
    (brief.root / "templates/words").mkdir()
    brief.write("templates/words/en.yaml", "labels: {figure: Drawing}\n")
    assert html().status == 0
    inputs = {one["path"]: one["sha256"] for one in manifest(brief)["inputs"]}
    assert inputs["templates/words/en.yaml"] == sha256(b"labels: {figure: Drawing}\n").hexdigest()
    assert inputs["base/templates/words/en.yaml"] != inputs["templates/words/en.yaml"]


def chinese() -> str:
    """Builds the HTML in Chinese; what is told."""
    done = run("build", "land", "--year", "2022", "--lang", "zh", "--to", "html")
    assert done.status == 0
    return done.out


def test_building_one_language_keeps_the_other_while_it_is_true(brief: Land) -> None:
    chinese()
    assert products(brief) == [
        "assessment.json",
        "datapackage.json",
        "en/full.html",
        "report.xlsx",
        "scores.csv",
        "zh/full.html",
    ]
    inputs = [one["path"] for one in manifest(brief)["inputs"]]
    assert [p for p in inputs if "/words/" in p] == [f"base/templates/words/{l}.yaml" for l in ("en", "zh")]


def test_a_product_of_other_figures_leaves_the_manifest(brief: Land) -> None:
    brief.spoil(TABLE, ",301000,", ",302000,")
    told = "en/full.html: not of this build, nor of one with the same inputs, so not in the manifest"
    assert f"note: out/land/2022: {told}; build them, too, or delete them\n" in chinese()
    assert products(brief) == [
        "assessment.json",
        "datapackage.json",
        "report.xlsx",
        "scores.csv",
        "zh/full.html",
    ]


def test_a_product_of_other_styles_leaves_the_manifest(brief: Land) -> None:
    (brief.root / "templates/styles").mkdir()
    brief.write("templates/styles/own.css", "h1 { color: #000 }")
    chinese()
    assert products(brief) == [
        "assessment.json",
        "datapackage.json",
        "report.xlsx",
        "scores.csv",
        "zh/full.html",
    ]


def test_a_product_of_other_words_leaves_the_manifest_though_its_language_is_not_built(brief: Land) -> None:
    chinese()
    (brief.root / "templates/words").mkdir()
    brief.write("templates/words/zh.yaml", "labels: {figure: 图示}\n")
    assert "note: out/land/2022: zh/full.html: not of this build" in html().out
    assert "zh/full.html" not in products(brief)


def test_a_product_with_another_logo_leaves_the_manifest_wherever_the_logo_lies(brief: Land) -> None:
    (brief.root / "templates/art").mkdir()
    brief.write("templates/brand.yaml", "logo: {file: art/sign.svg, alt: Sign of the house}\n")
    brief.write("templates/art/sign.svg", SIGN.format(10))
    html()
    brief.write("templates/art/sign.svg", SIGN.format(11))
    assert "note: out/land/2022: en/full.html: not of this build" in chinese()
    inputs = {one["path"]: one["sha256"] for one in manifest(brief)["inputs"]}
    assert inputs["templates/art/sign.svg"] == sha256(SIGN.format(11).encode()).hexdigest()


def test_a_product_that_was_changed_by_hand_leaves_the_manifest(brief: Land) -> None:
    brief.write(f"{PLACE}/en/full.html", "mine")
    chinese()
    assert products(brief) == [
        "assessment.json",
        "datapackage.json",
        "report.xlsx",
        "scores.csv",
        "zh/full.html",
    ]


def test_a_broken_manifest_does_no_harm(brief: Land) -> None:
    brief.write(f"{PLACE}/manifest.json", "{")
    chinese()
    assert products(brief) == [
        "assessment.json",
        "datapackage.json",
        "report.xlsx",
        "scores.csv",
        "zh/full.html",
    ]


# that the PDF of a document is the same in another process is tested in tests/render, sooner than here
def test_the_same_inputs_give_the_same_bytes_in_another_process(built: Land, tmp_path: Path) -> None:
    setting = {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    place = elsewhere(built, tmp_path / "deeper", setting, "--lang", "en", "--to", "html")
    assert digests(place) == digests(built.root / PLACE)


@pytest.mark.slow
def test_every_page_is_the_same_bytes_in_another_process(land: Land, tmp_path: Path) -> None:
    settings = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
    ]
    places = [tmp_path / "one", tmp_path / "two" / "deeper"]
    first, second = (
        digests(elsewhere(land, place, setting)) for place, setting in zip(places, settings, strict=True)
    )
    assert {f"{lang}/full.{form}" for lang in ("en", "zh") for form in ("html", "pdf")} < set(first)
    assert first == second


def elsewhere(land: Land, place: Path, setting: Mapping[str, str], *words: str) -> Path:
    """Builds the newest edition by a process of its own in another folder; where it lies."""
    place.mkdir(parents=True)
    asked = ["build", "land", "--year", "2022", "--workspace", str(land.root), "--out", str(place / "out")]
    one = start(*asked, *words, at=place, env=setting)
    _, errors = one.communicate()
    assert one.returncode == 0, errors
    return place / "out" / "land" / "2022"

"""The bulletin, on a made-up land that counts by quarters."""

import json
import re
import shutil
from pathlib import Path

import pytest

from reporter import pipeline
from reporter.config import Workspace
from reporter.sections.bulletin import warnings
from tests.production.builds import run

QUARTERS = Path(__file__).parents[1] / "quarters"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("quarters") / "land"
    shutil.copytree(QUARTERS, root)
    done = run("build", "--workspace", str(root), "--to", "html")
    assert done.status == 0, done.err
    return root / "out" / "pulse"


def page(built: Path, quarter: str, language: str) -> str:
    text = (built / quarter / language / "bulletin.html").read_text("utf-8")
    text = re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ").replace("\u2060", ""))
    return re.sub(r"(?<=[：，；。]) ", "", text)


def test_a_quarter_in_which_deals_collapse_is_warned_of(built: Path) -> None:
    told = page(built, "2022-Q3", "en")
    assert "Eastvale: Innovation output fell in 2022-Q3 (serious)" in told
    # deals 438 → 352 and patents 1007 → 940, each a half of it, by Northmark's (562, 1296)
    before, now = ((d / 562 + p / 1296) / 2 for d, p in ((438, 1007), (352, 940)))
    ends = f"fell from {100 * before:.1f} in 2022-Q2 to {100 * now:.1f} in 2022-Q3"
    assert f"{ends}, −{100 * (1 - now / before):.1f}%" in told
    assert "Fund that steadies research" in told


def test_a_bulletin_holds_what_is_new_or_worsened_and_nothing_else(built: Path) -> None:
    a = pipeline.assess(pipeline.read(Workspace(QUARTERS), "pulse"), "2022-Q3")
    assert {f.status for f in warnings(a)} <= {"new", "worsened"}
    lasting = [f for f in a.findings if f not in warnings(a)]
    assert {f.status for f in lasting} <= {"lasting", "eased"}
    told = page(built, "2022-Q3", "en")
    assert "Westmoor: Far behind the leader" not in told  # as in the quarter before
    assert any((f.rule, f.region) == ("gap", "Westmoor") for f in lasting)


def test_a_quiet_quarter_says_so(built: Path) -> None:
    assert "2022-Q2: nothing new, nothing graver" in page(built, "2022-Q2", "en")
    assert "2022年第2季度：没有新问题，也没有问题加重" in page(built, "2022-Q2", "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_sentence_about_quarters_speaks_of_years(built: Path, language: str) -> None:
    told = page(built, "2022-Q3", language)
    if language == "en":
        assert not re.search(r"\byears?\b", told)
        assert "change on the quarter before" in told
    else:
        assert not re.search(r"上一?年|年均|每年|\d{4}-Q\d年", told)
        assert "上一季" in told


def test_the_data_have_the_quarters_too(built: Path) -> None:
    data = json.loads((built / "2022-Q3" / "assessment.json").read_text("utf-8"))
    periods = [s["period"] for s in data["scores"] if (s["index"], s["region"]) == ("I", "Eastvale")]
    assert periods == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2022-Q1", "2022-Q2", "2022-Q3"]


def test_in_the_first_period_of_an_index_everything_is_new(tmp_path: Path) -> None:
    root = tmp_path / "land"
    shutil.copytree(QUARTERS, root)
    study = root / "data/studies/pulse/study.yaml"
    study.write_text(study.read_text("utf-8").replace("2021-Q1–2022-Q4", "2022-Q2–2022-Q4"), "utf-8")
    a = pipeline.assess(pipeline.read(Workspace(root), "pulse"), "2022-Q2")
    assert a.before is None
    assert warnings(a) == list(a.findings)

"""`reporter why` tells of a product whether it stands, and knows each by its name."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import TABLE, Land
from tests.production.builds import html, run

pytestmark = pytest.mark.usefixtures("brief")


def test_the_data_of_a_build_in_one_language_stand() -> None:
    html()  # with --lang en alone, where the study declares two
    done = run("why", "land/2022/scores.csv")
    assert (done.status, done.out) == (0, "now: unchanged\nlast made: new\n")


def test_a_page_stands_where_it_was_made_and_is_new_where_it_was_not() -> None:
    assert run("why", "out/land/2022/en/full.html").out.startswith("now: unchanged\n")
    assert run("why", "land/2022/zh/full.html").out == "now: new\nlast made: not known\n"


@pytest.mark.parametrize("name", ["en/full.html", "scores.csv"])
def test_what_is_gone_or_was_changed_by_hand_is_put_back_and_told(brief: Land, name: str) -> None:
    html()  # the land was copied: its data are called by their place
    place = brief.root / "out/land/2022" / name
    whole = place.read_bytes()
    for spoil, told in (
        (place.unlink, "it is not there"),
        (lambda: place.write_text("x"), "another lies there"),
    ):
        spoil()
        assert run("why", f"land/2022/{name}").out.startswith(f"now: to be put back: {told}\n")
        done = json.loads(html("--json").out)
        assert (done["built"], done["restored"]) == ([], [f"land/2022/{name}"])
        assert place.read_bytes() == whole
    assert html().out.count("1 page unchanged") == 1


def test_a_plan_tells_what_will_be_put_back(brief: Land) -> None:
    shutil.rmtree(brief.root / "out")
    row, *_ = json.loads(html("--plan", "--json").out)
    assert (row["stands"], row["reasons"]) == (False, ["to be put back: it is not there"])
    assert "land 2022: 1 page put back as made before\n" in html().out


def test_a_product_that_was_put_elsewhere_is_looked_for_there(tmp_path: Path) -> None:
    out = tmp_path / "land-2022"
    assert html("--out", str(out)).status == 0
    assert run("why", f"{out}/land/2022/en/full.html").out.startswith("now: unchanged\n")
    (out / "land/2022/en/full.html").write_text("x")
    told = "now: to be put back: another lies there\n"
    assert run("why", f"{out}/land/2022/en/full.html").out.startswith(told)
    assert run("why", "out/land/2022/en/full.html").out.startswith("now: unchanged\n")
    shutil.rmtree(out)
    told = "now: to be put back: it is not there\n"
    assert run("why", f"{out}/land/2022/en/full.html").out.startswith(told)


def test_the_workspace_s_own_products_are_found_from_a_folder_below_it(
    brief: Land, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(brief.root / "data")
    assert run("why", "out/land/2022/en/full.html").out.startswith("now: unchanged\n")


def test_a_misspelt_product_is_told_with_the_nearest_there_is() -> None:
    for said, meant in (("en/ful.pdf", "en/full.pdf"), ("scorse.csv", "scores.csv")):
        done = run("why", f"land/2022/{said}")
        assert done.status == 1
        told = f"no product is called 'land/2022/{said}'; did you mean 'land/2022/{meant}'?"
        assert done.err == f"reporter why: {told}\n"


def test_an_edition_that_no_study_declares_is_told() -> None:
    assert "the study 'land' has no edition 2023" in run("why", "land/2023/en/full.html").err


def test_a_row_taken_out_is_named_before_those_that_only_moved_up(brief: Land) -> None:
    html()
    lines = (brief.root / TABLE).read_text("utf-8").splitlines(keepends=True)
    gone = lines.pop(2).split(",")
    (brief.root / TABLE).write_text("".join(lines), "utf-8")
    row, *_ = json.loads(html("--plan", "--json").out)
    told = [reason for reason in row["reasons"] if reason.startswith("data changed: ")]
    assert told == [f"data changed: {gone[0]} {gone[1]} {gone[2]} is gone, {len(lines) - 2} on other lines"]

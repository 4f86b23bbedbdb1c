"""The store: what is damaged is made anew, what the disk refuses is told, what is old is let go."""

import errno
import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reporter.config import Workspace, read_production
from reporter.errors import Faults, Flaw, Where
from reporter.model.production import Production
from reporter.production.edition import Task
from reporter.production.ledger import Ledger
from reporter.production.plan import Order, Page
from reporter.production.running import Done, Failed
from reporter.production.store import OLD, Store, store_of
from reporter.production.why import MANIFEST, PRODUCTS
from reporter.production.work import Made
from tests.conftest import Land
from tests.production.builds import digests, html, run
from tests.production.errands import edition, well

DAMAGES: dict[str, Callable[[Path], object]] = {
    "a bit": lambda path: path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]),
    "the last byte": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "everything": lambda path: path.write_bytes(b""),
}


def contents(root: Path) -> list[Path]:
    return sorted(root.glob("??/*"))


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_counts_as_never_kept_and_is_told(damage: str, tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep("a", b"first")
    DAMAGES[damage](contents(tmp_path)[0])
    assert store.get("a") is None
    assert not contents(tmp_path)
    told = f"{tmp_path}: 1 content was damaged; made anew; if this goes on, look at the disk"
    assert [str(flaw) for flaw in store.remarks()] == [told]


def test_what_cannot_be_read_counts_as_damaged(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep("a", b"first")
    [path] = contents(tmp_path)
    path.unlink()
    path.mkdir()
    assert store.get("a") is None
    assert len(store.troubles) == 1


def test_a_store_lets_go_what_was_used_longest_ago(tmp_path: Path) -> None:
    store = Store(tmp_path, most=2 * (32 + 5))
    for age, key in enumerate(("new", "middle", "old")):
        store.keep(key, b"12345")
        newest = max(contents(tmp_path), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (0, 1e9 - age * 60))
    store.trim()
    assert [store.get(key) for key in ("new", "middle", "old")] == [b"12345", b"12345", None]


def test_parts_that_a_killed_run_left_are_let_go_but_not_those_being_written(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep("a", b"first")
    now = time.time()
    for name, age in ((".part-left", 2 * OLD), (".part-begun", 1)):
        part = contents(tmp_path)[0].with_name(name)
        part.touch()
        os.utime(part, (now - age, now - age))
    store.trim()
    assert [path.name for path in tmp_path.glob("??/.*")] == [".part-begun"]


def test_a_store_damaged_all_over_is_mended_by_the_next_run(brief: Land) -> None:
    whole = digests(brief.root / "out")
    shutil.rmtree(brief.root / "out")
    for path in contents(brief.root / ".reporter-cache"):
        path.write_bytes(path.read_bytes()[:-1])
    done = html()
    assert done.status == 0
    assert [line for line in done.out.splitlines() if line.startswith("note: .reporter-cache: ")]
    assert digests(brief.root / "out") == whole
    assert "note: " not in html("--lang", "en").out


@pytest.mark.parametrize(("number", "why"), [
    (errno.ENOSPC, "no space left on device"), (errno.EROFS, "read-only file system")
])  # fmt: skip
def test_without_room_for_the_store_products_are_built_and_it_is_told_once(
    number: int, why: str, brief: Land, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    shutil.rmtree(brief.root / "out")
    shutil.rmtree(brief.root / ".reporter-cache")
    monkeypatch.setattr(Store, "_write", refuse)
    done = html()
    assert done.status == 0
    told = f"cannot be written: {why}; the next build makes again what this one could not keep"
    assert [line for line in done.out.splitlines() if "note" in line] == [f"note: .reporter-cache: {told}"]
    assert (brief.root / "out/land/2022/en/full.html").exists()


def test_where_the_store_cannot_even_have_a_folder_a_build_goes_on_without(brief: Land) -> None:
    shutil.rmtree(brief.root / ".reporter-cache")
    brief.write(".reporter-cache", "a file")
    done = html("--force")
    assert (done.status, done.err) == (0, "")
    assert done.out.count("note: .reporter-cache: cannot be written: ") == 1


def test_a_program_reads_what_the_store_could_not_keep(brief: Land) -> None:
    shutil.rmtree(brief.root / ".reporter-cache")
    brief.write(".reporter-cache", "a file")
    (note,) = json.loads(html("--json").out)["notes"]
    assert note.startswith(".reporter-cache: cannot be written: ")


def test_reporter_yaml_says_where_the_store_lies_and_how_much_it_holds(land: Land) -> None:
    land.write("reporter.yaml", "store: {folder: ../kept, most: 500 MB}\njobs: 3\nhangs: 60\n")
    said = read_production(Workspace(land.root))
    assert said == Production("../kept", 500_000_000, 3, 60.0)
    assert store_of(land.root, said) == Store(land.root / "../kept", 500_000_000)


@pytest.mark.parametrize(("text", "told"), [
    ("jobbs: 2\n", "reporter.yaml:1: unknown key 'jobbs' in the file; did you mean 'jobs'?"),
    ("store:\n  foldr: x\n", "reporter.yaml:2: unknown key 'foldr' in store; did you mean 'folder'?"),
    ("\nstore: {most: 2 KB}\n",
     "reporter.yaml:2: store: 'most' is the text '2 KB'; it should be a size such as 500 MB or 2 GB"),
    ("store: {folder: data/kept}\n",
     "reporter.yaml:1: store: 'folder' lies in data/, which a build reads; "
     "take a folder of its own, such as .reporter-cache"),
    ("jobs: 0\n",
     "reporter.yaml:1: the file: 'jobs' is the number '0'; it should be greater than or equal to 1"),
    ("hangs: soon\n", "reporter.yaml:1: the file: 'hangs' is the text 'soon'; it should be a number"),
])  # fmt: skip
def test_a_fault_of_reporter_yaml_is_told_with_its_line(text: str, told: str, land: Land) -> None:
    land.write("reporter.yaml", text)
    with pytest.raises(Faults) as found:
        read_production(Workspace(land.root))
    assert str(found.value) == told


@pytest.mark.parametrize("folder", ["''", ".", "..", "../..", "out", "my"])
def test_a_store_does_not_lie_where_other_things_do(folder: str, land: Land) -> None:
    (land.root / "my").mkdir()
    land.write("my/mine.txt", "mine")
    land.write("reporter.yaml", f"store: {{folder: {folder}}}\n")
    with pytest.raises(Faults, match=r"reporter.yaml:1: store: 'folder' is .*, where other things lie; take"):
        read_production(Workspace(land.root))


def test_a_store_is_found_again_where_it_was_put(land: Land) -> None:
    land.write("reporter.yaml", "store: {folder: kept}\n")
    for _ in range(2):
        store_of(land.root, read_production(Workspace(land.root))).keep("a", b"content")


def test_a_store_lets_go_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    mine = tmp_path / "ab" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    store = Store(tmp_path, most=0)
    store.keep("a", b"content")
    store.trim()
    assert (store.get("a"), mine.read_text()) == (None, "mine")


def test_reporter_yaml_that_is_a_folder_is_told_in_one_line(land: Land) -> None:
    (land.root / "reporter.yaml").mkdir()
    with pytest.raises(Faults, match=r"^reporter.yaml: it cannot be read: is a directory; put a readable"):
        read_production(Workspace(land.root))


@pytest.mark.parametrize("lost", [True, False])
def test_a_lost_worker_stops_no_run_and_a_fault_does(lost: bool) -> None:
    ledger, flaw = Ledger(), Flaw(Where("a", 1), "b", "c")
    assert [*ledger.enter(Failed(edition("2022"), (flaw,), lost), Order(), {})] == []
    assert ledger.stopped is not lost
    assert (ledger.failed, ledger.flaws) == (["land 2022"], [flaw])


def test_what_is_made_and_not_yet_put_in_its_place_is_not_told_as_built() -> None:
    page = Page("en", "full", "", "html")
    task = Task(replace(edition("2022"), pages=(page,)), "page", well, ())
    made, ledger = Made({page.path: b"whole"}, told={page.path: "(0.1 MB)"}), Ledger(total=1)
    assert [*ledger.enter(Done(task, made), Order(), {})] == ["land 2022: en/full.html (0.1 MB)"]
    assert (ledger.done, ledger.data()["built"]) == (1, [])


@pytest.mark.usefixtures("brief")
def test_a_build_as_json_is_one_object_with_its_faults_and_exit_1() -> None:
    assert html().status == 0
    done = json.loads(html("--json").out)
    assert done.pop("seconds") > 0
    assert done == {
        "built": [], "restored": [], "unchanged": 1, "editions": ["land 2022"], "failed": [],
        "notes": [], "faults": [], "stopped": False
    }  # fmt: skip
    assert json.loads(html("--json", "--force").out)["built"] == [
        "land/2022/en/full.html", *(f"land/2022/{name}" for name in sorted({*PRODUCTS} - {MANIFEST}))
    ]  # fmt: skip
    failed = html("--json", "--edition", "ful")
    assert (failed.status, failed.err.count("\n")) == (1, 1)
    assert json.loads(failed.out)["faults"] == [failed.err.strip()]


@pytest.mark.usefixtures("brief")
def test_a_plan_as_json_tells_each_product_with_its_reasons() -> None:
    done = run("build", "land", "--year", "2022", "--to", "html", "--plan", "--json")
    assert json.loads(done.out) == [
        {"product": "land/2022/en/full.html", "stands": True, "reasons": ["unchanged"]},
        {"product": "land/2022/zh/full.html", "stands": False, "reasons": ["new"]},
        *({"product": f"land/2022/{name}", "stands": False, "reasons": ["new"]} for name in PRODUCTS),
    ]


def test_a_workbook_that_alone_is_made_anew_is_told_by_plan_and_summary(brief: Land) -> None:
    assert html().status == 0
    (brief.root / "templates/words").mkdir()
    brief.write("templates/words/en.yaml", 'workbook: {scores: {sheet: "All scores"}}\n')
    book = "land/2022/report.xlsx"
    [row] = [r for r in json.loads(html("--plan", "--json").out) if r["product"] == book]
    assert row["reasons"] == ["words changed: workbook.scores.sheet (en)"]
    assert book in json.loads(html("--json").out)["built"]


@pytest.mark.usefixtures("brief")
def test_only_makes_what_fits_and_a_pattern_that_fits_nothing_is_a_fault() -> None:
    asked = ("build", "--to", "html", "--plan", "--only")
    planned = run(*asked, "land/*/zh/*").out.splitlines()
    assert [line for line in planned if "/zh/" in line or "/en/" in line] == [
        "land/2021/zh/full.html: new",
        "land/2022/zh/full.html: new",
    ]
    told = "reporter build: no page fits 'sea/*'; see the places with reporter build --plan\n"
    assert run(*asked, "sea/*") == (1, "", told)
    assert run(*asked, "land/*,sea/*") == (1, "", told)


@pytest.mark.parametrize("folder", ["data", "templates"])
def test_products_are_not_put_among_what_a_build_reads(folder: str, brief: Land) -> None:
    told = f"reporter build: --out lies in {folder}/, which a build reads; take a folder of its own, "
    assert html("--out", f"{folder}/made") == (1, "", f"{told}such as out\n")
    assert not (brief.root / folder / "made").exists()

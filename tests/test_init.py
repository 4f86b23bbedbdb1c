"""`reporter init`: a workspace that builds at once, of real figures, written whole or not at all."""

import csv
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reporter.config.workspace import BASE
from reporter.imports.example import EXAMPLE, start_example
from tests.production.builds import run

ROOT = Path(__file__).parent.parent
FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_tells_its_files_and_the_command_to_run_next() -> None:
    done = run("init", "new place/mine")
    assert (done.status, done.err) == (0, "")
    *files, then = done.out.splitlines()
    assert files == [f"new place/mine/{name}" for name in FILES]
    assert then == "next: cd 'new place/mine' && reporter build example --year 2022 --lang en"


def test_an_empty_folder_one_stands_in_will_do(tmp_path: Path) -> None:
    assert run("init", ".").out.splitlines() == [*FILES, "next: reporter build example --year 2022 --lang en"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "templates"]


@pytest.mark.parametrize("there", ["mine", "mine/notes.txt"])
def test_what_is_there_is_never_written_over(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine", "utf-8")
    done = run("init", "mine")
    assert (done.status, done.out, done.err) == (1, "", "mine: the folder is not empty; name a new one\n")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / there]


def test_what_cannot_be_written_whole_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room, write = iter("ab"), Path.write_bytes

    def write_while_there_is_room(path: Path, content: bytes) -> int:
        if next(room, None):
            return write(path, content)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_while_there_is_room)
    done = run("init", "mine")
    told = "mine: cannot be written: no space left on device; "
    assert (done.status, done.err) == (1, f"{told}make room or allow writing, or name another folder\n")
    assert not list(tmp_path.iterdir())


def test_a_copy_may_be_changed_where_the_program_may_only_be_read(tmp_path: Path) -> None:
    list(start_example(tmp_path / "mine"))
    assert all(os.stat(path).st_mode & 0o200 for path in (tmp_path / "mine").rglob("*"))


@pytest.mark.usefixtures("few_points")
def test_the_example_checks_and_builds_in_both_languages() -> None:
    run("init", ".")
    done = run("check", "--strict")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("example: 2 editions, 5 indicators, 0 figures filled in;")
    done = run("build", "example", "--year", "2022", "--to", "html", "--strict")
    assert (done.status, done.err) == (0, "")
    assert "out/example/2022/zh/full.html" in done.out
    page = Path("out/example/2022/en/full.html").read_text("utf-8")
    for one in ("Beside the index: a further measure of the same", "Innovation environment: its indicator<"):
        assert one in page


@pytest.mark.parametrize("name", ["units", "regions", "references"])
def test_what_the_example_says_of_units_regions_and_references_the_base_says_too(name: str) -> None:
    base = (BASE / f"data/{name}.yaml").read_text("utf-8")
    ids = {line.split(":")[0] for line in base.splitlines()}
    own = (EXAMPLE / f"data/{name}.yaml").read_text("utf-8")
    assert {line.split(":")[0] for line in own.splitlines() if not line.startswith("#")} <= ids


def test_every_figure_of_the_example_stands_in_the_official_statistics_with_its_publication() -> None:
    base, own = BASE / "data/sources/china-provinces.csv", EXAMPLE / "data/sources/example.csv"
    known = {tuple(row) for row in csv.reader(base.read_text("utf-8").splitlines())}
    rows = {tuple(row) for row in csv.reader(own.read_text("utf-8").splitlines())}
    assert rows <= known
    assert len(rows) == 1 + 7 * 4 * 5  # series × regions × years below the heads


def test_the_example_travels_inside_the_wheel(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    [wheel] = tmp_path.glob("*.whl")
    inside = [name.removeprefix("reporter/example/") for name in zipfile.ZipFile(wheel).namelist()]
    assert set(FILES) <= set(inside)

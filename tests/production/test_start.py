"""The quick answer: given where nothing changed, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from reporter import start
from tests.conftest import STUDY, Land
from tests.production.builds import OUTLINE, html, run

WORDS = ["build", "land", "--year", "2022", "--lang", "en", "--to", "html"]
PAGE = "out/land/2022/en/full.html"
UNCHANGED = f"land 2022: 1 page unchanged\n{PAGE}"


@pytest.fixture
def stands(brief: Land) -> Land:
    """The land after a build in its folder, which left a receipt."""
    assert html().status == 0
    assert start.told(WORDS) == UNCHANGED
    return brief


def later(path: Path) -> None:
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 10**9))


def test_files_that_were_only_touched_still_answer(stands: Land) -> None:
    for file in (STUDY, OUTLINE, PAGE):
        later(stands.root / file)
    assert start.told(WORDS) == UNCHANGED


def test_a_copy_elsewhere_is_another_workspace(stands: Land, tmp_path: Path) -> None:
    os.rename(stands.root, tmp_path / "moved")
    os.chdir(tmp_path / "moved")
    assert start.told(WORDS) is None


@pytest.mark.parametrize("file", [STUDY, OUTLINE, PAGE])
def test_another_content_of_the_same_size_and_time_is_noticed(file: str, stands: Land) -> None:
    path, before = stands.root / file, (stands.root / file).stat()
    content = path.read_bytes()
    path.write_bytes(content[:-2] + bytes([content[-2] ^ 1]) + content[-1:])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert start.told(WORDS) is None


@pytest.mark.parametrize(
    "file", ["reporter.yaml", "templates/words/en.yaml", "data/studies/land/claims.yaml"]
)
def test_a_file_that_was_not_there_is_noticed(file: str, stands: Land) -> None:
    (stands.root / file).parent.mkdir(exist_ok=True)
    stands.write(file, "{}\n")
    assert start.told(WORDS) is None


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"<html>")])
def test_a_product_that_is_gone_or_damaged_is_put_back_by_the_next_run(damage, stands: Land) -> None:  # type: ignore[no-untyped-def]
    whole = (stands.root / PAGE).read_bytes()
    damage(stands.root / PAGE)
    assert start.told(WORDS) is None
    assert html().out == UNCHANGED.replace("unchanged", "put back as made before") + "\n"
    assert (stands.root / PAGE).read_bytes() == whole
    assert start.told(WORDS) == UNCHANGED


def test_a_damaged_receipt_answers_nothing(stands: Land) -> None:
    path = Path(start.place(str(stands.root), WORDS))
    whole = path.read_bytes()
    for spoilt in (b"", whole[:-1], whole[:9] + b"\0" + whole[10:]):
        path.write_bytes(spoilt)
        assert start.told(WORDS) is None


@pytest.mark.parametrize("name", ["prefix", "version"])
@pytest.mark.usefixtures("stands")
def test_another_python_answers_nothing(name: str) -> None:
    with patch.object(sys, name, "another"):
        assert start.told(WORDS) is None


@pytest.mark.usefixtures("stands")
def test_another_program_or_setting_of_fonts_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with patch.object(start, "__file__", "/another/reporter/start.py"):
        assert start.told(WORDS) is None
    monkeypatch.setenv("FONTCONFIG_FILE", "/another/fonts.conf")
    assert start.told(WORDS) is None


@pytest.mark.parametrize("more", ["--force", "--plan", "--json", "--help", "--strict", "--keep-going"])
@pytest.mark.usefixtures("stands")
def test_another_command_has_no_part_in_the_receipt(more: str) -> None:
    assert start.told([*WORDS, more]) is None


def test_the_answer_is_given_where_the_command_was_and_names_files_as_seen_from_there(stands: Land) -> None:
    os.chdir(stands.root / "data")
    assert start.told(WORDS) is None
    assert html().status == 0
    assert start.told(WORDS) == UNCHANGED.replace(PAGE, str(stands.root / PAGE))


def test_an_answer_that_nobody_listens_to_is_no_fault(stands: Land) -> None:
    said = [sys.executable, "-c", "from reporter.start import main; main()", *WORDS]
    for words, status in ((said, 0), ([*said, "--workspace", "."], 1)):  # by the receipt, by typer
        listens, speaks = os.pipe()
        os.close(listens)
        done = subprocess.run(words, cwd=stands.root, stdout=speaks, stderr=subprocess.PIPE, check=False)
        os.close(speaks)
        assert (done.stderr, done.returncode) == (b"", status)


def test_notes_are_told_again(stands: Land) -> None:
    stands.spoil(STUDY, "title: {en: A made-up land, zh: 虚构之地}", "title: {en: A made-up land}")
    words = ["build", "land", "--year", "2022", "--lang", "zh", "--to", "html"]
    told = run(*words).out.splitlines()
    again = start.told(words)
    assert [line for line in told if line.startswith("note: ")]
    assert again is not None
    assert [line for line in again.splitlines() if line.startswith("note: ")] == told[1:-1]


def test_a_note_on_a_page_left_behind_is_told_while_it_lies_there(stands: Land) -> None:
    left = stands.root / "out/land/2022/en/brief.html"
    left.write_text("x")
    assert start.told(WORDS) is None
    assert "out/land/2022: en/brief.html: not of this build" in html().out
    assert str(start.told(WORDS)).startswith("note: out/land/2022: en/brief.html: not of this build")
    left.unlink()
    assert start.told(WORDS) is None
    assert html().out == UNCHANGED + "\n"


def test_a_build_that_failed_leaves_no_receipt(stands: Land) -> None:
    stands.spoil(STUDY, "regions: [Northmark,", "regions: [Nortmark,")
    assert html().status == 1
    assert start.told(WORDS) is None

"""Killed at any moment: products and manifest agree, no worker stays, the next run ends the work."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

from reporter.production import folder as folders
from reporter.production.write import write_products
from tests.conftest import LAND, STUDY, Land
from tests.production.builds import OUTLINE, digests, start

ASKED = ("build", "land", "--lang", "en", "--to", "html", "--jobs", "2")
ENDS = 30.0
"""Seconds: what is just loading its libraries sees only afterwards that its run is gone."""
PROVENANCE: dict[str, dict[str, str]] = {"inputs": {}, "versions": {}, "words": {}}
OLD = {"en/full.html": b"old", "en/full.pdf": b"old", "scores.csv": b"kept"}
NEW = {"en/full.html": b"new and longer", "zh/full.html": b"new", "scores.csv": b"kept"}


def agrees(folder: Path) -> bool:
    """Whether the folder holds what its manifest lists, byte for byte, and nothing else."""
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))["products"]
    there = digests(folder)
    del there["manifest.json"]
    return there == {one["path"]: one["sha256"] for one in listed}


def put_and_die(folder: Path, at: int) -> bool:
    """Puts the new products in a process that is killed before line `at` of the work; whether it was."""
    child = os.fork()
    if not child:
        left = iter(range(at))

        def step(frame: FrameType, event: str, _: Any) -> Any:
            if event == "line" and frame.f_code.co_filename == folders.__file__ and next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return step

        sys.settrace(step)
        write_products(folder, NEW, PROVENANCE)
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0


def test_killed_before_any_line_of_putting_products_old_or_new_ones_stand_whole(tmp_path: Path) -> None:
    folder, seen, at = tmp_path / "2022", set(), 0
    write_products(folder, OLD, PROVENANCE)
    old = digests(folder)
    while put_and_die(folder, at):
        assert agrees(folder)
        seen.add(digests(folder) == old)
        write_products(folder, OLD, PROVENANCE)
        assert [path.name for path in sorted(tmp_path.iterdir())] == [".2022.lock", "2022"]
        at += 1
    assert at > 50
    assert seen == {True, False}


def test_where_names_cannot_be_exchanged_the_next_run_brings_back_what_was_moved_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    folder, at = tmp_path / "2022", 0
    write_products(folder, OLD, PROVENANCE)
    while put_and_die(folder, at):
        assert agrees(folder if folder.exists() else tmp_path / ".2022.old")
        write_products(folder, OLD, PROVENANCE)
        assert agrees(folder)
        assert [path.name for path in sorted(tmp_path.iterdir())] == [".2022.lock", "2022"]
        at += 1


def test_what_else_lies_in_the_folder_stays_links_to_folders_with_it(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "2022", tmp_path / "elsewhere"
    write_products(folder, OLD, PROVENANCE)
    elsewhere.mkdir()
    (folder / "own.txt").write_text("own")
    (folder / "linked").symlink_to(elsewhere)
    write_products(folder, NEW, PROVENANCE)
    assert (folder / "own.txt").read_text() == "own"
    assert (folder / "linked").readlink() == elsewhere


@pytest.fixture
def short(tmp_path: Path) -> Land:
    """The land with few chapters, two editions in two languages."""
    land = Land(tmp_path / "land")
    shutil.copytree(LAND, land.root)
    land.spoil(STUDY, "replicates: 500", "replicates: 100")
    (land.root / OUTLINE).parent.mkdir(parents=True)
    land.write(OUTLINE, "sections: [cover]\n")
    return land


@contextmanager
def begun(land: Land) -> Iterator["subprocess.Popen[bytes]"]:
    """A build in a session of its own, of which nothing is left afterwards."""
    command = [sys.executable, "-c", "from reporter.start import main; main()", *ASKED]
    with subprocess.Popen(
        command, cwd=land.root, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as run:
        try:
            yield run
        finally:
            for process in session(run.pid):
                os.kill(process, signal.SIGKILL)


def session(leader: int) -> list[int]:
    """The living processes of a session."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found


def gone(leader: int, within: float) -> bool:
    """Whether nothing of a session lives after so many seconds."""
    until = time.monotonic() + within
    while session(leader) and time.monotonic() < until:
        time.sleep(0.05)
    return not session(leader)


def completed(land: Land) -> float:
    """A build to its end; the seconds it took."""
    before = time.monotonic()
    with begun(land) as run:
        assert run.wait() == 0, run.stderr and run.stderr.read()
    return time.monotonic() - before


def renamed(land: Land, n: int) -> None:
    """Another publisher, so that every page is to be built."""
    text = land.text(STUDY).splitlines()
    at = next(k for k, line in enumerate(text) if line.startswith("publisher:"))
    text[at] = f"publisher: {{en: Office {n}, zh: 第{n}局}}"
    land.write(STUDY, "\n".join(text) + "\n")


def clean(land: Land, n: int, place: Path) -> tuple[dict[str, str], float]:
    """What a build of it in another place gives, and the seconds it took."""
    copy = Land(place)
    shutil.copytree(land.root, copy.root, ignore=shutil.ignore_patterns("out", ".reporter-cache"))
    renamed(copy, n)
    took = completed(copy)
    return digests(copy.root / "out"), took


def kill_in_the_middle(land: Land, moments: list[float], tmp_path: Path, each: bool) -> None:
    """Builds killed at these shares of a whole build's time, with nothing kept from before; `each`: ended
    every time and held to a clean one, not only the last.
    """
    wanted, took = zip(*(clean(land, n, tmp_path / f"clean-{n}") for n in range(2)), strict=True)
    completed(land)
    for n, moment in enumerate(moments):
        renamed(land, n % 2)
        if (store := land.root / ".reporter-cache").exists():  # a run killed early has not made it
            shutil.rmtree(store)
        with begun(land) as run:
            time.sleep(moment * min(took))
            run.kill()
            assert gone(run.pid, ENDS)
        assert all(agrees(folder) for folder in sorted((land.root / "out/land").glob("[0-9]*")))
        if each or n == len(moments) - 1:
            completed(land)
            assert digests(land.root / "out") == wanted[n % 2]


def test_killed_at_five_moments_of_a_build(short: Land, tmp_path: Path) -> None:
    dice = Random(8)
    kill_in_the_middle(short, [dice.uniform(0.2, 1.0) for _ in range(5)], tmp_path, each=False)


@pytest.mark.slow
def test_killed_at_fifty_moments_of_a_build(short: Land, tmp_path: Path) -> None:
    dice = Random(50)
    kill_in_the_middle(short, [dice.uniform(0.0, 1.0) for _ in range(50)], tmp_path, each=True)


def test_stopped_by_the_user_a_build_says_so_and_leaves_nothing_behind(short: Land) -> None:
    with begun(short) as run:
        while not list((short.root / ".reporter-cache").glob("log.jsonl")):
            time.sleep(0.05)
        time.sleep(1.0)
        os.killpg(run.pid, signal.SIGINT)  # as the terminal sends it
        assert run.wait(timeout=20) == 130
        assert run.stderr
        assert run.stderr.read() == b"stopped: what was finished is kept; build again to go on\n"
        assert gone(run.pid, ENDS)
    assert not list((short.root / "out").glob("land/.*.new"))


def test_stopped_a_build_still_tells_a_program_what_it_came_to(short: Land) -> None:
    run = start(*ASKED, "--json", at=short.root, env={})
    while not list((short.root / ".reporter-cache").glob("log.jsonl")):
        time.sleep(0.05)
    run.send_signal(signal.SIGTERM)
    out, err = run.communicate(timeout=60)
    told = json.loads(out)
    assert (run.returncode, told["stopped"], told["failed"], told["faults"]) == (143, True, [], [])
    assert err == "stopped: what was finished is kept; build again to go on\n"


def test_two_runs_at_once_both_end_well_and_leave_one_true_manifest(short: Land) -> None:
    env = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    runs = [start(*ASKED, "--year", "2022", at=short.root, env=env) for _ in range(2)]
    for run in runs:
        _, err = run.communicate(timeout=120)
        assert (run.returncode, err) == (0, "")
    assert agrees(short.root / "out/land/2022")

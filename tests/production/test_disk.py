"""Disks that are really full or may only be read: one line, the earlier products whole, the next run ends."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Land
from tests.production.builds import digests
from tests.production.test_killed import agrees

OWN = ("unshare", "--map-root-user", "--mount")
"""A command with mounts of its own, as any user may have them where the system allows it."""
BUILD = f"{sys.executable} -m reporter.start build land --year 2022 --lang en --to html"
ROOM = 16_384
"""Bytes left on a disk, on which a page does not fit."""

try:
    ALLOWED = not subprocess.run([*OWN, "true"], capture_output=True).returncode
except OSError:
    ALLOWED = False

pytestmark = pytest.mark.skipif(not ALLOWED, reason="this user may not have mounts of its own")


class Done(NamedTuple):
    """How a script ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


def script(at: Path, *lines: str) -> Done:
    """Runs a script that sees mounts of its own, in a folder; it ends with the first command that fails."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [*OWN, "sh", "-ec", "\n".join(lines)]
    done = subprocess.run(command, cwd=at, env=env, capture_output=True, text=True)
    return Done(done.returncode, done.stdout, done.stderr)


def disk(folder: str, room: int) -> str:
    """Puts a small disk in the folder's place, what lies in the folder on it, and so many bytes left."""
    used = f"$(df --output=used -B1 {folder} | tail -n1)"
    return "; ".join((
        f"cp -a {folder} ../held",
        f"mount -t tmpfs none {folder}",
        f"cp -a ../held/. {folder}",
        f"mount -o remount,size=$(({used} + {room})) {folder}",
    ))  # fmt: skip


def built_anew(brief: Land) -> dict[str, str]:
    """Changes a word of the page, so that it is to be made anew; what lies there before."""
    (brief.root / "templates/words").mkdir()
    brief.write("templates/words/en.yaml", "contents: {heading: What is in it}\n")
    return digests(brief.root / "out")


def test_on_a_full_disk_earlier_products_stay_whole_and_with_room_the_next_run_ends(brief: Land) -> None:
    before = built_anew(brief)
    done = script(
        brief.root,
        disk("out", ROOM),
        f"{BUILD} || echo exit $?",
        "cp -a out ../full",
        "mount -o remount,size=100m out",
        BUILD,
        "cp -a out ../after",
    )
    assert done.status == 0
    assert "exit 1" in done.out
    assert done.err == (
        "out/land/2022: cannot be written: no space left on device; "
        "make room or allow writing, then build again\n"
    )
    assert digests(brief.root.parent / "full") == before
    assert digests(brief.root.parent / "after") != before
    assert agrees(brief.root.parent / "after/land/2022")


def test_a_full_store_is_told_once_and_products_are_made(brief: Land) -> None:
    before = built_anew(brief)
    done = script(brief.root, disk(".reporter-cache", 0), BUILD)
    assert (done.status, done.err) == (0, "")
    assert done.out.count("note: .reporter-cache: cannot be written: no space left on device; ") == 1
    assert digests(brief.root / "out") != before
    assert agrees(brief.root / "out/land/2022")


def test_products_that_may_only_be_read_are_told_and_stay(brief: Land) -> None:
    before = built_anew(brief)
    done = script(brief.root, "mount --bind out out; mount -o remount,ro,bind out", BUILD)
    assert done.status == 1
    assert done.err.endswith(
        ": cannot be written: read-only file system; make room or allow writing, then build again\n"
    )
    assert done.err.count("\n") == 1
    assert digests(brief.root / "out") == before


def test_a_workspace_that_may_only_be_read_is_built_elsewhere(brief: Land) -> None:
    done = script(
        brief.root, "mount --bind . .; mount -o remount,ro,bind .; cd .", f"{BUILD} --force --out ../out"
    )
    assert (done.status, done.err) == (0, "")
    assert done.out.count("note: .reporter-cache: cannot be written: read-only file system; ") == 1
    assert agrees(brief.root.parent / "out/land/2022")

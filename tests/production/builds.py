"""Builds of the made-up land, and what lies there afterwards."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from reporter.cli import main
from tests.conftest import Land

MEASURES = "data/measures.yaml"
OUTLINE = "templates/editions/full.yaml"


class Run(NamedTuple):
    """What a command gave back: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


def run(*words: str) -> Run:
    """The command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    with patch.object(sys, "argv", ["reporter", *words]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            return Run(int(end.code or 0), out.getvalue(), err.getvalue())


def start(*words: str, at: Path, env: Mapping[str, str]) -> "subprocess.Popen[str]":
    """The command line in a process of its own."""
    code = "from reporter.start import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        cwd=at,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def html(*words: str) -> Run:
    """Builds HTML of the newest edition in English, the quickest product."""
    return run("build", "land", "--year", "2022", "--lang", "en", "--to", "html", *words)


def in_brief(land: Land) -> None:
    """Leaves all but cover and contents out, for what holds whatever is written: charts cost most."""
    (land.root / OUTLINE).parent.mkdir(parents=True)
    land.write(OUTLINE, "sections: [cover, contents]\n")


def digests(folder: Path) -> dict[str, str]:
    """sha256 of every file below the folder."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {p.relative_to(folder).as_posix(): sha256(p.read_bytes()).hexdigest() for p in files}

"""The same tasks on a Dask cluster: the same bytes, whoever dies, and nobody who differs takes part."""

import asyncio
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from unittest.mock import Mock, patch

import pytest

from reporter.errors import Where, fault
from reporter.production import afar, scheduler
from reporter.production import cluster as far
from reporter.production.admission import admit
from tests.conftest import LAND, Land
from tests.production.builds import Run, digests, in_brief, run
from tests.production.dask_processes import OTHER, Dask, dask, free_port

Products = dict[str, str]


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The land with two chapters."""
    root = tmp_path_factory.mktemp("short") / "land"
    shutil.copytree(LAND, root)
    in_brief(Land(root))
    return root


@pytest.fixture(scope="module")
def here(short: Path, tmp_path_factory: pytest.TempPathFactory) -> Products:
    """What one process makes of it."""
    return built(short, tmp_path_factory.mktemp("here"), "--jobs", "1")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Dask]:
    """A scheduler without workers."""
    with dask(tmp_path) as there:
        yield there


def build(short: Path, out: Path, *words: str) -> Run:
    """Builds an edition in two languages in another place than all before."""
    root = out / "land"
    shutil.copytree(short, root, ignore=shutil.ignore_patterns(".reporter-cache", "out"))
    asked = ("--year", "2022", "--workspace", str(root), "--out", str(out / "out"))
    return run("build", "land", *asked, *words)


def built(short: Path, out: Path, *words: str) -> Products:
    """The products' fingerprints."""
    done = build(short, out, *words)
    assert (done.status, done.err) == (0, "")
    return digests(out / "out")


def test_two_workers_make_the_bytes_of_one_process_and_of_two(
    short: Path, here: Products, tmp_path: Path
) -> None:
    assert built(short, tmp_path / "two", "--jobs", "2") == here
    with dask(tmp_path, workers=2) as there:
        assert built(short, tmp_path / "far", "--cluster", there.address) == here


def test_a_worker_killed_at_work_loses_nothing_and_doubles_nothing(
    short: Path, here: Products, tmp_path: Path, cluster: Dask
) -> None:
    for _ in range(2):
        cluster.worker(cluster.dies())
    done = build(short, tmp_path / "far", "--cluster", cluster.address)
    assert (done.status, done.err, cluster.died) == (0, "", True)
    assert done.out.count("land 2022: en/full.pdf") == 1
    assert digests(tmp_path / "far" / "out") == here


def test_the_only_worker_killed_at_work_is_started_anew_and_goes_on(
    short: Path, here: Products, tmp_path: Path, cluster: Dask
) -> None:
    cluster.worker(cluster.dies(), "--nanny")
    assert built(short, tmp_path / "far", "--cluster", cluster.address) == here
    assert cluster.died


def test_a_worker_with_another_version_gets_no_task_and_the_others_go_on(
    short: Path, here: Products, tmp_path: Path, cluster: Dask
) -> None:
    cluster.worker(OTHER)
    refused = build(short, tmp_path / "none", "--cluster", cluster.address)
    assert refused.status == 1
    (line,) = refused.err.splitlines()
    assert f" has babel 1.0, here {version('babel')}; it gets no task: " in line
    cluster.worker()
    cluster.wait(2)
    done = build(short, tmp_path / "far", "--cluster", cluster.address)
    assert done.out.splitlines()[0] == f"note: {line}"
    assert digests(tmp_path / "far" / "out") == here


def test_a_scheduler_that_dies_is_told_in_one_line(short: Path, tmp_path: Path, cluster: Dask) -> None:
    cluster.worker(cluster.dies(str(cluster.scheduler.pid)))
    done = build(short, tmp_path / "far", "--cluster", cluster.address)
    told = f"reporter build: the scheduler {cluster.address} is gone; start it and build again: "
    assert (done.status, done.err) == (1, told + "what was finished is kept\n")


def test_a_run_does_not_wait_for_workers_for_ever(
    short: Path, tmp_path: Path, cluster: Dask, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.worker(cluster.dies())
    cluster.wait(1)
    monkeypatch.setattr(far, "PATIENCE", 10.0)
    done = build(short, tmp_path / "far", "--cluster", cluster.address)
    told = f"reporter build: for 10 seconds no worker at the scheduler {cluster.address} has answered; "
    assert (done.status, cluster.died) == (1, True)
    assert done.err == f"{told}start some: dask worker {cluster.address} --nthreads 1\n"


def test_what_fails_on_a_worker_comes_home_as_text_and_faults_as_they_are() -> None:
    faults = fault(Where("a"), "b", "c")
    assert "ZeroDivisionError" in str(afar.alone(9.0, Mock(side_effect=ZeroDivisionError)))
    assert afar.alone(9.0, Mock(side_effect=faults)) is faults


def test_a_worker_that_cannot_read_what_it_is_asked_of_is_not_taken_for_lost() -> None:
    refused = patch("reporter.production.admission._differing", side_effect=PermissionError("a face"))
    with (
        refused,
        ThreadPoolExecutor(1) as apart,
        pytest.raises(RuntimeError, match="PermissionError: a face"),
    ):
        apart.submit(asyncio.run, admit({}, "mark", Mock())).result()  # a browser's test may have a loop here


def test_no_scheduler_is_a_fault(short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "ANSWERS", 2.0)
    address = f"tcp://127.0.0.1:{free_port()}"
    done = build(short, tmp_path, "--cluster", address)
    told = f"reporter build: no scheduler answers at {address}; start one, or name another: "
    assert (done.status, done.err) == (1, told + "--cluster tcp://HOST:PORT\n")


def test_the_missing_extra_is_a_fault(short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = build(short, tmp_path, "--cluster", "tcp://127.0.0.1:1")
    assert done.status == 1
    assert done.err.endswith("pip install 'reporter[cluster]'\n")

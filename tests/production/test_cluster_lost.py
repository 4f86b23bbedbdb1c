"""A cluster's workers that die or hang: a task is tried once more elsewhere, then told; the rest goes on."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest

from reporter.errors import Faults
from reporter.production import cluster as far
from reporter.production.cluster import Cluster, cluster
from reporter.production.present import families, machine
from reporter.production.scheduler import workers_of
from tests.production.dask_processes import Dask, dask
from tests.production.errands import die, events, hang, stop_once, told, well
from tests.render.made_up_theme import base_theme

HANGS = 5.0
AGAIN = "; build again: what was finished is kept"
WANTED = machine(families(base_theme()))


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Dask]:
    """A scheduler and four workers."""
    with dask(tmp_path, workers=4) as some:
        some.wait(4)
        yield some


@pytest.fixture
def crew(there: Dask) -> Iterator[Cluster]:
    """All of them let in."""
    with cluster(there.address, WANTED, HANGS) as some:
        while len(some.door.admitted) < 4:
            some.look()
        yield some


def test_a_task_that_never_ends_is_tried_elsewhere_then_told_and_the_rest_goes_on(crew: Cluster) -> None:
    found = {one.edition.period: told(one) for one in events(crew, (well, ""), (hang, ""), (well, ""))}
    assert found == {
        "2020": "whole",
        "2021": f"reporter build: land 2021, hang: twice the worker did not answer in time{AGAIN}",
        "2022": "whole",
    }
    assert len(crew.door.barred) == 2


def test_a_worker_that_stands_still_gets_no_more_and_others_do_what_it_had(
    crew: Cluster, tmp_path: Path
) -> None:
    found = events(crew, (stop_once, str(tmp_path / "mark")), (well, ""), (well, ""))
    assert [told(one) for one in found] == ["whole"] * 3
    assert len(crew.door.barred) == 1


def test_a_task_whose_workers_die_is_tried_once_more_then_told_and_its_neighbours_go_on(
    crew: Cluster,
) -> None:
    found = {one.edition.period: told(one) for one in events(crew, *[(well, "")] * 3, (die, ""), (well, ""))}
    assert found.pop("2023").startswith(
        "reporter build: land 2023, die: twice the worker died (tcp://127.0.0.1:"
    )
    assert [*found.values()] == ["whole"] * 4
    # what a worker had finished and not yet handed over when it died counts as what it died over: then three
    assert len(workers_of(crew.client, crew.address, HANGS)) in (1, 2)


def test_a_worker_that_stands_still_before_it_is_asked_keeps_nobody_waiting(there: Dask) -> None:
    os.killpg(there.started[-1].pid, signal.SIGSTOP)
    with cluster(there.address, WANTED, HANGS) as crew:
        assert [told(one) for one in events(crew, (well, ""), (well, ""))] == ["whole"] * 2
        assert len(crew.door.admitted) <= 3


def test_a_scheduler_that_stands_still_ends_the_run(
    crew: Cluster, there: Dask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(far, "PATIENCE", 2.0)
    os.killpg(there.scheduler.pid, signal.SIGSTOP)
    with pytest.raises(Faults, match=f"the scheduler {there.address} is gone"):
        crew.submit(well).result(timeout=30)


def test_a_fault_of_ours_is_not_told_as_the_schedulers(monkeypatch: pytest.MonkeyPatch) -> None:
    crew = Cluster(Mock(), "tcp://a:1", Mock(), HANGS)
    monkeypatch.setattr(far, "LOOKS", 0.01)
    monkeypatch.setattr(far, "workers_of", Mock(side_effect=KeyError("ours")))
    crew.watch()
    assert isinstance(crew.submit(well).exception(), KeyError)

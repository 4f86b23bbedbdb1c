"""A worker's memory stays flat, however many reports it makes."""

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reporter.config import Workspace
from reporter.production import work
from reporter.production.build import bench_of, editions
from reporter.production.edition import Present
from reporter.production.hands import workers
from reporter.production.plan import Order, Page
from reporter.production.recalled import whole
from reporter.production.store import Store
from reporter.production.work import Made, Wanted
from tests.conftest import LAND, STUDY, Land

REPORTS, WARM, SHARE = 200, 10, 1.10
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


def resident() -> int:
    """The bytes of memory that this process holds, which it shares with no other but its parent."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_SIZE


def made(*task: Any) -> Made:
    """The pages of a document, of which only the memory held afterwards goes home."""
    work.pages(*task)
    return Made(told={"memory": str(resident())})


def tasks(land: Land) -> Callable[[int], tuple[Any, ...]]:
    """The briefs of the land and its regions, in two languages, in turn; no chart is remembered."""
    order = Order(studies=("land",), periods=("2022",), kinds=("brief",))
    bench = bench_of(Workspace(land.root), order)
    [edition] = editions(Workspace(land.root), order, bench)
    now = Present(edition, bench)
    rows = whole(Workspace(land.root), "land", "2022", edition.values)
    assessed = work.assess(pickle.dumps(rows), "2022").products[work.EDITION]
    about = ["", *(region.id for region in edition.inputs.study.regions)]

    def task(n: int) -> tuple[Any, ...]:
        language, region = ("en", "zh")[n % 2], about[n // 2 % len(about)]
        paths = {form: Page(language, "brief", region, form).path for form in ("html", "pdf")}
        wanted = Wanted("land 2022", language, "brief", region, paths, "out", dict(now.shared), now.tags)
        return wanted, assessed, now.packed[language], Store(land.root / f"store-{n}")

    return task


@pytest.mark.slow
def test_after_two_hundred_reports_a_worker_holds_what_it_held_after_ten(tmp_path: Path) -> None:
    land = Land(tmp_path / "land")
    shutil.copytree(LAND, land.root)
    land.spoil(STUDY, "replicates: 500", "replicates: 100")
    task = tasks(land)
    with workers(1, 900.0) as crew:
        held = [int(crew.submit(made, *task(n)).result().told["memory"]) for n in range(REPORTS)]
    assert held[-1] <= SHARE * held[WARM - 1], held[WARM - 1 :: 10]

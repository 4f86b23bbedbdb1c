"""A worker's memory stays flat, however many reports it makes."""

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
from reporter.production.ledger import Ledger
from reporter.production.plan import Order, Page
from reporter.production.recalled import whole
from reporter.production.store import Store
from reporter.production.work import Made, Wanted
from tests.conftest import LAND, STUDY, Land

REPORTS, WARM, SHARE = 200, 10, 1.10


def resident() -> int:
    """The bytes of memory that this process holds of its own: not the font files it has mapped, of which the
    system keeps as much as it has room for.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.partition("RssAnon:")[2].split()[0]) * 1024


def made(*task: Any) -> Made:
    """The pages of a document, of which nothing goes home."""
    work.pages(*task)
    return Made()


def held() -> Made:
    """The memory held between two documents."""
    return Made(told={"memory": str(resident())})


def tasks(land: Land) -> Callable[[int], tuple[Any, ...]]:
    """The briefs of the land and its regions, in two languages, in turn; no chart is remembered."""
    order = Order(studies=("land",), periods=("2022",), kinds=("brief",))
    bench = bench_of(Workspace(land.root), order)
    [edition] = editions(Workspace(land.root), order, bench, Ledger())
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
def test_up_to_two_hundred_reports_a_worker_holds_little_more_than_after_ten(tmp_path: Path) -> None:
    land, measured = Land(tmp_path / "land"), list[int]()
    shutil.copytree(LAND, land.root)
    land.spoil(STUDY, "replicates: 500", "replicates: 100")
    task = tasks(land)
    with workers(1, 900.0) as crew:
        for n in range(1, REPORTS + 1):
            crew.submit(made, *task(n)).result()
            if n % WARM == 0:
                measured.append(int(crew.submit(held).result().told["memory"]))
    assert max(measured) <= SHARE * measured[0], measured

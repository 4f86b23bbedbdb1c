"""Builds what is asked: studies × periods × languages × editions × formats, of which only what changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from reporter.config import Workspace, find_workspace, read_theme
from reporter.errors import Faults, Flaw, refuse, shown
from reporter.production.edition import Bench, Complete, Present, steps
from reporter.production.hands import hands
from reporter.production.log import Log
from reporter.production.plan import FORMATS, Edition, Order, known, periods_of, planned, studies_of
from reporter.production.recalled import edition_values, read_over, said, spoken
from reporter.production.receipt import files_states, leave, program_states
from reporter.production.running import Done, Event, Failed, run
from reporter.production.store import store_of
from reporter.production.why import told_of_page
from reporter.production.write import put

MOST = 8
"""Pages named one by one."""


@dataclass(frozen=True)
class Told:
    """A line about the work, and how many of the pages asked for are done."""

    line: str
    done: int
    total: int


@dataclass
class Ledger:
    """What a run comes to: pages done, products written, editions that failed, what a run that finds nothing
    changed will say.
    """

    total: int
    built: list[str] = field(default_factory=list)
    unchanged: int = 0
    flaws: list[Flaw] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    wrote: list[Path] = field(default_factory=list)
    says: list[str] = field(default_factory=list)

    def told(self, line: str) -> Told:
        """The line with how far the run has come."""
        return Told(line, len(self.built) + self.unchanged, self.total)

    def summary(self) -> dict[str, Any]:
        """The run for a program to read."""
        flaws = [str(flaw) for flaw in self.flaws]
        return {"built": self.built, "unchanged": self.unchanged, "failed": self.failed, "faults": flaws}


def build_all(start: Path, order: Order) -> Iterator[Told]:
    """Builds everything asked that does not stand; tells a line a page, then where an edition's pages lie."""
    workspace = find_workspace(start)
    known("format", order.formats, FORMATS)
    before = files_states(workspace)
    bench = bench_of(workspace, order)
    remarks = tuple(f"note: {flaw}" for flaw in bench.theme.brand.remarks)
    before |= program_states(bench.theme)
    plan = [Present(edition, bench) for edition in editions(workspace, order, bench)]
    ledger = Ledger(sum(len(one.edition.pages) for one in plan), says=[*remarks])
    yield from map(ledger.told, remarks)
    with Log(bench.store.root) as log, hands(order, sum(one.waiting for one in plan)) as crew:
        for event in run(((one.edition, steps(one, crew.near)) for one in plan), crew):
            log.note(event)
            yield from map(ledger.told, _entered(event, ledger, order))
            if ledger.flaws and not order.keep_going and not (isinstance(event, Failed) and event.lost):
                break
    bench.store.trim()
    refuse(ledger.flaws)
    if order.words:
        leave(workspace, [*order.words], before, ledger.wrote, "\n".join(ledger.says))


def plan_lines(start: Path, order: Order) -> Iterator[str]:
    """A line a page of what is asked: whether it stands, or why it would be built."""
    workspace = find_workspace(start)
    known("format", order.formats, FORMATS)
    bench = bench_of(workspace, order)
    for edition in editions(workspace, order, bench):
        now = Present(edition, bench)
        yield from (f"{edition.path(page)}: {told_of_page(now, now.of_page(page))}" for page in edition.pages)


def bench_of(workspace: Workspace, order: Order) -> Bench:
    """What the editions share; Faults for every name in the theme that nothing has."""
    store, theme = store_of(workspace.root), read_theme(workspace)
    read_over(theme, store)
    if order.strict:
        refuse(theme.brand.remarks)
    words = cache(partial(spoken, workspace, store))
    return Bench(store, theme, words, order.force)


def editions(workspace: Workspace, order: Order, bench: Bench) -> list[Edition]:
    """Everything asked for, with the values that it is made from."""
    studies = [said(workspace, name, bench.store) for name in studies_of(workspace, order.studies)]
    return [
        planned(one.inputs, period, order, bench.theme.outlines, edition_values(workspace, one, period))
        for one in studies
        for period in periods_of(one.inputs.study, order.periods)
    ]


def _entered(event: Event, ledger: Ledger, order: Order) -> Iterator[str]:
    """The event put down in the ledger; what is told of it."""
    match event:
        case Done(task, made):
            for path in sorted({page.path for page in task.edition.pages} & set(made.products)):
                ledger.built.append(task.edition.below(path))
                yield f"{task.edition.name}: {path} {made.told[path]}"
        case Failed(edition, flaws):
            ledger.flaws += flaws
            ledger.failed.append(edition.name)
        case Complete():
            try:
                yield from _put(event, ledger, order)
            except Faults as faults:
                ledger.flaws += faults.flaws
                ledger.failed.append(event.edition.name)


def _put(whole: Complete, ledger: Ledger, order: Order) -> Iterator[str]:
    """An edition put into its folder; what is told of it, now and while it stands."""
    edition = whole.edition
    if order.strict:
        refuse(whole.notes)
    ledger.wrote += put(edition, whole.products, whole.languages)
    ended = [*(f"note: {flaw}" for flaw in whole.notes)]
    standing = sum(page.path not in whole.new for page in edition.pages)
    ledger.unchanged += standing
    where = _where(edition)
    ledger.says += [*ended, *_unchanged(edition, len(edition.pages)), where]
    yield from (*ended, *_unchanged(edition, standing), where)


def _unchanged(edition: Edition, pages: int) -> Iterator[str]:
    if pages:
        yield f"{edition.name}: {pages} {'page' if pages == 1 else 'pages'} unchanged"


def _where(edition: Edition) -> str:
    """Where an edition's pages lie, or of many the folders."""
    paths = [shown(edition.folder / page.path) for page in edition.pages]
    paths = paths or [shown(edition.folder / name) for name in ("report.xlsx", "assessment.json")]
    folders = dict.fromkeys(f"{Path(path).parent}/" for path in paths)
    return "  ".join(paths if len(paths) <= MOST else folders)

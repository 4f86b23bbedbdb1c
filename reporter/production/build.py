"""Builds what is asked: studies × periods × languages × editions × formats, of which only what changed."""

from collections.abc import Iterator
from fnmatch import fnmatchcase as fnmatch
from functools import cache, partial
from pathlib import Path
from time import monotonic
from typing import Any

from reporter.config import Workspace, find_workspace, read_production, read_theme
from reporter.errors import Faults, Where, fault, refuse
from reporter.production.edition import Bench, Present, steps
from reporter.production.files import digests, files_states, refuse_moved
from reporter.production.hands import hands
from reporter.production.ledger import Ledger, Told
from reporter.production.log import Log
from reporter.production.plan import FORMATS, Edition, Order, known, periods_of, planned, studies_of
from reporter.production.reasons import STANDS
from reporter.production.recalled import edition_values, read_over, said, spoken
from reporter.production.receipt import leave, program_states
from reporter.production.running import run
from reporter.production.store import store_of
from reporter.production.why import PRODUCTS, reasons_of
from reporter.stop import Stopped


def build_all(start: Path, order: Order, ledger: Ledger) -> Iterator[Told]:
    """Builds everything asked that does not stand; tells a line a page, then where an edition's pages lie.

    ledger: where it is put down.
    """
    workspace = find_workspace(start)
    known("format", order.formats, FORMATS)
    before = files_states(workspace)
    bench = bench_of(workspace, order)
    plan = [Present(edition, bench) for edition in editions(workspace, order, bench, ledger)]
    asked = len(plan) + len(ledger.failed)
    refuse_moved(before)
    ledger.total = sum(len(one.edition.pages) for one in plan)
    yield from map(ledger.told, ledger.remarked(bench.theme.brand.remarks))
    read, program = digests(workspace, before), program_states(bench.theme)
    waiting = sum(one.waiting for one in plan)
    with (
        Log(bench.store.root) as log,
        hands(order, bench.production, waiting, bench.theme, len(plan) == 1) as crew,
    ):
        for event in run(((one.edition, steps(one, crew.near)) for one in plan), crew):
            log.note(event)
            yield from map(ledger.told, ledger.enter(event, order, read))
            if ledger.stopped:
                break
    bench.store.trim()
    yield from map(ledger.told, ledger.remarked(bench.store.remarks(), again=False))
    yield from map(ledger.told, ledger.summary(asked))
    refuse(ledger.flaws)
    if order.words:
        leave(workspace, [*order.words], {**before, **program}, ledger.wrote, "\n".join(ledger.says))


def build_data(start: Path, order: Order) -> tuple[dict[str, Any], Faults | Stopped | None]:
    """Builds everything asked; what the run came to, for a program to read, and what ended it early."""
    begun, ledger = monotonic(), Ledger()
    end: Faults | Stopped | None = None
    try:
        for _ in build_all(start, order, ledger):
            pass
    except Faults as faults:
        end, ledger.flaws = faults, [*faults.flaws]
    except Stopped as stopped:
        end = stopped
    run = {"stopped": isinstance(end, Stopped), "seconds": round(monotonic() - begun, 3)}
    return {**ledger.data(), **run}, end


def plan_rows(start: Path, order: Order) -> Iterator[dict[str, Any]]:
    """Each product of what is asked, of an edition the pages first: its place, whether it stands, or why it
    would be built or put back; then Faults of the studies that nothing could come of.
    """
    ledger = Ledger()
    workspace = find_workspace(start)
    known("format", order.formats, FORMATS)
    bench = bench_of(workspace, order)
    for edition in editions(workspace, order, bench, ledger):
        now = Present(edition, bench)
        products = [(page.path, now.of_page(page)) for page in edition.pages]
        products += [(name, now.of_data) for name in PRODUCTS]
        for path, what in products:
            told = reasons_of(now, what, path)
            yield {"product": edition.below(path), "stands": told == [STANDS], "reasons": told}
    refuse(ledger.flaws)


def bench_of(workspace: Workspace, order: Order) -> Bench:
    """What the editions share; Faults for every name in the theme that nothing has."""
    _refuse_out(workspace, order)
    production, theme = read_production(workspace), read_theme(workspace)
    store = store_of(workspace.root, production)
    read_over(theme, store)
    if order.strict:
        refuse(theme.brand.remarks)
    words = cache(partial(spoken, workspace, store))
    return Bench(store, theme, words, order.force, production)


def _refuse_out(workspace: Workspace, order: Order) -> None:
    """A fault where products would lie among what a build reads, and the next take them for the user's."""
    out = order.out.resolve() if order.out else None
    for folder in (workspace.data, workspace.templates):
        if out and out.is_relative_to(folder.resolve()):
            what = f"--out lies in {folder.name}/, which a build reads"
            raise fault(Where("reporter build"), what, "take a folder of its own, such as out")


def editions(workspace: Workspace, order: Order, bench: Bench, ledger: Ledger) -> list[Edition]:
    """Everything asked for, with the values that it is made from; Faults where a pattern fits no page, and of
    a study that cannot be read, unless the run keeps going: then the ledger has them.
    """
    every = list[Edition]()
    for name in studies_of(workspace, order.studies):
        try:
            every += _of_study(workspace, name, order, bench)
        except Faults as faults:
            if not order.keep_going:
                raise
            ledger.refused(name, faults.flaws)
    if not order.only:
        return every
    pages = [one.path(page) for one in every for page in one.pages]
    astray = [pattern for pattern in order.only if not any(fnmatch(path, pattern) for path in pages)]
    if astray and not ledger.failed:
        mend = "see the places with reporter build --plan"
        raise fault(Where("reporter build"), f"no page fits '{', '.join(astray)}'", mend)
    return [one for one in every if one.pages]


def _of_study(workspace: Workspace, name: str, order: Order, bench: Bench) -> list[Edition]:
    """The editions of one study that are asked for."""
    one = said(workspace, name, bench.store)
    return [
        planned(one.inputs, period, order, bench.theme.outlines, edition_values(workspace, one, period))
        for period in periods_of(one.inputs.study, order.periods)
    ]

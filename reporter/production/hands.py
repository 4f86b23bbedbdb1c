"""Who does the work: this process, processes of this machine, or a cluster; all answer with futures."""

import ctypes
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing, contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from threading import Thread
from typing import Any, Protocol

from reporter.errors import Flaw
from reporter.model.production import Production
from reporter.model.theme import Theme
from reporter.production.cores import cores
from reporter.production.laid import Table
from reporter.production.plan import Order
from reporter.production.present import families, machine
from reporter.production.work import Made, assess


class Lost(Exception):
    """A worker that was lost over a task; how, is its text."""


class Hands(Protocol):
    """Takes a task and answers later; `width`: how many it is worth handing over at once; `near`:
    whether they reach this machine's disk; `remarks`: what is to be told of them since it was last asked.
    """

    @property
    def width(self) -> int: ...

    @property
    def near(self) -> bool: ...

    def submit(self, call: Callable[..., Made], /, *args: Any) -> "Future[Made]": ...

    def remarks(self) -> Sequence[Flaw]: ...


class Here:
    """This process: a task is done when it is handed over. many: whether more are to come, so that nothing of
    each is to stay.
    """

    width, near = 1, True

    def __init__(self, many: bool = False) -> None:
        self.many = many

    def submit(self, call: Callable[..., Made], /, *args: Any) -> "Future[Made]":
        """The answer, already there."""
        done: Future[Made] = Future()
        try:
            done.set_result(_tidily(call, *args) if self.many else call(*args))
        except Exception as error:
            done.set_exception(error)
        return done

    def remarks(self) -> Sequence[Flaw]:
        """Nothing."""
        return ()


class Workers:
    """Processes of this machine; one that dies or hangs is replaced, and its task fails as `lost` tells.

    begin: gives the pool of them. alone: whether a single edition is made: its assessment this process makes
    itself, while the workers load their libraries, since there is nothing else to do before.
    """

    near = True

    def __init__(self, begin: Callable[[], Any], number: int, hangs: float, alone: bool) -> None:
        self.begin, self.pool, self.width, self.hangs = begin, begin(), 2 * number, hangs
        self.table, self.alone = Table(), alone

    def submit(self, call: Callable[..., Made], /, *args: Any) -> "Future[Made]":
        """The answer to come; a lost worker is told as TimeoutError, ProcessExpired or BrokenProcessPool."""
        if self.alone and call is assess:
            return Here().submit(call, *args)
        if not self.pool.active:  # one died that had nothing to do, which pebble takes for the end of all
            self._end()
            self.pool = self.begin()
        handed = [self.table.lay(one) for one in args]
        answer: Future[Made] = self.pool.schedule(_tidily, args=(call, *handed), timeout=self.hangs)
        self.table.hold(handed, answer)
        return answer

    def close(self) -> None:
        """Ends the workers; what is still being done is wanted by nobody."""
        self._end()
        self.table.close()

    def _end(self) -> None:
        self.pool.stop()
        self.pool.join()

    def remarks(self) -> Sequence[Flaw]:
        """Nothing."""
        return ()


@contextmanager
def workers(number: int, hangs: float, paper: bool = True, alone: bool = False) -> Iterator[Hands]:
    """So many worker processes, each with the libraries loaded once; they end with the block, or with this
    process. hangs: seconds after which one that has not answered is taken for hung. paper: whether PDFs are
    made. alone: whether of a single edition.
    """
    from pebble import ProcessPool

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(
            [*(["reporter.render.pdf"] if paper else []), "reporter.production.ready"]
        )
        resource_tracker.ensure_running()  # which would let Ctrl-C in again
        _deaf(forkserver.ensure_running)
    crew = Workers(lambda: ProcessPool(number, initializer=_begin, context=context), number, hangs, alone)
    with closing(crew):
        yield crew


def _deaf(begin: Callable[[], None]) -> None:
    """Begins what never hears Ctrl-C, nor its children: the run ends them itself."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        begin()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """What lives as long as the worker is not looked through again: memory stays shared, and flat."""
    from reporter.production import ready  # noqa: F401  # loads the libraries

    Thread(target=_end_with_parent, daemon=True).start()
    gc.collect()
    gc.freeze()


def _tidily(call: Callable[..., Made], *args: Any) -> Made:
    """What the task gives, and nothing of it left in the worker: charts and pages refer to each other in
    circles, which would wait for a look through the oldest objects.

    What stays is not looked through again: of an edition of 2,800 regions that would take as long as a page.
    """
    try:
        return call(*args)
    finally:
        gc.collect()
        gc.freeze()
        _give_back()


def _give_back() -> None:
    """Free memory goes back to the system, where the C library knows how: a face or picture once held would
    else be counted as the worker's for good.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _end_with_parent() -> None:
    """A worker whose run was killed has nobody to answer."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def hands(
    order: Order, said: Production, documents: int, theme: Theme, alone: bool = False
) -> Iterator[Hands]:
    """Who does the work of so many documents in this theme: this process where one is enough.

    alone: whether they are of a single edition.
    """
    number = min(order.jobs or said.jobs or cores(), documents)
    if order.cluster:
        from reporter.production.cluster import cluster

        with cluster(order.cluster, machine(families(theme)), said.hangs) as far:
            yield far
    elif number <= 1:
        yield Here(documents > 1)
    else:
        with workers(number, said.hangs, not order.formats or "pdf" in order.formats, alone) as crew:
            yield crew


def lost(error: BaseException) -> str:
    """How a worker was lost, or "" where it answered."""
    if isinstance(error, TimeoutError):
        return "the worker did not answer in time"
    if type(error).__name__ in ("ProcessExpired", "BrokenProcessPool"):  # of pebble
        return f"the worker died ({error})"
    if type(error).__name__ == "KilledWorker":  # of Dask, where a scheduler bears no death
        return "the worker died"
    return str(error) if isinstance(error, Lost) else ""

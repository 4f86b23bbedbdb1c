"""The workers of a Dask scheduler: inputs travel, bytes come back, no disk is shared."""

import faulthandler
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from hashlib import sha256
from threading import Event, Lock, RLock, Thread
from time import monotonic, sleep
from traceback import format_exc
from typing import Any, NamedTuple

from reporter.errors import Faults, Flaw, Where, fault
from reporter.production.admission import Door
from reporter.production.scheduler import ANSWERS, client_of, gone
from reporter.production.trace import Values
from reporter.production.work import Made

LOOKS, PATIENCE = 1.0, 60.0
"""Seconds between two looks at the workers, and without any before a run ends."""
KEPT = 16
"""Contents that the scheduler keeps though no task that is out needs them: the next one may."""


class Errand(NamedTuple):
    """A task that is out: what is to be called with what, and Dask's own future of it."""

    call: Callable[..., Made]
    args: tuple[Any, ...]
    handed: Any


class Cluster:
    """The workers of a Dask scheduler that were let in; one at a time, each task and all it takes is sent."""

    near = False

    def __init__(self, client: Any, address: str, door: Door, hangs: float) -> None:
        self.client, self.address, self.door, self.hangs = client, address, door, hangs
        self.out: dict[Future[Made], Errand] = {}
        self.contents: OrderedDict[str, Any] = OrderedDict()
        self.told: list[Flaw] = []
        self.over: Faults | None = None
        self.round, self.lock, self.closed = 0, RLock(), Event()

    @property
    def width(self) -> int:
        """Two tasks a worker: one that is done and one that waits beside it."""
        return 2 * max(1, len(self.door.admitted))

    def remarks(self) -> list[Flaw]:
        """The workers refused since this was last asked."""
        with self.lock:
            found, self.told = self.told, []
        return found

    def submit(self, call: Callable[..., Made], /, *args: Any) -> "Future[Made]":
        """The answer to come; after the cluster is lost, its fault."""
        answer: Future[Made] = Future()
        with self.lock:
            if self.over:
                answer.set_exception(self.over)
            else:
                self._hand_out(answer, call, args)
        return answer

    def _hand_out(self, answer: "Future[Made]", call: Callable[..., Made], args: tuple[Any, ...]) -> None:
        handed = self._submitted(alone, self.hangs, call, *map(self._sent, args), pure=False)
        self.out[answer] = Errand(call, args, handed)
        handed.add_done_callback(lambda done: self._answered(answer, done))

    def _submitted(self, call: Callable[..., Any], *args: Any, **options: Any) -> Any:
        return self.client.submit(call, *args, resources={self.door.mark: 1}, **options)

    def _sent(self, thing: Any) -> Any:
        """An argument as it travels: of bytes, a task that gives them, so that many tasks share one sending
        and they are there again when the worker that has them dies.
        """
        if isinstance(thing, dict):
            return {key: self._sent(value) for key, value in thing.items()}
        return self._content(thing) if isinstance(thing, bytes) else thing

    def _content(self, content: bytes) -> Any:
        key = f"reporter-{self.round}-{sha256(content).hexdigest()}"
        if key not in self.contents:
            self.contents[key] = self._submitted(same, content, key=key)
        self.contents.move_to_end(key)
        while len(self.contents) > KEPT:
            self.contents.popitem(last=False)
        return self.contents[key]

    def _answered(self, answer: "Future[Made]", handed: Any) -> None:
        """Passes on what came of a task, unless it was handed out again since."""
        if answer not in self.out or self.out[answer].handed is not handed:
            return
        try:
            self._settle(answer, handed.result())
        except CancelledError:
            self.end(gone(self.address))
        except Exception as lost:
            self._settle(answer, lost)

    def _settle(self, answer: "Future[Made]", came: Made | Exception | str) -> None:
        with self.lock:
            if not self.out.pop(answer, None):
                return
        if isinstance(came, Made):
            answer.set_result(came)
        else:
            answer.set_exception(RuntimeError(f"on a worker: {came}") if isinstance(came, str) else came)

    def end(self, why: Faults) -> None:
        """Ends all that is out, and all that is still to come, with a fault."""
        with self.lock:
            self.over, out, self.out = why, self.out, {}
        for answer in out:
            answer.set_exception(why)

    def look(self) -> None:
        """Looks who has come and gone; hands all out again where none was left and now there is one."""
        before = self.door.admitted
        refused = self.door.look()
        with self.lock:
            self.told += refused
            if self.door.admitted and not self.door.admitted & before and not self.closed.is_set():
                self._again()

    def _again(self) -> None:
        """Hands out again what is out: Dask does not see that a worker which was there is marked."""
        self.round += 1
        self.contents.clear()
        for answer, errand in list(self.out.items()):
            self._hand_out(answer, errand.call, errand.args)
            errand.handed.cancel()

    def watch(self) -> None:
        """Looks at the workers till the run ends, or ends it when none has been there for too long."""
        last = monotonic()
        while not self.closed.wait(LOOKS):
            try:
                self.look()
            except Exception:  # whatever Dask says, it is no longer there; while it is being closed, too
                return None if self.closed.is_set() else self.end(gone(self.address))
            last = monotonic() if self.door.admitted else last
            if monotonic() - last > PATIENCE:
                return self.end(deserted(self.address))
        return None


_ONE = Lock()


def alone(hangs: float, call: Callable[..., Made], *args: Any) -> Made | Faults | str:
    """On a worker: what the call comes to, no other being made in this process meanwhile; a fault of ours as
    text, since a trace that cannot be pickled would never arrive.

    Neither WeasyPrint nor matplotlib bears two threads. One that has not
    answered after `hangs` seconds tells where it is, and ends the process.
    """
    with _ONE:
        faulthandler.dump_traceback_later(hangs, exit=True, file=sys.__stderr__ or sys.stderr)
        try:
            return call(*args)
        except Faults as faults:
            return faults
        except Exception:
            return format_exc()
        finally:
            faulthandler.cancel_dump_traceback_later()


def same(content: bytes) -> bytes:
    """On a worker: the content."""
    return content


@contextmanager
def cluster(address: str, wanted: Values, hangs: float) -> Iterator[Cluster]:
    """The workers of the scheduler at this address that have what is wanted; Faults where there is none."""
    client = client_of(address)
    crew = Cluster(client, address, Door(client, wanted), hangs)
    door = Thread(target=crew.watch, daemon=True)
    try:
        _gather(crew)
        door.start()
        yield crew
    finally:
        crew.closed.set()
        client.close(timeout=ANSWERS)


def _gather(crew: Cluster) -> None:
    """Waits for the first worker; Faults where all are refused, or none comes."""
    end = monotonic() + PATIENCE
    while not crew.door.admitted:
        crew.look()
        if crew.door.refused and not crew.door.admitted:
            raise Faults(crew.door.refused.values())
        if monotonic() > end:
            raise deserted(crew.address)
        sleep(LOOKS / 10)


def deserted(address: str) -> Faults:
    """That there is no worker."""
    what = f"for {PATIENCE:.0f} seconds no worker has been at the scheduler {address}"
    return fault(Where("reporter build"), what, f"start some: dask worker {address} --nthreads 1")

"""The workers of a Dask scheduler: inputs travel, bytes come back, no disk is shared."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from threading import Event, RLock, Thread
from time import monotonic, sleep
from typing import Any, NamedTuple

from reporter.errors import Faults, Flaw, Where, fault
from reporter.production.admission import Door
from reporter.production.afar import alone
from reporter.production.hands import Lost
from reporter.production.parcels import Parcels
from reporter.production.scheduler import ANSWERS, client_of, gone, workers_of
from reporter.production.trace import Values
from reporter.production.work import Made

LOOKS, PATIENCE = 1.0, 60.0
"""Seconds between two looks at the workers, and without any before a run ends."""
GRACE = 10.0
"""Seconds after which a worker that was given up for hung ends itself."""
DEEP = 2
"""Tasks that a worker is given: one that is done and one that waits beside it."""


class Errand(NamedTuple):
    """A task that is out: what is to be called with what, the worker that was given it ("" while none is
    there), Dask's own future of it, and when it was given.
    """

    call: Callable[..., Made]
    args: tuple[Any, ...]
    worker: str = ""
    handed: Any = None
    since: float = 0.0


class Cluster:
    """The workers of a Dask scheduler that were let in; one at a time, each task and all it takes is sent.

    Which worker does what is said here, not by the scheduler: so of a worker that dies or hangs it is known
    over which task, and that one alone counts as tried. `heard`: when a worker last answered.
    """

    near = False

    def __init__(self, client: Any, address: str, door: Door, hangs: float) -> None:
        self.client, self.address, self.door, self.hangs = client, address, door, hangs
        self.out: dict[Future[Made], Errand] = {}
        self.heard: dict[str, float] = {}
        self.parcels = Parcels(self._submitted)
        self.told: list[Flaw] = []
        self.over: Exception | None = None
        self.lock, self.closed = RLock(), Event()

    @property
    def width(self) -> int:
        """As many tasks as the workers are given."""
        return DEEP * max(1, len(self.door.admitted))

    def remarks(self) -> list[Flaw]:
        """The workers refused since this was last asked."""
        with self.lock:
            found, self.told = self.told, []
        return found

    def submit(self, call: Callable[..., Made], /, *args: Any) -> "Future[Made]":
        """The answer to come; Lost or TimeoutError where its worker died or hung; after the cluster is lost,
        its fault.
        """
        answer: Future[Made] = Future()
        with self.lock:
            if self.over:
                answer.set_exception(self.over)
            else:
                self.out[answer] = Errand(call, args)
                self._place(answer)
        return answer

    def _place(self, answer: "Future[Made]") -> None:
        """Gives a task to the worker that has least to do; where none is there, it waits."""
        load = Counter(errand.worker for errand in self.out.values())
        if there := sorted(self.door.admitted):
            self._give(answer, min(there, key=lambda one: load[one]))

    def _give(self, answer: "Future[Made]", worker: str) -> None:
        errand = self._taken(answer)
        packed = [self.parcels.packed(one, self.door.mark) for one in errand.args]
        args = (alone, self.hangs + GRACE, errand.call, *packed)
        handed = self._submitted(*args, pure=False, workers=[worker])
        self.out[answer] = errand._replace(worker=worker, handed=handed, since=monotonic())
        fetch = lambda done: Thread(target=self._answered, args=(answer, done), daemon=True).start()  # noqa: E731
        handed.add_done_callback(fetch)  # a thread each, since what a hung worker made is fetched for ever

    def _taken(self, answer: "Future[Made]") -> Errand:
        """The task, taken from the worker that has it."""
        errand = self.out[answer]
        self.out[answer] = errand._replace(worker="", handed=None)
        if errand.handed:
            errand.handed.cancel()
        return self.out[answer]

    def _submitted(self, call: Callable[..., Any], *args: Any, **options: Any) -> Any:
        return self.client.submit(call, *args, resources={self.door.mark: 1}, **options)

    def _answered(self, answer: "Future[Made]", handed: Any) -> None:
        """Passes on what came of a task, unless it was taken from its worker, also while it was fetched."""
        came = _came(handed)
        with self.lock:
            if answer not in self.out or self.out[answer].handed is not handed:
                return
            self.heard[self.out[answer].worker] = monotonic()
        if isinstance(came, CancelledError):
            self.end(gone(self.address))
        else:
            self._settle(answer, came)

    def _settle(self, answer: "Future[Made]", came: Made | BaseException | str) -> None:
        with self.lock:
            if answer not in self.out:
                return
            self._taken(answer)
            del self.out[answer]
        if isinstance(came, Made):
            answer.set_result(came)
        else:
            answer.set_exception(RuntimeError(f"on a worker: {came}") if isinstance(came, str) else came)

    def end(self, why: Exception) -> None:
        """Ends all that is out, and all that is still to come, with this."""
        with self.lock:
            self.over, out, self.out = why, self.out, {}
        for answer in out:
            answer.set_exception(why)

    def look(self) -> None:
        """Looks who has come, gone, or hangs; what those had is given to others, but for the one task that
        each was at: that is answered as lost.
        """
        there = workers_of(self.client, self.address, PATIENCE)
        with self.lock:
            self.told += self.door.look(there)
            for worker in {errand.worker for errand in self.out.values()} - self.door.admitted - {""}:
                self._bury(worker)
            if late := self._late():
                self._bar(late)
            for answer in [one for one, errand in self.out.items() if not errand.worker]:
                self._place(answer)
            self._even_out()

    def _given(self, worker: str) -> list["Future[Made]"]:
        """What a worker has, first what it does first."""
        given = [answer for answer, errand in self.out.items() if errand.worker == worker]
        return sorted(given, key=lambda answer: self.out[answer].since)

    def _bury(self, worker: str) -> None:
        """Of a worker that is gone: it died over the first task that it had not finished."""
        self.parcels.anew()
        given = self._given(worker)
        fatal = next((one for one in given if self.out[one].handed.status == "pending"), None)
        for answer in given:
            self._taken(answer)
        if fatal:
            self._settle(fatal, Lost(f"the worker died ({worker})"))

    def _late(self) -> str:
        """A worker that has not answered in time, or ""."""
        for worker in self.door.admitted:
            if given := self._given(worker):
                last = max(self.out[given[0]].since, self.heard.get(worker, 0.0))
                if monotonic() - last > self.hangs:
                    return worker
        return ""

    def _bar(self, worker: str) -> None:
        """Gives a worker that hangs nothing any more. All that is out is given anew: others may wait for
        contents that it has.
        """
        (fatal, *_) = self._given(worker)
        self._settle(fatal, TimeoutError())
        self.door.bar(worker)
        self.parcels.anew()
        for answer in [*self.out]:
            self._taken(answer)

    def _even_out(self) -> None:
        """Gives a worker that has nothing to do what waits beside another."""
        for idle in sorted(self.door.admitted - {errand.worker for errand in self.out.values()}):
            waiting = [answer for one in sorted(self.door.admitted) for answer in self._given(one)[1:]]
            if waiting:
                self._give(waiting[0], idle)

    def watch(self) -> None:
        """Looks at the workers till the run ends, or ends it when none has been there for too long."""
        last = monotonic()
        while not self.closed.wait(LOOKS):
            try:
                self.look()
            except Exception as error:  # the scheduler is gone, or the fault is ours: nobody looks on
                return None if self.closed.is_set() else self.end(error)
            last = monotonic() if self.door.admitted else last
            if monotonic() - last > PATIENCE:
                return self.end(deserted(self.address))
        return None


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
    """Waits for the first worker; Faults where all are refused, none comes, or none answers."""
    end = monotonic() + PATIENCE
    while not crew.door.admitted:
        crew.look()
        refused = crew.door.refused
        waiting = monotonic() < end and (crew.door.asked or not refused)
        if not waiting and not crew.door.admitted:
            raise Faults(refused.values()) if refused else deserted(crew.address)
        sleep(LOOKS / 10)


def deserted(address: str) -> Faults:
    """That there is no worker."""
    what = f"for {PATIENCE:.0f} seconds no worker at the scheduler {address} has answered"
    return fault(Where("reporter build"), what, f"start some: dask worker {address} --nthreads 1")


def _came(handed: Any) -> Made | BaseException | str:
    """What came of a task of Dask's, errors too."""
    try:
        came: Made | BaseException | str = handed.result()
    except (CancelledError, Exception) as error:
        return error
    return came

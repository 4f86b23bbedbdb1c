"""Many editions at once: each yields tasks, is sent what came of them, and ends with its products."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field

from reporter.errors import Faults, Flaw, Where
from reporter.production.edition import Complete, Steps, Task
from reporter.production.hands import Hands, lost
from reporter.production.plan import Edition
from reporter.production.work import Made

AGAIN = "build again: what was finished is kept"


@dataclass(frozen=True)
class Done:
    """A task that is done."""

    task: Task
    made: Made


@dataclass(frozen=True)
class Failed:
    """An edition that ends without products; `lost`: by its workers' death, through no fault of its own."""

    edition: Edition
    flaws: tuple[Flaw, ...]
    lost: bool = False


@dataclass(frozen=True)
class Remarked:
    """What is to be told of the workers."""

    flaw: Flaw


Event = Done | Complete | Failed | Remarked


@dataclass(eq=False)
class _Batch:
    """An edition, the tasks it waits for, and what has come of them."""

    edition: Edition
    steps: Steps
    tasks: tuple[Task, ...] = ()
    made: dict[int, Made] = field(default_factory=dict)
    ended: bool = False


@dataclass(frozen=True)
class _Errand:
    """One task of a batch; `again`: whether its first worker was lost."""

    batch: _Batch
    n: int
    again: bool = False

    @property
    def task(self) -> Task:
        """What is to be done."""
        return self.batch.tasks[self.n]


def run(plan: Iterator[tuple[Edition, Steps]], crew: Hands) -> Iterator[Event]:
    """Each task as it is done, each edition as it is whole or failed; editions are begun as hands are free.

    A task whose worker is lost is handed out once more. Our own faults are raised.
    """
    queue, waiting = deque[_Errand](), dict[Future[Made], _Errand]()
    while True:
        yield from map(Remarked, crew.remarks())
        while len(waiting) < crew.width and (queue or (begun := next(plan, None))):
            if queue:
                errand = queue.popleft()
                if not errand.batch.ended:
                    waiting[crew.submit(errand.task.call, *errand.task.args)] = errand
            elif begun:
                yield from _go_on(_Batch(*begun), None, queue)
        if not waiting:
            return
        for answer in wait(waiting, return_when=FIRST_COMPLETED).done:
            yield from _answered(waiting.pop(answer), answer, queue)


def _answered(errand: _Errand, answer: Future[Made], queue: deque[_Errand]) -> Iterator[Event]:
    """What follows from a task's end."""
    batch, error = errand.batch, answer.exception()
    if error is None:
        errand.task.keep(answer.result())
    if batch.ended:
        return
    if error is None:
        made = answer.result()
        batch.made[errand.n] = made
        yield Done(errand.task, made)
        if len(batch.made) == len(batch.tasks):
            yield from _go_on(batch, [batch.made[n] for n in sorted(batch.made)], queue)
    elif isinstance(error, Faults):
        yield _failed(batch, error.flaws)
    elif not (how := lost(error)):
        raise error
    elif errand.again:
        what = f"{batch.edition.name}, {errand.task.what}: twice {how}"
        yield _failed(batch, (Flaw(Where("reporter build"), what, AGAIN),), lost=True)
    else:
        queue.appendleft(_Errand(batch, errand.n, again=True))


def _go_on(batch: _Batch, made: list[Made] | None, queue: deque[_Errand]) -> Iterator[Event]:
    """The edition's next tasks put into the queue, or its end."""
    try:
        tasks = next(batch.steps) if made is None else batch.steps.send(made)
    except StopIteration as end:
        yield end.value
    except Faults as faults:
        yield _failed(batch, faults.flaws)
    else:
        batch.tasks, batch.made = tuple(tasks), {}
        queue.extend(_Errand(batch, n) for n in range(len(tasks)))
        if not tasks:
            yield from _go_on(batch, [], queue)


def _failed(batch: _Batch, flaws: tuple[Flaw, ...], lost: bool = False) -> Failed:
    batch.ended = True
    return Failed(batch.edition, flaws, lost)

"""Who of a cluster's workers may work for a run: those that have all that bytes depend on as we have it.

A worker that is as we are is marked, and tasks ask for the mark, so that the scheduler itself gives none to
another. One that starts anew comes without the mark and is looked at again.
"""

import asyncio
from collections.abc import Mapping
from threading import Thread
from typing import Any

from reporter.errors import Flaw, Where
from reporter.production import present
from reporter.production.trace import ABSENT, Values, digest

SHOWN = 12
"""Signs of a fingerprint that are shown."""


class Door:
    """Lets in the workers of a Dask client's scheduler that have what is `wanted`.

    `mark`: the resource of which those let in have one. `refused`: by its address, why a worker stays out.
    `barred`: those that hung. `asked`: what each newcomer has answered, None until it does.
    """

    def __init__(self, client: Any, wanted: Values) -> None:
        self.client, self.wanted = client, wanted
        self.sign, self.times = f"reporter-{digest(repr(sorted(wanted.items())))[:16]}", 0
        self.admitted: frozenset[str] = frozenset()
        self.barred: frozenset[str] = frozenset()
        self.refused: dict[str, Flaw] = {}
        self.asked: dict[str, Values | Exception | None] = {}

    @property
    def mark(self) -> str:
        """The mark of those let in since a worker was last barred."""
        return f"{self.sign}-{self.times}"

    def bar(self, worker: str) -> None:
        """Shuts a worker out as long as it is there. All others get another mark, since the scheduler may
        otherwise give that one what asks for the mark.
        """
        self.times += 1
        self.admitted, self.barred, self.asked = frozenset(), self.barred | {worker}, {}

    def look(self, there: Mapping[str, Any]) -> tuple[Flaw, ...]:
        """Lets in who has come and answered since the last look and lets go who has gone; of those refused
        now, why. Waits for no worker's answer: it may hang.

        there: what the scheduler tells of its workers, by their addresses.
        """
        self.barred = self.barred.intersection(there)
        self.refused = {one: flaw for one, flaw in self.refused.items() if one in there}
        marked = {one for one, told in there.items() if self.mark in told["resources"]}
        for one in there.keys() - marked - self.barred - self.refused.keys() - self.asked.keys():
            self._ask(one)
        answers = {one: answer for one, answer in [*self.asked.items()] if answer is not None}
        for one in answers:
            del self.asked[one]
        now = {one: flaw for one, answer in answers.items() if (flaw := _refusal(one, answer, self.wanted))}
        self.refused |= now
        let_in = marked | (answers.keys() - now.keys())
        self.admitted = frozenset(let_in).intersection(there) - self.barred
        return tuple(now.values())

    def _ask(self, worker: str) -> None:
        """Asks a newcomer what it has otherwise than we."""
        answers, question = self.asked, (admit, self.wanted, self.mark)

        def ask() -> None:
            try:
                found = self.client.run(*question, workers=[worker], on_error="return")[worker]
            except Exception as lost:  # the scheduler is gone, which is told elsewhere, or Dask has let go
                found = OSError(str(lost))
            if isinstance(found, OSError):  # the worker is gone, between the question and its answer
                del answers[worker]
            else:
                answers[worker] = found

        answers[worker] = None
        Thread(target=ask, daemon=True).start()


async def admit(wanted: Values, mark: str, dask_worker: Any) -> Values:
    """On a worker: what it has otherwise than is wanted; where that is nothing, it is marked for tasks.

    dask_worker: the worker itself, as Dask calls its argument.
    """
    try:
        differs = await asyncio.to_thread(_differing, wanted)
    except OSError as error:  # which would be taken for the worker's loss
        raise RuntimeError(f"{type(error).__name__}: {error}") from error
    if not differs:
        await dask_worker.set_resources(**{mark: 1})
    return differs


def _differing(wanted: Values) -> Values:
    """What this process has otherwise than is wanted; the libraries are loaded by it."""
    from reporter.production import ready  # noqa: F401

    families = (name.removeprefix("face ") for name in wanted if name.startswith("face "))
    here = present.machine(tuple(families))
    return {name: here.get(name, ABSENT) for name, value in wanted.items() if here.get(name) != value}


def _refusal(worker: str, answer: Values | Exception, wanted: Values) -> Flaw | None:
    """Why a worker is refused by what it answered, if it is."""
    where = Where("reporter build")
    if isinstance(answer, Exception):
        what = f"the worker {worker} cannot run the program ({type(answer).__name__}: {answer})"
        return Flaw(where, what, "start it where reporter and all that it needs are installed")
    if not answer:
        return None
    told = ", ".join(_told(name, has, wanted[name]) for name, has in answer.items())
    mend = "it gets no task: start it with what is installed here"
    return Flaw(where, f"the worker {worker} has {told}", mend)


def _told(name: str, has: str, here: str) -> str:
    """What differs, as one reads it; of the program's code the beginning of its fingerprint."""
    most = SHOWN if name == "program" else None
    return f"{name.removeprefix('engine ')} {has[:most]}, here {here[:most]}"

"""Tasks that end well or badly, and what comes of editions that have them; quickly loaded by a worker."""

import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from reporter.production.edition import Complete, Steps, Task
from reporter.production.hands import Hands
from reporter.production.plan import Edition
from reporter.production.running import Event, Failed, run
from reporter.production.work import Made


def well() -> Made:
    return Made({"page": b"whole"})


def die() -> Made:
    os._exit(7)


def die_once(mark: str) -> Made:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return well()


def stop_once(mark: str) -> Made:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGSTOP)
    return well()


def hang() -> Made:
    with suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)
    return well()


def edition(period: str) -> Edition:
    inputs = cast(Any, SimpleNamespace(study=SimpleNamespace(id="land")))
    return Edition(inputs, period, Path(), (), {})


def steps(of: Edition, *calls: tuple[Callable[..., Made], str]) -> Steps:
    tasks = [Task(of, call.__name__, call, (word,) if word else ()) for call, word in calls]
    made: Sequence[Made] = yield tasks
    assert [one.products for one in made] == [{"page": b"whole"}] * len(calls)
    return Complete(of, (), {}, (), frozenset())


def events(crew: Hands, *plan: tuple[Callable[..., Made], str]) -> list[Event]:
    """What comes of a few editions, in each of which this is done between two things that go well."""
    named = [(edition(str(2020 + n)), one) for n, one in enumerate(plan)]
    begun = ((one, steps(one, (well, ""), call, (well, ""))) for one, call in named)
    return [event for event in run(begun, crew) if isinstance(event, Complete | Failed)]


def told(event: Event) -> str:
    return "; ".join(map(str, event.flaws)) if isinstance(event, Failed) else "whole"


def whose(*_: object) -> Made:
    """Tells whose work it was."""
    return Made(told={"by": str(os.getpid())})

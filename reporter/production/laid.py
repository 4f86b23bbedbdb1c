"""Long contents laid where the workers of this machine read them once, instead of with every task."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

LONG = 100_000
"""Bytes from which on a content is laid down."""
REACHED = hasattr(os, "memfd_create") and Path("/proc/self/fd").is_dir()
"""Whether a process of this system reads what another holds open; else contents travel with each task."""
KEPT = 8
"""Contents that lie there though no task that is out needs them: the next one may."""


@dataclass(frozen=True)
class Laid:
    """A content that lies there: its place, and what tells it from another that lies there later."""

    path: str
    key: int

    def read(self) -> bytes:
        """The content."""
        return Path(self.path).read_bytes()


class Table:
    """Memory of this process that others of its user read as files, where the system has such: nothing of
    it stays when the process is killed.
    """

    def __init__(self) -> None:
        self.files: dict[int, BinaryIO] = {}
        self.tasks: dict[int, list[Future[Any]]] = {}

    def lay(self, thing: Any) -> Any:
        """An argument as it is handed over: long bytes as the place where they lie."""
        if isinstance(thing, dict):
            return {key: self.lay(value) for key, value in thing.items()}
        if not isinstance(thing, bytes) or len(thing) < LONG or not REACHED:
            return thing
        key = hash(thing)
        if key not in self.files:
            self.files[key] = os.fdopen(os.memfd_create("reporter"), "wb")
            self.files[key].write(thing)
            self.files[key].flush()
        return Laid(f"/proc/{os.getpid()}/fd/{self.files[key].fileno()}", key)

    def hold(self, handed: Iterable[Any], task: Future[Any]) -> None:
        """Keeps what was laid for a task at least till it is done, and takes away what none needs: only now,
        since a place taken away goes to the next content, which the task would read instead.
        """
        for key in _keys(handed):
            self.tasks[key] = [*(t for t in self.tasks.get(key, ()) if not t.done()), task]
        self._clear()

    def close(self) -> None:
        """Takes all away."""
        for file in self.files.values():
            file.close()

    def _clear(self) -> None:
        """Takes away what was laid first and is needed no more, so that a few stay."""
        idle = [key for key in self.files if all(task.done() for task in self.tasks.get(key, ()))]
        for key in idle[: max(0, len(self.files) - KEPT)]:
            self.files.pop(key).close()
            self.tasks.pop(key, None)


def _keys(handed: Iterable[Any]) -> Iterator[int]:
    """The keys of all that was laid of these arguments."""
    for one in handed:
        if isinstance(one, dict):
            yield from _keys(one.values())
        elif isinstance(one, Laid):
            yield one.key

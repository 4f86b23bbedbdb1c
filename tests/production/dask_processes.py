"""A Dask scheduler and its workers on loopback, as processes that end with the block."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from distributed import Client

ROOT = Path(__file__).parent.parent.parent
SPOILT = """
import os, signal
from pathlib import Path
from reporter.production import afar

def spoilt(whole, hangs, call, *args):
    if call.__name__ == "pages":
        try:
            Path({flag!r}).touch(exist_ok=False)
        except FileExistsError:
            return whole(hangs, call, *args)
        {done}
    return whole(hangs, call, *args)

def dask_setup(worker):
    whole = afar.alone
    afar.alone = lambda hangs, call, *args: spoilt(whole, hangs, call, *args)
"""
"""Of all workers that are begun so, to the first that is to make a page this is done."""
OTHER = """
from reporter.production import present

from importlib.metadata import version

present.version = lambda name: "1.0" if name == "babel" else version(name)
"""
"""A worker that has another Babel."""


class Dask:
    """A scheduler, and workers that are started as they are needed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.started = folder, list[subprocess.Popen[bytes]]()
        self.address = f"tcp://127.0.0.1:{free_port()}"
        port = self.address.rpartition(":")[2]
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", port)

    def worker(self, preload: str = "", *words: str) -> None:
        """Starts a worker, the preload being run in it before all else."""
        script = self.folder / f"preload-{len(self.started)}.py"
        script.write_text(preload)
        place = ("--host", "127.0.0.1", "--local-directory", str(self.folder / "scratch"))
        nanny = () if words else ("--no-nanny",)
        self._start(
            "worker", self.address, "--preload", str(script), "--nthreads", "2", *place, *nanny, *words
        )

    def dies(self, victim: str = "os.getpid()") -> str:
        """What has a worker die, or the victim, at the first page."""
        return self.spoilt(f"os.kill({victim}, signal.SIGKILL)")

    def spoilt(self, done: str) -> str:
        """What has something done at the first page."""
        return SPOILT.format(flag=str(self.folder / "died"), done=done)

    def wait(self, workers: int) -> None:
        """Waits till so many are there."""
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(workers)

    @property
    def died(self) -> bool:
        """Whether that has happened."""
        return (self.folder / "died").exists()

    def _start(self, *words: str) -> "subprocess.Popen[bytes]":
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (self.folder / f"{words[0]}-{len(self.started)}.log").open("wb") as log:
            command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
            begun = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
        self.started.append(begun)
        return begun

    def end(self) -> None:
        """Ends all processes, those that they started with them."""
        for process in self.started:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def dask(folder: Path, workers: int = 0) -> Iterator[Dask]:
    """A scheduler with so many workers that nothing ails."""
    there = Dask(folder)
    try:
        for _ in range(workers):
            there.worker()
        yield there
    finally:
        there.end()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])

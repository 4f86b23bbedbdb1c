"""Ctrl-C and the polite signal to end (SIGTERM): heard wherever they come.

What they raise may come up inside a library that passes over it, and goes on with wrong numbers: SciPy does
so while it reads the directions of Sobol's points. So what nobody lets through ends the process at once,
which every product bears.
"""

import os
import signal
import sys
from types import TracebackType
from typing import Any


class Stopped(BaseException):
    """The user, or the system, wants the run to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


def said() -> str:
    """What a command says when it is stopped."""
    built = sys.argv[1:2] == ["build"]
    return "stopped: what was finished is kept; build again to go on" if built else "stopped"


def listen() -> None:
    """From now on both signals raise Stopped in the main thread."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    sys.unraisablehook, sys.excepthook = _passed_over, _printed


def _stop(number: int, _: object) -> None:
    raise Stopped(number)


def _printed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Told of what is to be printed, by Cython also before it passes over it."""
    if not isinstance(error, Stopped):
        sys.__excepthook__(kind, error, trace)


def _passed_over(found: Any) -> None:
    """Told by Python of what some code raised and its caller let nobody hear."""
    if not isinstance(found.exc_value, Stopped):
        sys.__unraisablehook__(found)
        return
    os.write(2, f"{said()}\n".encode())
    os._exit(found.exc_value.status)

"""What a worker of a cluster is given to call."""

import faulthandler
import sys
from collections.abc import Callable
from threading import Lock
from traceback import format_exc
from typing import Any

from reporter.errors import Faults
from reporter.production.work import Made

_ONE = Lock()


def alone(hangs: float, call: Callable[..., Made], *args: Any) -> Made | Faults | str:
    """On a worker: what the call comes to, no other being made in this process meanwhile; a fault of ours as
    text, since a trace that cannot be pickled would never arrive.

    Neither WeasyPrint nor matplotlib bears two threads. One that has not answered after `hangs` seconds tells
    where it is, and ends the process.
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

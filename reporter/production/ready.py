"""Loads what every worker needs, once, before it is divided into processes: the last of what is loaded."""

import gc
import sys
from types import TracebackType

import reporter.figures
import reporter.production.data
import reporter.production.work
import reporter.production.workbook
import reporter.render

__all__ = ["reporter"]


def _unless_alone(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tells an error, unless a worker begins after its run has ended, and finds nobody there."""
    if not issubclass(kind, OSError | EOFError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _unless_alone
gc.collect()
gc.freeze()  # what is loaded lasts: looked through by no worker, it stays in memory that all of them share

"""Long work as it is seen: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterable
from typing import Protocol

import typer


class Told(Protocol):
    """A line about the work, and how much of it is done."""

    @property
    def line(self) -> str: ...
    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...


def follow(work: Iterable[Told]) -> None:
    """Runs the work to its end, telling each line as it comes."""
    if sys.stdout.isatty():
        _bar(work)
    else:
        for told in work:
            typer.echo(told.line)


def _bar(work: Iterable[Told]) -> None:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("building"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task("building", total=None)
        for told in work:
            progress.update(task, completed=told.done, total=told.total)
            progress.console.print(told.line, highlight=False, soft_wrap=True, markup=False)

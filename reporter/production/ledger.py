"""What a run comes to, put down event by event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reporter.errors import Faults, Flaw, refuse, shown
from reporter.production.edition import Complete
from reporter.production.plan import Edition, Order
from reporter.production.running import Done, Event, Failed, Remarked
from reporter.production.write import Digests, outdated, put

MOST = 8
"""Pages named one by one."""


@dataclass(frozen=True)
class Told:
    """A line about the work, and how many of the pages asked for are done."""

    line: str
    done: int
    total: int


@dataclass
class Ledger:
    """Pages asked for (total) and done, products written, editions that are whole and that failed, what is
    remarked, what a run that finds nothing changed will say. built: products that were made and put in their
    places; restored: those made before and put down again, since they were gone or others lay in their place.

    stopped: whether no new work is to be begun.
    """

    total: int = 0
    done: int = 0
    built: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    unchanged: int = 0
    editions: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    notes: list[Flaw] = field(default_factory=list)
    wrote: list[Path] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    stopped: bool = False

    def told(self, line: str) -> Told:
        """The line with how far the run has come."""
        return Told(line, self.done, self.total)

    def remarked(self, flaws: Iterable[Flaw], again: bool = True) -> Iterator[str]:
        """The remarks as they are told; `again`: also by a run that finds nothing changed."""
        told = tuple(flaws)
        lines = [f"note: {flaw}" for flaw in told]
        self.notes += told
        self.says += lines if again else []
        yield from lines

    def enter(self, event: Event, order: Order, read: Digests) -> Iterator[str]:
        """Puts the event down, and a whole edition into its folder; yields what is told of it."""
        match event:
            case Done(task, made):
                for path in sorted({page.path for page in task.edition.pages} & set(made.products)):
                    self.done += 1
                    yield f"{task.edition.name}: {path} {made.told[path]}"
            case Remarked(flaw):
                yield from self.remarked([flaw], again=False)
            case Failed(edition, flaws):
                self._fail(edition, flaws, order, event.lost)
            case Complete():
                try:
                    yield from self._put(event, order, read)
                except Faults as faults:
                    self._fail(event.edition, faults.flaws, order)

    def _fail(self, edition: Edition, flaws: Sequence[Flaw], order: Order, lost: bool = False) -> None:
        """A lost worker is no fault of the input, which the next edition would have, too."""
        self.refused(edition.name, flaws)
        self.stopped = self.stopped or not (order.keep_going or lost)

    def refused(self, name: str, flaws: Sequence[Flaw]) -> None:
        """Puts down that nothing comes of an edition, or of a study."""
        self.flaws += flaws
        self.failed.append(name)

    def _put(self, whole: Complete, order: Order, read: Digests) -> Iterator[str]:
        edition = whole.edition
        if order.strict:
            refuse(whole.notes)
        places, changed = put(edition, whole.products, whole.languages, read)
        self.wrote += places
        self.editions.append(edition.name)
        yield from self.remarked((*whole.notes, *outdated(edition.folder)))
        asked = {page.path for page in edition.pages}
        pages = asked - whole.new
        self.built += map(edition.below, (*sorted(asked & whole.new), *sorted(whole.new - asked)))
        self.done += len(pages)
        self.restored += map(edition.below, sorted(changed - whole.new))
        self.unchanged += len(pages - changed)
        where = _where(edition)
        self.says += [*_unchanged(edition, len(edition.pages)), where]
        yield from _restored(edition, len(pages & changed))
        yield from (*_unchanged(edition, len(pages - changed)), where)

    def summary(self, planned: int) -> Iterator[str]:
        """Of a run in which some of several editions failed, how many came to what; planned: those begun, and
        the studies that none could be begun of.
        """
        if self.failed and (self.editions or len(self.failed) > 1):
            parts = [f"{_counted(len(self.editions), 'edition')} built", f"{len(self.failed)} failed"]
            left = planned - len(self.editions) - len(self.failed)
            yield ", ".join([*parts, *([f"{left} not begun or not ended"] if left else [])]) + (
                f": {', '.join(self.failed)}"
            )

    def data(self) -> dict[str, Any]:
        """The run for a program to read: products by their paths below the products' folder."""
        notes, faults = map(str, dict.fromkeys(self.notes)), map(str, dict.fromkeys(self.flaws))
        counts = {"built": self.built, "restored": self.restored, "unchanged": self.unchanged}
        return {
            **counts,
            "editions": self.editions,
            "failed": self.failed,
            "notes": [*notes],
            "faults": [*faults],
        }


def _restored(edition: Edition, pages: int) -> Iterator[str]:
    if pages:
        yield f"{edition.name}: {_counted(pages, 'page')} put back as made before"


def _unchanged(edition: Edition, pages: int) -> Iterator[str]:
    if pages:
        yield f"{edition.name}: {_counted(pages, 'page')} unchanged"


def _counted(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def _where(edition: Edition) -> str:
    """Where an edition's pages lie, or of many the folders."""
    paths = [shown(edition.folder / page.path) for page in edition.pages]
    paths = paths or [shown(edition.folder / name) for name in ("report.xlsx", "assessment.json")]
    folders = dict.fromkeys(f"{Path(path).parent}/" for path in paths)
    return "  ".join(paths if len(paths) <= MOST else folders)

"""The log of runs: a line of JSON for each task, edition and failure, with the seconds each stage took."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from reporter.production.edition import Complete
from reporter.production.running import Done, Event, Failed, Remarked

NAME, LONGEST = "log.jsonl", 10_000_000
"""Beyond so many bytes a log begins anew, the one before it kept beside."""


class Log:
    """The log in the store's folder; each line is written at once, so that a killed run leaves its own. Where
    the disk does not take it there is none.
    """

    def __init__(self, root: Path) -> None:
        self.path = root / NAME
        self.run = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}"

    def __enter__(self) -> "Log":
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LONGEST:
                os.replace(self.path, self.path.with_suffix(".1.jsonl"))
        self._write({"event": "begin"})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write({"event": "end", "by": kind.__name__ if kind else ""})

    def note(self, event: Event) -> None:
        """Puts an event down."""
        match event:
            case Done(task, made):
                sizes = {path: len(content) for path, content in made.products.items()}
                seconds = {stage: round(taken, 3) for stage, taken in made.seconds.items()}
                told = {"edition": task.edition.name, "task": task.what, "seconds": seconds, "bytes": sizes}
                self._write({"event": "done", **told})
            case Complete(edition):
                self._write({"event": "edition", "edition": edition.name, "new": sorted(event.new)})
            case Remarked(flaw):
                self._write({"event": "remark", "remark": str(flaw)})
            case Failed(edition, flaws):
                told = {"edition": edition.name, "faults": [str(flaw) for flaw in flaws]}
                self._write({"event": "failed", **told, "lost": event.lost})

    def _write(self, told: Mapping[str, Any]) -> None:
        line = {"at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}", "run": self.run, **told}
        with suppress(OSError), self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

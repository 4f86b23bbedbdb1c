"""What was made once, kept under a name that says what from: the same bytes again, or nothing."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from reporter.errors import Flaw, Where, shown
from reporter.model.production import Production

PART = ".part-"
OURS = re.compile(r"[0-9a-f]{62}|\.part-\w+")
"""What a store's files are called: contents, and parts of them that a run was killed over."""
DIGEST = 32  # bytes of the fingerprint that stands before the content
OLD = 3600  # seconds after which a part that no run has finished is a killed one's


@dataclass(frozen=True)
class Store:
    """A folder of contents by key, each behind its own fingerprint.

    Several runs may share one: a content appears by renaming, and what is damaged or gone counts as never
    made. most: bytes that `trim` leaves. troubles: damaged contents by name, and why the disk took nothing.
    """

    root: Path
    most: int = Production.most
    troubles: set[tuple[str, str]] = field(default_factory=set, compare=False)

    def get(self, key: str) -> bytes | None:
        """The content kept under the key; None where there is none, or where it is not what was kept."""
        path = self._path(key)
        try:
            whole = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            self._let_go(path)
            return None
        content = whole[DIGEST:]
        if sha256(content).digest() != whole[:DIGEST]:
            self._let_go(path)
            return None
        with suppress(OSError):  # used last: what `trim` leaves longest
            os.utime(path)
        return content

    def has(self, key: str) -> bool:
        """Whether something is kept under the key, whole or not."""
        return self._path(key).exists()

    def keep(self, key: str, content: bytes) -> None:
        """Keeps the content under the key, unless the disk does not take it: then the next run makes it."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._hide()
            self._write(path, sha256(content).digest() + content)
        except OSError as error:
            self.troubles.add(("unwritable", (error.strerror or str(error)).lower()))

    def trim(self) -> None:
        """Lets go what was used longest ago, until what stays is no more than `most` bytes, and what killed
        runs left unfinished.
        """
        found = sorted(self._files(), key=lambda one: one[1].st_mtime_ns, reverse=True)
        total, newest = 0, found[0][1].st_mtime if found else 0.0
        for path, stat in found:
            unfinished = path.name.startswith(PART)
            total += 0 if unfinished else stat.st_size
            if total > self.most or (unfinished and stat.st_mtime < newest - OLD):
                with suppress(OSError):
                    path.unlink()

    def remarks(self) -> Iterator[Flaw]:
        """What was wrong with the store, a line for each kind."""
        where, kinds = Where(shown(self.root)), Counter(kind for kind, _ in self.troubles)
        if n := kinds["damaged"]:
            what = f"{n} {'content was' if n == 1 else 'contents were'} damaged"
            yield Flaw(where, what, "made anew; if this goes on, look at the disk")
        for kind, why in sorted(self.troubles):
            if kind == "unwritable":
                what = f"cannot be written: {why}"
                yield Flaw(where, what, "the next build makes again what this one could not keep")

    def _let_go(self, path: Path) -> None:
        self.troubles.add(("damaged", path.name))
        with suppress(OSError):
            path.unlink()

    def _write(self, path: Path, whole: bytes) -> None:
        with NamedTemporaryFile(dir=path.parent, prefix=PART, delete=False) as part:
            try:
                part.write(whole)
                part.close()
                os.replace(part.name, path)
            except BaseException:
                with suppress(OSError):
                    os.unlink(part.name)
                raise

    def _hide(self) -> None:
        """Has git pass over the store, in whatever workspace it lies."""
        ignore = self.root / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Ours alone: whatever else may lie in the folder is somebody's."""
        for path in self.root.glob("[0-9a-f][0-9a-f]/*"):
            with suppress(OSError):  # another run may have let it go
                if not OURS.fullmatch(path.name):
                    continue
                yield path, path.stat()

    def _path(self, key: str) -> Path:
        name = sha256(key.encode()).hexdigest()
        return self.root / name[:2] / name[2:]


def store_of(root: Path, said: Production) -> Store:
    """The store of a workspace."""
    return Store(root / said.folder, said.most)

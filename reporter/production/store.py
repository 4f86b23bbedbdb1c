"""What was made once, kept under a name that says what from: the same bytes again, or nothing."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

DIGEST = 32  # bytes of the fingerprint that stands before the content


FOLDER = ".reporter-cache"


@dataclass(frozen=True)
class Store:
    """A folder of contents by key, each behind its own fingerprint.

    Several runs may share one: a content appears by renaming, and what is damaged or gone counts as never
    made. most: bytes that `trim` leaves.
    """

    root: Path
    most: int = 2_000_000_000

    def get(self, key: str) -> bytes | None:
        """The content kept under the key; None where there is none, or where it is not what was kept."""
        path = self._path(key)
        try:
            whole = path.read_bytes()
        except OSError:
            return None
        content = whole[DIGEST:]
        if sha256(content).digest() != whole[:DIGEST]:
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):  # used last: what `trim` leaves longest
            os.utime(path)
        return content

    def has(self, key: str) -> bool:
        """Whether something is kept under the key, whole or not."""
        return self._path(key).exists()

    def keep(self, key: str, content: bytes) -> None:
        """Keeps the content under the key; OSError where the disk does not take it."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as part:
            try:
                part.write(sha256(content).digest() + content)
                part.close()
                os.replace(part.name, path)
            except BaseException:
                with suppress(OSError):
                    os.unlink(part.name)
                raise

    def trim(self) -> None:
        """Lets go what was used longest ago, until what stays is no more than `most` bytes."""
        found = sorted(self._files(), key=lambda one: one[1].st_mtime_ns, reverse=True)
        total = 0
        for path, stat in found:
            total += stat.st_size
            if total > self.most:
                with suppress(OSError):
                    path.unlink()

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self.root.glob("??/*"):
            with suppress(OSError):  # another run may have let it go
                yield path, path.stat()

    def _path(self, key: str) -> Path:
        name = sha256(key.encode()).hexdigest()
        return self.root / name[:2] / name[2:]


def store_of(root: Path) -> Store:
    """The store of a workspace."""
    return Store(root / FOLDER)

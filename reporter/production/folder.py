"""Products on disk: a period's folder is made beside its place, whole with its manifest, then exchanged."""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reporter.errors import Faults, Where, fault, shown

EXCHANGE = 2  # renameat2(2): RENAME_EXCHANGE
AT_FDCWD = -100
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.ENOTSUP, errno.EPERM}


def publish(folder: Path, files: Mapping[str, bytes]) -> None:
    """Puts the files (path below the folder → bytes) in their places, all at one moment; whatever else lies
    in the folder stays. Faults where the disk does not take them: then nothing is changed.
    """
    new = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    try:
        _refuse_folders(folder, files)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        _link(folder, new, files)
        for name, content in files.items():
            _write(new / name, content)
        _put(new, folder)
    except OSError as error:
        raise unwritable(error, folder, new) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def same(path: Path, content: bytes) -> bool:
    """Whether the file holds these bytes."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Inside, no other run writes the folder."""
    beside = folder.with_name(f".{folder.name}.lock")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = beside.open("a")
    except OSError as error:
        raise unwritable(error, folder, folder) from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def recover(folder: Path) -> None:
    """Mends what killed runs left: a folder that was moved away comes back, what was not finished goes."""
    for left in folder.parent.glob(f".{folder.name}.*.new"):
        shutil.rmtree(left, ignore_errors=True)
    old = _old(folder)
    if old.is_dir():
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            os.rename(old, folder)


def unwritable(error: OSError, folder: Path, new: Path) -> Faults:
    """What the disk refused, told of the place the user knows."""
    path = Path(str(error.filename or folder))
    path = folder / path.relative_to(new) if path.is_relative_to(new) else path
    what = f"cannot be written: {(error.strerror or str(error)).lower()}"
    return fault(Where(shown(path)), what, "make room or allow writing, then build again")


def _refuse_folders(folder: Path, files: Mapping[str, bytes]) -> None:
    """A folder in a product's place is the user's own."""
    for name in files:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))


def _link(old: Path, new: Path, files: Mapping[str, bytes]) -> None:
    """What lies in the old folder and is not made anew, in the new one: linked, copied where it must be.

    A link to a folder stays one, unless products are to lie in it.
    """
    made = {path.as_posix() for name in files for path in (Path(name), *Path(name).parents)}
    for place, folders, names in os.walk(old):
        below = Path(place).relative_to(old)
        (new / below).mkdir(exist_ok=True)
        for name in (*names, *(name for name in folders if (Path(place) / name).is_symlink())):
            if (below / name).as_posix() not in made:
                _same(Path(place) / name, new / below / name)


def _same(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put(new: Path, folder: Path) -> None:
    """The new folder in the place of the old: at one moment where the system can exchange two names, else by
    two renames, of which `recover` mends the first.
    """
    if not folder.exists():
        os.rename(new, folder)
    elif not _exchanged(new, folder):
        old = _old(folder)
        shutil.rmtree(old, ignore_errors=True)
        os.rename(folder, old)
        os.rename(new, folder)
        shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")

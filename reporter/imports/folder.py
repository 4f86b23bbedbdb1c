"""A new workspace's folder: written as a whole or not at all, and never over what is there."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from reporter.errors import Where, fault, shown


def make_folder(folder: Path, fill: Callable[[Path], None]) -> list[Path]:
    """Lets `fill` write a draft beside the folder, puts it in the folder's place and tells the files there.

    Faults for a folder in use and for a place that cannot be written.
    """
    try:
        refuse_in_use(folder)
        beside = folder.resolve().parent
        beside.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".new-", dir=beside) as place:
            draft = Path(place) / "draft"
            fill(draft)
            _move(draft, folder)
    except OSError as error:
        what = f"cannot be written: {(error.strerror or str(error)).lower()}"
        raise fault(
            Where(shown(folder)), what, "make room or allow writing, or name another folder"
        ) from None
    return sorted(path for path in folder.rglob("*") if path.is_file())


def refuse_in_use(folder: Path) -> None:
    """A fault for a folder that holds anything, and for a file of its name."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise fault(Where(shown(folder)), "the folder is not empty", "name a new one")


def _move(draft: Path, folder: Path) -> None:
    """One renaming; into an empty folder, which may be where the user stands, part by part."""
    if not folder.exists():
        draft.rename(folder)
        return
    for part in draft.iterdir():
        part.rename(folder / part.name)

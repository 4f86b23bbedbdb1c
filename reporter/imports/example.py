"""The example that travels with the program → a new workspace that builds at once."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from reporter.errors import shown
from reporter.imports.folder import make_folder

EXAMPLE = Path(__file__).resolve().parent.parent / "example"


def start_example(folder: Path) -> Iterator[str]:
    """Writes the workspace; tells its files, a line each, then the command to run next."""
    yield from map(shown, make_folder(folder, _copy))
    place = "" if folder.resolve() == Path.cwd() else f"cd {quote(shown(folder))} && "
    yield f"next: {place}reporter build example --year 2022 --lang en"


def _copy(draft: Path) -> None:
    """The contents alone: a file that may only be read where the program lies may be changed in its copy."""
    for path in sorted(path for path in EXAMPLE.rglob("*") if path.is_file()):
        place = draft / path.relative_to(EXAMPLE)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())

"""Where `reporter` begins: a build of which nothing changed is answered before any library is loaded.

A receipt is left by a build that went well: the files it read and wrote, with size and time, and what the
same command will say while none of them has changed. Only the standard library's smallest parts are needed
to read it.
"""

import gc
import marshal
import os
import sys
import zlib
from typing import Any, NoReturn

STORE, FORM = ".reporter-cache", 2
STOPPED = 130
OFTEN = 500_000
"""Objects made before the newest are looked through for circles: a run makes many that last, few circles."""
ALWAYS = ("--force", "--plan", "--help", "--json")
SETTINGS: tuple[str, ...] = (
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "FONTCONFIG_SYSROOT",
    "LD_LIBRARY_PATH",
    "XDG_CACHE_HOME",
)
SETTINGS += ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "MATPLOTLIBRC")
"""What of the environment decides which libraries and faces are found."""
State = tuple[int, int, int, bytes]
"""Size, times of content and of entry (ns), sha256; without the last where the times alone decide."""


def main() -> NoReturn:
    """The command line: what stands is told at once, all else is begun."""
    try:
        receipt = told(sys.argv[1:]) if sys.argv[1:2] == ["build"] else None
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    if receipt is not None:
        _say(receipt)
        sys.exit(0)
    from reporter.stop import Stopped, listen, said

    try:
        listen()
        begin()
    except Stopped as stopped:
        print(said(), file=sys.stderr)  # noqa: T201
        sys.exit(stopped.status)


def _say(text: str) -> None:
    """Prints it; nothing where nobody listens any more, as after `| head`."""
    try:
        print(text, flush=True)  # noqa: T201
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains as it ends


def begin() -> NoReturn:
    """Loads the command line and runs it."""
    gc.set_threshold(OFTEN)
    from reporter.cli import main

    try:
        main()
    finally:
        gc.freeze()  # the process ends: there is nothing to be looked through


def told(words: list[str]) -> str | None:
    """What the command says if nothing that its last run read or wrote has changed since."""
    if any(word.startswith(ALWAYS) for word in words):
        return None
    root = workspace(words)
    receipt = read(place(root, words)) if root else None
    if not receipt or receipt["words"] != words or receipt["here"] != os.getcwd():
        return None
    if receipt["program"] != program() or not all(map(stands, receipt["states"].items())):
        return None
    return str(receipt["says"])


def program() -> list[str]:
    """Which program answers, in which Python, and how it is set."""
    return [os.path.realpath(__file__), sys.prefix, sys.version, *(os.environ.get(s, "") for s in SETTINGS)]


def workspace(words: list[str]) -> str:
    """The workspace that a command line means: the folder named, or else the one worked in, or one above it;
    "" where there is none.
    """
    said = [words[n + 1] for n, word in enumerate(words[:-1]) if word == "--workspace"]
    said += [word.partition("=")[2] for word in words if word.startswith("--workspace=")]
    folder = os.path.realpath(said[-1] if said else os.curdir)
    while not os.path.isdir(os.path.join(folder, "data", "studies")):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder


def place(root: str, words: list[str]) -> str:
    """Where the receipt of a command lies."""
    name = zlib.crc32(repr((os.getcwd(), words)).encode())
    return os.path.join(root, STORE, "receipts", f"{name:08x}")


def read(path: str) -> Any:
    """The receipt; nothing where it is not whole, or of another form."""
    try:
        with open(path, "rb") as file:
            whole = file.read()
        if zlib.crc32(whole[4:]) != int.from_bytes(whole[:4], "big"):
            return None
        found = marshal.loads(whole[4:])
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return found if isinstance(found, dict) and found.get("form") == FORM else None


def write(path: str, receipt: dict[str, Any]) -> None:
    """Leaves the receipt, whole or not at all."""
    content = marshal.dumps({"form": FORM, "program": program(), **receipt})
    part = f"{path}.{os.getpid()}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(part, "wb") as file:
        file.write(zlib.crc32(content).to_bytes(4, "big") + content)
    os.replace(part, path)


def state(path: str, sure: bool = True) -> State | None:
    """The state of a file or folder; None where there is none. sure: with the file's fingerprint."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    print_ = fingerprint(path) if sure and not os.path.isdir(path) else b""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, print_


def fingerprint(path: str) -> bytes:
    """The sha256 of a file; nothing where it cannot be read."""
    from hashlib import sha256  # only on doubt: it takes longer to load than all else here

    try:
        with open(path, "rb") as file:
            return sha256(file.read()).digest()
    except OSError:
        return b""


def stands(entry: tuple[str, State | None]) -> bool:
    """Whether a path is as it was: by size and times, of a file with other times by its fingerprint.

    The time of the entry is set by the system alone: a content put in place with the time of the one before
    is noticed. A folder is told by the time of its content, since links to what lies in it may come and go.
    """
    path, before = entry
    now = state(path, sure=False)
    if before is None or now is None or now[0] != before[0]:
        return before is now
    if not before[3]:
        return now[1] == before[1]
    return now[1:3] == before[1:3] or fingerprint(path) == before[3]


if __name__ == "__main__":
    main()

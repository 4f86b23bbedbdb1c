"""What this machine lacks: libraries, fonts, room."""

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter

from reporter.production.cores import cores
from reporter.render.validation import PACKAGE, validator

PANGO = (1, 44)
FACES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
WORKER = 0.6
"""GB that a worker takes with the longest report."""
ROWS = "".join(f"<tr><th>地区 {n}<td>{n / 7:.2f}<td>{n / 3:.1f}" for n in range(15))
TABLE = f"<table>{ROWS}</table><p lang=zh>{'创新评估报告。' * 40}"
PAGE = f"<html lang=en style='font: 9pt Noto Sans CJK SC'><title>A page</title><h1>A page</h1>{TABLE * 2}"
PACKAGES = ("weasyprint", "numpy", "pandas", "matplotlib", "jinja2", "pydantic", "ruamel.yaml", "babel")


@dataclass(frozen=True)
class Finding:
    """One thing looked at; `mend` says what to do where it is missing."""

    what: str
    state: str
    mend: str = ""

    @property
    def missing(self) -> bool:
        """Whether something has to be done."""
        return bool(self.mend)

    def __str__(self) -> str:
        mark = "missing" if self.missing else "ok     "
        return f"{mark}  {self.what}: {self.state}" + (f"; {self.mend}" if self.mend else "")


def examine() -> Iterator[Finding]:
    """Every finding, good and bad."""
    yield from (_package(name) for name in PACKAGES)
    yield _pango()
    yield _library(
        "libharfbuzz-subset.so.0",
        "HarfBuzz subsetting",
        "apt-get install libharfbuzz-subset0 (without it Chinese PDFs are slow and their bytes change)",
    )
    yield from (_face(name) for name in FACES)
    yield _validator()
    yield _cluster()
    yield _memory()
    yield _room()
    yield _page()


def _validator() -> Finding:
    """No report lacks it: without it a build says that its PDFs are not validated."""
    lacking = "not installed, PDFs are not validated (install reporter[validate])"
    return Finding(PACKAGE, validator() or lacking)


def _cluster() -> Finding:
    """Only a build with --cluster wants it."""
    try:
        return Finding("distributed", version("distributed"))
    except PackageNotFoundError:
        return Finding("distributed", "not installed, no build on a cluster (install reporter[cluster])")


def _memory() -> Finding:
    """What programs may still take, where the system tells, and for how many workers it is enough."""
    told = Path("/proc/meminfo")
    lines = told.read_text().splitlines() if told.exists() else []
    free = next((int(line.split()[1]) / 1e6 for line in lines if line.startswith("MemAvailable:")), None)
    if free is None:
        return Finding("memory", "not told by this system")
    enough = free >= WORKER * cores()
    mend = f"build with --jobs {max(int(free / WORKER), 1)}: a worker takes about {WORKER} GB"
    return Finding("memory", f"{free:.1f} GB free, {cores()} cores", "" if enough else mend)


def _page() -> Finding:
    """How long a page of text, a table and a formula's worth of Chinese takes, fonts loaded before."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        return Finding("a page", f"cannot be printed: {error}", "see the libraries above")
    page = HTML(string=PAGE)
    page.write_pdf()
    start = perf_counter()
    page.write_pdf()
    return Finding("a page of two tables", f"{perf_counter() - start:.2f} s")


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, "not installed", "run make report, or pip install -r requirements.txt")


def _pango() -> Finding:
    try:
        library = ctypes.CDLL("libpango-1.0.so.0")
    except OSError:
        return Finding("Pango", "not found", "apt-get install libpango-1.0-0 libpangoft2-1.0-0")
    number = int(library.pango_version())
    found = number // 10_000, number // 100 % 100
    old = found < PANGO
    return Finding(
        "Pango", ".".join(map(str, found)), f"at least {'.'.join(map(str, PANGO))} is needed" if old else ""
    )


def _library(file: str, what: str, mend: str) -> Finding:
    try:
        ctypes.CDLL(file)
    except OSError:
        return Finding(what, "not found", mend)
    return Finding(what, file)


def _face(name: str) -> Finding:
    tool = shutil.which("fc-match")
    if tool is None:
        return Finding(name, "cannot be looked for", "apt-get install fontconfig")
    found = subprocess.run([tool, name, "family"], capture_output=True, text=True, check=False).stdout
    there = name in found
    return Finding(name, "found" if there else "not found", "" if there else "apt-get install fonts-noto-cjk")


def _room() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    return Finding(
        "room on disk",
        f"{free:.1f} GB free",
        "" if free > 0.5 else "make room: a study's editions take about 0.1 GB",
    )

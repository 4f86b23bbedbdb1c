"""The production run beside bare WeasyPrint, beside one worker, beside Python alone: ratios of one run.

Run from the repository: .venv/bin/python bench/production.py [PART]…; without a name, every part
"""

import argparse
import pickle
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from typst_page import typeset, written
from weasyprint import HTML

from reporter import pipeline
from reporter.config import Workspace, read_theme, read_words
from reporter.model.document import Document
from reporter.model.theme import Theme
from reporter.production.data import plain_products
from reporter.production.work import Edition, Kit, Wanted, pages
from reporter.render.archive import VARIANT
from reporter.render.html import page

ROOT = Path(__file__).resolve().parent.parent
BUILD = [sys.executable, "-m", "reporter.start", "build"]
ALL = "all"


def main() -> None:
    """Measures what is named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=ALL, choices=[*PARTS, ALL], metavar="PART")
    parser.add_argument("--runs", type=int, default=5, help="repetitions; medians are printed")
    said = parser.parse_args()
    for name in PARTS if ALL in said.what else said.what:
        print(f"\n{name}: {PARTS[name].__doc__}")
        for told, seconds, ratio, budget in PARTS[name](said.runs):
            over = "" if budget is None else f"  (at most {budget}{', over' if ratio > budget else ''})"
            print(f"  {told:58} {seconds:8.3f} s  {ratio:6.2f}{over}")


Line = tuple[str, float, float, float | None]


def seconds(call: Callable[[], object]) -> float:
    """How long the call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def edition(runs: int) -> Iterator[Line]:
    """A full edition of bth 2022 in English by a warm worker, its PDF validated, beside bare WeasyPrint."""
    wanted, blob, kit, document, theme = _bth()
    markup = page(document, theme, screen=False)
    bare = lambda: HTML(string=markup).write_pdf(pdf_variant=VARIANT)  # noqa: E731
    plain = lambda: HTML(string=markup).write_pdf()  # noqa: E731
    with _drawn() as charts:
        ours = lambda: pages(wanted, blob, kit, None)  # noqa: E731
        ours(), bare()  # warms fonts and templates of both
        times = []
        for _ in range(runs):
            charts.clear()
            times.append((seconds(bare), seconds(ours), sum(charts), seconds(plain)))
    alone = median(one[0] for one in times)
    yield "bare WeasyPrint, tagged and archival as ours", alone, 1.0, None
    yield "bare WeasyPrint, neither tagged nor archival", *_beside(times, 3), None
    rest = [(a, b - c) for a, b, c, _ in times]
    yield "warm worker without the charts", *_beside(rest, 1), 0.9
    yield "the charts", *_beside(times, 2), None


def cold(runs: int) -> Iterator[Line]:
    """The same from nothing, process and all, nothing taken from the store; the time of charts apart."""
    wanted, blob, kit, document, theme = _bth()
    with TemporaryDirectory() as folder, _drawn() as charts:
        pages(wanted, blob, kit, None)
        place = Path(folder) / "page.html"
        place.write_text(page(document, theme, screen=False), "utf-8")
        made = f"HTML({str(place)!r}).write_pdf({folder!r} + '/x.pdf', pdf_variant={VARIANT!r})"
        code = f"from weasyprint import HTML; {made}"
        order = [*BUILD, "bth", "--year", "2022", "--lang", "en", "--to", "pdf", "--force", "--out", folder]
        drawing = sum(charts)
        times = [(_run([sys.executable, "-c", code]), _run(order) - drawing) for _ in range(runs)]
    yield "bare WeasyPrint", median(a for a, _ in times), 1.0, None
    yield "reporter build --force, without the charts", *_beside(times, 1), 1.3


def standing(runs: int) -> Iterator[Line]:
    """Nothing changed: the command beside Python doing nothing."""
    order = [*BUILD, "bth", "--year", "2022", "--to", "html"]
    _run(order)
    times = [(_run([sys.executable, "-c", "pass"]), _run(order)) for _ in range(4 * runs)]
    yield "python -c pass", median(a for a, _ in times), 1.0, None
    yield "reporter build, nothing changed", *_beside(times, 1), 5.0


def word(runs: int) -> Iterator[Line]:
    """One word changed: the command from nothing to the page, beside Python loading its libraries."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "land"
        shutil.copytree(ROOT / "data", root / "data")
        words = root / "templates/words/en.yaml"
        words.parent.mkdir(parents=True)
        order = [*BUILD, "bth", "--year", "2022", "--lang", "en", "--to", "html", "--workspace", str(root)]
        times = []
        for n in range(runs + 1):
            words.write_text(f"labels: {{source: 'Source {n}: '}}\n")
            load = _run([sys.executable, "-c", "import numpy, pydantic, jinja2, typer, ruamel.yaml"])
            times.append((load, _run(order)))
    yield "loading numpy, pydantic, jinja2, typer, ruamel.yaml", median(a for a, _ in times[1:]), 1.0, None
    yield "one word changed, HTML", *_beside(times[1:], 1), None


def workers(_runs: int) -> Iterator[Line]:
    """The 62 profiles of china 2023 as PDF, by one worker process and by two."""
    one, two = (_profiles("all", "--jobs", str(number)) for number in (1, 2))
    yield "one worker", one, 1.0, None
    yield f"two workers: {one / two:.2f} times as fast", two, two / one, 1 / 1.7


def cluster(runs: int) -> Iterator[Line]:
    """Sixteen profiles of china 2023 by two local workers, by two of Dask that stand, by two begun for it."""
    some = "Beijing,Tianjin,Hebei,Shanxi,Liaoning,Jilin,Shanghai,Jiangsu"
    local = lambda: _profiles(some, "--jobs", "2")  # noqa: E731
    by = lambda address: _profiles(some, "--cluster", address)  # noqa: E731

    def begun() -> None:
        with _dask(2) as address:
            by(address)

    with _dask(2) as address:
        by(address)  # loads their libraries
        beside = [(local(), by(address)) for _ in range(runs)]
    alone = [(local(), seconds(begun)) for _ in range(runs)]
    yield "two local workers", median(a for a, _ in beside + alone), 1.0, None
    yield "two workers of Dask that stand", *_beside(beside, 1), 1.1
    yield "two workers of Dask, their start with it", *_beside(alone, 1), None


def _profiles(regions: str, *how: str) -> float:
    """Seconds of the profiles of some regions in two languages, nothing taken from the store."""
    order = [*BUILD, "china", "--year", "2023", "--edition", "profile", "--to", "pdf", "--force"]
    with TemporaryDirectory() as folder:
        return _run([*order, "--region", regions, "--out", folder, *how])


@contextmanager
def _dask(number: int) -> Iterator[str]:
    """The address of a scheduler with so many workers of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    port = address.rpartition(":")[2]
    orders = [["scheduler", "--host", "127.0.0.1", "--port", port]]
    orders += [["worker", address, "--nthreads", "1", "--no-nanny"]] * number
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    begun = [subprocess.Popen([sys.executable, "-m", "dask", *words], cwd=ROOT, **quiet) for words in orders]
    try:
        yield address
    finally:
        for one in begun[::-1]:
            one.kill()
            one.wait()


def typst(runs: int) -> Iterator[Line]:
    """The text, tables and charts of the edition set by Typst, beside bare WeasyPrint."""
    *_, document, theme = _bth()
    markup = page(document, theme, screen=False)
    with TemporaryDirectory() as folder:
        source = written(document, Path(folder))
        bare = lambda: HTML(string=markup).write_pdf(pdf_variant=VARIANT)  # noqa: E731
        first = seconds(lambda: typeset(source))  # it remembers what it laid out: later runs are quicker
        bare()
        times = [(seconds(bare), seconds(lambda: typeset(source))) for _ in range(runs)]
    yield "bare WeasyPrint", median(a for a, _ in times), 1.0, None
    yield "Typst on equal content, a plain layout, the first time", first, first / times[0][0], None
    yield "Typst again, nothing changed", *_beside(times, 1), None


PARTS = {one.__name__: one for one in (edition, cold, standing, word, workers, cluster, typst)}


def _beside(times: list[tuple[float, ...]], n: int) -> tuple[float, float]:
    """The median of column n, and of its ratios to the first column."""
    return median(one[n] for one in times), median(one[n] / one[0] for one in times)


def _bth() -> tuple[Wanted, bytes, bytes, Document, Theme]:
    """What a worker is given for the full edition of bth 2022 in English, and what it prints."""
    workspace = Workspace(ROOT)
    inputs = pipeline.read(workspace, "bth")
    assessment, theme = pipeline.assess(inputs, "2022"), read_theme(workspace)
    words = pipeline.told(inputs, read_words(workspace, "en"))
    document = pipeline.write(assessment, words, theme, "full")
    tags = {"en": "en", "zh": "zh-Hans"}
    wanted = Wanted("bth 2022", "en", "full", "", {"pdf": "en/full.pdf"}, "out", {}, tags)
    blob = pickle.dumps(Edition(assessment, plain_products(assessment)))
    return wanted, blob, pickle.dumps(Kit(theme, words)), document, theme


@contextmanager
def _drawn() -> Iterator[list[float]]:
    """Inside, the seconds of each chart drawn are put down."""
    from reporter.figures import FIGURES

    before, spent = dict(FIGURES), list[float]()

    def timed(draw: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **options: object) -> object:
            start = perf_counter()
            try:
                return draw(*given, **options)
            finally:
                spent.append(perf_counter() - start)

        return call

    FIGURES.update({name: timed(draw) for name, draw in before.items()})  # type: ignore[arg-type]
    try:
        yield spent
    finally:
        FIGURES.update(before)


def _run(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return perf_counter() - start


if __name__ == "__main__":
    main()

"""Wall time of one full edition, configuration to PDF, beside bare WeasyPrint on the same finished page.

Run from the repository: .venv/bin/python bench/build.py --runs 5
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from weasyprint import HTML

from reporter import pipeline
from reporter.config import find_workspace, read_theme, read_words
from reporter.production.data import assessment_json, scores_csv
from reporter.production.write import write_products
from reporter.render import RENDERERS
from reporter.render.html import page

ROOT = Path(__file__).resolve().parent.parent
STUDY, PERIOD, LANGUAGE, KIND = "bth", "2022", "en", "full"
TOLD = {
    "whole": "whole edition, figures to PDF",
    "print": "of which: page and PDF",
    "compose": "of which: sections and charts",
    "charts": "of which: charts",
    "assess": "of which: scores and problems",
    "read": "of which: reading",
}
Times = dict[str, float]


class Watch:
    """Adds up seconds under a name."""

    def __init__(self) -> None:
        self.times: Times = {}

    @contextmanager
    def on(self, name: str) -> Iterator[None]:
        """Counts the time inside the `with`."""
        start = perf_counter()
        try:
            yield
        finally:
            self.times[name] = self.times.get(name, 0.0) + perf_counter() - start

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time counted."""

        def call(*args: Any, **options: Any) -> Any:
            with self.on(name):
                return function(*args, **options)

        return call


def whole(out: Path) -> tuple[Times, str]:
    """One edition as `reporter build` makes it, and the page its PDF was made from."""
    watch = Watch()
    drawn = dict(pipeline.FIGURES)
    pipeline.FIGURES.update({name: watch.timed("charts", one) for name, one in drawn.items()})
    try:
        with watch.on("whole"):
            workspace = find_workspace(ROOT)
            with watch.on("read"):
                inputs = pipeline.read(workspace, STUDY)
            with watch.on("assess"):
                assessment = pipeline.assess(inputs, PERIOD)
            theme = replace(read_theme(workspace), tokens=pipeline.tokens())
            words = pipeline.told(inputs, read_words(workspace, LANGUAGE))
            with watch.on("compose"):
                document = pipeline.write(assessment, words, theme, KIND)
            with watch.on("print"):
                printed = RENDERERS["pdf"](document, theme)
            products = {"scores.csv": scores_csv(assessment), "assessment.json": assessment_json(assessment)}
            products[f"{LANGUAGE}/{KIND}.pdf"] = printed
            write_products(out, products, assessment.provenance)
    finally:
        pipeline.FIGURES.update(drawn)
    return watch.times, page(document, theme, screen=False)


def bare(markup: str) -> float:
    """Seconds of WeasyPrint alone on the finished page, called plainly."""
    start = perf_counter()
    HTML(string=markup).write_pdf(pdf_variant="pdf/ua-1")
    return perf_counter() - start


def main() -> None:
    """Prints medians and ratios of several runs, one after the other in this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="repetitions; the median is printed")
    runs = parser.parse_args().runs
    with TemporaryDirectory() as folder:
        _, markup = whole(Path(folder))  # warms the caches of both: fonts, templates
        bare(markup)
        pairs = [(whole(Path(folder))[0], bare(markup)) for _ in range(runs)]
    plain = median(alone for _, alone in pairs)
    print(f"{STUDY} {PERIOD} {LANGUAGE} {KIND}: median of {runs} runs; last column: share of bare WeasyPrint")
    print(f"bare WeasyPrint on the same page     {plain:6.2f} s   1.00")
    for name, told in TOLD.items():
        seconds = _part(pairs, name)
        print(f"{told:36} {seconds:6.2f} s   {seconds / plain:4.2f}")
    rest = median(times["whole"] - times["charts"] for times, _ in pairs)
    print(f"{'whole edition without the charts':36} {rest:6.2f} s   {rest / plain:4.2f}")


def _part(pairs: list[tuple[Times, float]], name: str) -> float:
    return median(times[name] for times, _ in pairs)


if __name__ == "__main__":
    main()

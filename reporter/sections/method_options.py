"""What the options of a weighted mean do to the figures, told in the step that they belong to."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.words import Words

GROUPED = ("group-mean", "group-median")


def told(a: Assessment, words: Words, step: str) -> str:
    """The sentences of a step's options; "" where none was used."""
    return words.paragraph(OPTIONS[step](a, words)) if step in OPTIONS else ""


def _imputing(a: Assessment, words: Words) -> Iterator[str]:
    """How a missing figure was filled in, and how many were."""
    options, how = a.main.options, a.main.options.get("impute", "error")
    if how == "error":
        return
    groups = list(options.get("impute_groups") or ())
    form = "_groups" if groups and how in GROUPED else ""
    yield words(f"method.options.impute_{how}{form}", groups=groups)
    if n := len(np.argwhere(_changed(a, "imputed"))):
        yield words("method.options.imputed", n=n)


def _standardising(a: Assessment, words: Words) -> Iterator[str]:
    """Outliers before, the ends of the scale after."""
    options = a.main.options
    if options.get("treat", "none") != "none":
        yield words("method.options.treat")
        cells = _changed(a, "treated")
        names = [i for i, any_ in zip(a.main.steps.indicators, cells.any(axis=(0, 1)), strict=True) if any_]
        key = "treated" if names else "untreated"
        yield words(f"method.options.{key}", n=int(cells.sum()), indicators=names)
    if options.get("cap"):
        yield words("method.options.cap")
    if options.get("floor"):
        yield words("method.options.floor", floor=options["floor"])


def _averaging(a: Assessment, words: Words) -> Iterator[str]:
    """How much of the weights a mean needs."""
    if share := a.main.options.get("at_least"):
        yield words("method.options.at_least", share=share)


def _changed(a: Assessment, name: str) -> Any:
    """Which figures a step gave another value: members × periods × indicators."""
    step = next((s for s in a.main.trace if s.name == name), None)
    return np.zeros((1, 1, len(a.main.steps.indicators)), bool) if step is None else ~np.isnan(step.values)


OPTIONS: dict[str, Callable[[Assessment, Words], Iterator[str]]] = {
    "indicators": _imputing,
    "standardise": _standardising,
    "average": _averaging,
}

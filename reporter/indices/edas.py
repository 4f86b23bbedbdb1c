"""EDAS: the distance of each region from the average, on the good and on the bad side."""

import numpy as np

from reporter.indices.prepare import Fill, Treat, benefit, ready
from reporter.indices.ranked import Over, ranked
from reporter.indices.weigh import Weights, weights_of
from reporter.methods.rankers import edas as distance
from reporter.model.panel import Floats, Panel
from reporter.model.result import Given, Result


def edas(
    given: Given,
    *,
    impute: Fill = "error",
    impute_groups: list[str] | None = None,
    treat: Treat = "none",
    weights: Weights = "hierarchical-equal",
    over: Over = "period",
) -> Result:
    """Evaluation of each region by its distance from the average of raw values: 0–1, more being better.

    Keshavarz Ghorabaee et al. 2015.
    """
    made = ready(given, impute, impute_groups or (), treat)
    w = weights_of(given, made.panel, weights)
    up = benefit(made.panel, given.framework)

    def score(panel: Panel) -> dict[str, Floats]:
        found = distance(panel.values, up, w)
        average = panel.values.mean(axis=(0, 1))
        return {"ahead of average": (panel.values / average - 1) * np.where(up, 1, -1), "score": found}

    options = {"impute": impute, "treat": treat, "weights": weights, "over": over}
    return ranked(given, made, w, over, score, options, "score")

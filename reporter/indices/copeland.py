"""Copeland's method: which region beats which, pair by pair."""

import numpy as np

from reporter.indices.prepare import Impute, Treat, benefit, ready
from reporter.indices.ranked import Over, ranked
from reporter.indices.weigh import Weights, exact_weights
from reporter.methods import copeland as methods
from reporter.model.panel import Floats, Panel
from reporter.model.result import Given, Result


def copeland(
    given: Given,
    *,
    impute: Impute = "error",
    impute_groups: list[str] | None = None,
    treat: Treat = "none",
    weights: Weights = "hierarchical-equal",
    over: Over = "period",
) -> Result:
    """Wins minus losses of each region against every other, −(n − 1) to n − 1, more being better.

    Nothing is standardised, since only the order counts. Ties are exact where weights are declared; with
    `impute: none` an indicator that one of two lacks is left out of their comparison. Copeland 1951.
    """
    made = ready(given, impute, impute_groups or (), treat)
    up = benefit(made.panel, given.framework)
    w = exact_weights(made.panel, given.framework, given.spec, weights)

    def score(panel: Panel) -> dict[str, Floats]:
        x = np.where(up, panel.values, -panel.values)
        wins = methods.copeland(x.reshape(-1, 1, x.shape[-1]) if over == "pooled" else x, list(w))
        return {"wins minus losses": wins.reshape(x.shape[:-1])}

    options = {"impute": impute, "treat": treat, "weights": weights, "over": over}
    return ranked(given, made, np.array([float(one) for one in w]), over, score, options)

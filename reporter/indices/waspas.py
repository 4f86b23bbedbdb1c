"""WASPAS: the weighted sum and the weighted product, joined."""

import numpy as np

from reporter.indices.prepare import Fill, Treat, ready, standardised
from reporter.indices.ranked import Over, ranked, share
from reporter.indices.weigh import Weights, weights_of
from reporter.methods.rankers import waspas as joined
from reporter.model.panel import Floats, Panel
from reporter.model.result import Given, Result


def waspas(
    given: Given,
    *,
    impute: Fill = "error",
    impute_groups: list[str] | None = None,
    treat: Treat = "none",
    weights: Weights = "hierarchical-equal",
    over: Over = "period",
    sum_share: float = 0.5,
) -> Result:
    """Weighted sum and weighted product of each region, joined: 0–1, more being better.

    Standardised by ratio to the largest over the alternatives. Zavadskas et al. 2012, equation 3.
    """
    share("sum_share", sum_share, given.spec)
    made = ready(given, impute, impute_groups or (), treat)
    w = weights_of(given, made.panel, weights)

    def score(panel: Panel) -> dict[str, Floats]:
        x = standardised(panel, given.framework, given.spec, "ratio-to-max", "pooled")
        both = {"weighted sum": x @ w, "weighted product": np.prod(x**w, axis=-1)}
        return {"standardised": x, **both, "joined": joined(x, w, sum_share)}

    options = {"impute": impute, "treat": treat, "weights": weights, "over": over, "sum_share": sum_share}
    return ranked(given, made, w, over, score, options, "score")

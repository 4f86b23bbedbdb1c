"""The grey relational grade: how near a region is to the best of every indicator."""

from reporter.indices.prepare import Fill, Treat, ready, standardised
from reporter.indices.ranked import Over, ranked, share
from reporter.indices.weigh import Weights, weights_of
from reporter.methods.rankers import grey_relational as grade
from reporter.model.panel import Floats, Panel
from reporter.model.result import Given, Result


def grey_relational(
    given: Given,
    *,
    impute: Fill = "error",
    impute_groups: list[str] | None = None,
    treat: Treat = "none",
    weights: Weights = "hierarchical-equal",
    over: Over = "period",
    rho: float = 0.5,
) -> Result:
    """Grey relational grade of each region, above 0, 1 for one that is best in every indicator.

    Standardised by min–max over the alternatives; rho tells how much small distances count. Deng 1982.
    """
    share("rho", rho, given.spec, above=True)
    made = ready(given, impute, impute_groups or (), treat)
    w = weights_of(given, made.panel, weights)

    def score(panel: Panel) -> dict[str, Floats]:
        x = standardised(panel, given.framework, given.spec, "min-max", "pooled")
        return {"standardised": x, "grade": grade(x, w, rho)}

    options = {"impute": impute, "treat": treat, "weights": weights, "over": over, "rho": rho}
    return ranked(given, made, w, over, score, options, "score")

"""VIKOR: the compromise between the group's regret and the largest single one."""

from reporter.indices.prepare import Fill, Treat, ready, standardised
from reporter.indices.ranked import Over, ranked, share
from reporter.indices.weigh import Weights, weights_of
from reporter.methods.rankers import vikor as compromise
from reporter.model.panel import Floats, Panel
from reporter.model.result import Given, Result


def vikor(
    given: Given,
    *,
    impute: Fill = "error",
    impute_groups: list[str] | None = None,
    treat: Treat = "none",
    weights: Weights = "hierarchical-equal",
    over: Over = "period",
    v: float = 0.5,
) -> Result:
    """Compromise Q of each region, 0 the best to 1 the worst: less is better; v is the weight of the group.

    Standardised by min–max over the alternatives. Opricovic & Tzeng 2004, equations 2 to 4.
    """
    share("v", v, given.spec)
    made = ready(given, impute, impute_groups or (), treat)
    w = weights_of(given, made.panel, weights)

    def score(panel: Panel) -> dict[str, Floats]:
        x = standardised(panel, given.framework, given.spec, "min-max", "pooled")
        found = compromise(x, w, v)
        return {"standardised": x, "S": found.S, "R": found.R, "Q": found.Q}

    options = {"impute": impute, "treat": treat, "weights": weights, "over": over, "v": v}
    return ranked(given, made, w, over, score, options, better="down")

"""The statistical audit: how far the scores, ranks and conclusions of the main index can be trusted."""

from reporter.audit.coherence import coherence
from reporter.audit.conclusions import conclusions, hanging
from reporter.audit.left_out import left_out
from reporter.audit.sensitivity import sensitivity
from reporter.audit.space import Score, replay, space_of
from reporter.audit.uncertainty import uncertainty
from reporter.model.audit import Audit
from reporter.model.panel import Panel
from reporter.model.plan import Plan
from reporter.model.result import Composite


def audit(main: Composite, panel: Panel, plan: Plan, score: Score) -> Audit:
    """The audit of the main index; Faults of a combination of choices that cannot be scored.

    panel: the raw values in the index's window. score: scores the index anew, `score(options, weights=…,
    without=…)`, with some options set, with given weights, without some indicators.
    """
    space = space_of(main, plan, score)
    found, tallied = uncertainty(space)
    told = conclusions(space, tallied)
    causes = sensitivity(space, told)
    return Audit(
        plan,
        space.distinct,
        found,
        hanging(told, causes),
        causes,
        left_out(main, score),
        coherence(main, panel),
    )


__all__ = ["Score", "audit", "replay", "space_of"]

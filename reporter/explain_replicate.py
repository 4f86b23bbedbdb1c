"""What a replicate of the audit took: the head of an explanation under it."""

from collections.abc import Iterator

from reporter.errors import Flaw, Where
from reporter.model.assessment import Assessment
from reporter.model.audit import Replicate
from reporter.model.words import Words


def replicate_flaws(assessment: Assessment, what: str, number: int) -> Iterator[Flaw]:
    """A replicate that was not made, or a number that the audit does not vary."""
    a, where = assessment, Where(f"{assessment.study.id} {assessment.period}")
    if number > a.audit.plan.replicates:
        made = f"the audit has no replicate {number}"
        yield Flaw(where, made, f"take one of 1–{a.audit.plan.replicates}")
    if what.partition(".")[0] not in a.main.values:
        varied = f"'{what}' is not varied in the audit"
        yield Flaw(where, varied, f"ask for one of: {', '.join(a.main.values)}")


def explain_replicate(assessment: Assessment, words: Words, replicate: Replicate) -> Iterator[str]:
    """The alternatives taken, then the weight of each indicator."""
    plan = assessment.audit.plan
    titles = {choice.id: choice.title for choice in plan.choices}
    taken = [
        words("explain.replicate_choice", choice=titles[id], alternative=one.title)
        for id, one in replicate.taken.items()
    ]
    choices = "; ".join(taken) or words("explain.replicate_weights_alone")
    yield words("explain.replicate", n=replicate.number, of=plan.replicates, seed=plan.seed, choices=choices)
    for indicator, weight in replicate.weights.items():
        yield words("explain.replicate_weight", indicator=indicator, weight=f"{weight:.12g}")
    yield ""

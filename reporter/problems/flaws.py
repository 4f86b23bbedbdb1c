"""What a rule's thresholds and options cannot be."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_type_hints

from reporter.errors import Flaw, did_you_mean
from reporter.model.options import DimensionId, IndexCode, IndicatorId, options_of
from reporter.model.study import Indicator, RuleSpec, Study

Range = tuple[Callable[[float], bool], str]
PART: Range = (lambda v: 0 < v <= 1, "it should be a share above 0, up to 1")
INSIDE: Range = (lambda v: 0 < v < 1, "it should be a share between 0 and 1, such as 0.1")
ABOVE: Range = (lambda v: v > 0, "it should be above 0")
TIMES: Range = (lambda v: v > 1, "it should be above 1, such as 1.5")
COUNT: Range = (lambda v: v >= 1, "it should be 1 or more")

# By option, or by rule and option where a rule means something of its own by it.
RANGES: dict[str, Range] = {
    "ratio": PART,
    "below": (lambda v: -1 < v < 0, "it should be a fall between -1 and 0, such as -0.05"),
    "low_coordination.below": PART,
    "thin_policy.below": PART,
    "drawdown_over": INSIDE,
    "within": INSIDE,
    "over": ABOVE,
    "primacy.over": INSIDE,
    "homogeneous.over": INSIDE,
    "data_gap.over": INSIDE,
    "unused_advantage.over": TIMES,
    "lead.over": TIMES,
    "strong_conversion.over": TIMES,
    "balance.ratio": INSIDE,
    "times": TIMES,
    "rising": ABOVE,
    "by": ABOVE,
    "above": ABOVE,
    "recent": COUNT,
    "periods": COUNT,
    "top": COUNT,
}

# The methods of the indices that a rule can read.
READS = {
    "low_coordination": ("coupling",),
    "disparity": ("disparity", "sigma-convergence"),
    "weak_structure": ("rationalisation", "upgrading", "advancement"),
    "homogeneous": ("overlap",),
    "thin_policy": ("coverage", "breadth"),
}


def threshold_flaws(
    spec: RuleSpec, study: Study, rules: Mapping[str, Callable[..., Any]], kind: str = "problem"
) -> Iterator[Flaw]:
    """Thresholds beyond their range (severity divides by them, so none is 0), and dimensions, indices and
    indicators that the study does not have, or none that the rule can read.
    """
    who, hints = f"{kind} '{spec.rule}'", get_type_hints(rules[spec.rule])
    for name, option in options_of(rules[spec.rule]).items():
        value, at = spec.thresholds.get(name, option.default), spec.lines.get(name, spec.where)
        allowed = RANGES.get(f"{spec.rule}.{name}") or RANGES.get(name)
        if allowed and not allowed[0](value):
            yield Flaw(at, f"{who}: '{name}' cannot be {value}", allowed[1])
        elif hints[name] in (DimensionId, IndexCode, IndicatorId):
            what, names, missing = _named(hints[name], spec.rule, study)
            if value not in names:
                yield Flaw(
                    at, f"{who}: {what} is called '{value}'", did_you_mean(value, names) if names else missing
                )


def read_by(study: Study) -> tuple[str, ...]:
    """The indices that the study's rules read beside the first, in the study's order."""
    asked = {spec.thresholds["of"] for spec in study.problems if "of" in spec.thresholds}
    return tuple(code for code in study.indices if code in asked and code != study.main.code)


def _named(hint: Any, rule: str, study: Study) -> tuple[str, list[str], str]:
    """What there is none of, the names there are, and how to mend it where there are none at all."""
    if hint is DimensionId:
        names = [d.id for d in study.framework.only(study.main.indicators).dimensions]
        return f"no dimension of {study.main.code}", names, ""
    if hint is IndicatorId:
        names = [id for id, one in study.indicators.items() if _counts(one)]
        return "no indicator that has a sum over regions", names, "add one under context:"
    names = [code for code, spec in study.indices.items() if spec.method in READS[rule]]
    methods = " or ".join(READS[rule])
    return f"no index by {methods}", names, f"add one under indices:, method: {READS[rule][0]}"


def _counts(one: Indicator) -> bool:
    """Whether the indicator counts something, so that a sum over regions has a meaning."""
    return not one.value.is_ratio and bool(one.unit.powers) and all(p > 0 for p in one.unit.powers.values())

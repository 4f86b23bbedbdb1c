"""What a rule's thresholds and options cannot be."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_type_hints

from reporter.errors import Flaw, Where, did_you_mean
from reporter.model.options import DimensionId, FigureId, IndexCode, IndicatorId, options_of
from reporter.model.study import Indicator, RuleSpec, Study

FITS: dict[str, Callable[[float], bool]] = {
    "part": lambda v: 0 < v <= 1,
    "inside": lambda v: 0 < v < 1,
    "fall": lambda v: -1 < v < 0,
    "above": lambda v: v > 0,
    "times": lambda v: v > 1,
    "count": lambda v: v >= 1,
}

# By option, or by rule and option where a rule means something of its own by it.
RANGES: dict[str, str] = {
    "ratio": "part",
    "below": "fall",
    "low_coordination.below": "part",
    "thin_policy.below": "part",
    "secondary_heavy.below": "above",
    "echelon_inversion.below": "above",
    "drawdown_over": "inside",
    "within": "inside",
    "over": "above",
    "primacy.over": "inside",
    "homogeneous.over": "inside",
    "data_gap.over": "inside",
    "unused_advantage.over": "times",
    "lead.over": "times",
    "strong_conversion.over": "times",
    "balance.ratio": "inside",
    "times": "times",
    "rising": "above",
    "by": "above",
    "above": "above",
    "recent": "count",
    "periods": "count",
    "top": "count",
    "fewest": "count",
}

# The methods of the indices that a rule can read.
READS = {
    "low_coordination": ("coupling",),
    "disparity": ("disparity", "sigma-convergence"),
    "weak_structure": ("rationalisation", "upgrading", "advancement"),
    "secondary_heavy": ("advancement",),
    "flat_structure": ("rationalisation", "upgrading", "advancement"),
    "advocacy_only": ("coverage",),
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
        if allowed and not FITS[allowed](value):
            yield Flaw(at, f"{who}: '{name}' cannot be {value}", _mend(allowed))
        elif name == "advocacy":
            yield from _uncovered(spec, study, who, value, at)
        elif hints[name] in (DimensionId, FigureId, IndexCode, IndicatorId):
            yield from _unknown(hints[name], spec.rule, study, who, value, at)


def _uncovered(spec: RuleSpec, study: Study, who: str, value: str, at: Where) -> Iterator[Flaw]:
    """An instrument that the coverage does not have."""
    index = study.indices.get(spec.thresholds.get("of", ""))
    names = list(index.options.get("series", ())) if index else []
    if index and value not in names:
        yield Flaw(at, f"{who}: '{index.code}' covers no instrument '{value}'", did_you_mean(value, names))


def read_by(study: Study) -> tuple[str, ...]:
    """The indices that the study's rules read beside the first, in the study's order."""
    asked = {spec.thresholds["of"] for spec in study.problems if "of" in spec.thresholds}
    return tuple(code for code in study.indices if code in asked and code != study.main.code)


def _mend(allowed: str) -> str:
    """What a threshold of this range should be."""
    return {
        "part": "it should be a share above 0, up to 1",
        "inside": "it should be a share between 0 and 1, such as 0.1",
        "fall": "it should be a fall between -1 and 0, such as -0.05",
        "above": "it should be above 0",
        "times": "it should be above 1, such as 1.5",
        "count": "it should be 1 or more",
    }[allowed]


def _unknown(hint: Any, rule: str, study: Study, who: str, name: str, at: Where) -> Iterator[Flaw]:
    """A dimension, indicator or index that the study lacks, or has, but not of a kind that the rule reads."""
    if hint is DimensionId:
        names = [d.id for d in study.framework.only(study.main.indicators).dimensions]
        what, add = f"no dimension of {study.main.code}", ""
    elif hint is FigureId:
        names = list(study.indicators)
        what, add = "no indicator", "add one under context:"
    elif hint is IndicatorId:
        names = [id for id, one in study.indicators.items() if _counts(one)]
        what, add = "no indicator that has a sum over regions", "add one under context:"
    else:
        names = [code for code, one in study.indices.items() if one.method in READS[rule]]
        if (
            rule == "secondary_heavy"
        ):  # of the forms of advancement, the ratio alone tells one sector from the other
            names = [code for code in names if study.indices[code].options.get("form", "ratio") == "ratio"]
        what, add = (
            f"no index by {' or '.join(READS[rule])}",
            f"add one under indices:, method: {READS[rule][0]}",
        )
    if name not in names:
        yield Flaw(at, f"{who}: {what} is called '{name}'", did_you_mean(name, names) if names else add)


def _counts(one: Indicator) -> bool:
    """Whether the indicator counts something, so that a sum over regions has a meaning."""
    return not one.value.is_ratio and bool(one.unit.powers) and all(p > 0 for p in one.unit.powers.values())

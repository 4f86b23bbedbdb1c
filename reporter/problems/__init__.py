"""Scoreboard → Findings: numbers and codes, no prose."""

from collections.abc import Callable, Iterator

from reporter.errors import Flaw, did_you_mean
from reporter.model.finding import Finding
from reporter.model.options import options_of
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.model.study import RuleSpec, Study
from reporter.problems.compare import held, since
from reporter.problems.decline import decline
from reporter.problems.gap import gap
from reporter.problems.imbalance import imbalance
from reporter.problems.setback import setback
from reporter.problems.volatility import volatility
from reporter.problems.weak_conversion import weak_conversion

Rule = Callable[..., Iterator[Finding]]

PROBLEMS: dict[str, Rule] = {
    "gap": gap,
    "decline": decline,
    "setback": setback,
    "volatility": volatility,
    "imbalance": imbalance,
    "weak_conversion": weak_conversion,
}


def find_problems(board: Scoreboard, panel: Panel, study: Study) -> tuple[Finding, ...]:
    """What the study's rules find, the gravest first, then in the order of rules and regions."""
    found = [f for spec in study.problems for f in PROBLEMS[spec.rule](board, panel, **spec.thresholds)]
    return tuple(sorted(found, key=lambda finding: -finding.severity))


def threshold_flaws(spec: RuleSpec, study: Study) -> Iterator[Flaw]:
    """Thresholds beyond their range (severity divides by them, so none is 0), and dimensions that the first
    index does not have.
    """
    ranges: dict[str, tuple[Callable[[float], bool], str]] = {
        "ratio": (lambda v: 0 < v <= 1, "it should be a share above 0, up to 1"),
        "below": (lambda v: -1 < v < 0, "it should be a fall between -1 and 0, such as -0.05"),
        "drawdown_over": (lambda v: 0 < v < 1, "it should be a share between 0 and 1, such as 0.1"),
        "recent": (lambda v: v >= 1, "it should be 1 or more"),
        "periods": (lambda v: v >= 1, "it should be 1 or more"),
    }
    who, dimensions = f"problem '{spec.rule}'", _dimensions(study)
    for name, option in options_of(PROBLEMS[spec.rule]).items():
        value, at = spec.thresholds.get(name, option.default), spec.lines.get(name, spec.where)
        if name in ranges and not ranges[name][0](value):
            yield Flaw(at, f"{who}: '{name}' cannot be {value}", ranges[name][1])
        elif option.annotation is str and value not in dimensions:
            what = f"{who}: no dimension of {study.main.code} is called '{value}'"
            yield Flaw(at, what, did_you_mean(value, dimensions))


def _dimensions(study: Study) -> list[str]:
    return [d.id for d in study.framework.only(study.main.indicators).dimensions]


__all__ = ["PROBLEMS", "find_problems", "held", "since", "threshold_flaws"]

"""Scoreboard → Findings: numbers and codes, no prose."""

from collections.abc import Callable, Iterator, Mapping

from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.model.study import RuleSpec, Study
from reporter.problems.advocacy_only import advocacy_only
from reporter.problems.closedness import closedness
from reporter.problems.data_gap import data_gap
from reporter.problems.decline import decline
from reporter.problems.disparity import disparity
from reporter.problems.divergence import divergence
from reporter.problems.echelon_inversion import echelon_inversion
from reporter.problems.flat_structure import flat_structure
from reporter.problems.gap import gap
from reporter.problems.homogeneous import homogeneous
from reporter.problems.imbalance import imbalance
from reporter.problems.lagging_growth import lagging_growth
from reporter.problems.low_base import low_base
from reporter.problems.low_coordination import low_coordination
from reporter.problems.low_yield import low_yield
from reporter.problems.outside_top import outside_top
from reporter.problems.primacy import primacy
from reporter.problems.rank_stagnation import rank_stagnation
from reporter.problems.secondary_heavy import secondary_heavy
from reporter.problems.setback import setback
from reporter.problems.stagnation import stagnation
from reporter.problems.strengths import STRENGTHS
from reporter.problems.thin_policy import thin_policy
from reporter.problems.unused_advantage import unused_advantage
from reporter.problems.volatility import volatility
from reporter.problems.weak_conversion import weak_conversion
from reporter.problems.weak_structure import weak_structure

Rule = Callable[..., Iterator[Finding]]

PROBLEMS: dict[str, Rule] = {
    "gap": gap,
    "decline": decline,
    "setback": setback,
    "volatility": volatility,
    "imbalance": imbalance,
    "weak_conversion": weak_conversion,
    "stagnation": stagnation,
    "lagging_growth": lagging_growth,
    "low_base": low_base,
    "low_coordination": low_coordination,
    "unused_advantage": unused_advantage,
    "disparity": disparity,
    "divergence": divergence,
    "primacy": primacy,
    "weak_structure": weak_structure,
    "homogeneous": homogeneous,
    "rank_stagnation": rank_stagnation,
    "thin_policy": thin_policy,
    "secondary_heavy": secondary_heavy,
    "flat_structure": flat_structure,
    "low_yield": low_yield,
    "echelon_inversion": echelon_inversion,
    "outside_top": outside_top,
    "closedness": closedness,
    "advocacy_only": advocacy_only,
    "data_gap": data_gap,
}


def find_problems(board: Scoreboard, panel: Panel, study: Study) -> tuple[Finding, ...]:
    """What the study's rules find, the gravest first, then in the order of rules and regions."""
    found = _found(PROBLEMS, study.problems, board, panel)
    return tuple(sorted(found, key=lambda finding: -finding.severity))


def find_strengths(board: Scoreboard, panel: Panel, study: Study) -> tuple[Finding, ...]:
    """What the study's rules for strengths find, in the order of rules and regions."""
    return tuple(_found(STRENGTHS, study.strengths, board, panel))


def _found(
    rules: Mapping[str, Rule], asked: tuple[RuleSpec, ...], board: Scoreboard, panel: Panel
) -> Iterator[Finding]:
    for spec in asked:
        yield from rules[spec.rule](board, panel, **spec.thresholds)

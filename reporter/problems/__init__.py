"""Scoreboard → Findings: numbers and codes, no prose."""

from collections.abc import Callable, Iterator

from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard
from reporter.model.study import Study
from reporter.problems.decline import decline
from reporter.problems.gap import gap
from reporter.problems.imbalance import imbalance
from reporter.problems.volatility import volatility
from reporter.problems.weak_conversion import weak_conversion

Rule = Callable[..., Iterator[Finding]]

PROBLEMS: dict[str, Rule] = {
    "gap": gap,
    "decline": decline,
    "volatility": volatility,
    "imbalance": imbalance,
    "weak_conversion": weak_conversion,
}


def find_problems(board: Scoreboard, panel: Panel, study: Study) -> tuple[Finding, ...]:
    """What the study's rules find, the gravest first, then in the order of rules and regions."""
    found = [f for spec in study.problems for f in PROBLEMS[spec.rule](board, panel, **spec.thresholds)]
    return tuple(sorted(found, key=lambda finding: -finding.severity))

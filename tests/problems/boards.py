"""Scoreboards from literals: scores by code and region, over 2020 and the years after."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from reporter.model.finding import Finding
from reporter.model.panel import Panel
from reporter.model.result import Better, Composite, Result, Scoreboard
from reporter.model.study import Dimension, Framework
from reporter.problems import PROBLEMS, STRENGTHS

NO: Any = None
FRAMEWORK = Framework((Dimension("input", {}, ()), Dimension("output", {}, ())), {})
Lines = Mapping[str, Sequence[float]]


def board(
    *further: Result,
    framework: Framework = FRAMEWORK,
    whole: bool = False,
    zero: bool = True,
    **scores: Lines,
) -> Scoreboard:
    """The first index with these scores, all regions being the group `All` if `whole`; further indices."""
    regions = tuple(next(iter(scores.values())))
    values = {code: np.array([lines[r] for r in regions], float) for code, lines in scores.items()}
    groups = {"All": regions} if whole else {}
    values = {code: np.vstack([v, *(v.mean(axis=0) for _ in groups)]) for code, v in values.items()}
    more: Any = {"zero": zero, "filled": NO, "framework": framework, "steps": NO, "share": NO, "rescore": NO}
    main = Composite("I", "", {}, regions, groups, _periods(values["I"]), values, **more)
    return Scoreboard({"I": main, **{one.code: one for one in further}})


def index(code: str, lines: Lines, better: Better = "up", group: str = "") -> Result:
    """A further index of members, or of one group."""
    values = np.array(list(lines.values()), float)
    members, groups = (() if group else tuple(lines)), ({group: ()} if group else {})
    return Result(code, "", {}, members, groups, _periods(values), {code: values}, NO, better=better)


def coverage(code: str, instruments: Mapping[str, Mapping[str, float]], periods: int = 3) -> Result:
    """Which instruments members use, the same in all periods."""
    members = tuple(next(iter(instruments.values())))
    values = {
        f"{code}-{name}": np.array([[used[r]] * periods for r in members], float)
        for name, used in instruments.items()
    }
    return Result(code, "", {}, members, {}, _periods(next(iter(values.values()))), values, NO)


def panel(indicators: Mapping[str, Lines], filled: Sequence[tuple[str, str, str]] = ()) -> Panel:
    """Figures by indicator and region, some of them filled in."""
    regions = tuple(next(iter(indicators.values())))
    values = np.array([[lines[r] for lines in indicators.values()] for r in regions], float).swapaxes(1, 2)
    made = Panel(regions, _periods(values[:, :, 0]), tuple(indicators), values, values != values, {}, ())
    for cell in filled:
        made.filled[made.cell(*cell)] = True
    return made


def found(rule: str, scores: Scoreboard, figures: Panel = NO, **thresholds: Any) -> list[Finding]:
    """What a rule for problems or strengths finds."""
    return list({**PROBLEMS, **STRENGTHS}[rule](scores, figures, **thresholds))


def ids(findings: Sequence[Finding]) -> list[str]:
    """What they are called."""
    return [f.id for f in findings]


def _periods(values: np.ndarray[Any, Any]) -> tuple[str, ...]:
    return tuple(str(2020 + t) for t in range(values.shape[1]))

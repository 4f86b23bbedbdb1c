"""Strengths: what goes well, by the mirror of the rules for problems.

A strength has no severity: its findings carry the lowest, and nobody is told it.
"""

from collections.abc import Callable, Iterator

from reporter.methods.growth import drawdown
from reporter.model.finding import Evidence, Finding, Numbers, Severity
from reporter.model.options import DimensionId
from reporter.model.panel import Panel
from reporter.model.result import Composite, Scoreboard
from reporter.problems.values import change, start

INPUT, OUTPUT = DimensionId("input"), DimensionId("output")


def lead(board: Scoreboard, panel: Panel, *, over: float = 1.25) -> Iterator[Finding]:
    """The member whose index is over `over` times that of the next."""
    result, period = board.main, board.main.periods[-1]
    scores = {region: result.score(result.code, region, period) for region in result.members}
    placed = sorted((r for r in scores if scores[r] == scores[r]), key=lambda r: -scores[r])[:2]
    if len(placed) == 2 and scores[placed[1]] > 0:
        region, second = placed
        times = scores[region] / scores[second]
        if times > over:
            numbers: Numbers = {
                "score": scores[region], "second": second, "next": scores[second], "times": times
            }  # fmt: skip
            evidence = tuple(Evidence(result.code, r, period, scores[r]) for r in placed)
            yield _strength("lead", result, region, result.code, numbers, evidence, over, times)


def rise(board: Scoreboard, panel: Panel, *, above: float = 0.1, periods: int = 3) -> Iterator[Finding]:
    """Members whose index rose by more than `above` over up to `periods` periods: a share, or on a scale
    without zero the change itself.
    """
    result, since, end = board.main, start(board, periods), board.main.periods[-1]
    for region in result.members:
        first, last = (result.score(result.code, region, p) for p in (since, end))
        risen = change(first, last) if result.zero else last - first
        if risen > above:
            numbers: Numbers = {"first": first, "last": last, "change": risen, "start": since}
            evidence = tuple(Evidence(result.code, region, p, v) for p, v in ((since, first), (end, last)))
            yield _strength("rise", result, region, result.code, numbers, evidence, above, risen)


def steady(board: Scoreboard, panel: Panel, *, within: float = 0.02) -> Iterator[Finding]:
    """Members whose index, over three periods or more, never fell from a peak by `within` of it or more."""
    result = board.main
    for region in result.members if len(result.periods) > 2 else ():
        line = result.line(result.code, region)
        depth, drop = (abs(drawdown(line, share=share).depth) for share in (True, False))
        if (depth if result.zero else drop) < within:
            form = "" if depth else "never"
            numbers: Numbers = {"form": form, "start": result.periods[0], "depth": depth, "drop": drop}
            ends = (result.periods[0], result.periods[-1])
            evidence = tuple(
                Evidence(result.code, region, p, result.score(result.code, region, p)) for p in ends
            )
            fell = depth if result.zero else drop
            yield _strength("steady", result, region, result.code, numbers, evidence, within, fell)


def balance(board: Scoreboard, panel: Panel, *, ratio: float = 0.8) -> Iterator[Finding]:
    """Members of whose dimensions the lowest is over `ratio` of the highest."""
    result, period = board.main, board.main.periods[-1]
    codes = list(result.framework.codes(result.code).values())
    for region in result.members if len(codes) > 1 else ():
        scores = {code: result.score(code, region, period) for code in codes}
        low, high = min(scores, key=scores.__getitem__), max(scores, key=scores.__getitem__)
        share = scores[low] / scores[high] if scores[high] > 0 else 0.0
        if share > ratio:
            numbers: Numbers = {
                "low": scores[low], "high": scores[high], "lowest": low, "highest": high, "share": share
            }  # fmt: skip
            evidence = tuple(Evidence(code, region, period, scores[code]) for code in (low, high))
            yield _strength("balance", result, region, low, numbers, evidence, ratio, share)


def strong_conversion(
    board: Scoreboard,
    panel: Panel,
    *,
    over: float = 1.25,
    input: DimensionId = INPUT,
    output: DimensionId = OUTPUT,
) -> Iterator[Finding]:
    """Members whose score of the dimension `output` is over `over` times that of the dimension `input`."""
    result, period = board.main, board.main.periods[-1]
    codes = result.framework.codes(result.code)
    source, target = codes[input], codes[output]
    for region in result.members:
        put, out = (result.score(code, region, period) for code in (source, target))
        times = out / put if put > 0 else 0.0
        if times > over:
            numbers: Numbers = {"input": put, "source": source, "output": out, "times": times}
            evidence = (Evidence(source, region, period, put), Evidence(target, region, period, out))
            yield _strength("strong_conversion", result, region, target, numbers, evidence, over, times)


def recovery(
    board: Scoreboard, panel: Panel, *, drawdown_over: float = 0.1, recent: int = 3
) -> Iterator[Finding]:
    """Members whose index fell from a peak by more than `drawdown_over` of it and has regained it within the
    last `recent` periods.
    """
    result = board.main
    for region in result.members:
        line = result.line(result.code, region)
        fall = drawdown(line, share=result.zero)
        if fall.depth > drawdown_over and fall.recovered >= max(0, len(line) - recent):
            peak, trough, regained = (result.periods[t] for t in (fall.peak, fall.trough, fall.recovered))
            high, low = float(line[fall.peak]), float(line[fall.trough])
            numbers: Numbers = {
                "depth": fall.depth, "peak": peak, "high": high, "trough": trough, "low": low,
                "regained": regained,
            }  # fmt: skip
            evidence = tuple(
                Evidence(result.code, region, p, result.score(result.code, region, p))
                for p in (peak, trough, regained)
            )
            yield _strength(
                "recovery", result, region, result.code, numbers, evidence, drawdown_over, fall.depth
            )


def _strength(
    rule: str,
    result: Composite,
    region: str,
    subject: str,
    numbers: Numbers,
    evidence: tuple[Evidence, ...],
    threshold: float,
    measured: float,
) -> Finding:
    period = result.periods[-1]
    return Finding(rule, region, period, Severity.MODERATE, subject, numbers, evidence, threshold, measured)


STRENGTHS: dict[str, Callable[..., Iterator[Finding]]] = {
    "lead": lead,
    "rise": rise,
    "steady": steady,
    "balance": balance,
    "strong_conversion": strong_conversion,
    "recovery": recovery,
}

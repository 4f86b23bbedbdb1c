"""Weak conversion: the output score falls behind the input score."""

from collections.abc import Iterator

from reporter.model.finding import Evidence, Finding, Numbers, shortfall
from reporter.model.options import DimensionId
from reporter.model.panel import Panel
from reporter.model.result import Scoreboard

INPUT, OUTPUT = DimensionId("input"), DimensionId("output")


def weak_conversion(
    board: Scoreboard,
    panel: Panel,
    *,
    ratio: float = 0.75,
    input: DimensionId = INPUT,
    output: DimensionId = OUTPUT,
) -> Iterator[Finding]:
    """Members whose score of the dimension `output` is under `ratio` of that of the dimension `input`."""
    result, period = board.main, board.main.periods[-1]
    codes = result.framework.codes(result.code)
    for region in result.members:
        put, out = (result.score(codes[d], region, period) for d in (input, output))
        share = out / put if put else 1.0
        if share < ratio:
            numbers: Numbers = {"input": put, "source": codes[input], "output": out, "share": share}
            evidence = (
                Evidence(codes[input], region, period, put),
                Evidence(codes[output], region, period, out),
            )
            yield Finding(
                "weak_conversion",
                region,
                period,
                shortfall(share, ratio),
                codes[output],
                numbers,
                evidence,
                ratio,
                share,
            )

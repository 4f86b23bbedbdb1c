"""What the scores say, as numbers and codes that several sections speak of."""

from math import nan
from typing import NamedTuple

from reporter.methods.growth import average_change, average_growth
from reporter.model.assessment import Assessment
from reporter.model.result import Composite
from reporter.model.study import in_paths
from reporter.model.unit import Quantity
from reporter.model.words import Words

FLAT, POINT, MANY, FEW = 0.0005, 0.01, 12, 4


def crowded(assessment: Assessment) -> bool:
    """Whether regions are more than a page can tell one by one."""
    return len(assessment.main.members) > MANY


def moving(assessment: Assessment) -> bool:
    """Whether there is a course over time to tell of."""
    return len(assessment.main.periods) > 1


def ranked(assessment: Assessment) -> bool:
    """Whether the report tells first where the regions stand, not how they moved."""
    return crowded(assessment) or not moving(assessment)


def together(a: Assessment, words: Words, group: str, many: str = "further.together") -> str:
    """What a group is called whose members' figures are taken together, so that its name, that of a mean,
    would mislead: its members, or where they are many or all how many they are.
    """
    members = a.main.groups[group]
    if len(members) > FEW or len(members) == len(a.main.members):
        return words(many, n=len(members))
    return words("further.jointly", regions=members)


def filled_cells(assessment: Assessment) -> int:
    """How many of the main index's figures were filled in, by the study or by the index."""
    marks = assessment.main.steps.filled
    window = assessment.panel.window(assessment.main.periods, assessment.main.steps.indicators)
    return int((window.filled if marks is None else marks).sum())


def placed(result: Composite, code: str) -> list[str]:
    """The members in the order of a score in the last period, those that have none last."""
    ranks = dict(zip(result.members, result.ranks(code)[:, -1], strict=True))
    return sorted(result.members, key=lambda r: (ranks[r] != ranks[r], ranks[r]))


def leaves(result: Composite, code: str = "") -> list[str]:
    """The codes of the dimensions or parts that hold indicators: all, or those of one score."""
    scored = result.framework.scored(result.code)
    inside = [c for c in scored if not code or c == code or c.startswith(f"{code}-")]
    return [c for c in inside if not scored[c].parts]


def below(result: Composite, code: str) -> list[str]:
    """What stands below a score: the scores, those of an index with all of their parts, or indicators."""
    scored = result.framework.scored(result.code)
    inside = [c for c in scored if c != code and (code == result.code or c.startswith(f"{code}-"))]
    return inside or list(scored[code].indicators)


def pieces(count: int, most: int) -> list[tuple[int, int]]:
    """As few even pieces of a list as hold at most so many: first place and length of each."""
    parts = -(-count // most)
    sizes = [count // parts + (k < count % parts) for k in range(parts)]
    return [(1 + sum(sizes[:k]), size) for k, size in enumerate(sizes)]


def trend(change: float) -> str:
    """`rise`, `fall`, or `flat` for a change that prints as 0.0 points."""
    return "flat" if abs(change) < FLAT else "rise" if change > 0 else "fall"


class Change(NamedTuple):
    """A score at two periods. low, high: the interval of the change, NaN where there is none; sure: whether
    it lies on the change's side of 0.
    """

    region: str
    start: str
    end: str
    first: float
    last: float
    low: float = nan
    high: float = nan
    sure: bool = True

    @property
    def change(self) -> float:
        """Last minus first."""
        return self.last - self.first

    @property
    def ratio(self) -> float:
        """Last over first; NaN from nothing."""
        return self.last / self.first if self.first else float("nan")

    @property
    def trend(self) -> str:
        """Code of the change: `unsure` for one within its uncertainty, see `trend` for the others."""
        return trend(self.change) if self.sure or abs(self.change) < FLAT else "unsure"

    @property
    def facts(self) -> dict[str, object]:
        """What sentences say of it."""
        return {
            "first": self.first,
            "last": self.last,
            "start": self.start,
            "end": self.end,
            "change": self.change,
            "low": self.low,
            "high": self.high,
        }


def change(
    result: Composite, code: str, region: str, start: str | None = None, end: str | None = None
) -> Change:
    """A region's score at two periods, the first and the last unless said."""
    start, end = start or result.periods[0], end or result.periods[-1]
    return Change(region, start, end, result.score(code, region, start), result.score(code, region, end))


def growth(result: Composite, code: str, region: str) -> float:
    """Average growth per period over the whole window; on a scale without zero the average change."""
    line = result.line(code, region)
    return average_growth(line) if result.zero else average_change(line)


def whole(assessment: Assessment) -> str:
    """The id that stands for all members together: the first group."""
    return next(iter(assessment.main.groups), assessment.main.members[0])


def stride(result: Composite, c: Change) -> float:
    """How far a score came: by which factor, on a scale without zero by how much; −1 from nothing."""
    if not result.zero:
        return c.change
    return c.ratio if c.ratio == c.ratio else -1.0


def fastest(result: Composite) -> Change:
    """The member whose index grew by the largest factor, on a scale without zero by most points."""
    return max((change(result, result.code, r) for r in result.members), key=lambda c: stride(result, c))


def notable(result: Composite, c: Change) -> bool:
    """Whether a rise is worth a sentence: by a tenth, on a scale without zero by a point."""
    return c.ratio >= 1.1 if result.zero else c.change >= POINT


def driver(result: Composite, region: str, start: str, end: str, sign: float) -> tuple[str, float]:
    """The indicator that moved the index most in the direction of `sign`, and by how much."""
    parts = result.contributions(region, start, end)
    j = int((parts * sign).argmax())
    return result.steps.indicators[j], float(parts[j])


def largest(result: Composite, region: str, count: int) -> tuple[list[str], float]:
    """The indicators that added most over the whole window, and what they added together."""
    parts = result.contributions(region, result.periods[0], result.periods[-1])
    order = list((-parts).argsort(kind="stable")[:count])
    return [result.steps.indicators[j] for j in order], float(parts[order].sum())


def quantity(assessment: Assessment, indicator: str, region: str, period: str) -> Quantity:
    """An indicator's figure with its unit."""
    one = assessment.study.indicators[indicator]
    return Quantity(value(assessment, indicator, region, period), one.unit, one.decimals)


def value(assessment: Assessment, indicator: str, region: str, period: str) -> float:
    """An indicator's figure; the one the main index filled in where none is published."""
    own = assessment.panel.value(indicator, region, period)
    return own if own == own else imputed(assessment, indicator, region, period)


def imputed(assessment: Assessment, indicator: str, region: str, period: str) -> float:
    """The figure that the main index filled in, NaN where it did not."""
    result = assessment.main
    step = next((s for s in result.trace if s.name == "imputed"), None)
    if step is None or period not in result.periods or indicator not in result.steps.indicators:
        return float("nan")
    r, t = result.rows[region], result.periods.index(period)
    return float(step.values[r, t, result.steps.indicators.index(indicator)])


def standardised(result: Composite, indicator: str, region: str, period: str) -> float:
    """The standardised score of an indicator, 1 = the best seen."""
    r, t = result.rows[region], result.periods.index(period)
    return float(result.steps.standardised[r, t, result.steps.indicators.index(indicator)])


def best_member(result: Composite, indicator: str, period: str) -> str:
    """The member with the best standardised score of an indicator."""
    return max(result.members, key=lambda r: standardised(result, indicator, r, period))


def relative(first: float, last: float) -> float:
    """Change as a share of the first value; NaN from nothing."""
    return last / first - 1 if first else float("nan")


def codes(result: Composite) -> dict[str, str]:
    """Score code of each dimension id."""
    return result.framework.codes(result.code)


def tone(assessment: Assessment, region: str) -> str:
    """The style sheet's class of a region's hue: its position in the study."""
    members = assessment.main.members
    return f"region-{members.index(region) + 1}" if region in members and len(members) <= 3 else "ink"


def slug(region: str) -> str:
    """A region's id as it stands in an address."""
    return in_paths(region).lower()


def window(a: Assessment) -> tuple[str, ...]:
    """The periods that any index of the study looks at, up to the edition's."""
    used = {p for result in a.board.results.values() for p in result.periods}
    return tuple(p for p in a.panel.periods if p in used and p <= a.period)

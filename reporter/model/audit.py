"""How far the numbers can be trusted: what was varied, what came of it, how the figures hang together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Literal, NamedTuple

from reporter.model.panel import Floats
from reporter.model.plan import Alternative, Plan
from reporter.model.result import Composite

Quantity = Literal["order", "change", "gap"]
SURE = 0.95
"""The share of replicates from which on a conclusion is called robust: a one-sided 5 % error."""
RANKED = 5
"""With fewer members the audit speaks of scores, gaps and changes, never of ranks."""
AGAINST = -0.1
"""The correlation below which an indicator is said to go against others: nearer to 0 it goes neither way."""
QUIET = 0.05
"""The share of the index's variance under which what goes with an indicator is hardly seen in the index."""


@dataclass(frozen=True)
class Replicate:
    """One of the ways the index was computed: the alternative taken of each choice, and the weights."""

    number: int
    taken: Mapping[str, Alternative]
    weights: Mapping[str, float]


class Bounds(NamedTuple):
    """Of the replicates, the 5 %, 50 % and 95 % quantiles; three arrays of one shape."""

    low: Floats
    median: Floats
    high: Floats


@dataclass(frozen=True, eq=False)
class Uncertainty:
    """What the replicates give, by score code. r members, g groups, t periods; rows are members, then groups.

    scores: (r + g, t). ranks: (r, t), 1 = best. since: change from each period to the last, (r + g, t), the
    last column being 0. ahead: share of replicates in which the row's member is ahead of the column's in the
    last period, ties half, (r, r), of the main index. moved: share of members whose rank of the main index
    lies more than two places from the published one, on average over the replicates, by period (t,).
    alike: members from best to worst, those in one tuple not told apart. error: of the quantiles, at most.
    """

    members: tuple[str, ...]
    rows: tuple[str, ...]
    periods: tuple[str, ...]
    scores: Mapping[str, Bounds]
    ranks: Mapping[str, Bounds]
    since: Mapping[str, Bounds]
    ahead: Floats
    moved: Floats
    alike: tuple[tuple[str, ...], ...]
    error: float = 0.0

    def score(self, code: str, region: str, period: str) -> tuple[float, float]:
        """The interval of a score."""
        return self._cell(self.scores[code], self.rows, region, period)

    def rank(self, code: str, region: str, period: str) -> tuple[float, float]:
        """The interval of a member's rank."""
        return self._cell(self.ranks[code], self.members, region, period)

    def change(self, code: str, region: str, start: str) -> tuple[float, float]:
        """The interval of the change from `start` to the last period."""
        return self._cell(self.since[code], self.rows, region, start)

    def _cell(self, bounds: Bounds, rows: tuple[str, ...], region: str, period: str) -> tuple[float, float]:
        at = rows.index(region), self.periods.index(period)
        return float(bounds.low[at]), float(bounds.high[at])


@dataclass(frozen=True)
class Conclusion:
    """Something the report says of the main index, and how often it holds.

    order: `region` is ahead of `other` in `end`, `value` being the lead. change: `region` moved by `value`
    from `start` to `end`. gap: its distance to `other`, the leader, grew by `value`. low, high: the 5 % and
    95 % quantiles. holds: share of replicates with the sign of `value` (a tie counts half). by: the same
    share within each alternative of each choice. hangs_on: of one that is not robust, the factors with the
    largest total index of whether it holds, those within a tenth of the largest too.
    """

    quantity: Quantity
    region: str
    other: str
    start: str
    end: str
    value: float
    low: float
    high: float
    holds: float
    by: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    hangs_on: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["order", "tie", "closer", "farther", "rise", "fall", "flat"]:
        """What it says: who is ahead, how a region moved, or how its distance to the leader did."""
        if self.quantity == "order":
            return "order" if self.value else "tie"
        if self.quantity == "gap":
            return "farther" if self.value > 0 else "closer"
        return "rise" if self.value > 0 else "fall" if self.value < 0 else "flat"

    @property
    def robust(self) -> bool:
        """Whether it holds in all but a few of the replicates."""
        return self.holds >= SURE

    @property
    def varies_over(self) -> str | None:
        """The choice whose alternatives part the replicates most, by a tenth at least; None if none does."""
        apart = {id: max(shares.values()) - min(shares.values()) for id, shares in self.by.items() if shares}
        most = max(apart, key=apart.__getitem__, default=None)
        return most if most is not None and apart[most] >= 0.1 else None


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """Which choice the result hangs on. Outputs by name (`score.REGION`, `conclusion.N`, `shift`).

    first: share of an output's variance that goes if a factor is fixed on average; total: share that is left
    if all others are fixed; each an array over `factors`, NaN for an output that does not vary. exact: by
    enumeration, else estimated from `runs` evaluations.
    """

    factors: tuple[str, ...]
    first: Mapping[str, Floats]
    total: Mapping[str, Floats]
    exact: bool
    runs: int


@dataclass(frozen=True)
class LeftOut:
    """The main index without an indicator or dimension, in the last period.

    scores: by row; ranks: by member.
    """

    id: str
    scores: Mapping[str, float]
    ranks: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Together:
    """How the standardised values of some indicators go together: of a dimension, or of all.

    id: of the dimension or part, else the index's code. correlations: (n, n), pairwise over the cells both
    have; counts: how many; within: the same after taking out each region's mean; alpha: Cronbach's, of the
    values as standardised; eigenvalues of the correlations, largest first, and their shares; loadings: of the
    first component, their squares summing to 1. NaN where there is too little to tell.
    """

    id: str
    indicators: tuple[str, ...]
    correlations: Floats
    within: Floats
    counts: Floats
    alpha: float
    eigenvalues: Floats
    shares: Floats
    loadings: Floats


@dataclass(frozen=True, eq=False)
class Coherence:
    """How the framework hangs together, over all members and periods of the main index.

    dimensions: by id, each followed by its parts of two indicators or more; whole: all indicators; among: the
    dimensions' scores, their ids in the place of indicators. with_rest: correlation of each indicator with
    the mean of the others of its dimension, NaN where it has none. with_index: correlation of each indicator,
    dimension and part with the index; importance: its square, beside nominal and effective weights. against:
    indicators with_rest below −0.1; redundant: pairs of indicators with r > 0.92. skew, kurtosis: of the raw
    values; outlying: indicators with outliers. coverage: share of periods that have a figure which is not
    filled in, (regions, indicators).
    """

    dimensions: Mapping[str, Together]
    whole: Together
    among: Together
    with_rest: Mapping[str, float]
    nominal: Mapping[str, float]
    effective: Mapping[str, float]
    with_index: Mapping[str, float]
    importance: Mapping[str, float]
    against: tuple[str, ...]
    redundant: tuple[tuple[str, str, float], ...]
    skew: Mapping[str, float]
    kurtosis: Mapping[str, float]
    outlying: tuple[str, ...]
    coverage: Floats

    @property
    def falling(self) -> tuple[str, ...]:
        """The indicators that are worse where the index is higher."""
        return tuple(i for i in self.with_rest if self.with_index[i] < AGAINST)

    @property
    def quiet(self) -> tuple[str, ...]:
        """The indicators that weigh more than the median one and than they show: importance under 5 %."""
        middle = median(self.effective[i] for i in self.with_rest)
        heavy = (i for i in self.with_rest if round(self.effective[i] - middle, 9) > 0)
        return tuple(i for i in heavy if self.importance[i] < min(QUIET, self.effective[i]))


@dataclass(frozen=True, eq=False)
class Audit:
    """The whole audit of the main index; combinations: the index under each combination of the choices."""

    plan: Plan
    combinations: tuple[Composite, ...]
    uncertainty: Uncertainty
    conclusions: tuple[Conclusion, ...]
    sensitivity: Sensitivity
    left_out: tuple[LeftOut, ...]
    coherence: Coherence

    @property
    def ranked(self) -> bool:
        """Whether there are members enough to speak of ranks."""
        return len(self.uncertainty.members) >= RANKED

    @property
    def doubtful(self) -> tuple[Conclusion, ...]:
        """The conclusions that are not robust, the most doubtful first."""
        return tuple(sorted((c for c in self.conclusions if not c.robust), key=lambda c: c.holds))

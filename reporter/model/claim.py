"""Published claims and what the figures say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reporter.errors import Where
from reporter.model.unit import Text

Expect = Literal[
    "rises", "falls", "rises-every-period", "falls-every-period", "fluctuates", "steady", "highest", "lowest"
]
Measured = Literal["value", "change", "growth", "share"]
Verdict = Literal["confirmed", "refuted", "open"]


@dataclass(frozen=True)
class Claim:
    """What a publication says, in our own words, and how it is held against the figures.

    quantity: a score code, indicator or series, "" for one that no figure can judge; `why` then says why.
    windows: the periods that may be meant, each judged. expect: a course, an order in the last period, or a
    number: of the value there, its change over the window (%), its average growth (%), or the share in the
    sum of all members (%). tolerance: how far a number may lie from ours; of `steady` the widest spread, as a
    share of the mean.
    """

    id: str
    says: Text
    source: str
    section: str
    quantity: str = ""
    regions: tuple[str, ...] = ()
    windows: tuple[tuple[str, str], ...] = ()
    expect: Expect | float = "rises"
    measure: Measured = "value"
    tolerance: float = 0.0
    why: Text = field(default_factory=dict)
    where: Where = Where()


@dataclass(frozen=True)
class Case:
    """A region of a claim in one window: ours beside what is expected.

    measured: NaN where the claim is no number. low, high: the lowest and highest value there. steps: the
    periods that speak against a claim about every period, or in which what fluctuates falls, with the values
    before and there. missing: periods without a figure; undefined: a change or growth from 0; filled: whether
    it rests on a filled-in figure. broken: where a series breaks inside the window, "" if none does. within:
    the interval of a change that the audit cannot tell from none.
    """

    region: str
    start: str
    end: str
    first: float
    last: float
    holds: bool
    measured: float = float("nan")
    low: float = float("nan")
    high: float = float("nan")
    steps: tuple[tuple[str, float, float], ...] = ()
    missing: tuple[str, ...] = ()
    undefined: bool = False
    filled: bool = False
    broken: str = ""
    within: tuple[float, float] | None = None
    tested: bool = True


@dataclass(frozen=True)
class Order:
    """All members with their values in a period, the first first; holds: whether the claim's are the first,
    or the last; missing: members without a value.
    """

    period: str
    places: Mapping[str, float]
    holds: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A claim with its verdict: confirmed in every region and window, refuted in one at least, or open: no
    figures. `orders`: of a claim about an order, that at the end of each window.
    """

    claim: Claim
    verdict: Verdict
    cases: tuple[Case, ...] = ()
    orders: tuple[Order, ...] = ()

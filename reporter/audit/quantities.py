"""What the report concludes from the main index, as differences of scores: orders and changes."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from reporter.methods.rank import rank
from reporter.model.audit import RANKED, Quantity
from reporter.model.panel import Floats
from reporter.model.result import Composite


class Difference(NamedTuple):
    """The score at one row and period less that at another, or (gap) how far a distance grew."""

    quantity: Quantity
    region: str
    other: str
    start: str
    end: str

    def of(self, scores: Floats, main: Composite) -> Floats:
        """The difference, of scores (regions, periods, …)."""
        rows, last = main.rows, main.periods.index(self.end)
        if self.quantity == "gap":
            behind = scores[rows[self.other]] - scores[rows[self.region]]
            return np.asarray(behind[last] - behind[main.periods.index(self.start)])
        if self.quantity == "order":
            return np.asarray(scores[rows[self.region], last] - scores[rows[self.other], last])
        row = scores[rows[self.region]]
        return np.asarray(row[last] - row[main.periods.index(self.start)])


def differences(main: Composite) -> tuple[Difference, ...]:
    """Orders of members in the last period, changes of every row since the period before and the first, and
    of few members how their distance to the leader changed since the first.
    """
    return (*_orders(main), *_changes(main), *_gaps(main))


def in_order(main: Composite) -> list[str]:
    """The members that have a score in the last period, from best to worst."""
    last = main.values[main.code][: len(main.members), -1]
    return [main.members[r] for r in np.argsort(-last, kind="stable") if not np.isnan(last[r])]


def _orders(main: Composite) -> Iterator[Difference]:
    members, end = in_order(main), main.periods[-1]
    for n, region in enumerate(members):
        others = members[n + 1 :] if len(members) < RANKED else members[n + 1 : n + 2]
        yield from (Difference("order", region, other, end, end) for other in others)


def _changes(main: Composite) -> Iterator[Difference]:
    end, starts = main.periods[-1], dict.fromkeys((*main.periods[-2:-1], *main.periods[:1]))
    for start in starts:
        for region in main.regions if start != end else ():
            yield Difference("change", region, "", start, end)


def _gaps(main: Composite) -> Iterator[Difference]:
    start, end, members = main.periods[0], main.periods[-1], in_order(main)
    for region in members[1:] if start != end and len(members) < RANKED else ():
        yield Difference("gap", region, members[0], start, end)


def ranks(scores: Floats) -> Floats:
    """Ranks of members (axis 0), 1 = best, ties sharing the smallest; by comparing each with all others."""
    if len(scores) > 500:
        return rank(scores)
    found = np.empty(scores.shape)
    for r, own in enumerate(scores):
        found[r] = np.add.reduce(scores > own, axis=0, dtype=np.int16) + 1.0
    return np.where(np.isnan(scores), np.nan, found)

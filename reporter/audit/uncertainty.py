"""Intervals of scores, ranks and changes, and who can be told apart, from the replicates."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from reporter.audit.quantities import differences, in_order, ranks
from reporter.audit.space import Space
from reporter.methods.tally import of_counts, quantiles
from reporter.model.audit import SURE, Bounds, Uncertainty
from reporter.model.panel import Floats
from reporter.model.result import Composite

Counts = NDArray[np.int64]
ENDS = (1 - SURE, 0.5, SURE)
FAR = 2
"""Places a rank may move before it counts as moved."""


@dataclass(frozen=True, eq=False)
class Tallied:
    """What is counted over the replicates for the conclusions, in the order of `differences`.

    bounds: each (differences,). holds: sum of how far each has the published sign, by choice and alternative
    (differences, alternatives), `""` for all replicates; taken: replicates by the same.
    """

    bounds: Bounds
    holds: dict[str, Floats] = field(default_factory=dict)
    taken: dict[str, Floats] = field(default_factory=dict)


def uncertainty(space: Space) -> tuple[Uncertainty, Tallied]:
    """The intervals, and what the conclusions are told from."""
    main, n = space.main, space.plan.replicates
    replicates, counts = _replicates(space), _Counts(space)
    for u, values in replicates():
        counts.add(u, values)
    found, error = quantiles(lambda: (_cells(main, values) for _, values in replicates()), ENDS, n)
    sizes = [values.size for values in main.values.values()]
    parts = np.split(found, np.cumsum([*sizes, *(_earlier(v).size for v in main.values.values())]), axis=1)
    codes = list(main.values)
    scores = {
        code: Bounds(*part.reshape(3, *main.values[code].shape))
        for code, part in zip(codes, parts, strict=False)
    }
    since = {
        code: _ending(part, main.values[code].shape)
        for code, part in zip(codes, parts[len(codes) :], strict=False)
    }
    found_ranks = {code: Bounds(*of_counts(tally, ENDS)) for code, tally in counts.ranks.items()}
    ahead = counts.ahead / n
    told = Uncertainty(
        main.members,
        main.regions,
        main.periods,
        scores,
        found_ranks,
        since,
        ahead,
        counts.moved / n,
        alike(in_order(main), ahead, main.members),
        error,
    )
    return told, Tallied(Bounds(*parts[-1]), counts.holds, counts.taken)


class _Counts:
    """Sums over the blocks of replicates."""

    def __init__(self, space: Space) -> None:
        main = space.main
        self.space, self.differences = space, differences(main)
        members, periods = len(main.members), len(main.periods)
        self.ranks: dict[str, Counts] = {
            code: np.zeros((members, periods, members), np.int64) for code in main.values
        }
        self.ahead = np.zeros((members, members))
        self.moved = np.zeros(periods)
        self.signs = np.array([np.sign(d.of(main.values[main.code], main)) for d in self.differences])
        choices = {choice.id: len(choice.alternatives) for choice in space.plan.choices}
        self.holds = {id: np.zeros((len(self.differences), k)) for id, k in {"": 1, **choices}.items()}
        self.taken = {id: np.zeros(k) for id, k in {"": 1, **choices}.items()}

    def add(self, u: Floats, values: dict[str, Floats]) -> None:
        """Counts the replicates of a block."""
        main, members = self.space.main, len(self.space.main.members)
        for code, scores in values.items():
            places = ranks(scores[:members])
            _count(self.ranks[code], places)
            if code == main.code:
                away = np.abs(places - main.ranks(code)[:, :, None]) > FAR
                self.moved += away.mean(axis=0).sum(axis=-1)
        last = values[main.code][:members, -1]
        for r, own in enumerate(last):
            self.ahead[r] += (own > last).sum(axis=-1) + (own == last).sum(axis=-1) / 2
        self._hold(u, values[main.code])

    def _hold(self, u: Floats, scores: Floats) -> None:
        """Counts how often each difference has its published sign, ties half."""
        main, taken = self.space.main, self.space.taken(u)
        signs = np.array([np.sign(d.of(scores, main)) for d in self.differences]).reshape(-1, len(u))
        same = 1 - np.abs(signs - self.signs[:, None]) / 2
        self.holds[""] += same.sum(axis=1, keepdims=True)
        self.taken[""] += len(u)
        for k, choice in enumerate(self.space.plan.choices):
            one_of = taken[:, k, None] == np.arange(len(choice.alternatives))
            self.holds[choice.id] += same @ one_of
            self.taken[choice.id] += one_of.sum(axis=0)


def _count(counts: Counts, places: Floats) -> None:
    """Adds how often each member had each rank, (members, periods, ranks)."""
    known = ~np.isnan(places)
    rows = np.broadcast_to(
        np.arange(counts.shape[0] * counts.shape[1]).reshape(*counts.shape[:2], 1), known.shape
    )
    at = rows[known] * counts.shape[2] + places[known].astype(np.intp) - 1
    counts += np.bincount(at, minlength=counts.size).reshape(counts.shape)


def _replicates(space: Space) -> Callable[[], Iterator[tuple[Floats, dict[str, Floats]]]]:
    """The blocks of replicates with their scores, made anew for each pass unless one block holds them all."""
    if space.plan.replicates > space.at_once:
        return lambda: ((u, space.values(u)) for u in space.blocks())
    only = [(u, space.values(u)) for u in space.blocks()]
    return lambda: iter(only)


def _earlier(values: Floats) -> Floats:
    """All periods but the last."""
    return values[:, :-1]


def _cells(main: Composite, values: dict[str, Floats]) -> Iterator[Floats]:
    """Scores, changes from earlier periods to the last, and differences of a block, (cells, replicates)."""
    for scores in values.values():
        yield scores.reshape(-1, scores.shape[-1])
    for scores in values.values():
        yield (scores[:, -1:] - _earlier(scores)).reshape(-1, scores.shape[-1])
    for difference in differences(main):
        yield difference.of(values[main.code], main)[None]


def _ending(changes: Floats, shape: tuple[int, ...]) -> Bounds:
    """The bounds of the changes by row and period, the last one having none."""
    found = np.zeros((3, *shape))
    found[:, :, :-1] = changes.reshape(3, shape[0], -1)
    return Bounds(*found)


def alike(order: Sequence[str], ahead: Floats, members: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Members from best to worst, cut wherever all above are ahead of all below in 95 % of the replicates."""
    rows = [members.index(region) for region in order]
    groups: list[tuple[str, ...]] = []
    start = 0
    for n in range(1, len(order) + 1):
        if n == len(order) or (ahead[np.ix_(rows[:n], rows[n:])] >= SURE).all():
            groups.append(tuple(order[start:n]))
            start = n
    return tuple(groups)

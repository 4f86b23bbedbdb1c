"""The ways the index could have been computed: every combination of choices, and weights around each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from math import prod
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reporter.errors import Faults, fault
from reporter.methods.perturb import levels, perturbed, walk
from reporter.model.audit import Replicate
from reporter.model.panel import Floats
from reporter.model.plan import Alternative, Choice, Plan
from reporter.model.result import Composite

Indices = NDArray[np.intp]
ALL = 200_000_000
"""Bytes of scores that are kept all together; with what is made of them, about twice as many are in use."""
BLOCK = 2**25
"""Bytes of scores in one block, where there are more."""
MOST = 1_000
"""Combinations of choices that are scored in good time."""


class Score(Protocol):
    """Scores the main index anew."""

    def __call__(
        self, options: Mapping[str, Any], *, weights: Floats | None = None, without: tuple[str, ...] = ()
    ) -> Composite:
        """The index with these options set over the study's own; Faults where they cannot be."""
        ...


@dataclass(frozen=True, eq=False)
class Space:
    """The published index, and the index under each combination of choices, in the order of `product`.

    A replicate is a row of numbers u of 0–1: one for each choice, each indicator, each part or dimension.
    """

    main: Composite
    plan: Plan
    combinations: tuple[Composite, ...]
    columns: tuple[int, int, int]

    @property
    def shared(self) -> tuple[bool, bool]:
        """Whether some indicators share a dimension, and some dimensions or parts a whole: else no weight of
        that level can move.
        """
        nodes = list(walk(self.main.framework.tree(self.main.code)))
        return any(len(node.leaves) > 1 for node in nodes), any(len(node.parts) > 1 for node in nodes)

    @property
    def distinct(self) -> tuple[Composite, ...]:
        """The combinations that differ: an option that is idle under another alternative makes two alike."""
        found = {b"".join(v.tobytes() for v in one.values.values()): one for one in self.combinations}
        return tuple(found.values())

    def draws(self, start: int, count: int) -> Floats:
        """The numbers of replicates start, …, start + count − 1: the same whatever the block."""
        bits = np.random.PCG64(self.plan.seed)
        bits.advance(start * sum(self.columns))
        return np.random.Generator(bits).random((count, sum(self.columns)))

    def blocks(self) -> Iterator[Floats]:
        """The numbers of all replicates, in blocks that fit into memory."""
        for start in range(0, self.plan.replicates, self.at_once):
            yield self.draws(start, min(self.at_once, self.plan.replicates - start))

    @property
    def at_once(self) -> int:
        """Replicates in a block."""
        size = 8 * sum(values.size for values in self.main.values.values())
        return self.plan.replicates if self.plan.replicates * size <= ALL else max(BLOCK // size, 1)

    def taken(self, u: Floats) -> Indices:
        """Which alternative of each choice the replicates take, (replicates, choices)."""
        found = [
            np.searchsorted(np.cumsum(choice.probabilities)[:-1], u[:, k], side="right")
            for k, choice in enumerate(self.plan.choices)
        ]
        return np.array(found, dtype=np.intp).reshape(-1, len(u)).T

    def combination(self, taken: Indices) -> Indices:
        """The position of the combination that has these alternatives."""
        sizes = [len(choice.alternatives) for choice in self.plan.choices]
        places = np.cumprod([1, *reversed(sizes)])[-2::-1] if sizes else np.zeros(0, int)
        return np.asarray(taken @ places.astype(np.intp), dtype=np.intp)

    def weights(self, combination: int, u: Floats) -> Floats:
        """The weights of the indicators, (replicates, indicators), around those of a combination."""
        choices, indicators, _ = self.columns
        own, above = u[:, choices : choices + indicators], u[:, choices + indicators :]
        base, top = self.combinations[combination].steps.weights, self.main.framework.tree(self.main.code)
        return perturbed(base, top, own, above, self.plan.indicators, self.plan.dimensions)

    def values(self, u: Floats, *codes: str) -> dict[str, Floats]:
        """The scores of these codes, or of all, by code, (regions, periods, replicates)."""
        at, shape = self.combination(self.taken(u)), self.main.values[self.main.code].shape
        found = {code: np.empty((*shape, len(u))) for code in codes or self.main.values}
        for combination in np.unique(at):
            chosen = np.flatnonzero(at == combination)
            scored = self.combinations[combination].rescore(self.weights(combination, u[chosen]))
            for code, values in found.items():
                values[..., chosen] = scored[code]
        return found


def replay(space: Space, score: Score, number: int) -> tuple[Replicate, Composite]:
    """What replicate `number`, from 1, took, and the index scored with it, by the way of a report."""
    plan, main = space.plan, space.main
    u = space.draws(number - 1, 1)
    taken = space.taken(u)
    alternatives = [c.alternatives[k] for c, k in zip(plan.choices, taken[0], strict=True)]
    weights = space.weights(int(space.combination(taken)[0]), u)[0]
    told = Replicate(
        number,
        {c.id: a for c, a in zip(plan.choices, alternatives, strict=True)},
        dict(zip(main.steps.indicators, map(float, weights), strict=True)),
    )
    return told, score(_options(alternatives), weights=weights)


def _options(taken: Sequence[Alternative]) -> dict[str, Any]:
    """The options that the alternatives set together."""
    return reduce(lambda said, one: {**said, **one.options}, taken, dict[str, Any]())


def space_of(main: Composite, plan: Plan, score: Score) -> Space:
    """The space of a plan around the published index; Faults where a combination cannot be scored."""
    combinations = tuple(_scored(plan.choices, score))
    for one in combinations:
        if one.scale != main.scale:
            what = f"the audit's choices give '{main.code}' on two scales, which no interval can join"
            raise fault(plan.where, what, "keep to standardisations of one scale")
        if any((np.isnan(one.values[code]) != np.isnan(v)).any() for code, v in main.values.items()):
            what = f"the audit's choices leave scores of '{main.code}' missing in some ways and not in others"
            raise fault(plan.where, what, "keep to ways with gaps and thresholds that give the same scores")
    levelled = levels(main.framework.tree(main.code))
    return Space(main, plan, combinations, (len(plan.choices), *levelled))


def _scored(choices: tuple[Choice, ...], score: Score) -> Iterator[Composite]:
    many = prod(len(choice.alternatives) for choice in choices)
    if many > MOST:
        where = choices[0].where
        raise fault(where, f"the audit has {many} combinations of choices, over {MOST}", "take some out")
    for taken in product(*(choice.alternatives for choice in choices)):
        try:
            yield score(_options(taken))
        except Faults as faults:
            those = ", ".join(f"{c.id}: {a.id}" for c, a in zip(choices, taken, strict=True))
            raise Faults(
                replace(flaw, what=f"{flaw.what} (in the audit's {those})") for flaw in faults.flaws
            ) from None

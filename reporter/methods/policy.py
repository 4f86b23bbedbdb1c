"""The policy mix: which instruments regions use, how evenly, from which side, for which industries."""

import numpy as np
from numpy.typing import NDArray

from reporter.methods.inequality import Floats, Ints, Unusable, ZeroTotal, not_negative, shannon, shares

Bools = NDArray[np.bool_]
INSTRUMENTS = (
    "tertiary education",
    "technology development support",
    "funding",
    "financial support",
    "tax incentives",
    "extended services",
    "procurement",
    "regulation",
    "encouragement and advocacy",
)
SIDES = ("supply", "environment", "demand")
SIDE = np.array([0, 0, 0, 1, 1, 0, 2, 1, 1])  # of each instrument, after Rothwell & Zegveld 1981


class NotBacked(Unusable):
    """Cells with more detailed measures than actions."""


def coverage(region: Ints, instrument: Ints, *, regions: int, instruments: int = len(INSTRUMENTS)) -> Ints:
    """How often each region uses each instrument, (regions, instruments), from a list of actions.

    region and instrument: positions, one pair an action; IndexError beyond the ends.
    """
    counts = np.zeros((regions, instruments), dtype=np.intp)
    np.add.at(counts, (region, instrument), 1)
    return counts


def breadth(counts: Ints) -> Floats:
    """Share of the instruments in use: 0 none, 1 all; counts (…, instruments). Negative."""
    return np.asarray(np.mean(not_negative("counts", counts.astype(float)) > 0, axis=-1))


def balance(counts: Ints) -> Floats:
    """Normalised Shannon entropy of the mix: 0 one instrument, 1 all alike. ZeroTotal without actions."""
    return shannon(counts.astype(float), normalised=True)


def sides(counts: Ints, side: Ints = SIDE, *, n: int = len(SIDES)) -> Floats:
    """Shares of the n sides in the actions, summing to 1: counts (…, instruments) to (…, n).

    `side` gives each instrument's. ZeroTotal without actions. Rothwell & Zegveld 1981.
    """
    member = (side[:, None] == np.arange(n)).astype(float)
    return np.asarray(shares(counts.astype(float), "counts") @ member)


def tailoring(priorities: Bools, national: Bools) -> Floats:
    """Jaccard overlap of each list with the national one, 0–1: (…, industries) and (industries,) to (…).

    ZeroTotal where a list is empty: without a list nothing can be computed. Jaccard 1901.
    """
    both = (_list("priorities", priorities) & _list("national", national)).sum(-1)
    return np.asarray(both / (priorities | national).sum(-1))


def taken_from(priorities: Bools, national: Bools) -> Floats:
    """Share of each list that stands in the national one: 1 for a subset. Shapes, errors of `tailoring`."""
    both = (_list("priorities", priorities) & _list("national", national)).sum(-1)
    return np.asarray(both / priorities.sum(-1))


def emerging_share(emerging: Ints, upgraded: Ints) -> Floats:
    """Emerging industries among all priorities, 0–1, the rest being to be upgraded. ZeroTotal without any."""
    counts = np.stack(np.broadcast_arrays(emerging, upgraded), -1).astype(float)
    return np.asarray(shares(counts, "priorities")[..., 0])


def advocacy_without_measures(advocacy: Ints, detailed: Ints) -> Bools:
    """Where encouragement and advocacy stand without one detailed measure: counts of such actions and of
    those among them that are detailed, any shape. NotBacked where the second exceeds the first.
    """
    if np.any(detailed > advocacy):
        raise NotBacked("detailed", np.argwhere(detailed > advocacy))
    return np.asarray((advocacy > 0) & (detailed == 0))


def _list(argument: str, entries: Bools) -> Bools:
    empty = ~np.any(entries, axis=-1)
    if np.any(empty):
        raise ZeroTotal(argument, np.argwhere(empty))
    return entries

"""What the report concludes, with how often it holds and on which choice it hangs."""

from dataclasses import replace

import numpy as np

from reporter.audit.quantities import differences
from reporter.audit.space import Space
from reporter.audit.uncertainty import Tallied
from reporter.model.audit import Conclusion, Sensitivity

CLOSE = 0.1
"""Total indices this near to each other are not told apart: about what they are estimated to."""


def conclusions(space: Space, tallied: Tallied) -> tuple[Conclusion, ...]:
    """The orders and changes of the main index, each held against the replicates.

    One without a value, and one of exactly nothing (a tie, no change), says nothing and is left out.
    """
    main, found = space.main, []
    for n, d in enumerate(differences(main)):
        value = float(d.of(main.values[main.code], main))
        if np.isnan(value) or not value:
            continue
        by = {
            choice.id: {
                one.id: float(tallied.holds[choice.id][n, k] / tallied.taken[choice.id][k])
                for k, one in enumerate(choice.alternatives)
                if tallied.taken[choice.id][k]
            }
            for choice in space.plan.choices
        }
        low, _, high = (float(bound[n]) for bound in tallied.bounds)
        holds = float(tallied.holds[""][n, 0] / tallied.taken[""][0])
        found.append(Conclusion(*d, value, low, high, holds, by))
    return tuple(found)


def hanging(told: tuple[Conclusion, ...], found: Sensitivity) -> tuple[Conclusion, ...]:
    """The conclusions, each of those that are not robust with the factors that it hangs on."""
    return tuple(replace(c, hangs_on=_factors(found, f"holds.{n}")) for n, c in enumerate(told))


def _factors(found: Sensitivity, output: str) -> tuple[str, ...]:
    total = found.total.get(output)
    if total is None or not total.size or np.isnan(total).all():
        return ()
    order = np.argsort(-total, kind="stable")
    return tuple(found.factors[k] for k in order if total[k] >= total[order[0]] - CLOSE)

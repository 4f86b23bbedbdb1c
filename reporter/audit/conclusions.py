"""What the report concludes, with how often it holds and on which choice it hangs."""

import numpy as np

from reporter.audit.quantities import differences
from reporter.audit.space import Space
from reporter.audit.uncertainty import Tallied
from reporter.model.audit import Conclusion


def conclusions(space: Space, tallied: Tallied) -> tuple[Conclusion, ...]:
    """The orders and changes of the main index, each held against the replicates; those without a value left
    out.
    """
    main, found = space.main, []
    for n, d in enumerate(differences(main)):
        value = float(d.of(main.values[main.code], main))
        if np.isnan(value):
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

"""Which choice the scores and conclusions hang on: Sobol indices of the choices and of the weights."""

import numpy as np

from reporter.audit.quantities import Difference, ranks
from reporter.audit.space import Space
from reporter.methods.sobol import design, enumerated, estimated
from reporter.model.audit import RANKED, Conclusion, Sensitivity
from reporter.model.panel import Floats

POINTS = 4096
"""Points of the design."""
Told = tuple[Difference, ...]
LEVELS = ("indicators", "dimensions")
"""The names of the two factors that are no choices: weights inside dimensions, and of dimensions."""


def sensitivity(space: Space, conclusions: tuple[Conclusion, ...]) -> Sensitivity:
    """Sobol indices: exact by enumeration where weights stand fixed, else estimated."""
    plan, (choices, indicators, parts) = space.plan, space.columns
    told = tuple(Difference(c.quantity, c.region, c.other, c.start, c.end) for c in conclusions)
    doubtful = [n for n, c in enumerate(conclusions) if not c.robust]
    names = _outputs(space, told, doubtful)
    loose = [
        bool(share) and many
        for share, many in zip((plan.indicators, plan.dimensions), space.shared, strict=True)
    ]
    factors = [choice.id for choice in plan.choices] + [n for n, on in zip(LEVELS, loose, strict=True) if on]
    if not any(loose):
        grid = [one.probabilities for one in plan.choices]
        outputs = _enumerated(space, told, doubtful).reshape(*(len(p) for p in grid), -1)
        found, runs = enumerated(outputs, grid), len(space.combinations)
    else:
        columns = [*range(choices), *[choices] * indicators, *[choices + loose[0]] * parts]
        kept = [n for n, k in enumerate(columns) if n < choices or loose[n >= choices + indicators]]
        points = design(POINTS, [columns[n] for n in kept], plan.seed)
        found = estimated(*(_at(space, told, doubtful, u, kept) for u in points))
        runs = POINTS * (len(factors) + 2)
    first, total = (dict(zip(names, part.T, strict=True)) for part in found)
    return Sensitivity(tuple(factors), first, total, not any(loose), runs)


def _outputs(space: Space, told: Told, doubtful: list[int]) -> list[str]:
    """The names of the outputs, in order."""
    shift = ["shift"] if len(space.main.members) >= RANKED else []
    return [
        *(f"score.{r}" for r in space.main.regions),
        *(f"conclusion.{n}" for n in range(len(told))),
        *(f"holds.{n}" for n in doubtful),
        *shift,
    ]


def _measured(space: Space, scores: Floats, told: Told, doubtful: list[int]) -> Floats:
    """The outputs of replicates, (replicates, outputs), from the scores of the main index."""
    main = space.main
    moved = [d.of(scores, main) for d in told]
    signs = [np.sign(told[n].of(main.values[main.code], main)) for n in doubtful]
    holds = [1 - np.abs(np.sign(moved[n]) - sign) / 2 for n, sign in zip(doubtful, signs, strict=True)]
    found = [*scores[:, -1], *moved, *holds]
    if len(main.members) >= RANKED:
        places = ranks(scores[: len(main.members), -1])
        found.append(np.nanmean(np.abs(places - main.ranks(main.code)[:, -1:]), axis=0))
    return np.stack(found, axis=-1)


def _enumerated(space: Space, told: Told, doubtful: list[int]) -> Floats:
    code = space.main.code
    scores = np.stack([one.values[code] for one in space.combinations], axis=-1)
    return _measured(space, scores, told, doubtful)


def _at(space: Space, told: Told, doubtful: list[int], u: Floats, kept: list[int]) -> Floats:
    """The outputs at points of the design, whose columns are the kept ones; others stand in the middle."""
    whole = np.full((*u.shape[:-1], sum(space.columns)), 0.5)
    whole[..., kept] = u
    flat, code = whole.reshape(-1, whole.shape[-1]), space.main.code
    outputs = np.empty((len(flat), len(_outputs(space, told, doubtful))))
    for block in np.array_split(np.arange(len(flat)), len(flat) // space.at_once + 1):
        outputs[block] = _measured(space, space.values(flat[block], code)[code], told, doubtful)
    return outputs.reshape(*u.shape[:-1], -1)

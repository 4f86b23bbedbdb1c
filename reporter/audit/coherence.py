"""How the framework hangs together: which indicators go together, which pull apart, which weigh as meant."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from reporter.methods.coherence import Pairs, alpha, components, correlation, pairs, with_rest, within
from reporter.methods.treat import moments, passes
from reporter.model.audit import AGAINST, Coherence, Together
from reporter.model.panel import Floats, Panel
from reporter.model.result import Composite

REDUNDANT = 0.92
"""The correlation above which the JRC's audits ask whether two indicators say the same."""


def coherence(main: Composite, panel: Panel) -> Coherence:
    """Correlations of the main index's standardised values and scores, and the shape of its raw values.

    panel: the raw values in the window of the index.
    """
    x, names = main.steps.standardised, main.steps.indicators
    sets = {d.id: [names.index(i) for i in d.indicators] for d in main.framework.scored(main.code).values()}
    inside = [sets[d.id] for d in main.framework.dimensions]
    every, apart = pairs(x), pairs(within(x)).correlations
    rest = {names[j]: r for at in inside for j, r in zip(at, with_rest(x[..., at]).tolist(), strict=True)}
    raw, r = moments(panel.values), _with_index(main)
    return Coherence(
        dimensions={id: _together(id, names, every, apart, sets[id]) for id in _shown(main)},
        whole=_together(main.code, names, every, apart, range(len(names))),
        among=_among(main),
        with_rest={i: rest[i] for i in names},
        nominal=_shares(main.steps.weights, names, sets),
        effective=_shares(main.steps.effective, names, sets),
        with_index=r,
        importance={id: one**2 for id, one in r.items()},
        against=tuple(i for i in names if rest[i] < AGAINST),
        redundant=tuple(_redundant(names, every.correlations)),
        skew=dict(zip(panel.indicators, raw.skew.tolist(), strict=True)),
        kurtosis=dict(zip(panel.indicators, raw.kurtosis.tolist(), strict=True)),
        outlying=tuple(i for i, passed in zip(panel.indicators, passes(raw), strict=True) if not passed),
        coverage=np.asarray((~np.isnan(panel.values) & ~panel.filled).mean(axis=1)),
    )


def _shown(main: Composite) -> Iterator[str]:
    """Each dimension, followed by its parts that have indicators to compare."""
    for d in main.framework.scored(main.code).values():
        if d in main.framework.dimensions or len(d.indicators) > 1:
            yield d.id


def _together(id: str, names: Sequence[str], every: Pairs, apart: Floats, at: Sequence[int]) -> Together:
    """The indicators at these positions, out of what is known of all."""
    square = np.ix_(at, at)
    correlations = every.correlations[square]
    return Together(
        id,
        tuple(names[j] for j in at),
        correlations,
        apart[square],
        every.counts[square],
        alpha(every.covariances[square]),
        *components(correlations),
    )


def _among(main: Composite) -> Together:
    """The scores of the dimensions, as if they were indicators."""
    codes = main.framework.codes(main.code)
    scores = np.stack([_members(main, code) for code in codes.values()], axis=-1)
    apart = pairs(within(scores)).correlations
    return _together(main.code, tuple(codes), pairs(scores), apart, range(len(codes)))


def _members(main: Composite, code: str) -> Floats:
    return main.values[code][: len(main.members)]


def _shares(weights: Floats, names: Sequence[str], sets: Mapping[str, list[int]]) -> dict[str, float]:
    """The weight of each indicator, and of each dimension and part the sum."""
    own = dict(zip(names, weights.tolist(), strict=True))
    return own | {id: float(weights[at].sum()) for id, at in sets.items()}


def _with_index(main: Composite) -> dict[str, float]:
    """The correlation of each indicator, dimension and part with the index.

    Its square is the importance of Paruolo, Saisana & Saltelli 2013, the linear case.
    """
    codes = {d.id: code for code, d in main.framework.scored(main.code).items()}
    scores = np.stack([_members(main, code) for code in codes.values()], axis=-1)
    each = np.concatenate([main.steps.standardised, scores], axis=-1)
    r = correlation(each, _members(main, main.code)[..., None])
    return dict(zip((*main.steps.indicators, *codes), r.tolist(), strict=True))


def _redundant(names: Sequence[str], correlations: Floats) -> Iterator[tuple[str, str, float]]:
    """Pairs of indicators, of one dimension or of two, that say nearly the same."""
    for j, k in combinations(range(len(names)), 2):
        if correlations[j, k] > REDUNDANT:
            yield names[j], names[k], float(correlations[j, k])

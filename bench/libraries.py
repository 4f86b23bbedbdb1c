"""TOPSIS of the libraries that this machine has, a call a year as neither knows panels."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Method = Callable[[Floats, Floats], Floats]


def found() -> dict[str, Method]:
    """The libraries installed; those missing are told."""
    methods: dict[str, Method] = {}
    for name, make in (("pymcdm", _pymcdm), ("scikit-criteria", _scikit_criteria)):
        try:
            methods[name] = make()
        except ImportError:
            print(f"{name}: not installed, left out")
    return methods


def _pymcdm() -> Method:
    from pymcdm.methods import TOPSIS
    from pymcdm.normalizations import max_normalization

    method = TOPSIS(max_normalization)

    def scores(values: Floats, weights: Floats) -> Floats:
        benefit = np.ones(len(weights))
        years = [method(values[:, t], weights, benefit) for t in range(values.shape[1])]
        return np.stack(years, axis=1)

    return scores


def _scikit_criteria() -> Method:
    from skcriteria import mkdm
    from skcriteria.agg.topsis import TOPSIS
    from skcriteria.pipelines import mkpipe
    from skcriteria.preprocessing.scalers import MaxAbsScaler

    pipe = mkpipe(MaxAbsScaler(target="matrix"), TOPSIS())

    def scores(values: Floats, weights: Floats) -> Floats:
        benefit = [max] * len(weights)
        years = [pipe.evaluate(mkdm(values[:, t], benefit, weights=weights)) for t in range(values.shape[1])]
        return np.stack([year.e_.similarity for year in years], axis=1)

    return scores

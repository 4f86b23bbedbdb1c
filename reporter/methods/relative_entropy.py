"""The terms of a relative entropy."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def rel_entr(a: Floats, b: Floats | float) -> Floats:
    """a ln(a/b) by cell: 0 where a is 0, infinite where b alone is."""
    from scipy import special  # takes long to load, and a build of which figures stand never asks for it

    return np.asarray(special.rel_entr(a, b))

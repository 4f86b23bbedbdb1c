"""Panel → Result: a thin index over methods, returning its steps."""

from collections.abc import Callable

from reporter.indices.convergence import beta_convergence, sigma_convergence
from reporter.indices.copeland import copeland
from reporter.indices.coupling import coupling
from reporter.indices.disparity import disparity
from reporter.indices.edas import edas
from reporter.indices.efficiency import efficiency
from reporter.indices.grey_relational import grey_relational
from reporter.indices.ideal_solution import ideal_solution
from reporter.indices.industry import advancement, rationalisation, upgrading
from reporter.indices.obstacle import obstacle
from reporter.indices.over_time import drawdown, growth, volatility
from reporter.indices.overlap import overlap
from reporter.indices.policy import balance, breadth, coverage
from reporter.indices.spatial import morans_i
from reporter.indices.specialisation import (
    concentration_multiple,
    echelon_ratio,
    hhi,
    krugman,
    location_quotient,
)
from reporter.indices.stages import stages
from reporter.indices.structure_change import lilien, moore
from reporter.indices.vikor import vikor
from reporter.indices.waspas import waspas
from reporter.indices.weighted_mean import weighted_mean
from reporter.model.result import Result

# What draws on an earlier index or on series that its options name, not on the framework's indicators.
NAMED: dict[str, Callable[..., Result]] = {
    "coupling": coupling,
    "obstacle": obstacle,
    "growth": growth,
    "stages": stages,
    "volatility": volatility,
    "drawdown": drawdown,
    "rationalisation": rationalisation,
    "upgrading": upgrading,
    "advancement": advancement,
    "moore": moore,
    "lilien": lilien,
    "disparity": disparity,
    "sigma-convergence": sigma_convergence,
    "beta-convergence": beta_convergence,
    "location-quotient": location_quotient,
    "krugman": krugman,
    "concentration-multiple": concentration_multiple,
    "hhi": hhi,
    "echelon-ratio": echelon_ratio,
    "overlap": overlap,
    "morans-i": morans_i,
    "efficiency": efficiency,
    "coverage": coverage,
    "breadth": breadth,
    "balance": balance,
}

INDICES: dict[str, Callable[..., Result]] = {
    "ideal-solution": ideal_solution,
    "weighted-mean": weighted_mean,
    "copeland": copeland,
    "vikor": vikor,
    "grey-relational": grey_relational,
    "waspas": waspas,
    "edas": edas,
    **NAMED,
}

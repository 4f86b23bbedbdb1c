"""Panel → Result: a thin index over methods, returning its steps."""

from collections.abc import Callable

from reporter.indices.ideal_solution import ideal_solution
from reporter.model.result import Result

INDICES: dict[str, Callable[..., Result]] = {"ideal-solution": ideal_solution}

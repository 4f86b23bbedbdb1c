"""What a formula cannot take, told with the region, the period, the series and the line of its figure."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from reporter.errors import Faults, Flaw, Where, fault
from reporter.indices.draw import at
from reporter.methods.convergence import Constant
from reporter.methods.coupling import OutOfBounds
from reporter.methods.inequality import Negative, NotAboveZero, TooFew, Unusable, ZeroTotal
from reporter.methods.spatial import NoNeighbour, OwnNeighbour
from reporter.model.result import Given


@dataclass(frozen=True)
class Cells:
    """What the axes of an input run over (region, period, name), in order, and what is the same in all."""

    axes: Mapping[str, tuple[str, ...]]
    option: str = "of"
    same: Mapping[str, str] = field(default_factory=dict)

    def place(self, index: Sequence[int]) -> dict[str, str]:
        """Region, period and name of a cell, as far as they are known."""
        axes = zip(self.axes.values(), index, strict=False)
        return {**self.same, **dict(zip(self.axes, (labels[i] for labels, i in axes), strict=False))}


@contextmanager
def usable(given: Given, counted: str = "regions", /, **inputs: Cells) -> Iterator[None]:
    """Inside, what a method refuses becomes Faults; `inputs` says where the cells of each argument lie."""
    try:
        yield
    except Unusable as error:
        cells = inputs.get(error.argument) or next(iter(inputs.values()))
        raise Faults(_flaws(given, error, cells)) from None
    except Constant as error:
        cells = inputs.get(error.argument) or next(iter(inputs.values()))
        what = f"index '{given.spec.code}': {_where(cells.same)} is the same in all regions"
        raise fault(at(given, cells.option), what, "name another series, or change the periods") from None
    except TooFew as error:
        what = f"index '{given.spec.code}' needs {error.least} {counted} or more and has {error.n}"
        raise fault(given.spec.where, what, f"give it more {counted}, or take it out") from None


def _flaws(given: Given, error: Unusable, cells: Cells) -> Iterator[Flaw]:
    """One flaw for each cell; a group is told of only where no member is to blame."""
    places = [cells.place(index) for index in error.cells.tolist()]
    own = [p for p in places if p.get("region") in given.whole.regions]
    for place in own or places:
        where = _origin(given, place) or at(given, cells.option)
        what, mend = _mend(error)
        yield Flaw(where, f"index '{given.spec.code}': {_where(place)} {what}", mend)


def _mend(error: Unusable) -> tuple[str, str]:
    """What is wrong with a cell, and how to mend it: the two halves of a Flaw."""
    match error:
        case Negative():
            return "is below 0", "mend the figure, or name another series"
        case NotAboveZero():
            return "is not above 0", "mend the figure, or leave it out of the index"
        case ZeroTotal():
            return "is 0 in sum, so that there are no shares", "mend the figures, or leave them out"
        case OutOfBounds():
            return "does not lie within 0–1", "name an index whose scores do"
        case NoNeighbour():
            return "has no neighbour", "add one to neighbours:"
        case OwnNeighbour():
            return "is its own neighbour", "take it out of neighbours:"
    return "is missing", "add the figure"


def _where(place: Mapping[str, str]) -> str:
    """`'gdp' of Hebei, 2020`, as far as it is known."""
    name, region, period = (place.get(axis, "") for axis in ("name", "region", "period"))
    names = ", ".join(f"'{one}'" for one in name.split(", ")) if name else ""
    around = ", ".join(filter(None, (region, period)))
    return f"{names} of {around}" if names and around else names or around


def _origin(given: Given, place: Mapping[str, str]) -> Where | None:
    """The line of the figure, or of the first series behind an indicator."""
    name, key = place.get("name", ""), (place.get("region", ""), place.get("period", ""))
    if name in given.study.indicators:
        name = given.study.indicators[name].value.names[0]
    found = given.whole.series[name].origins.get(key) if name in given.whole.series else None
    return found.where if found else None

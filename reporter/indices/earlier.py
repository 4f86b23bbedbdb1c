"""An index over a framework that stands before this one."""

from reporter.errors import did_you_mean, fault
from reporter.indices.draw import at
from reporter.model.period import ranges
from reporter.model.result import Composite, Given


def composite(given: Given, of: str) -> tuple[Composite, list[int]]:
    """The index, the first where `of` is empty, and where the periods of this one lie in it."""
    there = {code: one for code, one in given.earlier.items() if isinstance(one, Composite)}
    name, who = of or next(iter(there), ""), f"index '{given.spec.code}'"
    if not name:
        what = f"{who} is computed from an index over a framework, and none stands before it"
        raise fault(given.spec.where, what, "put one before it")
    if name not in there:
        what = f"{who}: no earlier index over a framework is called '{name}'"
        raise fault(at(given, "of"), what, did_you_mean(name, there))
    found, periods = there[name], given.panel.periods
    beyond = [p for p in periods if p not in found.periods]
    if beyond:
        what = f"{who} runs over {ranges(beyond)}, and '{name}' does not"
        mend = f"choose periods within {found.periods[0]}–{found.periods[-1]}"
        raise fault(at(given, "periods"), what, mend)
    return found, [found.periods.index(p) for p in periods]

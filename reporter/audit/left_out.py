"""The main index without each of its indicators and dimensions."""

from reporter.audit.space import Score
from reporter.errors import Faults
from reporter.model.audit import LeftOut
from reporter.model.result import Composite


def left_out(main: Composite, score: Score) -> tuple[LeftOut, ...]:
    """Scores and ranks of the last period, without one dimension, then without one indicator.

    What leaves nothing, or nothing that can be scored, is not left out.
    """
    dimensions = [(d.id, d.indicators) for d in main.framework.dimensions]
    singles = [(i, (i,)) for i in main.steps.indicators]
    found = (_without(main, id, those, score) for id, those in [*dimensions, *singles])
    return tuple(one for one in found if one)


def _without(main: Composite, id: str, those: tuple[str, ...], score: Score) -> LeftOut | None:
    if len(those) == len(main.steps.indicators):
        return None
    try:
        one = score({}, without=those)
    except Faults:
        return None
    last, places = one.values[one.code][:, -1], one.ranks(one.code)[:, -1]
    return LeftOut(
        id,
        dict(zip(one.regions, map(float, last), strict=True)),
        dict(zip(one.members, map(float, places), strict=True)),
    )

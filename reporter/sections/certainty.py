"""What the audit leaves of a number: changes told from none, regions told apart, intervals in print.

A change is to the edition's period, and of the main index, its dimensions or parts: the audit has no other.
"""

from dataclasses import replace

from reporter.methods.growth import Drawdown, drawdown
from reporter.model.assessment import Assessment
from reporter.model.audit import SURE
from reporter.model.document import Cell, Paragraph, Ref
from reporter.model.words import Words
from reporter.sections.facts import Change, change, crowded, moving, stride

NAMED = 3


def moved(a: Assessment, code: str, region: str, start: str | None = None) -> Change:
    """A score in `start`, the first period unless said, and in the edition's; the change's interval."""
    plain = change(a.main, code, region, start)
    low, high = a.spread(code, region, plain.start)
    return plain._replace(low=low, high=high, sure=a.sure(code, region, plain.start))


def risen(a: Assessment, code: str, start: str | None = None) -> list[str]:
    """The members whose rise is told from none."""
    return [r for r in a.main.members if moved(a, code, r, start).trend == "rise"]


def fallen(a: Assessment, code: str, start: str | None = None) -> list[str]:
    """The members whose fall is told from none."""
    return [r for r in a.main.members if moved(a, code, r, start).trend == "fall"]


def grown(a: Assessment) -> Change | None:
    """Of the members that rose for certain, the one that came furthest, see `stride`."""
    found = [moved(a, a.main.code, r) for r in risen(a, a.main.code)]
    return max(found, key=lambda c: stride(a.main, c), default=None)


def sunk(a: Assessment) -> tuple[str, Drawdown]:
    """The member with the deepest fall from its own peak; one to the edition's period must be sure."""
    falls = {r: _sunk(a, r) for r in a.main.members}
    region = max(falls, key=lambda r: falls[r].depth)
    return region, falls[region]


def _sunk(a: Assessment, region: str) -> Drawdown:
    """The deepest fall, that of the periods before where the last period's is within its uncertainty."""
    line, result = a.main.line(a.main.code, region), a.main
    found = drawdown(line, share=result.zero)
    if not found.depth or result.periods[found.trough] != a.period:
        return found
    sure = a.sure(result.code, region, result.periods[found.peak])
    return found if sure else drawdown(line[:-1], share=result.zero)


def beside(a: Assessment, region: str) -> list[str]:
    """The members not told apart from one: neither is ahead in all but a few of the ways."""
    found = a.audit.uncertainty
    if not a.varied or region not in found.members:
        return []
    ahead = found.ahead[found.members.index(region)]
    near = zip(found.members, ahead, strict=True)
    return [r for r, share in near if r != region and 1 - SURE < share < SURE]


def told_apart(a: Assessment, words: Words, region: str, others: list[str] | None = None) -> str:
    """That a region is not told apart from those it is not told apart from, or from some; "" if from all."""
    near = [r for r in beside(a, region) if others is None or r in others]
    if not near:
        return ""
    key = "few" if len(near) <= NAMED else "many"
    return words(f"certainty.alike.{key}", regions=[region, *near], region=region, n=len(near))


def pairs(a: Assessment, words: Words) -> str:
    """Of few members, those not told apart, group by group; "" where all are."""
    if crowded(a) or not a.varied:
        return ""
    groups = [group for group in a.audit.uncertainty.alike if len(group) > 1]
    return words.paragraph(_group(a, words, group) for group in groups)


def _group(a: Assessment, words: Words, group: tuple[str, ...]) -> str:
    """That none of a group are told apart, or not all of them."""
    none = all(set(group) - {r} <= set(beside(a, r)) for r in group)
    return words(f"certainty.alike.{'few' if none else 'group'}", regions=list(group))


def span(a: Assessment, words: Words, code: str, region: str) -> str:
    """The interval of a score of the edition's period, "" where there is none."""
    found = a.audit.uncertainty
    if not a.varied or code not in found.scores:
        return ""
    low, high = found.score(code, region, a.period)
    return words("certainty.span", low=low, high=high) if low == low else ""


def places(a: Assessment, words: Words, code: str, region: str, period: str = "") -> str:
    """The interval of a member's rank, one number where both ends agree; "" where ranks are not spoken of."""
    found = a.audit.uncertainty
    if not (a.varied and a.audit.ranked and code in found.ranks):
        return ""
    ends = found.rank(code, region, period or a.period)
    printed = dict.fromkeys(words.number(v, 0) for v in ends if v == v)
    return words("labels.dash").join(printed)


def between(words: Words, c: Change) -> str:
    """The interval of a change, "" where there is none."""
    return words("certainty.between", low=c.low, high=c.high) if c.low == c.low else ""


def with_span(a: Assessment, words: Words, cell: Cell, code: str, region: str) -> Cell:
    """A score's cell with its interval below."""
    return replace(cell, small=span(a, words, code, region))


def note(a: Assessment, words: Words) -> tuple[Paragraph, ...]:
    """What the intervals are, and where they are explained; nothing where there are none."""
    if not a.varied:
        return ()
    said = [words("certainty.note", n=a.audit.plan.replicates)]
    said += [words("certainty.zero")] if moving(a) else []
    return (Paragraph(words.paragraph(said), "note", see=(Ref("audit"),)),)

"""What became of the advice of the period before: a row for each measure."""

from collections import Counter
from collections.abc import Iterator

from reporter.model.advice import FollowUp, Watched
from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows, Table
from reporter.model.unit import Quantity
from reporter.model.words import Words
from reporter.sections.cells import column

MOST = 5
"""Rows of the table: the measures that stood first."""


def follow_up(a: Assessment, words: Words) -> tuple[Table, ...]:
    """The measures advised for the period before, what their indicators did since and what is left of the
    problems; none in the first period.
    """
    if not a.follow_up:
        return ()
    count = min(MOST, len(a.follow_up))
    facts = {"before": a.before, "end": a.period, "n": count, "all": len(a.follow_up)}
    names = ("measure", "watched", "left")
    head = tuple(column(words(f"recommendations.follow_up.{name}", **facts)) for name in names)
    rows = tuple(_row(a, words, one) for one in a.follow_up[:count])
    return (
        Table(
            "table-follow-up",
            words("recommendations.follow_up.title", **facts),
            words("recommendations.follow_up.detail", **facts),
            (head,),
            (Rows(rows),),
            note=words("recommendations.follow_up.note", **facts),
            style="chain follow",
        ),
    )


def _row(a: Assessment, words: Words, one: FollowUp) -> tuple[Cell, ...]:
    join = words("recommendations.join")
    status = Counter(f.status for f in one.left)
    gone = len(one.answers) - len(one.left)
    told = [words(f"recommendations.follow_up.status.{name}", n=n) for name, n in status.items() if name]
    told += [words("recommendations.follow_up.status.resolved", n=gone)] if gone else []
    moved = join.join(_watched(a, words, one)) or words("recommendations.follow_up.unwatched")
    return (
        Cell(words.text(one.measure.title), head="row"),
        Cell(moved),
        Cell(join.join(told), small=_of(words, len(one.answers))),
    )


def _of(words: Words, count: int) -> str:
    return words(
        "recommendations.follow_up.of_one" if count == 1 else "recommendations.follow_up.of", n=count
    )


def _watched(a: Assessment, words: Words, one: FollowUp) -> Iterator[str]:
    """Each indicator with what it did region by region."""
    by: dict[str, list[Watched]] = {}
    for watched in one.watched:
        by.setdefault(watched.indicator, []).append(watched)
    for indicator, found in by.items():
        each = words("labels.comma").join(_moved(a, words, w) for w in found)
        yield words("recommendations.follow_up.indicator", indicator=indicator, each=each)


def _moved(a: Assessment, words: Words, w: Watched) -> str:
    unit = a.study.indicators[w.indicator]
    then, now = (Quantity(value, unit.unit, unit.decimals) for value in (w.then, w.now))
    return words(f"recommendations.follow_up.moved.{w.moved}", region=w.region, then=then, now=now)

"""Key messages of where regions stand: the leader, the score that parts them most, the climber, the gaps."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.document import GRID, Figure, Message, Ref
from reporter.model.words import Words
from reporter.sections.certainty import places, told_apart
from reporter.sections.facts import leaves, placed

Draw = Callable[..., Figure]
ENDS = 5


def leader(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """Who stands first, who follows, and how far the last is behind."""
    result = a.main
    own = {r: result.score(result.code, r, a.period) for r in placed(result, result.code)}
    known = [r for r, value in own.items() if value == value]
    if len(known) < 2:
        return
    facts = {
        "leader": known[0],
        "score": own[known[0]],
        "second": known[1],
        "next": own[known[1]],
        "ahead": own[known[0]] - own[known[1]],
        "last": known[-1],
        "least": own[known[-1]],
        "period": a.period,
        "n": len(known),
    }
    yield Message(
        words("messages.leader.value", **facts),
        words("messages.leader.unit", **facts),
        words("messages.leader.heading", **facts),
        words.paragraph([words("messages.leader.text", **facts), told_apart(a, words, known[0])]),
        figures("ranking", ends=ENDS, width=GRID[7]),
        Ref("ranking"),
        "ink",
    )


def apart(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The part in which first and last lie farthest apart."""
    result = a.main
    parts = leaves(result)
    if len(parts) < 2:
        return
    values = {c: result.values[c][: len(result.members), result.periods.index(a.period)] for c in parts}
    spans = {c: float(np.nanmax(v) - np.nanmin(v)) for c, v in values.items()}
    code = max(spans, key=spans.__getitem__)
    first, last = (result.members[int(f(values[code]))] for f in (np.nanargmax, np.nanargmin))
    narrow = min(spans, key=spans.__getitem__)
    facts = {
        "part": code,
        "span": spans[code],
        "first": first,
        "last": last,
        "most": result.score(code, first, a.period),
        "least": result.score(code, last, a.period),
        "narrow": narrow,
        "narrowest": spans[narrow],
    }
    top = code.partition("-")[0]
    dimension = next(d for d, c in result.framework.codes(result.code).items() if c in (top, code))
    yield Message(
        words("messages.apart.value", **facts),
        words("messages.apart.unit", **facts),
        words("messages.apart.heading", **facts),
        words("messages.apart.text", **facts),
        figures("lollipop", code=code, ends=ENDS, width=GRID[7]),
        Ref(f"part-{code.lower()}" if "-" in code else f"dimension-{dimension}"),
        "ink",
    )


def climber(a: Assessment, figures: Draw, words: Words) -> Iterator[Message]:
    """The region that gained most places over the whole window, and the one that lost most; those first whose
    places at both ends are told apart.
    """
    result, ranks = a.main, a.main.ranks(a.main.code)
    if a.before is None:
        return
    moved = dict(zip(result.members, ranks[:, 0] - ranks[:, -1], strict=True))
    sure = {r: n for r, n in moved.items() if a.parted(r)}
    up, down = (f(sure or moved, key=moved.__getitem__) for f in (max, min))
    if not moved[up] > 1:
        return
    place = {r: (ranks[k, 0], ranks[k, -1]) for k, r in enumerate(result.members)}
    facts = {
        "up": up,
        "down": down,
        "places": moved[up],
        "from_": place[up][0],
        "to": place[up][1],
        "down_from": place[down][0],
        "down_to": place[down][1],
        "start": result.periods[0],
        "end": a.period,
    }
    yield Message(
        words("messages.climber.value", **facts),
        words("messages.climber.unit", **facts),
        words(f"messages.climber.heading.{'rise' if up in sure else 'unsure'}", **facts),
        words.paragraph(_course(a, words, up, down, facts)),
        figures("profile", region=up, width=GRID[7], height=56),
        Ref("overall-series"),
        "ink",
    )


def _course(a: Assessment, words: Words, up: str, down: str, facts: dict[str, Any]) -> Iterator[str]:
    """From which place to which, with their intervals; then the same of the region that lost most."""
    yield words("messages.climber.text", **facts)
    if a.varied:
        spans = (places(a, words, a.main.code, up, p) for p in (a.main.periods[0], a.period))
        yield words("messages.climber.spans", **dict(zip(("before", "now"), spans, strict=True)), **facts)
    if facts["down_to"] > facts["down_from"]:
        yield words(f"messages.climber.lost{'' if a.parted(down) else '_unsure'}", **facts)

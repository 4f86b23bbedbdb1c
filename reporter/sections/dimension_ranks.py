"""A dimension's pages where regions are ranked: its ranking, then every part with its indicators."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import GRID, Block, Figure, Section
from reporter.model.study import Dimension
from reporter.model.words import Words
from reporter.sections.certainty import places
from reporter.sections.facts import codes, crowded, leaves, moving, pieces, placed
from reporter.sections.ranking import PLACES, heats

Draw = Callable[..., Figure]


def ranked_chapter(a: Assessment, figures: Draw, words: Words, d: Dimension) -> tuple[Section, ...]:
    """The dimension's ranking, a page of every part's indicators; on fewer pages where regions are few."""
    code = codes(a.main)[d.id]
    heading = _heading(a, words, code)
    course = (figures("lines", dimension=d.id, width=GRID[12], height=40),) if moving(a) else ()
    charts = tuple(
        figures("ranking", code=code, first=first, rows=rows)
        for first, rows in pieces(len(a.main.members), PLACES)
    )
    own = heats(a, figures, code) if leaves(a.main, code) == [code] else ()
    blocks: tuple[Block, ...] = (*course, *charts, *(() if crowded(a) else own))
    first = Section(
        f"dimension-{d.id}",
        words.name(code),
        heading,
        blocks,
        lead=_lead(a, words, code),
        mark="chapter",
        short=words.name(code),
        summary=heading,
    )
    parts = [c for c in leaves(a.main, code) if c != code]
    pages = [_part(a, words, c, heats(a, figures, c)) for c in parts]
    if own and crowded(a):
        pages = [_indicators(a, words, d, own)]
    return first, *pages


def _part(a: Assessment, words: Words, code: str, blocks: tuple[Block, ...]) -> Section:
    look = "page" if crowded(a) else "flow"
    name = words.name(code)
    id = f"part-{code.lower()}"
    return Section(id, name, _heading(a, words, code), blocks, look=look, short=name)  # type: ignore[arg-type]


def _indicators(a: Assessment, words: Words, d: Dimension, blocks: tuple[Block, ...]) -> Section:
    code = codes(a.main)[d.id]
    count = "one" if len(d.indicators) == 1 else "many"
    heading = words(f"dimensions.indicators.heading.{count}", dimension=code, n=len(d.indicators))
    return Section(f"dimension-{d.id}-indicators", words.name(code), heading, blocks)


def _heading(a: Assessment, words: Words, code: str) -> str:
    """Who stands first and last."""
    return words("dimensions.ranked.heading", **_ends(a, code))


def _lead(a: Assessment, words: Words, code: str) -> str:
    n = len(a.main.framework.scored(a.main.code)[code].indicators)
    facts = _ends(a, code)
    said = words(f"dimensions.ranked.lead{'' if a.audit.ranked else '_few'}", n=n, **facts)
    return words.paragraph([said, *_places(a, words, code, facts)])


def _places(a: Assessment, words: Words, code: str, facts: dict[str, object]) -> Iterator[str]:
    """Between which places the first region and the leader of the index lie."""
    named = dict.fromkeys((str(facts["first"]), str(facts["leader"])))
    spans = {r: places(a, words, code, r) for r in named}
    told = [words("dimensions.ranked.place", region=r, places=span) for r, span in spans.items() if span]
    if told:
        yield words("dimensions.ranked.places", places=words.joined(told))


def _ends(a: Assessment, code: str) -> dict[str, object]:
    result = a.main
    own = {r: result.score(code, r, a.period) for r in placed(result, code)}
    known = [r for r, value in own.items() if value == value]
    leader = result.leader()
    return {
        "dimension": code,
        "first": known[0],
        "last": known[-1],
        "most": own[known[0]],
        "least": own[known[-1]],
        "middle": own[known[len(known) // 2]],
        "leader": leader,
        "place": known.index(leader) + 1 if leader in known else 0,
        "index": result.code,
    }

"""The claims ledger: what publications say, held against the figures."""

from collections import Counter
from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.claim import Case, Judged, Order
from reporter.model.document import Block, Cell, Figure, Paragraph, Rows, Section, Table
from reporter.model.period import ranges
from reporter.model.unit import Quantity, counts_one
from reporter.model.words import Words
from reporter.sections.cells import column
from reporter.sections.cited import where_in
from reporter.sections.facts import pieces, together

PAGE, CASES = 9, 6
VERDICTS = ("refuted", "open", "confirmed")


def claims(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """Every claim with its verdict and our numbers; none for a study that lists no claims."""
    judged = assessment.claims
    if not judged:
        return ()
    count = Counter[str](one.verdict for one in judged)
    facts = {"n": len(judged), **{name: count[name] for name in VERDICTS}}
    heading = words(f"claims.{_heading(count)}", **facts)
    short = words("claims.short")
    parts = [judged[first - 1 :][:rows] for first, rows in pieces(len(judged), PAGE)]
    tables = (_table(assessment, words, part, n, len(parts)) for n, part in enumerate(parts, 1))
    note = Paragraph(words("claims.note"), "note")
    lead = words("claims.lead")
    blocks: tuple[Block, ...] = (note, *tables)  # a note behind them may stand on a page of its own
    return (
        Section(
            "claims",
            short,
            heading,
            blocks,
            lead=lead,
            mark="chapter",
            look="flow",
            short=short,
            summary=heading,
        ),
    )


def _heading(count: Counter[str]) -> str:
    """Which heading speaks of the verdicts there are, and of none that no claim has."""
    if count["open"]:
        return "heading" if count["refuted"] else "heading_open"
    return "heading_judged" if count["refuted"] else "heading_all"


def _table(a: Assessment, words: Words, part: tuple[Judged, ...], n: int, parts: int) -> Table:
    head = tuple(column(words(f"claims.table.{name}")) for name in ("claim", "verdict", "ours"))
    title = words("claims.table.title_part", n=n) if parts > 1 else words("claims.table.title")
    rows = Rows(tuple(_row(a, words, one) for one in part))
    return Table(
        f"table-claims-{n}",
        title,
        words("claims.table.measure", end=a.period),
        (head,),
        (rows,),
        style="claims chain",
    )


def _row(a: Assessment, words: Words, one: Judged) -> tuple[Cell, ...]:
    claim = one.claim
    source = words.text(a.references.get(claim.source, {"en": claim.source}))
    author = source.split(",")[0].split("（")[0].split("：")[0]
    cited = words("claims.cited", text=author, section=where_in(words, [claim.section]))
    ours = words.paragraph(_ours(a, words, one))
    return (
        Cell(words.text(claim.says), head="row", small=words.paragraph([cited, _test(words, one)])),
        Cell(words(f"claims.verdict.{one.verdict}"), tone=f"verdict {one.verdict}"),
        Cell(ours, small=_cautions(words, one)),
    )


def _test(words: Words, one: Judged) -> str:
    """What of the claim is held against the figures."""
    claim = one.claim
    if not claim.quantity:
        return ""
    if isinstance(claim.expect, str):
        return words(f"claims.test.{claim.expect.replace('-', '_')}", tolerance=claim.tolerance)
    return words("claims.test.number", tolerance=f"{claim.tolerance:g}")


def _ours(a: Assessment, words: Words, one: Judged) -> Iterator[str]:
    """Our numbers; why there are none."""
    if not one.claim.quantity:
        yield words.text(one.claim.why)
    elif one.orders:
        yield from (_order(a, words, one, order) for order in one.orders)
    elif not one.cases:
        yield words("claims.later", end=a.period)
    else:
        windows = dict.fromkeys((case.start, case.end) for case in one.cases)
        for start, end in windows:
            yield _window(a, words, one, [c for c in one.cases if (c.start, c.end) == (start, end)])
        why = words.text(one.claim.why)
        yield from [why] if why else []


def _order(a: Assessment, words: Words, one: Judged, order: Order) -> str:
    """The first of all members, and those that are claimed to be among them."""
    shown = dict(list(order.places.items())[:CASES]) | {
        r: order.places[r] for r in one.claim.regions if r in order.places
    }
    each = (
        words("claims.place", region=words.name(region), value=_value(a, words, one.claim.quantity, value))
        for region, value in shown.items()
    )
    return words("claims.places", end=order.period, places=words("labels.comma").join(each))


def _window(a: Assessment, words: Words, one: Judged, cases: list[Case]) -> str:
    """What the figures say of one window: how many regions it holds for, then the numbers, the contrary
    first.
    """
    if any(case.undefined for case in cases):
        regions = [case.region for case in cases if case.undefined]
        return words("claims.undefined", start=cases[0].start, end=cases[0].end, regions=regions)
    held = sum(case.holds for case in cases)
    facts = {"start": cases[0].start, "end": cases[0].end, "n": held, "all": len(cases)}
    missing = [case for case in cases if case.missing]
    if missing:
        gaps = words("labels.comma").join(
            words("claims.gap", region=words.name(c.region), periods=ranges(c.missing))
            for c in missing[:CASES]
        )
        return words("claims.missing", gaps=gaps, **facts)
    kind = "one" if len(cases) == 1 else "all" if held == len(cases) else "some" if held else "none"
    ordered = sorted(cases, key=lambda case: case.holds)
    each = words("claims.join").join(_case(a, words, one, case) for case in ordered[:CASES])
    return words(f"claims.window.{kind}", each=each, **facts)


def _case(a: Assessment, words: Words, one: Judged, case: Case) -> str:
    claim, quantity = one.claim, one.claim.quantity
    if case.steps:
        steps = words("labels.comma").join(
            words(
                "claims.step",
                period=period,
                before=_value(a, words, quantity, before),
                there=_value(a, words, quantity, there),
            )
            for period, before, there in case.steps
        )
        key = "falls" if claim.expect == "fluctuates" else "against"
        return words(f"claims.{key}", region=_region(a, words, quantity, case.region), steps=steps)
    facts = {"region": _region(a, words, claim.quantity, case.region), "start": case.start, "end": case.end}
    if not isinstance(claim.expect, str):
        kind = claim.measure if claim.measure != "value" else "value"
        rate = words.number(case.measured, 2) + words.customs.percent
        ours = _value(a, words, quantity, case.last) if kind == "value" else rate
        return words(f"claims.measured.{kind}", ours=ours, **facts)
    if claim.expect == "steady":
        low, high = (_value(a, words, quantity, value) for value in (case.low, case.high))
        return words("claims.between", low=low, high=high, **facts)
    first, last = (_value(a, words, quantity, value) for value in (case.first, case.last))
    return words("claims.ends", first=first, last=last, **facts)


def _region(a: Assessment, words: Words, quantity: str, region: str) -> str:
    """The region's name; of a group whose members' figures are added up, which they are."""
    scored = a.board.holding(quantity) is not None
    if region in a.main.groups and not scored:
        return together(a, words, region, "claims.together")
    return words.name(region)


def _cautions(words: Words, one: Judged) -> str:
    """Breaks of series inside a window, and changes within their uncertainty."""
    broken = dict.fromkeys((case.region, case.broken) for case in one.cases if case.broken)
    each = words("labels.comma").join(words("claims.break", region=r, start=start) for r, start in broken)
    said = [words("claims.broken", each=each)] if broken else []
    said += [words("claims.filled")] if any(case.filled for case in one.cases) else []
    said += [words("claims.untested")] if any(not case.tested for case in one.cases) else []
    for case in one.cases:
        if case.within:
            low, high = case.within
            said.append(words("claims.within", region=case.region, low=low, high=high))
    return words.paragraph(said)


def _value(a: Assessment, words: Words, quantity: str, value: float) -> str:
    """A score as scores are printed, an indicator or a series in its unit."""
    if value != value:
        return "—"
    if quantity in a.study.indicators:
        one = a.study.indicators[quantity]
        return words.quantity(Quantity(value, one.unit, one.decimals))
    if quantity in a.study.series:
        unit = a.study.series[quantity].unit
        return words.quantity(Quantity(value, unit, 0 if counts_one(words.shown(unit)[0]) else 1))
    result = a.board.holding(quantity)
    return words.score(value) if result and result.scale == "score" else words.number(value, 3)

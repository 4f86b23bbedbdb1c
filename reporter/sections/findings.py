"""Findings in words: problems and strengths alike, in rows of a table or summed up by rule."""

from collections.abc import Iterator, Sequence
from typing import Literal

from reporter.errors import Flaw
from reporter.model.assessment import Assessment
from reporter.model.document import Cell, Rows, Table
from reporter.model.finding import Finding
from reporter.model.words import Words
from reporter.sections.cells import column
from reporter.sections.cited import where_in
from reporter.sections.facts import pieces, tone
from reporter.sections.quotes import filled, reworded, stale
from reporter.sections.traces import lines

Kind = Literal["problems", "strengths"]
PAGE, MOST, WORST = 9, 36, 5
PLACES = ("outside_top", "rank_stagnation")


def tables(a: Assessment, words: Words, found: Sequence[Finding], kind: Kind) -> tuple[Table, ...]:
    """Every finding in a row, or where there are many a row for each rule."""
    if summed(found):
        return (_summary(a, words, found, kind),)
    parts = [found[first - 1 :][:rows] for first, rows in pieces(len(found), PAGE)]
    return tuple(_table(a, words, part, kind, n, len(parts)) for n, part in enumerate(parts, 1))


def summed(found: Sequence[Finding]) -> bool:
    """Whether findings are so many that a row tells of a rule, with no number for each finding."""
    return len(found) > MOST


def many(a: Assessment) -> bool:
    """Whether the edition's problems are told by rule."""
    return summed(a.findings)


def title(a: Assessment, words: Words, f: Finding, kind: Kind = "problems") -> str:
    """The finding in a few words: the editor's where she has some that still hold."""
    if f.judged and f.said:
        return filled(a, words, words.text(f.said.title), _facts(f), f.said.where)
    said = reworded(a, words, f.said, "title", _facts(f), _sayable(a, words, f, kind)) if f.said else ""
    return said or words(_key(words, f, kind, "title"), **_facts(f))


def evidence(words: Words, f: Finding, kind: Kind = "problems") -> str:
    """The finding said with its numbers."""
    key = f"{kind}.{f.rule}.text_open" if f.numbers.get("regained") == "" else _key(words, f, kind, "text")
    said = words(key, **_facts(f))
    if f.within is None:
        return said
    low, high = f.within
    return words.paragraph([said, words("problems.within", low=low, high=high)])


def told(a: Assessment, words: Words, f: Finding, kind: Kind = "problems") -> str:
    """The finding as it is printed: in the editor's words where she has some that still hold."""
    if f.judged and f.said:
        return filled(a, words, words.text(f.said.text), _facts(f), f.said.where)
    said = reworded(a, words, f.said, "text", _facts(f), _sayable(a, words, f, kind)) if f.said else ""
    return said or evidence(words, f, kind)


def outdated(a: Assessment, words: Words, f: Finding, kind: Kind = "problems") -> Iterator[Flaw]:
    """The numbers in the editor's words for a finding that no longer hold."""
    if f.said and not f.judged:
        yield from stale(a, words, f.said, _facts(f), _sayable(a, words, f, kind))


def _facts(f: Finding) -> dict[str, object]:
    """What sentences may say of it; of a change or a fall also its size in points."""
    gone = {
        name: f.numbers[end] - f.numbers[start]  # type: ignore[operator]
        for name, start, end in (("moved", "first", "last"), ("drop", "low", "high"))
        if start in f.numbers
    }
    return {
        **gone,
        "region": f.region,
        "subject": f.subject,
        "period": f.period,
        "threshold": f.threshold,
        **f.numbers,
    }


def _sayable(a: Assessment, words: Words, f: Finding, kind: Kind) -> list[str]:
    """The texts whose numbers may stand in the editor's."""
    said = [words(_key(words, f, kind, "title"), **_facts(f)), evidence(words, f, kind)]
    return [*said, standing(a, words, f), *(line.value for line in lines(a, words, f))]


def by_place(a: Assessment, words: Words, found: Sequence[Finding]) -> dict[str, str]:
    """The problems of each region, joined."""
    by: dict[str, dict[str, None]] = {}
    for f in found:
        by.setdefault(place(a, words, f, "all_row"), {})[title(a, words, f)] = None
    return {region: words("labels.comma").join(titles) for region, titles in by.items()}


def place(a: Assessment, words: Words, f: Finding, key: str = "all") -> str:
    """The region's name; of a group of all members, that it is all of them."""
    group = a.main.groups.get(f.region, ())
    if len(group) == len(a.main.members):
        return words(f"problems.{key}", n=len(group))
    return words.name(f.region)


def standing(a: Assessment, words: Words, f: Finding) -> str:
    """What became of the finding since the period before, and in how many of the other ways it holds."""
    if f.judged:
        source = a.references.get(str(f.numbers["source"]))
        key = "cited" if f.numbers["section"] else "cited_whole"
        facts = {"text": words.text(source or {}), "section": where_in(words, [str(f.numbers["section"])])}
        said = [words(f"problems.judgement.{key}", **facts)] if source else []
        made = [words.text(r.measure.title) for r in a.recommendations if f in r.answers]
        measures = words("recommendations.join").join(made)
        return words.paragraph(
            [*said, *([words("problems.judgement.answered", measures=measures)] if made else [])]
        )
    status = words(f"problems.status.{f.status}", before=a.before, period=a.period) if f.status else ""
    return words.paragraph([status, _holds(a, words, f)])


def _holds(a: Assessment, words: Words, f: Finding) -> str:
    ways = len(a.audit.combinations)
    if ways < 2:
        return ""
    if f.holds is None:
        return words("problems.holds.free")
    kind = "all" if f.holds == 1 else "some" if f.holds >= 1 / 2 else "few"
    return words(f"problems.holds.{kind}", k=round(f.holds * ways), n=ways)


def _key(words: Words, f: Finding, kind: Kind, part: str) -> str:
    """The words for a part of the finding, in its form where they differ."""
    key = f"{kind}.{f.rule}.{part}"
    form = f"{key}_{'within' if f.within else f.numbers.get('form')}"
    return form if words.has(form) else key


def rule_of(words: Words, f: Finding, kind: Kind) -> str:
    """The rule with its threshold; of the editor's judgement who is cited for it."""
    if f.judged:
        return words("problems.judgement.rule")
    return words(_key(words, f, kind, "rule"), **_facts(f))


def _beyond(words: Words, f: Finding) -> str:
    """What was measured beside the threshold, told as the rule's sentence tells that; "" of a share of scores
    without a true zero.
    """
    if f.rule in PLACES:
        return words("problems.beyond.place", measured=_place(words, f.measured), threshold=f.threshold)
    if not words.zero and words.has(f"problems.{f.rule}.text_points"):
        return ""
    style = words.style(_key(words, f, "problems", "rule"), "threshold")
    kind = {"change": "change", "number0": "count"}.get(style, "share" if "percent" in style else "number")
    return words(f"problems.beyond.{kind}", measured=f.measured, threshold=f.threshold)


def _place(words: Words, place: float) -> str:
    """A place, with a decimal where it is shared."""
    return words.number(place, 0 if place == round(place) else 1)


def _who(a: Assessment, words: Words, f: Finding, kind: Kind) -> str:
    severity = words(f"problems.severity.{f.severity.name.lower()}")
    return words(f"{kind}.who", region=place(a, words, f, "all_row"), severity=severity)


def _table(a: Assessment, words: Words, found: Sequence[Finding], kind: Kind, part: int, parts: int) -> Table:
    head = tuple(column(words(f"{kind}.table.{name}")) for name in ("problem", "evidence", "rule"))
    name = words(f"{kind}.table.title_part", n=part) if parts > 1 else words(f"{kind}.table.title")
    rows = Rows(tuple(_row(a, words, f, kind, number(a, f, kind)) for f in found))
    measure = words(f"{kind}.table.measure", end=a.period)
    return Table(f"table-{kind}-{part}", name, measure, (head,), (rows,), style="chain")


def number(a: Assessment, f: Finding, kind: Kind) -> str:
    """By which number a finding is referred to; strengths have none."""
    return (
        str(1 + next(n for n, one in enumerate(a.findings) if one.id == f.id)) if kind == "problems" else ""
    )


def _row(a: Assessment, words: Words, f: Finding, kind: Kind, mark: str) -> tuple[Cell, ...]:
    who = _who(a, words, f, kind)
    beyond = _beyond(words, f) if kind == "problems" and not f.judged else ""
    rows = tuple(line.whole for line in lines(a, words, f))
    summary = words("evidence.summary", n=len(rows)) if rows else ""
    return (
        Cell(title(a, words, f, kind), head="row", mark=mark, small=who, tone=tone(a, f.region)),
        Cell(told(a, words, f, kind), small=standing(a, words, f), summary=summary, details=rows),
        Cell(rule_of(words, f, kind), small=beyond, tone="unit"),
    )


def _summary(a: Assessment, words: Words, found: Sequence[Finding], kind: Kind) -> Table:
    """A row for each rule and what it fired on: how often, how gravely, and the worst cases."""
    by: dict[tuple[str, str], list[Finding]] = {}
    for f in found:
        by.setdefault((f.rule, f.subject), []).append(f)
    kinds = sorted(by.values(), key=lambda group: -len(group))
    head = tuple(column(words(f"{kind}.summary.{name}")) for name in ("problem", "cases", "worst"))
    rows = tuple(_summed(a, words, group, kind) for group in kinds)
    measure = words(f"{kind}.summary.measure", end=a.period)
    name = words(f"{kind}.summary.title", n=len(found), kinds=len(kinds))
    return Table(f"table-{kind}-1", name, measure, (head,), (Rows(rows),), style="chain")


def _summed(a: Assessment, words: Words, group: list[Finding], kind: Kind) -> tuple[Cell, ...]:
    ordered = sorted(group, key=lambda f: (-f.severity, -f.beyond))
    names = [f.region for f in ordered[:WORST]]
    first = words(
        "problems.summary.case", region=ordered[0].region, evidence=told(a, words, ordered[0], kind)
    )
    also = words("problems.summary.also", regions=names[1:], more=len(group) - len(names))
    rest = words("problems.summary.then", regions=names[1:])
    tail = [also if len(group) > len(names) else rest] if len(names) > 1 else []
    count = words("problems.summary.of", n=len({f.region for f in group}), all=len(a.main.members))
    by = words("labels.comma").join(_by_severity(words, group)) if kind == "problems" else ""
    return (
        Cell(title(a, words, ordered[0], kind), head="row", small=rule_of(words, ordered[0], kind)),
        Cell(count, small=by),
        Cell(words.paragraph([first, *tail]), small=standing(a, words, ordered[0])),
    )


def _by_severity(words: Words, group: list[Finding]) -> list[str]:
    """How many are how grave, the gravest first."""
    levels = sorted({f.severity for f in group}, reverse=True)
    return [
        words(
            "problems.summary.count",
            n=sum(f.severity == level for f in group),
            severity=words(f"problems.severity.{level.name.lower()}"),
        )
        for level in levels
    ]

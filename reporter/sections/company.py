"""With whom a region is compared: the classes as tables, and what is said of one region's."""

from collections.abc import Iterator, Sequence

from reporter.model.assessment import Assessment
from reporter.model.company import Class, Classes
from reporter.model.document import Cell, Paragraph, Rows, Table
from reporter.model.unit import Quantity
from reporter.model.words import Words
from reporter.sections.cells import UNSURE, column, figure, row_head, score
from reporter.sections.facts import placed


def tables(a: Assessment, words: Words) -> tuple[Table | Paragraph, ...]:
    """The tiers and the peers, each with its threshold and its members; nothing where none are declared."""
    study = a.study
    found: list[Table | Paragraph] = []
    if study.tiers:
        found.append(_table(a, words, "tiers", study.tiers))
    if study.peers:
        found.append(_table(a, words, "peers", study.peers))
    if study.tiers and a.company.reaches:
        found.append(Paragraph(words("company.reaches"), "note"))
    return tuple(found)


def said(a: Assessment, words: Words, region: str) -> Iterator[str]:
    """The region's tier, how it stands to its peers, and who is like it; nothing where none are declared."""
    yield from _tier(a, words, region)
    yield from _peers(a, words, region)
    yield from _similar(a, words, region)


def in_company(a: Assessment, words: Words, region: str) -> tuple[Paragraph, ...]:
    """The same as one paragraph."""
    text = words.paragraph(said(a, words, region))
    return (Paragraph(text, head=words("company.head")),) if text else ()


def tier(a: Assessment, words: Words, region: str) -> str:
    """The name of the region's tier, "" where there is none."""
    own = a.company.tiers.get(region)
    return words.text(_class(a.study.tiers, own).title) if a.study.tiers and own else ""


def mean(a: Assessment, regions: Sequence[str], code: str = "") -> float:
    """The mean score of those of some members that have one in the edition's period; NaN where none has."""
    scores = [a.main.score(code or a.main.code, r, a.period) for r in regions]
    known = [one for one in scores if one == one]
    return sum(known) / len(known) if known else float("nan")


def _class(made: Classes, id: str) -> Class:
    return next(one for one in made.classes if one.id == id)


def _tier(a: Assessment, words: Words, region: str) -> Iterator[str]:
    own, made = a.company.tiers.get(region), a.study.tiers
    if not own or not made:
        return
    others = [words.text(_class(made, id).title) for id in a.company.reaches.get(region, ()) if id != own]
    facts = {"tier": words.text(_class(made, own).title), "bounds": bounds(a, words, made, own)}
    others_ = words("labels.comma").join(others)
    yield words(f"company.tier.{'unsure' if others else 'sure'}", others=others_, **facts)


def _peers(a: Assessment, words: Words, region: str) -> Iterator[str]:
    own, made, others = a.company.peers.get(region), a.study.peers, a.company.beside(region)
    if not own or not made:
        return
    facts: dict[str, object] = {
        "of": made.of,
        "bounds": bounds(a, words, made, own),
        "peers": words.text(_class(made, own).title),
    }
    if not others:
        yield words("company.peers.alone", **facts)
        return
    level = mean(a, others)
    apart = a.main.score(a.main.code, region, a.period) - level
    kind = "level" if abs(apart) < 0.0005 else "above" if apart > 0 else "below"
    facts |= {"n": len(others), "peer": others[0], "mean": level, "apart": apart}
    yield words(f"company.peers.{kind}{'_one' if len(others) == 1 else ''}", **facts)


def _similar(a: Assessment, words: Words, region: str) -> Iterator[str]:
    near, made = a.company.similar.get(region), a.study.similar
    if near and made:
        key = "one" if len(near) == 1 else "many"
        yield words(f"company.similar.{key}", by=list(made.by), regions=list(near), mean=mean(a, near))


def bounds(a: Assessment, words: Words, made: Classes, id: str, *, bare: bool = False) -> str:
    """From where to where a class reaches, in print; `bare` without the unit."""
    at = [one.id for one in made.classes].index(id)
    low, high = made.classes[at].start, made.classes[at - 1].start if at else float("inf")
    last = at == len(made.classes) - 1
    key = "under" if last else "from" if at == 0 else "between"
    return words(
        f"company.bounds.{key}",
        low=_printed(a, words, made, low, bare),
        high=_printed(a, words, made, high, bare),
    )


def _printed(a: Assessment, words: Words, made: Classes, value: float, bare: bool) -> str:
    if abs(value) == float("inf"):
        return ""
    if made.of == a.main.code:
        return words.score(value)
    one = a.study.indicators[made.of]
    quantity = Quantity(value, one.unit, one.decimals)
    return words.bare(quantity) if bare else words.quantity(quantity)


def _table(a: Assessment, words: Words, kind: str, made: Classes) -> Table:
    members = a.company.tiers if kind == "tiers" else a.company.peers
    order = [r for r in placed(a.main, a.main.code) if r in members]
    heads = ("class", "bounds", "count", "mean", "which")
    head = tuple(column(words(f"company.heads.{name}"), name in heads[1:4]) for name in heads)
    rows = [(one, [r for r in order if members[r] == one.id]) for one in made.classes]
    body = Rows(tuple(_row(a, words, kind, made, one, which) for one, which in rows))
    unit = "" if kind == "tiers" else words.unit(a.study.indicators[made.of].unit)
    facts = {"of": made.of, "period": a.period, "unit": unit}
    title, measure = (words(f"company.{kind}_table.{part}", **facts) for part in ("title", "measure"))
    return Table(f"table-{kind}", title, measure, (head,), (body,), style="chain classes")


def _row(
    a: Assessment, words: Words, kind: str, made: Classes, one: Class, which: list[str]
) -> tuple[Cell, ...]:
    names = [_named(a, words, r) if kind == "tiers" else words.short(r) for r in which]
    return (
        row_head(words.text(one.title)),
        figure(bounds(a, words, made, one.id, bare=True)),
        figure(words.number(len(which), 0)),
        score(words, mean(a, which)),
        Cell(words("labels.comma").join(names) or "—"),
    )


def _named(a: Assessment, words: Words, region: str) -> str:
    """The region's name, marked where its interval reaches into another tier."""
    mark = UNSURE if len(a.company.reaches.get(region, ())) > 1 else ""
    return mark + words.short(region)

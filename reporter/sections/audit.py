"""The audit: which conclusions hold however the index is computed, and what the others hang on."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from reporter.model.assessment import Assessment
from reporter.model.audit import Conclusion
from reporter.model.document import Block, Figure, Paragraph, Section
from reporter.model.words import Words
from reporter.sections.audit_coherence import coherence
from reporter.sections.audit_left_out import left_out_table
from reporter.sections.audit_varied import by_alternative, says, varied
from reporter.sections.facts import crowded, pieces

Draw = Callable[..., Figure]
LISTED, NAMED, MOST, PLACES, FEW = 6, 5, 15, 55, 3


def audit(assessment: Assessment, figures: Draw, words: Words) -> tuple[Section, ...]:
    """Verdict, what was varied, what the result hangs on, how the framework hangs together."""
    if not assessment.audit.sensitivity.factors:
        return (
            _verdict(assessment, words, left_out_table(assessment, words)),
            coherence(assessment, figures, words),
        )
    return (
        _verdict(assessment, words, _told(assessment, figures, words)),
        _varied(assessment, figures, words),
        _causes(assessment, figures, words),
        coherence(assessment, figures, words),
    )


def _verdict(a: Assessment, words: Words, blocks: Iterable[Block]) -> Section:
    told = a.audit.conclusions
    robust = sum(c.robust for c in told)
    facts = {"robust": robust, "n": len(told), "replicates": a.audit.plan.replicates}
    kind = "all" if robust == len(told) else "some" if robust else "none"
    heading = words(f"audit.heading.{'fixed' if _loose(a) == 'fixed' or not told else kind}", **facts)
    return Section(
        "audit",
        words("audit.kicker"),
        heading,
        tuple(blocks),
        lead=words(f"audit.lead.{_loose(a)}", **facts),
        mark="chapter",
        short=words("audit.short"),
        summary=heading,
    )


def _told(a: Assessment, figures: Draw, words: Words) -> Iterator[Block]:
    """What holds and what does not, and the interval of every score; of many the doubtful first."""
    yield from _ranked_points(a, words) if a.audit.ranked else _points(a, words)
    yield from _outside(a, words)
    if crowded(a):
        yield from _drawn(a, figures)
    groups = len(a.main.groups)
    for first, rows in pieces(len(a.main.members) + (groups if groups <= FEW else 1), PLACES):
        yield figures("caterpillar", first=first, rows=rows)


def _loose(a: Assessment) -> str:
    """What was varied: choices and weights, one of them, or nothing."""
    plan, factors = a.audit.plan, a.audit.sensitivity.factors
    if not plan.choices:
        return "weights" if factors else "fixed"
    return "choices" if len(factors) > len(plan.choices) else "choices_alone"


def _points(a: Assessment, words: Words) -> Iterator[Paragraph]:
    """Of few regions: the robust conclusions together, each of the others with what it hangs on."""
    yield from _robust(a, words)
    for c in a.audit.doubtful:
        yield Paragraph(_hanging(a, words, c), "point", head=words("audit.head", says=says(words, c)))


def _robust(a: Assessment, words: Words) -> Iterator[Paragraph]:
    firm = [c for c in a.audit.conclusions if c.robust]
    if firm:
        text = words("audit.robust.text", names=_listed(words, firm, 20))
        yield Paragraph(text, "point", head=words("audit.robust.head", n=len(firm)))


def _hanging(a: Assessment, words: Words, c: Conclusion) -> str:
    """How often a conclusion holds, and on which choice it hangs."""
    said = [words("audit.holds.mostly" if c.holds >= 0.5 else "audit.holds.seldom", share=c.holds)]
    if c.hangs_on:
        said.append(words("audit.hangs.most", names=_factors(a, words, c.hangs_on)))
    choice = next((one for one in a.audit.plan.choices if one.id == c.varies_over), None)
    if choice:
        shares = c.by[choice.id]
        titles = {one.id: one.title for one in choice.alternatives}
        best, worst = (f(shares, key=shares.__getitem__) for f in (max, min))
        facts = {"choice": choice.title, "best": titles[best], "worst": titles[worst]}
        said.append(words("audit.hangs.choice", most=shares[best], least=shares[worst], **facts))
    return words.paragraph(said)


def _factors(a: Assessment, words: Words, ids: tuple[str, ...]) -> str:
    """The factors by name: choices in quotes, and the two levels of weights."""
    titles = {choice.id: choice.title for choice in a.audit.plan.choices}
    named = [
        words("audit.hangs.quoted", choice=titles[id]) if id in titles else words(f"audit.hangs.{id}")
        for id in ids
    ]
    return words.joined(named)


def _ranked_points(a: Assessment, words: Words) -> Iterator[Paragraph]:
    """Of many regions: conclusions by what they hang on, how ranks move, who can be told apart."""
    yield from _robust(a, words)
    for id in dict.fromkeys(c.hangs_on for c in a.audit.doubtful):
        those = [c for c in a.audit.doubtful if c.hangs_on == id]
        text = words("audit.grouped.text", names=_listed(words, those, LISTED))
        head = words("audit.grouped.most", n=len(those), names=_factors(a, words, id))
        yield Paragraph(text, "point", head=head)
    yield from _opposite(a, words)
    moved = float(a.audit.uncertainty.moved[-1])
    yield Paragraph(words("audit.moved.text", share=moved), "point", head=words("audit.moved.head"))
    groups = a.audit.uncertainty.alike
    key = "one" if len(groups) == 1 else "several"
    text = words(f"audit.alike.{key}", n=len(groups), groups=_groups(words, groups))
    yield Paragraph(text, "point", head=words("audit.alike.head"))


def _opposite(a: Assessment, words: Words) -> Iterator[Paragraph]:
    """The conclusions that most ways deny."""
    denied = [c for c in a.audit.doubtful if c.holds < 0.5]
    if denied:
        text = words("audit.opposite.text", names=_listed(words, denied, LISTED))
        yield Paragraph(text, "point", head=words("audit.opposite.head", n=len(denied)))


def _groups(words: Words, groups: Sequence[tuple[str, ...]]) -> str:
    """The groups with the places they take, the best first; of a large one its first and last."""
    said, place = [], 1
    for group in groups:
        last = place + len(group) - 1
        places = words("labels.dash").join(dict.fromkeys(words.number(n, 0) for n in (place, last)))
        whole = len(group) <= NAMED
        facts = {"places": places, "regions": list(group), "first": group[0], "last": group[-1]}
        said.append(words(f"audit.alike.{'group' if whole else 'many'}", n=len(group), **facts))
        place = last + 1
    return words("method.join").join(said)


def _listed(words: Words, those: Sequence[Conclusion], most: int) -> str:
    """Conclusions in a row, and how many more there are."""
    names = words("method.join").join(says(words, c) for c in those[:most])
    more = len(those) - most
    return words("audit.more", names=names, n=more) if more > 0 else names


def _outside(a: Assessment, words: Words) -> Iterator[Paragraph]:
    """Published scores outside their interval, since then the study's own choices stand at an end."""
    main, bounds = a.main, a.audit.uncertainty.scores[a.main.code]
    own = main.values[main.code][:, -1]
    for key, far in (("above", own > bounds.high[:, -1]), ("below", own < bounds.low[:, -1])):
        those = [r for r, out in zip(main.regions, far, strict=True) if out]
        if len(those) > NAMED:
            yield Paragraph(words(f"audit.outside.{key}_many", regions=those[:NAMED], n=len(those)))
        elif those:
            said = words.joined([_interval(a, words, r) for r in those])
            yield Paragraph(words(f"audit.outside.{key}", cases=said, n=len(those)))


def _interval(a: Assessment, words: Words, region: str) -> str:
    low, high = a.audit.uncertainty.score(a.main.code, region, a.period)
    value = a.main.score(a.main.code, region, a.period)
    return words("audit.outside.case", region=region, value=value, low=low, high=high)


def _varied(a: Assessment, figures: Draw, words: Words) -> Section:
    """What was varied, and how often each conclusion holds under it."""
    drawn = () if crowded(a) else _drawn(a, figures)
    blocks: tuple[Block, ...] = (*varied(a, words), *drawn, *by_alternative(a, words))
    share = max(a.audit.plan.indicators, a.audit.plan.dimensions)
    heading = words(f"audit.varied.heading.{_loose(a)}", share=share)
    short = words("audit.varied.short")
    return Section("audit-varied", words("audit.kicker"), heading, blocks, look="flow", short=short)


def _drawn(a: Assessment, figures: Draw) -> tuple[Figure, ...]:
    """The conclusions, of many regions the doubtful ones, if there are any."""
    there = a.audit.doubtful if a.audit.ranked else a.audit.conclusions
    return (figures("conclusions", most=MOST),) if there else ()


def _causes(a: Assessment, figures: Draw, words: Words) -> Section:
    """Which choice moves the result, and what each indicator carries."""
    blocks: tuple[Block, ...] = (
        Paragraph(words("audit.causes.text")),
        figures("sensitivity"),
        *left_out_table(a, words),
    )
    heading, short = words("audit.causes.heading"), words("audit.causes.short")
    return Section("audit-causes", words("audit.kicker"), heading, blocks, look="flow", short=short)

"""Brief: the edition on two pages, of all regions or of one."""

from collections.abc import Callable, Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Fact, Facts, Figure, Heading, Paragraph, Rows, Section, Table
from reporter.model.finding import Finding
from reporter.model.words import Words
from reporter.sections.cells import column, figure, points, row_head, score
from reporter.sections.certainty import moved, note, places, span
from reporter.sections.company import mean, tier
from reporter.sections.cover import finding
from reporter.sections.facts import codes as codes_of
from reporter.sections.facts import crowded, moving, placed, whole
from reporter.sections.findings import place, title, told
from reporter.sections.problems import none
from reporter.sections.recommendations import title as measure_title

PROBLEMS, MEASURES = 4, 4


def brief(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """One section: the finding, the numbers that stand for it, the gravest problems, what may be done."""
    a = assessment
    blocks: tuple[Block, ...] = (Facts(tuple(_numbers(a, words)), "numbers"), *_compared(a, words))
    blocks += (*_course(a, figures), *_problems(a, words), *_measures(a, words), *_table(a, words))
    about = words.name(a.focus) if a.focus else words.text(a.study.title)
    kicker = words("brief.kicker", about=about, study=words.text(a.study.title), period=a.period)
    heading = _heading(a, words)
    return (Section("brief", kicker, heading, blocks, lead=_lead(a, words), short=kicker, summary=heading),)


def _heading(a: Assessment, words: Words) -> str:
    if not a.focus:
        return finding(a, words)
    scores = {r: a.main.score(a.main.code, r, a.period) for r in a.main.members}
    own, first = scores[a.focus], max(scores.values())
    ahead = [r for r, score in scores.items() if score == first]
    lead = next((r for r in ahead if r != a.focus), a.focus)
    key = "behind" if own < first else "leads" if lead == a.focus else "level"
    facts = {"region": a.focus, "index": a.main.code, "score": own, "leader": lead, "gap": first - own}
    return words(f"brief.heading.{key}", **facts)


def _lead(a: Assessment, words: Words) -> str:
    """What the edition is about, and how the index moved."""
    facts = {"subject": words.text(a.study.subject), "n": len(a.main.members), "period": a.period}
    facts |= {"indicators": len(a.main.steps.indicators), "start": a.main.periods[0]}
    sentences = [words("brief.lead" if moving(a) else "brief.lead_once", **facts)]
    if moving(a):
        region = a.focus or whole(a)
        c = moved(a, a.main.code, region)
        key = "region" if a.focus else "whole"
        sentences.append(
            words(f"brief.moved.{c.trend}", about=words(f"brief.about.{key}", region=region), **c.facts)
        )
    return words.paragraph(sentences)


def _numbers(a: Assessment, words: Words) -> Iterator[Fact]:
    """Three numbers: the score, the place or the spread, what changed."""
    result, region = a.main, a.focus or whole(a)
    interval = span(a, words, result.code, region)
    detail = words("brief.numbers.interval", span=interval) if interval else ""
    yield Fact(
        words("brief.numbers.score", index=result.code, period=a.period),
        words.score(result.score(result.code, region, a.period)),
        detail,
    )
    if a.focus and a.audit.ranked:
        rank = result.ranks(result.code)[result.members.index(region), -1]
        between = places(a, words, result.code, region)
        yield Fact(
            words("brief.numbers.place", n=len(result.members)),
            words.number(rank, 0),
            words("brief.numbers.interval", span=between) if between else "",
        )
    elif not a.focus:
        scores = [result.score(result.code, r, a.period) for r in result.members]
        known = [one for one in scores if one == one]
        ends = {"high": max(known), "low": min(known)}
        yield Fact(
            words("brief.numbers.spread"),
            words("brief.numbers.apart", gap=ends["high"] - ends["low"]),
            words("brief.numbers.ends", **ends),
        )
    if a.before:
        c = moved(a, result.code, region, a.before)
        kind = "unsure" if c.trend == "unsure" else "sure"
        value, certain = words("brief.numbers.change", change=c.change), words(f"brief.numbers.{kind}")
        yield Fact(words("brief.numbers.since", before=a.before), value, certain if a.varied else "")


def _compared(a: Assessment, words: Words) -> tuple[Block, ...]:
    """Of one region: its scores beside those of the others; its company is told in the profile."""
    if not a.focus:
        return ()
    result, peers = a.main, a.company.beside(a.focus)
    beside = {"region": (a.focus,), "peers": peers, "similar": a.company.similar.get(a.focus, ())}
    columns = {name: some for name, some in {**beside, "mean": result.members}.items() if some}
    head = tuple(
        column(words(f"brief.dimensions.{name}", region=a.focus), name != "score")
        for name in ("score", *columns, "best")
    )
    codes = dict.fromkeys((result.code, *codes_of(result).values()))
    rows = (
        (
            row_head(words.name(code)),
            *(score(words, mean(a, some, code)) for some in columns.values()),
            score(words, max(mean(a, [r], code) for r in result.members)),
        )
        for code in codes
    )
    title_, measure = (words(f"brief.dimensions.{part}", period=a.period) for part in ("title", "measure"))
    table = Table("table-brief", title_, measure, (head,), (Rows(tuple(rows)),), style="index")
    return (table,)


def _course(a: Assessment, figures: Callable[..., Figure]) -> tuple[Figure, ...]:
    few = moving(a) and not (a.focus or crowded(a))
    return (figures("series", height=62),) if few else ()


def _problems(a: Assessment, words: Words) -> Iterator[Block]:
    """The gravest problems, each with its evidence."""
    found = a.findings[:PROBLEMS]
    if not found:
        yield Paragraph(words("brief.none", said=none(a, words)), head=words("brief.problems"))
        return
    yield Heading(words("brief.problems"))
    for f in found:
        yield Paragraph(told(a, words, f), "point", head=_named(a, words, f))
    if rest := len(a.findings) - len(found):
        yield Paragraph(
            words(f"brief.{'more_of' if a.focus else 'more'}.{'one' if rest == 1 else 'many'}", n=rest),
            "note",
        )


def _named(a: Assessment, words: Words, f: Finding) -> str:
    severity = words(f"problems.severity.{f.severity.name.lower()}")
    key = "problem" if a.focus else "problem_in"
    return words(
        f"brief.{key}", title=title(a, words, f), severity=severity, region=place(a, words, f, "all_row")
    )


def _measures(a: Assessment, words: Words) -> Iterator[Block]:
    """The first measures, with who acts."""
    made = a.recommendations[:MEASURES]
    if not made:
        return
    yield Heading(words("brief.measures"))
    for r in made:
        level = words(f"recommendations.level.{r.measure.level}")
        head = words("brief.measure", title=measure_title(a, words, r), level=level)
        text = "" if a.focus else words.text(r.measure.text)  # one region's stand in full further down
        yield Paragraph(text, "point", head=head)


def _table(a: Assessment, words: Words) -> Iterator[Block]:
    """Every member's score, of the whole study's brief alone."""
    if a.focus:
        return
    heads = ["region", "score", *(["interval"] if a.varied else []), *(["change"] if a.before else [])]
    heads += ["tier"] if a.company.tiers else []
    head = tuple(
        column(words(f"brief.heads.{name}", before=a.before or ""), name not in ("region", "tier"))
        for name in heads
    )
    rows = []
    for r in placed(a.main, a.main.code):
        c = moved(a, a.main.code, r, a.before or a.period)
        made = {
            "region": row_head(words.name(r)),
            "score": score(words, c.last),
            "interval": figure(span(a, words, a.main.code, r)),
            "change": points(words, c.change),
            "tier": row_head(tier(a, words, r)),
        }
        rows.append(tuple(made[name] for name in heads))
    facts = {"index": a.main.code, "period": a.period}
    title_, measure = words("brief.table.title", **facts), words("brief.table.measure", **facts)
    yield Table("table-brief", title_, measure, (head,), (Rows(tuple(rows)),), style="annex dense")
    yield from note(a, words)

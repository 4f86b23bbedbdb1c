"""Contents, and how to read this report: one chart that explains the others, the scale, the marks."""

from collections.abc import Callable

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Columns, Fact, Facts, Figure, Heading, Paragraph, Section
from reporter.model.guide import Contents
from reporter.model.words import Words
from reporter.sections.facts import moving, ranked

MOVING = ("contribution", "drawdown", "growth")
TERMS = ("index", "dimension", "score", "ideal", "contribution", "drawdown", "growth", "whole")
MARKS = {"○": "filled", "—": "missing", "†": "break", "▲ ▼": "better"}


def contents(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """The table of contents; compose fills it."""
    return (Section("contents", words("contents.kicker"), words("contents.heading"), (Contents(()),)),)


def reading(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """How to read this report: a chart that explains the others, what is said, the marks, the terms."""
    n = len(assessment.main.members)
    ends = {"over": _over(assessment, words), "least": _least(assessment, words)}
    about = _points(words, "about", _about(assessment), n=n, **ends)
    terms = _points(words, "term", _terms(assessment))
    half = -(-len(terms) // 2)
    told: tuple[Block, ...] = (Heading(words("reading.about_head")), *about)
    blocks: tuple[Block, ...] = (
        *((Columns("84", (_chart(figures, words), told)),) if moving(assessment) else told),
        Facts(tuple(Fact(mark, words(f"reading.marks.{name}")) for mark, name in MARKS.items()), "marks"),
        Heading(words("reading.terms_head")),
        Columns("66", (terms[:half], terms[half:])),
    )
    head = "heading" if moving(assessment) else "heading_once"
    heading, short, summary = (words(f"reading.{part}") for part in (head, "short", "summary"))
    return (Section("reading", words("reading.kicker"), heading, blocks, short=short, summary=summary),)


def _chart(figures: Callable[..., Figure], words: Words) -> tuple[Block, ...]:
    return Heading(words("reading.chart")), figures("key")


def _about(a: Assessment) -> tuple[str, ...]:
    scale = "scale_plain" if a.main.scale == "plain" else f"scale_{_ends(a)}"
    certain = "uncertainty_none" if not a.varied else "uncertainty" if a.readings else "uncertainty_alone"
    comparison = ("comparison",) if moving(a) else ()
    places = "regions" if not a.audit.ranked else "regions_ranked" if ranked(a) else "regions_places"
    return scale, *comparison, places, certain


def _ends(a: Assessment) -> str:
    """What the ends of the scale are: 0 and 100."""
    how, worst = a.main.options["standardise"], a.main.options.get("negative_ideal")
    named = {
        "percentile-rank": "beaten",
        "distance-to-target": "target",
        "distance-to-reference": "reference",
    }
    if how in ("ratio-to-max", "goalposts") and worst != "min":
        return "zero" if how == "ratio-to-max" else "goalposts"
    return named.get(how, "min") if worst is None else "min"


def _over(a: Assessment, words: Words) -> str:
    """The values among which the best and the worst are sought."""
    options = a.main.options
    return words(f"method.over.{options.get('ideals', options['standardise_over'])}")


def _least(a: Assessment, words: Words) -> str:
    """The lowest score there can be: 0, or the floor that standardised values are put on."""
    floor = 100 * float(a.main.options.get("floor", 0))
    return words.number(floor, 0 if floor == round(floor) else 1)


def _terms(a: Assessment) -> tuple[str, ...]:
    """The terms that this edition uses."""
    named = {}
    if "mean" in a.main.options:
        named["index"] = "index_mean"
    if a.main.options["standardise"] != "ratio-to-max":
        named["score"] = "score_mean"
    return tuple(named.get(t, t) for t in TERMS if moving(a) or t not in MOVING)


def _points(words: Words, kind: str, names: tuple[str, ...], **facts: object) -> tuple[Paragraph, ...]:
    """Named points; `scale_zero` and `scale_min` share the head `scale`."""

    def point(name: str) -> Paragraph:
        head = words(f"reading.{kind}_heads.{name.partition('_')[0]}", **facts)
        return Paragraph(words(f"reading.{kind}.{name}", **facts), "point", head=head)

    return tuple(map(point, names))

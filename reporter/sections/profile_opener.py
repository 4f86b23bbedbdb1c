"""The opener of many profiles: how many regions rose and fell, and on which page each one stands."""

from collections import Counter

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Fact, Facts, Heading, Section
from reporter.model.guide import Contents
from reporter.model.words import Words
from reporter.sections.certainty import moved
from reporter.sections.facts import moving

COURSES = {"rise": ("rise",), "fall": ("fall",), "still": ("flat", "unsure")}


def opener(a: Assessment, words: Words) -> Section:
    """A chapter's first page; of a single period without the numbers."""
    result, kind = a.main, "moving" if moving(a) else "once"
    trends = Counter(moved(a, result.code, r).trend for r in result.members)
    counts = {name: sum(trends[t] for t in trends_) for name, trends_ in COURSES.items()}
    facts = {"n": len(result.members), "start": result.periods[0], "end": a.period, "rise": counts["rise"]}
    numbers = tuple(
        Fact(
            words(f"profiles.opener.{name}"), words.number(count, 0), words("profiles.opener.window", **facts)
        )
        for name, count in counts.items()
    )
    heading = words(f"profiles.opener.heading.{kind}", **facts)
    blocks: tuple[Block, ...] = (
        *((Facts(numbers, "numbers"),) if moving(a) else ()),
        Heading(words("overall.inside")),
        Contents(()),
    )
    short = words("profiles.opener.short")
    return Section(
        "profiles", short, heading, blocks,
        lead=words("profiles.opener.lead"), mark="chapter", look="opener", short=short, summary=heading,
    )  # fmt: skip

"""A profile's strengths and weaknesses, by a printed rule."""

from collections.abc import Iterator

from reporter.model.assessment import Assessment
from reporter.model.document import Block, Columns, Heading, Paragraph
from reporter.model.words import Words
from reporter.sections.facts import standardised

STRONG, WEAK, MOST = 0.75, 0.25, 5


def sides(a: Assessment, words: Words, region: str) -> Columns:
    """Strengths and weaknesses, by the rule printed below them."""
    values = {i: standardised(a.main, i, region, a.period) for i in a.main.steps.indicators}
    strong = sorted((i for i, x in values.items() if x >= STRONG), key=lambda i: -values[i])
    weak = sorted((i for i, x in values.items() if x < WEAK), key=lambda i: values[i])
    return Columns(
        "66",
        tuple(
            tuple(_side(a, words, region, kind, names, values))
            for kind, names in (("strengths", strong), ("weaknesses", weak))
        ),
    )


def _side(
    a: Assessment, words: Words, region: str, kind: str, names: list[str], values: dict[str, float]
) -> Iterator[Block]:
    """The furthest out, and how many more there are; the table above marks them all."""
    yield Heading(words("profiles.sides_head", kind=words(f"profiles.{kind}"), end=a.period))
    said = [words("profiles.side", indicator=i, score=values[i]) for i in names[:MOST]]
    if len(names) > MOST:
        said.append(words("profiles.more", n=len(names) - MOST))
    yield Paragraph(words("profiles.join").join(said) or words(f"profiles.no_{kind}"))

"""Indicator cards: definition, unit, direction, years, source, breaks and holes."""

from collections.abc import Callable, Iterator

import numpy as np

from reporter.model.assessment import Assessment
from reporter.model.document import Card, Cards, Figure, Section
from reporter.model.period import ranges
from reporter.model.study import Indicator
from reporter.model.words import Words
from reporter.sections.facts import window


def cards(assessment: Assessment, figures: Callable[..., Figure], words: Words) -> tuple[Section, ...]:
    """A card for every indicator of the framework."""
    made = [_card(assessment, words, i) for i in assessment.study.framework.indicators.values()]
    heading = words("cards.heading", n=len(made))
    pairs = tuple(Cards(tuple(made[n : n + 2])) for n in range(0, len(made), 2))  # pages break between these
    return (
        Section(
            "cards",
            words("cards.kicker"),
            heading,
            pairs,
            mark="annex",
            short=words("cards.short"),
            summary=words("cards.summary"),
        ),
    )


def _card(a: Assessment, words: Words, one: Indicator) -> Card:
    codes = a.main.framework.codes(a.main.code)
    dimension = next(codes[d.id] for d in a.main.framework.dimensions if one.id in d.indicators)
    lines = [
        (words("cards.definition"), _definition(a, words, one)),
        (words("cards.dimension"), words.name(dimension)),
        (words("cards.unit"), words.unit(one.unit)),
        (words("cards.direction"), words(f"cards.{one.direction}")),
        (words("cards.periods"), _periods(a, words, one)),
        (words("cards.source"), words("cards.join").join(_publications(a, words, one))),
        *((words("cards.break"), text) for text in _breaks(a, words, one)),
        *((words("cards.hole"), text) for text in _holes(a, words, one)),
        *([(words("cards.note"), words.text(one.note))] if one.note else []),
    ]
    return Card(f"card-{one.id}", words.name(one.id), tuple(lines))


def _definition(a: Assessment, words: Words, one: Indicator) -> str:
    """The expression with the titles of its series."""
    text = one.value.text
    for name in sorted(one.value.names, key=len, reverse=True):
        text = text.replace(name, words.text(a.study.series[name].title))
    return text.replace(" / ", " ÷ ").replace(" * ", " × ")


def _periods(a: Assessment, words: Words, one: Indicator) -> str:
    layer = a.panel.values[:, :, a.panel.indicators.index(one.id)]
    seen = window(a)
    there = [p for t, p in enumerate(a.panel.periods) if p in seen and not np.isnan(layer[:, t]).any()]
    return ranges(there).replace("–", words("labels.dash")).replace(", ", words("labels.comma"))


def _publications(a: Assessment, words: Words, one: Indicator) -> Iterator[str]:
    told = set()
    for name in one.value.names:
        dataset = next(d for d in a.study.datasets if name in d.series)
        used = (o for (_, p), o in a.panel.series[name].origins.items() if p in window(a))
        for id in dict.fromkeys(o.publication for o in used):
            if id not in told:
                told.add(id)
                yield words.text(dataset.publications[id])


def _breaks(a: Assessment, words: Words, one: Indicator) -> Iterator[str]:
    for name in one.value.names:
        for b in a.study.series[name].breaks:
            if set(b.regions) & set(a.panel.regions) and b.start in window(a)[1:]:
                yield words(
                    "cards.break_at",
                    regions=[r for r in b.regions if r in a.panel.regions],
                    start=b.start,
                    note=words.text(b.note),
                )


def _holes(a: Assessment, words: Words, one: Indicator) -> Iterator[str]:
    gaps = {g.series: g for g in a.study.gaps}
    for name in one.value.names:
        for hole in a.study.series[name].holes:
            periods = [p for p in hole.periods if p in window(a)]
            filled = name in gaps and set(periods) <= set(gaps[name].periods)
            if periods:
                yield words(
                    f"cards.hole_{'filled' if filled else 'open'}",
                    periods=words("labels.comma").join(periods),
                    note=words.text(hole.note),
                )

"""Findings, recommendations and the editor's word → what is printed, and what was left out."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TypeVar

from reporter.errors import Flaw, Where, did_you_mean
from reporter.model.advice import Recommendation
from reporter.model.editorial import JUDGEMENT, Added, Desk, Editorial, Kind, Rewording, Suppressed
from reporter.model.finding import Finding, Severity

T = TypeVar("T", Finding, Recommendation)
Left = tuple[Suppressed, ...]


def edit_findings(found: Sequence[Finding], desk: Desk, period: str) -> tuple[tuple[Finding, ...], Left]:
    """The findings as the editor wants them, hers among the others by severity; and what she leaves out."""
    mine = [_judgement(one, period) for one in desk.add]
    all_of_them = sorted([*found, *mine], key=lambda f: -f.severity) if mine else found
    return _edited(all_of_them, desk, lambda f: f.key, lambda f, said: replace(f, said=said))


def edit_measures(made: Sequence[Recommendation], desk: Desk) -> tuple[tuple[Recommendation, ...], Left]:
    """The recommendations as the editor wants them, and what she leaves out."""
    return _edited(made, desk, lambda r: r.measure.id, lambda r, said: replace(r, said=said))


def _edited(
    given: Sequence[T], desk: Desk, key: Callable[[T], str], say: Callable[[T, Rewording], T]
) -> tuple[tuple[T, ...], Left]:
    """Without what is suppressed, reworded, those of the editor's order first in that order."""
    here = {key(one) for one in given}
    left = tuple(one for one in desk.suppress if one.key in here)
    gone = {one.key for one in left}
    kept = [one for one in given if key(one) not in gone]
    said = [say(one, desk.reword[key(one)]) if key(one) in desk.reword else one for one in kept]
    place = {name: n for n, name in enumerate(desk.order)}
    return tuple(sorted(said, key=lambda one: place.get(key(one), len(place)))), left


def _judgement(one: Added, period: str) -> Finding:
    """A finding that no figure stands behind."""
    severity, nothing = Severity[one.severity.upper()], float("nan")
    numbers = {"source": one.source, "section": one.section}
    return Finding(
        JUDGEMENT,
        one.region,
        period,
        severity,
        one.id,
        numbers,
        (),
        nothing,
        nothing,
        said=one.said,
        answered_by=one.measures,
    )


def unmatched(desk: Desk, kind: Kind, keys: Collection[str]) -> Iterator[Flaw]:
    """Entries that name what this edition does not find: they change nothing, and are told."""
    one = {"problems": "problem", "strengths": "strength", "measures": "measure"}[kind]
    for key in dict.fromkeys((*desk.order, *(s.key for s in desk.suppress), *desk.reword)):
        if key not in keys:
            what = f"no {one} '{key}' stands in this edition, so the entry changes nothing"
            same = [other for other in keys if other.rpartition(".")[2] == key.rpartition(".")[2]]
            near = get_close_matches(key, same, n=1, cutoff=0.8)
            also = f"; or did you mean '{near[0]}'?" if near else ""
            yield Flaw(desk.lines[key], what, f"take it out if it is found no more{also}")


def editorial_flaws(
    editorial: Editorial, period: str, known: Mapping[str, Collection[str]]
) -> Iterator[Flaw]:
    """Rules, regions, measures, references, languages and editions that the editor names and nobody knows.

    known: `problems` and `strengths` (their rules), `regions` (groups too), `measures`, `references`,
    `languages`, `periods`.
    """
    yield from _foreign(editorial, period, known)
    kinds: tuple[Kind, ...] = ("problems", "strengths")
    for kind in kinds:
        desk = editorial.desk(kind)
        added = {f"{JUDGEMENT}.{one.id}.{one.region}" for one in desk.add}
        for key, where in desk.lines.items():
            rule, _, rest = key.partition(".")
            region = rest.partition(".")[2]
            if key not in added and rule not in known[kind]:
                yield Flaw(where, f"'{key}': no rule is called '{rule}'", did_you_mean(rule, known[kind]))
            elif region not in known["regions"]:
                what = f"'{key}': no region is called '{region}'" if region else f"'{key}' names no finding"
                mend = did_you_mean(region, known["regions"]) if region else "write rule.subject.region"
                yield Flaw(where, what, mend)
        for one in desk.add:
            told = {"regions": (one.region,), "measures": one.measures, "references": (one.source,)}
            yield from _unknown(f"'{one.id}'", told, one.said, known)
    for key, where in editorial.desk("measures").lines.items():
        if key not in known["measures"]:
            yield Flaw(where, f"no measure is called '{key}'", did_you_mean(key, known["measures"]))


def _foreign(editorial: Editorial, period: str, known: Mapping[str, Collection[str]]) -> Iterator[Flaw]:
    """Languages and an edition that the study does not have."""
    wheres = {one.where: one.language for one in editorial.pieces}
    spoken = [(where, language) for where, language in wheres.items()]
    spoken += [(s.where, language) for s in editorial.signed for language in s.languages]
    for desk in editorial.desks.values():
        said = [*desk.reword.values(), *(one.said for one in desk.add)]
        spoken += [(one.where, language) for one in said for language in {**one.title, **one.text}]
    for where, language in spoken:
        if language not in known["languages"]:
            what = f"the study has no edition in the language '{language}'"
            yield Flaw(where, what, did_you_mean(language, known["languages"]))
    if period not in known["periods"]:
        first = min([where for where, _ in spoken], default=Where(f"editorial/{period}"))
        what = f"the study has no edition of {period}"
        yield Flaw(Where(first.path), what, f"one of: {', '.join(known['periods'])}")


def _unknown(
    who: str, told: Mapping[str, Sequence[str]], said: Rewording, known: Mapping[str, Collection[str]]
) -> Iterator[Flaw]:
    for kind, names in told.items():
        for name in filter(None, names):
            if name not in known[kind]:
                what = f"{who}: no {kind.removesuffix('s')} is called '{name}'"
                yield Flaw(said.where, what, did_you_mean(name, known[kind]))


__all__ = ["edit_findings", "edit_measures", "editorial_flaws", "unmatched"]

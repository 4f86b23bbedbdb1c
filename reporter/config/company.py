"""Tiers, peers and likeness of a study file → Classes, Likeness."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import inf

from reporter.config.kinds import Loc
from reporter.config.schema import ClassFile, StudyFile
from reporter.config.yaml import File
from reporter.errors import Flaw
from reporter.model.company import Class, Classes, Likeness

Known = Callable[[Loc, str, str, str, object], bool]


def tiers(file: File, said: StudyFile) -> Classes | None:
    """The classes by the main index's score, if the study has any."""
    if said.tiers is None:
        return None
    return Classes(next(iter(said.indices), ""), _classes(said.tiers), file.at("tiers"))


def peers(file: File, said: StudyFile, known: Known, figures: object) -> Classes | None:
    """The classes by a figure, if the study has any; `known` is told the figure's name."""
    if said.peers is None:
        return None
    known(("peers", "of"), "peers: ", "indicator or figure of the context", said.peers.of, figures)
    return Classes(said.peers.of, _classes(said.peers.classes), file.at("peers"))


def similar(file: File, said: StudyFile, known: Known, figures: object) -> Likeness | None:
    """What makes regions alike, if the study tells; `known` is told the figures' names."""
    one = said.similar
    if one is None:
        return None
    for key, names, among in (("by", one.by, figures), ("logs", one.logs, one.by)):
        for n, name in enumerate(names):
            known(("similar", key, n), "similar: ", "indicator or figure of the context", name, among)
    return Likeness(tuple(one.by), one.logs, one.count, file.at("similar"))


def class_flaws(file: File, said: StudyFile) -> Iterator[Flaw]:
    """Classes that do not stand from the highest to the lowest, which alone has no start."""
    found: list[tuple[Loc, Mapping[str, ClassFile]]] = [(("tiers",), said.tiers or {})]
    found += [(("peers", "classes"), said.peers.classes)] if said.peers else []
    for loc, classes in found:
        starts = {id: -inf if one.start is None else one.start for id, one in classes.items()}
        for (_, above), (id, start) in pairwise(starts.items()):
            if start >= above:
                what = f"class '{id}' does not begin below the one before it"
                yield Flaw(file.at(*loc, id), what, "write the classes from the highest 'from' to the lowest")
        if classes and starts[last := [*starts][-1]] != -inf:
            mend = f"leave out its 'from': everything below the others is '{last}'"
            yield Flaw(file.at(*loc, last), f"class '{last}' is the lowest and has a start", mend)


def _classes(said: Mapping[str, ClassFile]) -> tuple[Class, ...]:
    return tuple(Class(id, one.title, -inf if one.start is None else one.start) for id, one in said.items())

"""The names of a study among themselves: none stands for two things, and each thing is counted once."""

from collections.abc import Iterator, Sequence

from reporter.config.kinds import Loc
from reporter.config.schema import StudyFile
from reporter.config.yaml import File
from reporter.errors import Flaw, did_you_mean
from reporter.model.period import span
from reporter.model.source import Dataset


def disagreements(
    file: File, said: StudyFile, datasets: Sequence[Dataset], regions: Sequence[str]
) -> Iterator[Flaw]:
    """Every clash of names in a study file and its datasets; `regions` are those of the workspace."""
    yield from _repeated(file, said)
    yield from _shared(file, said)
    yield from _series(datasets)
    yield from _breaks(datasets, regions)
    yield from _editions(file, said)
    yield from _frontier(file, said)


def _repeated(file: File, said: StudyFile) -> Iterator[Flaw]:
    lists: dict[Loc, Sequence[str]] = {("regions",): said.regions, ("sources",): said.sources}
    lists |= {("groups", id, "members"): g.members for id, g in said.groups.items() if g.members != "all"}
    lists |= {("indices", code, "indicators"): one.indicators or () for code, one in said.indices.items()}
    lists |= {("editions", key): getattr(said.editions, key) for key in ("years", "languages", "kinds")}
    if said.editions.regions != "all":
        lists["editions", "regions"] = said.editions.regions
    for loc, names in lists.items():
        for n, name in enumerate(names):
            if name in names[:n]:
                yield Flaw(file.at(*loc, n), f"'{name}' stands twice in '{loc[-1]}'", "keep one of the two")


def _shared(file: File, said: StudyFile) -> Iterator[Flaw]:
    for id in said.groups.keys() & set(said.regions):
        yield Flaw(file.at("groups", id), f"group '{id}' has the name of a region", "give it another name")
    for id in said.context.keys() & {key for d in said.framework.values() for _, key in d.inside()}:
        what = f"'{id}' stands in the framework and in the context"
        yield Flaw(file.at("context", id), what, "give one another name")


def _series(datasets: Sequence[Dataset]) -> Iterator[Flaw]:
    first: dict[str, str] = {}
    for one in (series for dataset in datasets for series in dataset.series.values()):
        if first.setdefault(one.id, one.dataset) != one.dataset:
            what = f"series '{one.id}' stands in the source '{first[one.id]}' too"
            yield Flaw(one.where, what, "give it another name")


def _breaks(datasets: Sequence[Dataset], regions: Sequence[str]) -> Iterator[Flaw]:
    for one in (series for dataset in datasets for series in dataset.series.values()):
        for region in (name for b in one.breaks for name in b.regions if name not in regions):
            what = f"series '{one.id}': no region is called '{region}'"
            yield Flaw(one.where, what, did_you_mean(region, regions))


def _editions(file: File, said: StudyFile) -> Iterator[Flaw]:
    for first, last in [index.periods for index in said.indices.values()][:1]:
        for n, year in enumerate(said.editions.years):
            if year not in span(first, last):
                what = f"edition {year} lies outside the periods of the first index, {first}–{last}"
                yield Flaw(file.at("editions", "years", n), what, "take it out, or lengthen the periods")


def _frontier(file: File, said: StudyFile) -> Iterator[Flaw]:
    """A frontier of what is no dimension of the first index, or of one dimension alone."""
    first = next(iter(said.indices.values()), None)
    if said.frontier is None or first is None:
        return
    inside = {id: {key for _, key in d.inside()} for id, d in said.framework.items()}
    scored = [id for id, own in inside.items() if first.indicators is None or own & {*first.indicators}]
    pair = {"from": said.frontier.start, "to": said.frontier.to}
    for key, id in pair.items():
        if id not in scored:
            what = f"the frontier: no dimension of the first index is called '{id}'"
            yield Flaw(file.at("frontier", key), what, did_you_mean(id, scored))
    if pair["from"] == pair["to"]:
        what = f"the frontier sets '{pair['to']}' against itself"
        yield Flaw(file.at("frontier", "to"), what, "name two dimensions")

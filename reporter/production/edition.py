"""An edition, step by step: what stands is taken from the store, the rest is handed out."""

import pickle
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from reporter import pipeline
from reporter.errors import Faults, Flaw, shown
from reporter.model.production import Production
from reporter.model.theme import Theme
from reporter.model.words import Words
from reporter.production import present, work
from reporter.production.plan import Edition, Page
from reporter.production.reasons import note_reasons
from reporter.production.recalled import whole
from reporter.production.store import Store
from reporter.production.trace import ABSENT, Reached, Values, keep, recall, standing
from reporter.production.work import EDITION, Kit, Made, Wanted

DATA = "data"


class Task(NamedTuple):
    """Something for a worker: whose, what is told of it, the function and its arguments. `keep`: puts what
    came of it into the store, at once, since the rest of the edition may never come.
    """

    edition: Edition
    what: str
    call: Callable[..., Made]
    args: tuple[Any, ...]
    keep: Callable[[Made], None] = lambda _: None


@dataclass(frozen=True)
class Complete:
    """All that an edition's folder gets; new: the paths of the products that were made, not recalled."""

    edition: Edition
    languages: tuple[str, ...]
    products: Mapping[str, bytes]
    notes: tuple[Flaw, ...]
    new: frozenset[str]


Steps = Generator[Sequence[Task], Sequence[Made], Complete]


@dataclass(frozen=True)
class Bench:
    """What all editions of a run share: the store, the theme, the words by language (read once), whether
    everything is made anew, how the workspace has its reports produced.
    """

    store: Store
    theme: Theme
    spoken: Callable[[str], Words]
    force: bool = False
    production: Production = field(default_factory=Production)


def steps(now: "Present", near: bool) -> Steps:
    """Yields what is to be done, is sent what came of it, and returns the whole.

    near: whether the workers reach the store.
    """
    edition, bench = now.edition, now.bench
    assessed = None if bench.force else recall(bench.store, now.of_edition, now)
    if assessed is None:
        rows = whole(edition.inputs.workspace, edition.inputs.study.id, edition.period, edition.values)
        (made,) = yield [Task(edition, "assessment", work.assess, (_pickled(rows), edition.period))]
        assessed = made.products[EDITION]
        keep(bench.store, now.of_edition, edition.values, assessed)
    found = {} if bench.force else dict(_standing(now))
    made_now = yield [*_data(now, found, assessed), *_pages(now, found, assessed, near)]
    every = [*([pickle.loads(found[DATA])] if DATA in found else []), *made_now]
    products = {path: content for path, content in found.items() if path != DATA}
    products |= {path: content for one in every for path, content in one.products.items()}
    notes = tuple(dict.fromkeys(note for one in every for note in one.notes))
    new = frozenset(path for one in made_now for path in one.products)
    return Complete(edition, now.languages, products, notes, new)


def _standing(now: "Present") -> Iterator[tuple[str, bytes]]:
    """What was made before of what is as it was: pages by their paths, the data products under DATA."""
    wanted = [(DATA, now.of_data), *((page.path, now.of_page(page)) for page in now.edition.pages)]
    for path, what in wanted:
        found = recall(now.bench.store, what, now)
        if found is not None:
            yield path, found


def _data(now: "Present", found: Mapping[str, bytes], assessed: bytes) -> Iterator[Task]:
    if DATA not in found:
        first = now.edition.inputs.study.editions.languages[0]
        yield Task(now.edition, DATA, work.data, (assessed, now.packed, first), now.keep)


def _pages(now: "Present", found: Mapping[str, bytes], assessed: bytes, near: bool) -> Iterator[Task]:
    """A task for each document of which a form is missing."""
    missing = [page for page in now.edition.pages if page.path not in found]
    store = now.bench.store if near else None
    for (language, kind, region), forms in groupby(missing, key=lambda page: page[:3]):
        anew = now.bench.force
        paths, folder = {page.form: page.path for page in forms}, shown(now.edition.folder)
        wanted = Wanted(
            now.edition.name, language, kind, region, paths, folder, dict(now.shared), now.tags, anew
        )
        told = f"{language}/{kind}" + (f" of {region}" if region else "")
        yield Task(now.edition, told, work.pages, (wanted, assessed, now.packed[language], store), now.keep)


class Present:
    """The values that an edition's products are made from, as they are now: `present(name)`."""

    def __init__(self, edition: Edition, bench: Bench) -> None:
        self.edition, self.bench = edition, bench
        declared = edition.inputs.study.editions.languages
        self.languages = tuple(dict.fromkeys((*(page.language for page in edition.pages), declared[0])))
        for language in (*self.languages, *declared):
            with suppress(Faults):  # told when the edition is begun, if it asks for the language
                bench.spoken(language)  # and kept: read later it may not be what the manifest names

    def __call__(self, name: str) -> str:
        """The value of this name; ABSENT where there is nothing of it."""
        kind, _, rest = name.partition(" ")
        if kind == "words":
            language, _, key = rest.partition(" ")
            return present.sentence(self.kits[language].words.entries, key)
        if kind == "template":
            return present.template(self.bench.theme, rest)
        if kind == "tag":
            return self.tags.get(rest, ABSENT)
        return self.shared.get(name) or self.looks.get(name, ABSENT)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The edition's pages by their paths."""
        return {page.path: page for page in self.edition.pages}

    @cached_property
    def shared(self) -> Values:
        """What every chart and page of the edition is made from."""
        return {**self.edition.values, **present.brand(self.bench.theme)}

    @cached_property
    def looks(self) -> Values:
        """What the pages of each kind have beside."""
        kinds = dict.fromkeys(page.kind for page in self.edition.pages)
        return {name: v for kind in kinds for name, v in present.looks(self.bench.theme, kind).items()}

    @cached_property
    def kits(self) -> Mapping[str, Kit]:
        """What the pages of each language are made with."""
        return {language: _kit(self.edition, language, self.bench) for language in self.languages}

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """How pages name each language the study declares, for the links between them."""
        declared = self.edition.inputs.study.editions.languages
        return {language: self.bench.spoken(language).customs.tag for language in declared}

    @cached_property
    def packed(self) -> Mapping[str, bytes]:
        """The kits as they travel."""
        return {language: _pickled(kit) for language, kit in self.kits.items()}

    @property
    def of_edition(self) -> str:
        """What the edition is called in the store."""
        return f"edition {self.edition.name} of {shown(self.edition.inputs.workspace.root)}"

    @property
    def of_data(self) -> str:
        """What its data products are called there."""
        root = shown(self.edition.inputs.workspace.root)  # as the remarks tell of its files
        return f"data {self.edition.name} {' '.join(self.languages)} of {root}"

    @cached_property
    def data(self) -> Mapping[str, bytes]:
        """Its data products as they were made of what is as it is; nothing where they were not."""
        found = recall(self.bench.store, self.of_data, self)
        return pickle.loads(found).products if found else {}

    @property
    def waiting(self) -> int:
        """How many documents are to be made, as far as can be told before; none of an edition with a fault,
        which is told when it is begun.
        """
        anew = self.bench.force
        try:
            return len({page[:3] for page in self.edition.pages if anew or not self._stands(page)})
        except Faults:
            return 0

    def _stands(self, page: Page) -> bool:
        return standing(self.bench.store, self.of_page(page), self)

    def of_page(self, page: Page) -> str:
        """What a page of it is called there."""
        return f"page {self.edition.path(page)}"

    def keep(self, made: Made) -> None:
        """Keeps what a task made, for the next run."""
        self.bench.store.troubles.update(made.troubles)
        for path, content in made.products.items():
            if page := self.pages.get(path):
                looks = present.looks(self.bench.theme, page.kind)
                values = {**self.shared, **looks, **made.made_from[path]}
                self._keep(self.of_page(page), values, content)
        if not self.pages.keys() & made.products:
            values = {**self.shared, **next(iter(made.made_from.values()))}
            self._keep(self.of_data, values, _pickled(made))

    def _keep(self, what: str, values: Values, content: bytes) -> None:
        note_reasons(self.bench.store, what, self)
        keep(self.bench.store, what, values, content)


def _kit(edition: Edition, language: str, bench: Bench) -> Kit:
    """The words of a language that know the study's names."""
    words = bench.spoken(language)
    heard = Reached(words.entries)
    told = pipeline.told(edition.inputs, replace(words, entries=heard))
    return Kit(bench.theme, replace(told, entries=words.entries), frozenset(heard.names))


def _pickled(thing: object) -> bytes:
    return pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)

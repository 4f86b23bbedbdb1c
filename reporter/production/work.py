"""What a worker does: assess an edition, make its data, make a page; bytes in, bytes out.

Nothing here reads the workspace or writes a product, so that it is the same in this process, in another, and
on another machine.
"""

import pickle
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any

from reporter import pipeline
from reporter.config import at_home
from reporter.errors import Flaw
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.theme import Theme
from reporter.model.words import Words
from reporter.production import present
from reporter.production.archival import enclosing, validated
from reporter.production.compiled import Compiled
from reporter.production.data import plain_products, spoken_products
from reporter.production.laid import Laid
from reporter.production.plan import Page, siblings
from reporter.production.store import Store
from reporter.production.trace import ABSENT, Reached, Values, keep, recall
from reporter.render import RENDERERS

KEPT = 4  # things unpickled, of which a worker keeps the last: an edition and its languages
EDITION = "edition"


@dataclass(frozen=True)
class Edition:
    """What all of an edition's pages show, and the products that are in no language."""

    assessment: Assessment
    plain: Mapping[str, bytes]


@dataclass(frozen=True)
class Kit:
    """What the pages of a language are made with; `reached`: the sentences that naming things took."""

    theme: Theme
    words: Words
    reached: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Wanted:
    """Pages of one document: what it is about, the path of each form below the edition's folder, the
    edition's values, and the tags of the languages it is linked in. `anew`: whether its charts are drawn
    though they stand.
    """

    edition: str
    language: str
    kind: str
    region: str
    paths: Mapping[str, str]
    folder: str
    values: Values
    tags: Mapping[str, str]
    anew: bool = False


@dataclass(frozen=True)
class Made:
    """What came of a task: products by path, for each the values it was made from beside the edition's,
    what is remarked, the seconds each stage took, what is told of each product, and the store's troubles.
    """

    products: Mapping[str, bytes] = field(default_factory=dict)
    made_from: Mapping[str, Values] = field(default_factory=dict)
    notes: tuple[Flaw, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    troubles: frozenset[tuple[str, str]] = frozenset()


def assess(inputs: bytes | Laid, period: str) -> Made:
    """The edition: its assessment, and that as products for programs; pickled."""
    start = perf_counter()
    assessment = pipeline.assess(_loaded(inputs), period)
    content = pickle.dumps(Edition(assessment, plain_products(assessment)), pickle.HIGHEST_PROTOCOL)
    return Made({EDITION: content}, seconds={"assess": perf_counter() - start})


def data(edition: bytes | Laid, kits: Mapping[str, bytes | Laid], first: str) -> Made:
    """The products that are not pages, and what is remarked of the edition in each language.

    first: the language of the workbook.
    """
    start, assessment = perf_counter(), _loaded(edition).assessment
    spoken = {language: _heard(_loaded(kit)) for language, kit in kits.items()}
    notes = [flaw for words, _ in spoken.values() for flaw in pipeline.remarks(assessment, words)]
    plain = _loaded(edition).plain
    products = {**plain, **spoken_products(assessment, spoken[first][0], plain)}
    values = {name: value for language in spoken for name, value in _said(*spoken[language]).items()}
    seconds = {"data": perf_counter() - start}
    return Made(products, dict.fromkeys(products, values), tuple(dict.fromkeys(notes)), seconds)


def pages(wanted: Wanted, edition: bytes | Laid, kit: bytes | Laid, store: Store | None) -> Made:
    """The document in each of its forms; store: None where this may be another machine than the theme's."""
    start, seconds = perf_counter(), dict[str, float]()
    assessment, told = _loaded(edition).assessment, _loaded(kit)
    told = told if store else replace(told, theme=at_home(told.theme))
    words, heard = _heard(told)
    draw = _remembered(wanted, words, told.reached, heard, store) if store else pipeline.draw
    document = pipeline.write(assessment, words, told.theme, wanted.kind, wanted.region, draw)
    if not wanted.region:  # one region's PDF holds the data of its own figures alone
        document = enclosing(document, _loaded(edition).plain, words)
    seconds["compose"] = perf_counter() - start
    products, made_from, told_of = {}, {}, dict[str, str]()
    compiled = Compiled(wanted.values, store)
    for form, path in wanted.paths.items():
        begun, reached = perf_counter(), Reached(told.theme.templates)
        page = Page(wanted.language, wanted.kind, wanted.region, form)
        document = replace(document, siblings=siblings(page, wanted.tags))
        made = RENDERERS[form](document, replace(told.theme, templates=reached), compiled)
        products[path], told_of[path] = made, f"({len(made) / 1e6:.1f} MB)"
        if form == "pdf":
            told_of[path] += f", {validated(made, f'{wanted.folder}/{path}')}"
        used = {f"template {name}": present.template(told.theme, name) for name in reached.names}
        used |= {f"tag {language}": tag for language, tag in wanted.tags.items()}
        made_from[path] = {**_said(words, heard), **used}
        seconds[form] = perf_counter() - begun
    troubles = frozenset(store.troubles) if store else frozenset[tuple[str, str]]()
    return Made(products, made_from, seconds=seconds, told=told_of, troubles=troubles)


def _heard(kit: Kit) -> tuple[Words, set[str]]:
    """The words, and the sentences that are asked of them from now on, those of the names with them."""
    heard = Reached(kit.words.entries, set(kit.reached))
    return replace(kit.words, entries=heard), heard.names


def _said(words: Words, heard: set[str]) -> Values:
    """The sentences heard, with their fingerprints."""
    entries = words.entries.there if isinstance(words.entries, Reached) else words.entries
    return {f"words {words.language} {key}": present.sentence(entries, key) for key in heard}


def _remembered(
    wanted: Wanted, words: Words, named: frozenset[str], heard: set[str], store: Store
) -> pipeline.Draw:
    """Drawing that takes a chart made before where its edition, its words and its brand are as they were.

    named: the sentences in the names of things, which a chart may show without asking for them.
    """
    entries = words.entries.there if isinstance(words.entries, Reached) else words.entries
    said = f"words {wanted.language} "

    def now(name: str) -> str:
        key = name.removeprefix(said)
        return wanted.values.get(name, ABSENT) if key == name else present.sentence(entries, key)

    def draw(assessment: Assessment, spoken: Words, theme: Theme, name: str, options: Any) -> Figure:
        what = f"figure {wanted.edition} {wanted.language} {wanted.region} {name} {sorted(options.items())}"
        found = None if wanted.anew else recall(store, what, now)
        if found is None:
            own = Reached(entries, {*named})
            drawn = pipeline.draw(assessment, replace(spoken, entries=own), theme, name, options)
            found = pickle.dumps((drawn, own.names), pickle.HIGHEST_PROTOCOL)
            keep(store, what, {**wanted.values, **_said(words, own.names)}, found)
        figure: Figure
        figure, names = pickle.loads(found)
        heard.update(names)
        return figure

    return draw


_THINGS: OrderedDict[int | Laid, Any] = OrderedDict()


def _loaded(content: bytes | Laid) -> Any:
    """What was pickled; the last few are kept, since one edition makes many pages."""
    key = content if isinstance(content, Laid) else hash(content)
    if key not in _THINGS:
        _THINGS[key] = pickle.loads(content.read() if isinstance(content, Laid) else content)
    _THINGS.move_to_end(key)
    while len(_THINGS) > KEPT:
        _THINGS.popitem(last=False)
    return _THINGS[key]

"""Whether products stand, before anything is built, and why one was made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from reporter.config import Workspace, find_workspace, read_production, read_theme
from reporter.errors import Where, did_you_mean, fault
from reporter.model.theme import Outline
from reporter.production.edition import Bench, Present
from reporter.production.folder import same
from reporter.production.plan import ALL, Edition, Order, planned
from reporter.production.reasons import STANDS, noted_reasons, reasons
from reporter.production.recalled import edition_values, said, spoken
from reporter.production.store import store_of
from reporter.production.trace import recall

GONE, OTHER = "to be put back: it is not there", "to be put back: another lies there"
MANIFEST = "manifest.json"
PRODUCTS = ("scores.csv", "assessment.json", "report.xlsx", "datapackage.json", MANIFEST)
"""What an edition's folder holds beside pages; made together."""
OUT = Path("out")
"""The workspace's own folder of products, as it may be said from any other."""


def reasons_of(now: Present, what: str, path: str) -> list[str]:
    """That a product stands, or why it would be made, or put in its place as it was made before.

    what: it is called so in the store; path: below the edition's folder.
    """
    told = ["forced"] if now.bench.force else reasons(now.bench.store, what, now)
    return [*_put_back(now, what, path)] or told if told == [STANDS] else told


def _put_back(now: Present, what: str, path: str) -> Iterator[str]:
    place = now.edition.folder / path
    if not place.is_file():
        yield GONE
    elif path != MANIFEST and not same(place, _content(now, what, path)):
        yield OTHER


def _content(now: Present, what: str, path: str) -> bytes:
    """A product that stands, as it was made."""
    if what == now.of_data:
        return now.data[path]
    return recall(now.bench.store, what, now) or b""


def why(start: Path, product: str) -> Iterator[str]:
    """Whether a product stands and what would have it made again; then what it was last made for."""
    workspace = find_workspace(start)
    store, theme = store_of(workspace.root, read_production(workspace)), read_theme(workspace)
    bench = Bench(store, theme, cache(partial(spoken, workspace, store)))
    now, what, path = _found(workspace, bench, product)
    yield f"now: {'; '.join(reasons_of(now, what, path))}"
    yield f"last made: {'; '.join(noted_reasons(store, what)) or 'not known'}"


def _found(workspace: Workspace, bench: Bench, product: str) -> tuple[Present, str, str]:
    """The edition that a product belongs to, what the product is called in the store, its path below the
    edition's folder.
    """
    parts = Path(product).parts
    at = [n for n, part in enumerate(parts[:-2]) if part in workspace.studies]
    if not at:
        mend = "name it as OUT/study/period/…, such as bth/2022/en/full.pdf"
        raise fault(Where("reporter why"), f"'{product}' is no product's place", mend)
    before, names = Path(*parts[: at[-1]]), parts[at[-1] :]
    out = before if at[-1] and (before != OUT or before.is_dir()) else None
    one = said(workspace, names[0], bench.store)
    if names[1] not in one.inputs.study.editions.periods:
        mend = did_you_mean(names[1], one.inputs.study.editions.periods)
        raise fault(Where("reporter why"), f"the study '{names[0]}' has no edition {names[1]}", mend)
    values = edition_values(workspace, one, names[1])

    def edition(order: Order) -> Edition:
        return planned(one.inputs, names[1], replace(order, out=out), bench.theme.outlines, values)

    if names[2:] in [(name,) for name in PRODUCTS]:
        declared = one.inputs.study.editions.languages
        orders = [Order(), *(Order(languages=(language,)) for language in declared)]
        now = _made([Present(edition(order), bench) for order in orders])
        return now, now.of_data, names[2]
    every = [edition(order) for order in _orders(bench.theme.outlines)]
    pages = {of.path(page): (of, page) for of in reversed(every) for page in of.pages}
    if "/".join(names) not in pages:
        there = [*pages, *map(every[0].below, PRODUCTS)]
        mend = did_you_mean("/".join(names), there)
        raise fault(Where("reporter why"), f"no product is called '{product}'", mend)
    of, page = pages["/".join(names)]
    now = Present(of, bench)
    return now, now.of_page(page), page.path


def _orders(outlines: Mapping[str, Outline]) -> tuple[Order, Order]:
    """Orders for every page there could be: those about the whole study, and those about its regions."""
    return (
        Order(kinds=tuple(kind for kind, outline in outlines.items() if outline.sections)),
        Order(kinds=tuple(kind for kind, outline in outlines.items() if outline.region), regions=(ALL,)),
    )


def _made(orders: Sequence[Present]) -> Present:
    """Of the data as all languages had them made, and as each alone did: those that stand, or were made."""
    standing = [now for now in orders if reasons(now.bench.store, now.of_data, now) == [STANDS]]
    once = [now for now in orders if noted_reasons(now.bench.store, now.of_data)]
    return (standing or once or orders)[0]

"""Whether products stand, before anything is built, and why one was made."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from reporter.config import Workspace, find_workspace, read_production, read_theme
from reporter.errors import Where, did_you_mean, fault
from reporter.production.edition import Bench, Present
from reporter.production.plan import ALL, Edition, Order, Page, planned
from reporter.production.reasons import noted_reasons, reasons
from reporter.production.recalled import edition_values, said, spoken
from reporter.production.store import store_of


def reasons_of_page(now: Present, what: str) -> list[str]:
    """That a thing stands, or why it would be made."""
    return ["forced"] if now.bench.force else reasons(now.bench.store, what, now)


def why(start: Path, product: str) -> Iterator[str]:
    """Whether a product stands and what would have it made again; then what it was last made for."""
    workspace = find_workspace(start)
    store, theme = store_of(workspace.root, read_production(workspace)), read_theme(workspace)
    bench = Bench(store, theme, cache(partial(spoken, workspace, store)))
    edition, page = _found(workspace, bench, product)
    now = Present(edition, bench)
    what = now.of_page(page) if page else now.of_data
    yield f"now: {'; '.join(reasons_of_page(now, what))}"
    yield f"last made: {'; '.join(noted_reasons(store, what)) or 'not known'}"


def _found(workspace: Workspace, bench: Bench, product: str) -> tuple[Edition, Page | None]:
    """The edition that a product belongs to, and its page; none for the edition's data."""
    outlines = bench.theme.outlines
    parts = Path(product).parts
    names = next((parts[n:] for n, part in enumerate(parts) if part in workspace.studies), ())
    if len(names) < 3:
        mend = "name it as OUT/study/period/…, such as bth/2022/en/full.pdf"
        raise fault(Where("reporter why"), f"'{product}' is no product's place", mend)
    one = said(workspace, names[0], bench.store)
    if names[1] not in one.inputs.study.editions.periods:
        mend = did_you_mean(names[1], one.inputs.study.editions.periods)
        raise fault(Where("reporter why"), f"the study '{names[0]}' has no edition {names[1]}", mend)
    values = edition_values(workspace, one, names[1])
    if len(names) == 3:
        return planned(one.inputs, names[1], Order(), outlines, values), None
    every = Order(kinds=tuple(k for k, o in outlines.items() if o.sections))
    regional = Order(kinds=tuple(k for k, o in outlines.items() if o.region), regions=(ALL,))
    asked = [planned(one.inputs, names[1], order, outlines, values) for order in (every, regional)]
    pages = {page.path: (edition, page) for edition in asked for page in edition.pages}
    if found := pages.get("/".join(names[2:])):
        return found
    mend = did_you_mean("/".join(names[2:]), pages)
    raise fault(Where("reporter why"), f"no product is called '{product}'", mend)

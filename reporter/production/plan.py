"""What is to be built: an order held against what the studies declare → editions with their pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase as fnmatch
from itertools import product
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from reporter import pipeline
from reporter.config import Workspace
from reporter.errors import Where, did_you_mean, fault, shown
from reporter.model.screen import Sibling
from reporter.model.study import Study, in_paths
from reporter.model.theme import Outline
from reporter.production.trace import Values

ALL = "all"
PAGES = ("html", "pdf")
FORMATS = (*PAGES, "xlsx", "json")
"""The data products are written whatever is asked for; asked for alone, no page is made."""


@dataclass(frozen=True)
class Order:
    """What is asked for; what is empty is what the study declares.

    only: patterns of which a page's path fits one. words: the command line, which a receipt answers again.
    """

    studies: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    out: Path | None = None
    strict: bool = False
    only: tuple[str, ...] = ()
    jobs: int = 0
    cluster: str = ""
    keep_going: bool = False
    force: bool = False
    words: tuple[str, ...] = ()


class Page(NamedTuple):
    """A product for readers; `region` is "" where it is about the whole study."""

    language: str
    kind: str
    region: str
    form: str

    @property
    def path(self) -> str:
        """Where it lies below the edition's folder."""
        about = f"-{in_paths(self.region)}" if self.region else ""
        return f"{self.language}/{self.kind}{about}.{self.form}"


@dataclass(frozen=True)
class Edition:
    """An edition to be built: its study, where to, its pages, and the values its assessment is made from."""

    inputs: pipeline.Inputs
    period: str
    folder: Path
    pages: tuple[Page, ...]
    values: Values

    @property
    def name(self) -> str:
        """The study and its period."""
        return f"{self.inputs.study.id} {self.period}"

    def below(self, path: str) -> str:
        """The place below the products' folder of a product that has this path below the edition's."""
        return f"{self.inputs.study.id}/{self.period}/{path}"

    def path(self, page: Page) -> str:
        """A page's place below the products' folder."""
        return self.below(page.path)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its pages."""
        return tuple(dict.fromkeys(page.language for page in self.pages))


def planned(
    inputs: pipeline.Inputs, period: str, order: Order, outlines: Mapping[str, Outline], values: Values
) -> Edition:
    """The pages asked for of a study's period; Faults for a name that nobody knows."""
    declared = inputs.study.editions
    languages, kinds = order.languages or declared.languages, order.kinds or declared.kinds
    known("edition", kinds, outlines)
    _refuse_shared(inputs.study, outlines)
    about = tuple(abouts(inputs.study, kinds, order.regions, outlines))
    formats = tuple(form for form in order.formats or PAGES if form in PAGES)
    pages = tuple(Page(language, *one, form) for language, one, form in product(languages, about, formats))
    folder = (order.out or inputs.workspace.root / "out") / inputs.study.id / period
    whole = Edition(inputs, period, folder, pages, values)
    if not order.only:
        return whole
    return replace(whole, pages=tuple(p for p in pages if any(fnmatch(whole.path(p), o) for o in order.only)))


def _refuse_shared(study: Study, outlines: Mapping[str, Outline]) -> None:
    """A fault where a kind's page would lie where another kind's page about a region does, or at one where a
    disk does not tell capitals apart.
    """
    first: dict[str, str] = {}
    for kind, outline in outlines.items():
        whole, single = [""] * bool(outline.sections), study.regions if outline.region else ()
        for about in (*whole, *(region.id for region in single)):
            place = Page("", kind, about, "").path.lower()
            if (other := first.setdefault(place, kind)) != kind:
                told = f" about {about}" if about else ""
                what = f"the edition '{kind}'{told} would lie where one of '{other}' does"
                raise fault(Where(f"templates/editions/{kind}.yaml"), what, "give the file another name")


def abouts(
    study: Study, kinds: tuple[str, ...], asked: tuple[str, ...], outlines: Mapping[str, Outline]
) -> Iterator[tuple[str, str]]:
    """Each kind with what it is about: the whole study (""), and the regions asked for or declared.

    A kind that is about single regions alone is made of all where none is named.
    """
    members = tuple(r.id for r in study.regions)
    known("region of the study", tuple(r for r in asked if r != ALL), members)
    named = members if ALL in asked else asked
    if named and not any(outlines[kind].region for kind in kinds):
        some = ", ".join(kind for kind, outline in outlines.items() if outline.region)
        what = f"no edition of {', '.join(kinds)} is about a single region"
        raise fault(Where("reporter build"), what, f"take --edition, one of: {some}")
    for kind in kinds:
        outline = outlines[kind]
        if outline.sections and not named:
            yield kind, ""
        if outline.region:
            own = named or study.editions.regions or (() if outline.sections else members)
            yield from ((kind, region) for region in own)


def siblings(page: Page, tags: Mapping[str, str]) -> tuple[Sibling, ...]:
    """The same page in the study's other languages, each by its tag and its own name for itself, as relative
    paths.
    """
    return tuple(
        Sibling(
            tag,
            Locale.parse(other).get_display_name(other) or other,
            f"../{page._replace(language=other).path}",
        )
        for other, tag in tags.items()
        if other != page.language
    )


def studies_of(workspace: Workspace, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The studies asked for, or all; a fault where there is none."""
    if found := asked or workspace.studies:
        return found
    where = Where(shown(workspace.data / "studies"))
    raise fault(where, "there is no study", "write one: NAME/study.yaml")


def periods_of(study: Study, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The study's editions asked for, or all; a fault for one that it does not declare."""
    declared = study.editions.periods
    if not declared:
        what = f"the study '{study.id}' declares no edition"
        raise fault(study.where, what, "add its years to editions: years:")
    for period in asked:
        if period not in declared:
            what = f"the study '{study.id}' declares no edition {period}"
            mend = f"add it to editions: years:, or take one of: {', '.join(declared)}"
            raise fault(study.where, what, mend)
    return asked or declared


def known(kind: str, asked: tuple[str, ...], there: Mapping[str, object] | tuple[str, ...]) -> None:
    """Faults for the first name asked for that is not there."""
    for name in asked:
        if name not in there:
            raise fault(Where("reporter build"), f"no {kind} is called '{name}'", did_you_mean(name, there))

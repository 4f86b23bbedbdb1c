"""Templates, styles, outlines and words, the workspace's own before the base's."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from reporter.config.brand import PICTURES, address, read_brand
from reporter.config.faces import face
from reporter.config.languages import customs_flaws, unsaid
from reporter.config.schema_lists import OutlineFile
from reporter.config.sentences import sentence_flaws
from reporter.config.strays import strange_keys, strays
from reporter.config.workspace import BASE, TEMPLATES, Workspace
from reporter.config.yaml import File
from reporter.errors import Faults, Flaw, Where, did_you_mean, fault, refuse, shown
from reporter.model.theme import Outline, Template, Theme
from reporter.model.words import Entry, Words

A = TypeVar("A")
B = TypeVar("B")
OUTLINE, PAGES = ("sections", "region"), "pages/"


def _templates(workspace: Workspace, pattern: str) -> dict[str, Template]:
    found: dict[str, Template] = {}
    for folder in workspace.layers:
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder).as_posix()
            before = found.get(f"base/{name}")
            template = Template(name, _text(path), Where(shown(path)), before.text if before else "")
            base = {f"base/{name}": template} if folder == TEMPLATES else {}
            found |= {name: template, **base}
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise fault(Where(shown(path)), "the file is not UTF-8", "save it as UTF-8") from None


def read_theme(workspace: Workspace) -> Theme:
    """The theme: the base's files, each replaced by the workspace's own of the same name.

    A replaced template is still at hand as `base/<name>`, so that an editor's may extend it block by block.
    """
    found = _templates(workspace, "styles/*.css")
    refuse(
        Flaw(Where(f"templates/styles/{name}"), "there is no such style sheet", "put it back, or reinstall")
        for name in ("report.css", "screen.css", "dark.css")
        if f"styles/{name}" not in found
    )
    styles = {name.split("/")[-1]: t for name, t in found.items() if not name.startswith("base/")}
    templates = _templates(workspace, "**/*.html")
    brand, outlines = _both(lambda: read_brand(workspace), lambda: _ordered(workspace, templates))
    pictures, scripts = _pictures(workspace), _scripts(workspace)
    return Theme(templates, styles, outlines, brand, _cache() / "reporter", pictures, scripts)


def _both(one: Callable[[], A], other: Callable[[], B]) -> tuple[A, B]:
    """What two readings give; Faults tells what is wrong in either."""
    try:
        first = one()
    except Faults as faults:
        try:
            other()
        except Faults as more:
            raise Faults([*faults.flaws, *more.flaws]) from None
        raise
    return first, other()


def _ordered(workspace: Workspace, templates: Mapping[str, Template]) -> dict[str, Outline]:
    """The outlines; Faults also for files of the workspace's templates that nothing reads."""
    outlines = dict(_outlines(workspace))
    own = workspace.layers[1:]
    refuse(flaw for folder in own for flaw in strays(folder, templates, outlines.values()))
    return outlines


def _pictures(workspace: Workspace) -> dict[str, str]:
    """The pictures that templates may show, by name, as data addresses."""
    paths = [(folder, path) for folder in workspace.layers for path in sorted(folder.glob("pictures/*.*"))]
    return {p.relative_to(f).as_posix(): address(p) for f, p in paths if p.suffix in PICTURES}


def _scripts(workspace: Workspace) -> dict[str, Template]:
    """The page's scripts in the order of their names; a fault where one would end its element."""
    found = _templates(workspace, "scripts/*.js")
    scripts = {name.split("/")[-1]: t for name, t in found.items() if not name.startswith("base/")}
    refuse(
        Flaw(Where(t.where.path, n), "'</script' ends the script in the page", "write '<\\/script'")
        for t in scripts.values()
        for n, line in enumerate(t.text.splitlines(), 1)
        if "</script" in line.lower()
    )
    return scripts


def at_home(theme: Theme) -> Theme:
    """A theme that was read on another machine, with the files of its faces as they lie on this one."""
    sans = {language: face(one.family, one.where) for language, one in theme.brand.sans.items()}
    serif = {language: face(one.family, one.where) for language, one in theme.brand.serif.items()}
    brand = replace(theme.brand, sans=sans, serif=serif)
    return replace(theme, brand=brand, faces=_cache() / "reporter")


def _cache() -> Path:
    """Where this user's programs keep what they can make again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _outlines(workspace: Workspace) -> Iterator[tuple[str, Outline]]:
    for folder in workspace.layers:
        for path in sorted(folder.glob("editions/*.yaml")):
            file = File(path)
            said = file.read(OutlineFile)
            if not (said.sections or said.region):
                mend = "write 'sections: [cover, …]', or 'region: [profiles, …]'"
                raise fault(file.at(), "an outline lists its sections", mend)
            places = [(key, n, name) for key in OUTLINE for n, name in enumerate(getattr(said, key))]
            refuse([*_unwritten(workspace, file, places), *_twice(file, places)])
            lines = {name: file.at(key, n) for key, n, name in places}
            yield path.stem, Outline(said.sections, said.region, lines)


def _unwritten(workspace: Workspace, file: File, places: Iterable[tuple[str, int, str]]) -> Iterator[Flaw]:
    """Pages of the editor's that an outline names and nobody wrote."""
    for key, n, name in places:
        if name.startswith(PAGES) and not any((f / f"{name}.html").exists() for f in workspace.layers):
            there = [p.stem for f in workspace.layers for p in f.glob(f"{PAGES}*.html")]
            mend = did_you_mean(name.removeprefix(PAGES), there) if there else f"write templates/{name}.html"
            yield Flaw(file.at(key, n), f"there is no page '{name}'", mend)


def _twice(file: File, places: Sequence[tuple[str, int, str]]) -> Iterator[Flaw]:
    """Sections that one list of an outline names again: their places in the report would have one address."""
    seen: set[tuple[str, str]] = set()
    for key, n, name in places:
        if (key, name) in seen:
            yield Flaw(file.at(key, n), f"'{name}' stands twice", "take one out")
        seen.add((key, name))


def languages(workspace: Workspace) -> tuple[str, ...]:
    """Every language that there are words for."""
    return tuple(sorted({p.stem for folder in workspace.layers for p in folder.glob("words/*.yaml")}))


Base = Callable[[str], Mapping[str, Entry]]


def base_entries(language: str) -> Mapping[str, Entry]:
    """The base's sentences of a language."""
    return read_words(Workspace(BASE), language).entries


def read_words(workspace: Workspace, language: str, base: Base = base_entries) -> Words:
    """The words of a language, the workspace's own sentences before the base's; a fault if there is no such
    file.

    base: how the base's sentences of a language are had, where somebody has them already.
    """
    own, shared = (folder / "words" / f"{language}.yaml" for folder in (workspace.templates, TEMPLATES))
    beside = own != shared
    if not (own.exists() or shared.exists()):
        raise _no_words(workspace, language)
    entries = dict(base(language)) if beside and shared.exists() else {}
    if own.exists():
        file, flaws = File(own), list[Flaw]()
        told = dict(_sentences(file, file.data, (), flaws))
        flaws += strange_keys(told, entries or base("en")) if beside else []
        refuse(flaws)
        entries |= told
    where = Where(shown(own if own.exists() else shared))
    refuse(customs_flaws(language, entries, where))
    if language != "en":
        refuse(unsaid(entries, base("en"), where))
    return Words(language, entries)


def _no_words(workspace: Workspace, language: str) -> Faults:
    mend = did_you_mean(language, languages(workspace))
    if mend.startswith("one of"):
        mend = f"write templates/words/{language}.yaml, or take {mend}"
    return fault(Where("templates/words"), f"there are no words for the language '{language}'", mend)


def _sentences(
    file: File, node: Any, loc: tuple[str | int, ...], flaws: list[Flaw]
) -> Iterator[tuple[str, Entry]]:
    for key, value in node.items():
        at = (*loc, key)
        if hasattr(value, "items"):
            yield from _sentences(file, value, at, flaws)
        elif isinstance(value, str):
            flaws += sentence_flaws(value, file.at(*at))
            yield ".".join(map(str, at)), Entry(value, file.at(*at))
        else:
            flaws.append(Flaw(file.at(*at), f"'{key}' is not a text", "put it in quotes"))

"""Files of a workspace's templates that nothing reads, and words under keys that nothing asks for."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from reporter.errors import Flaw, Where, did_you_mean, shown
from reporter.model.theme import Outline, Template
from reporter.model.words import Entry

READ = ("brand.yaml", "README.md", "styles/*.css", "words/*.yaml", "editions/*.yaml", "scripts/*.js")
OPEN = ("pages.", "recommendations.level.", "recommendations.instrument.", "recommendations.horizon.")
"""Words that the workspace's own pages and measures ask for."""


def strays(folder: Path, templates: Mapping[str, Template], outlines: Iterable[Outline]) -> Iterator[Flaw]:
    """Files below the workspace's templates/ that no one reads, since their name is none of the theme's."""
    base = {name.removeprefix("base/") for name in templates if name.startswith("base/")}
    mine = {t.where.path for t in templates.values() if t.where.path.startswith(shown(folder))}
    pages = {f"{name}.html" for o in outlines for name in (*o.sections, *o.region)}
    written = [t.text for t in templates.values() if t.where.path in mine] + _brand(folder)
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")):
        name = path.relative_to(folder).as_posix()
        named = any(f'"{name}"' in text or f"'{name}'" in text or f": {name}" in text for text in written)
        if not (name in base | pages or named or _is_read(name)):
            yield Flaw(Where(shown(path)), "nothing reads this file", _mend(name, base))


def _is_read(name: str) -> bool:
    """Whether files of this name are read, in this folder; a README may stand in any."""
    whole = PurePosixPath("/", name)
    return whole.name == "README.md" or any(whole.match(f"/{pattern}") for pattern in READ)


def _brand(folder: Path) -> list[str]:
    """The brand file, which may name a picture."""
    path = folder / "brand.yaml"
    return [path.read_text("utf-8")] if path.exists() else []


def _mend(name: str, base: set[str]) -> str:
    if name.startswith("pages/"):
        return f"name it in an outline, templates/editions/…: {name.removesuffix('.html')}"
    if name.startswith("pictures/"):
        return f'show it in a template, image("{name}"), or as the logo in brand.yaml; or take it away'
    return did_you_mean(name, {*base, *READ})


def strange_keys(own: Mapping[str, Entry], base: Mapping[str, Entry]) -> Iterator[Flaw]:
    """Words of a workspace under keys that the base has not: nothing would ever say them."""
    for key, entry in own.items():
        if key not in base and not key.startswith(OPEN):
            mend = _nearest(key, base)
            yield Flaw(entry.where, f"nothing asks for words called '{key}'", mend)


def _nearest(key: str, base: Mapping[str, Entry]) -> str:
    """The nearest key; of those of the same group where none is near."""
    group = key.rpartition(".")[0]
    return did_you_mean(key, [k for k in base if k.rpartition(".")[0] == group] or base)

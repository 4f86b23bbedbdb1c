"""templates/brand.yaml, the base's and key by key the workspace's own → Brand."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reporter.config.brand_flaws import Locate, brand_flaws, remarks
from reporter.config.faces import face
from reporter.config.schema_brand import BrandFile, LogoFile
from reporter.config.workspace import Workspace
from reporter.config.yaml import File, plain
from reporter.errors import Flaw, Where, did_you_mean, fault, refuse, shown
from reporter.model.brand import Brand, Face, Logo, Sheet

NAME = "brand.yaml"
PICTURES = {".svg": "image/svg+xml", ".png": "image/png"}


def read_brand(workspace: Workspace) -> Brand:
    """The brand; Faults for what is misspelt, missing or cannot be read on its ground."""
    files = [File(folder / NAME) for folder in workspace.layers if (folder / NAME).exists()]
    said: dict[str, Any] = {}
    for file in files:
        file.read(BrandFile)
        own = plain(file.data)
        refuse(_empty(file, own, ()))
        said = _over(said, own)

    def where(*loc: str) -> Where:
        """Where a key stands, the workspace's own before the base's."""
        return next((f.at(*loc) for f in reversed(files) if _has(f.data, loc)), files[-1].at())

    brand = _brand(BrandFile.model_validate(said), workspace, where)
    refuse(brand_flaws(brand, where))
    return replace(brand, remarks=tuple(remarks(brand, where)))


def _empty(file: File, node: Any, loc: tuple[str, ...]) -> Iterator[Flaw]:
    """Keys without a value, as `accent: #005A9C` is without its quotes: in YAML, # begins a comment."""
    for key, value in node.items() if isinstance(node, dict) else ():
        if value is None:
            mend = 'write one, a colour in quotes ("#0F4C81"), since # begins a comment; or take the line out'
            yield Flaw(file.at(*loc, key), f"'{key}' has no value", mend)
        yield from _empty(file, value, (*loc, key))


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The base's keys with the workspace's own in their place, group by group; a text or list as a whole."""
    both = dict(base)
    for key, value in own.items():
        group = isinstance(value, dict) and isinstance(base.get(key), dict)
        both[key] = _over(base[key], value) if group else value
    return both


def _has(node: Any, loc: tuple[str, ...]) -> bool:
    for part in loc:
        node = next((node[key] for key in node if str(key) == part), None) if isinstance(node, dict) else None
    return node is not None


def _brand(said: BrandFile, workspace: Workspace, where: Locate) -> Brand:
    told = said.model_dump(by_alias=True, exclude_none=True)
    faces, colours = told["faces"], told["colours"]
    return Brand(
        dict(_roles(colours)),
        dict(_dark(colours["dark"])),
        colours["heat"],
        colours["against"],
        _faces(faces, "sans", where),
        _faces(faces, "serif", where),
        Sheet(**told["page"]),
        faces["elsewhere"],
        said.institution or {},
        _logo(said.logo, workspace, where) if said.logo else None,
    )


def _faces(said: Mapping[str, Any], voice: str, where: Locate) -> dict[str, Face]:
    """The face of each language; one for all stands under ""."""
    if isinstance(said[voice], str):
        return {"": face(said[voice], where("faces", voice))}
    return {
        language: face(family, where("faces", voice, language)) for language, family in said[voice].items()
    }


def _plain(colours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Role → colour: the file's keys as the page's variables are named."""
    for key, value in colours.items():
        if isinstance(value, str):
            yield key.replace("_", "-"), value
    yield from ((f"dimension-{number}", shade) for number, shade in colours["dimensions"].items())


def _dark(colours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The same of a dark page, where a region's text and areas have one hue."""
    yield from _plain(colours)
    for number, hue in colours["regions"].items():
        yield from ((f"region-{number}{part}", hue) for part in ("", "-fill"))


def _roles(colours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The same of paper, where a region has a hue for text, for areas and on the field."""
    yield from _plain(colours)
    for number, hue in colours["regions"].items():
        yield f"region-{number}", hue["text"]
        yield from ((f"region-{number}-{part}", hue[part]) for part in ("fill", "field"))


def _logo(said: LogoFile, workspace: Workspace, where: Locate) -> Logo:
    """The logo as a data address; Faults where there is no such picture."""
    folder = workspace.templates
    path, at = folder / said.file, where("logo", "file")
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        there = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.suffix in PICTURES]
        raise fault(at, f"there is no picture '{said.file}' below {shown(folder)}", _mend(said.file, there))
    if path.suffix not in PICTURES:
        raise fault(at, f"'{said.file}' is neither an SVG nor a PNG", "save the logo as one of the two")
    return Logo(address(path), said.alt, said.height, said.cover, said.foot)


def address(path: Path) -> str:
    """A picture as a data address."""
    return f"data:{PICTURES[path.suffix]};base64,{b64encode(path.read_bytes()).decode()}"


def _mend(name: str, there: list[str]) -> str:
    return did_you_mean(name, there) if there else "put it there"

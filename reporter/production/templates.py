"""What an editor can override, whether this workspace does, and a copy to begin with."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reporter.config import Workspace, find_workspace, read_theme
from reporter.config.workspace import TEMPLATES
from reporter.config.yaml import File
from reporter.errors import Where, did_you_mean, fault, shown
from reporter.model.theme import Theme
from reporter.render.mistakes import MACROS
from reporter.render.proofread import SET, Read, read_templates

Row = dict[str, str]
Part = tuple[str, str, Path]
FILES = (
    "*.html",
    "blocks/*.html",
    "pages/*.html",
    "styles/*.css",
    "scripts/*.js",
    "brand.yaml",
    "editions/*.yaml",
    "words/*.yaml",
)
KINDS = {"blocks": "template", "pages": "page", "styles": "style", "scripts": "script"}
KINDS |= {"editions": "outline", "words": "words"}
NEXT = {
    "template": "change it, or keep only what differs: {extends}",
    "page": "name it in an outline, templates/editions/",
    "style": "it stands in the base's place; for a few rules write templates/styles/house.css instead",
    "script": "it stands in the base's place",
    "outline": "put its sections in your order, or leave some out",
    "words": "keep the sentences you change and take out the others: the base's stand behind them",
    "brand": "keep the keys you change and take out the others: the base's stand behind them",
    "macros": "keep the macros you change and take out the others: the base's stand behind them",
}


def parts(start: Path) -> list[Row]:
    """Everything of the theme: its kind and name, the file it comes from, "yes" where that is the
    workspace's own.
    """
    workspace = find_workspace(start)
    theme = read_theme(workspace)
    read, _ = read_templates(theme)
    found = [*_files(workspace), *_blocks(read), *_macros(read), *_variables(theme), *_brand(workspace)]
    return [_row(kind, name, path.resolve()) for kind, name, path in found]


def _row(kind: str, name: str, path: Path) -> Row:
    own = not path.is_relative_to(TEMPLATES.resolve())
    return {"kind": kind, "name": name, "overridden": "yes" if own else "", "file": shown(path)}


def _files(workspace: Workspace) -> Iterator[Part]:
    """Every file by the name it is overridden under; the last folder that has it wins."""
    there = {
        path.relative_to(folder).as_posix(): path
        for folder in workspace.layers
        for pattern in FILES
        for path in sorted(folder.glob(pattern))
    }
    yield from ((_kind(name), name, path) for name, path in there.items())


def _kind(name: str) -> str:
    folder = name.partition("/")[0] if "/" in name else name.partition(".")[0]
    return KINDS.get(folder, "brand" if folder == "brand" else "template")


def _blocks(read: Mapping[str, Read]) -> Iterator[Part]:
    """Jinja's blocks, as `section.html: head`; what a template lacks stands in the one it extends."""
    for name, one in read.items():
        if not name.startswith("base/"):
            above = read.get(one.parent, one)
            for block in {**above.blocks, **one.blocks}:
                written = one if block in one.blocks else above
                yield "block", f"{name}: {block}", Path(written.template.where.path)


def _macros(read: Mapping[str, Read]) -> Iterator[Part]:
    named = [
        (macro, read[name].template) for name in (f"base/{MACROS}", MACROS) for macro in read[name].macros
    ]
    yield from (("macro", name, Path(t.where.path)) for name, t in dict(named).items())


def _variables(theme: Theme) -> Iterator[Part]:
    """The style sheets' variables, those of the brand aside."""
    set_in = {name: style for style in theme.styles.values() for name in SET.findall(style.text)}
    yield from (("variable", f"--{name}", Path(style.where.path)) for name, style in set_in.items())


def _brand(workspace: Workspace) -> Iterator[Part]:
    """The keys of the brand, `colours.regions.1.fill`."""
    files = [File(path) for f in workspace.layers if (path := f / "brand.yaml").exists()]
    keys = {key: file.path for file in files for key in _keys(file.data)}
    yield from (("brand", key, path) for key, path in keys.items())


def _keys(node: Any, above: str = "") -> Iterator[str]:
    for key, value in node.items():
        if hasattr(value, "items"):
            yield from _keys(value, f"{above}{key}.")
        else:
            yield f"{above}{key}"


def copy(start: Path, name: str) -> Iterable[str]:
    """Puts the base's file into the workspace's templates/; tells where it lies and what to do with it."""
    workspace = find_workspace(start)
    base, own = TEMPLATES, workspace.templates
    there = [path.relative_to(base).as_posix() for pattern in FILES for path in base.glob(pattern)]
    if own.resolve() == base.resolve():
        raise fault(Where(shown(own)), "this workspace holds the base theme itself", "change its files")
    if name not in there:
        raise fault(Where("reporter template copy"), f"no file is called '{name}'", did_you_mean(name, there))
    if (own / name).exists():
        raise fault(Where(shown(own / name)), "the file is there already", "change it, or move it away")
    (own / name).parent.mkdir(parents=True, exist_ok=True)
    (own / name).write_bytes((base / name).read_bytes())
    return [shown(own / name), _next(name)]


def _next(name: str) -> str:
    kind = "macros" if name == MACROS else _kind(name)
    extends = f'{{% extends "base/{name}" %}}, then {{% block … %}}…{{% endblock %}}'
    return NEXT[kind].format(extends=extends)

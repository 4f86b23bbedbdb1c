"""The base theme as it lies in templates/."""

from dataclasses import replace
from pathlib import Path

from reporter.config import Workspace
from reporter.config.brand import read_brand
from reporter.config.workspace import BASE
from reporter.errors import Where
from reporter.model.theme import Template, Theme

TEMPLATES = Path(__file__).parents[2] / "templates"


def read(path: Path) -> Template:
    name = str(path.relative_to(TEMPLATES.parent))
    return Template(path.relative_to(TEMPLATES).as_posix(), path.read_text(), Where(name))


def base_theme() -> Theme:
    return Theme(
        templates={one.name: one for one in map(read, sorted(TEMPLATES.rglob("*.html")))},
        styles={path.name: read(path) for path in sorted((TEMPLATES / "styles").glob("*.css"))},
        outlines={},
        brand=read_brand(Workspace(BASE)),
        faces=Path(),
    )


def with_template(theme: Theme, name: str, text: str) -> Theme:
    return replace(theme, templates={**theme.templates, name: Template(name, text, Where(f"mine/{name}"))})


def with_style(theme: Theme, text: str) -> Theme:
    return replace(
        theme, styles={**theme.styles, "mine.css": Template("mine.css", text, Where("mine/mine.css"))}
    )

"""The base theme as it lies in templates/."""

from dataclasses import replace

from reporter.config import Workspace, read_theme
from reporter.config.workspace import BASE
from reporter.errors import Where
from reporter.model.theme import Template, Theme


def base_theme() -> Theme:
    """Without the outlines, which a made-up document has no use for."""
    return replace(read_theme(Workspace(BASE)), outlines={})


def with_template(theme: Theme, name: str, text: str) -> Theme:
    return replace(theme, templates={**theme.templates, name: Template(name, text, Where(f"mine/{name}"))})


def with_style(theme: Theme, text: str) -> Theme:
    return replace(
        theme, styles={**theme.styles, "mine.css": Template("mine.css", text, Where("mine/mine.css"))}
    )

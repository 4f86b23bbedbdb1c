"""The base theme as it lies in templates/, in colours of its own."""

from dataclasses import replace
from pathlib import Path

from reporter.errors import Where
from reporter.model.theme import Template, Theme

TEMPLATES = Path(__file__).parents[2] / "templates"
TOKENS = """html {
  --ink: #15202B; --text-2: #55606B; --rule: #C9CED3; --tint: #F1F3F5; --paper: #FFFFFF; --accent: #A83C14;
  --field: #0B2E4A; --field-rule: #4A6A85; --on-field-2: #B3C4D2; --context: #9AA5AF;
  --region-1: #0F4C81; --region-2: #17766F; --region-3: #A83C14;
  --region-1-fill: #0F4C81; --region-2-fill: #2FA39A; --region-3-fill: #B9441A;
  --dimension-1: #33414E; --dimension-2: #8593A0; --dimension-3: #CBD3DA;
}"""


def read(path: Path) -> Template:
    name = str(path.relative_to(TEMPLATES.parent))
    return Template(path.relative_to(TEMPLATES).as_posix(), path.read_text(), Where(name))


def base_theme() -> Theme:
    return Theme(
        templates={one.name: one for one in map(read, sorted(TEMPLATES.rglob("*.html")))},
        styles={path.name: read(path) for path in sorted((TEMPLATES / "styles").glob("*.css"))},
        outlines={},
        faces=Path(),
        tokens=TOKENS,
    )


def with_template(theme: Theme, name: str, text: str) -> Theme:
    return replace(theme, templates={**theme.templates, name: Template(name, text, Where(f"mine/{name}"))})


def with_style(theme: Theme, text: str) -> Theme:
    return replace(
        theme, styles={**theme.styles, "mine.css": Template("mine.css", text, Where("mine/mine.css"))}
    )

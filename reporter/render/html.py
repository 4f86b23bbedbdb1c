"""Document, Theme → one HTML file that needs nothing beside it; the PDF is made from the same page."""

from jinja2 import BytecodeCache, Environment, FunctionLoader, nodes
from markupsafe import Markup

from reporter.model.document import Document
from reporter.model.theme import Template, Theme
from reporter.render.filters import FILTERS
from reporter.render.letterhead import letterhead
from reporter.render.mistakes import MACROS, Strict, told
from reporter.render.offers import offers
from reporter.render.places import levels, names
from reporter.render.tokens import dark_tokens, tokens

PAGE, SCREEN, DARK = "report.html", "screen.css", "dark.css"


def html(document: Document, theme: Theme, compiled: BytecodeCache | None = None) -> bytes:
    """The report as one self-contained HTML file, UTF-8, good on screen and on paper."""
    return page(document, theme, compiled).encode()


def page(
    document: Document, theme: Theme, compiled: BytecodeCache | None = None, *, screen: bool = True
) -> str:
    """The report's markup; without `screen` what paper never shows (navigation, data tables) is left out.

    compiled: where templates are kept as Jinja compiled them.
    """
    with told(theme.templates):
        return (
            environment(theme, compiled)
            .get_template(PAGE)
            .render(
                document=document,
                names=names(document),
                levels=levels(document.sections),
                styles=[Markup(theme.styles[name].text) for name in _sheets(theme, screen)],
                dark=Markup(dark_tokens(theme.brand) + theme.styles[DARK].text),
                scripts=[Markup(script.text) for script in theme.scripts.values()],
                **offers(document, theme.pictures),
                letterhead=letterhead(theme.brand, document.language),
                tokens=Markup(tokens(theme.brand, document.language)),
                screen=screen,
            )
        )


def _sheets(theme: Theme, screen: bool) -> list[str]:
    """The style sheets that always hold, in their order: on paper without the screen's."""
    left_out = (DARK,) if screen else (SCREEN, DARK)
    return [name for name in theme.styles if name not in left_out]


def environment(theme: Theme, compiled: BytecodeCache | None = None) -> Environment:
    """Jinja over the theme's templates: escapes everything, and stops at a name it does not know."""
    made = Environment(
        loader=FunctionLoader(lambda name: _source(made, theme, name)),
        autoescape=True,
        undefined=Strict,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
    )
    made.filters.update(FILTERS)
    return made


def macros(tree: nodes.Template) -> list[str]:
    """The names of a template's macros."""
    return [macro.name for macro in tree.find_all(nodes.Macro)]


def _source(env: Environment, theme: Theme, name: str) -> tuple[str, str, None] | None:
    """The template's text and its path, so that a traceback names the editor's own file.

    A workspace's macros are followed by those of the base that it does not write itself.
    """
    found, base = theme.templates.get(name), theme.templates.get(f"base/{name}")
    if not found:
        return None
    mine = name == MACROS and base and base.where != found.where
    return found.text + (_others(env, found, base) if mine and base else ""), found.where.path, None


def _others(env: Environment, own: Template, base: Template) -> str:
    """The base's macros under their names, without those that the workspace's file has."""
    mine, all_there = (macros(env.parse(one.text, MACROS, one.where.path)) for one in (own, base))
    kept = [name for name in all_there if name not in mine]
    taken = "".join(f"{{% set {name} = its.{name} %}}" for name in kept)
    return f'{{% import "base/{MACROS}" as its with context %}}{taken}'

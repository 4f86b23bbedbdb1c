"""The theme read over before a page is made: names that nothing has, all told together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from reporter.errors import Flaw, Where, did_you_mean
from reporter.model.theme import Template, Theme
from reporter.render.fetches import fetches
from reporter.render.html import environment, macros
from reporter.render.mistakes import MACROS, syntax
from reporter.render.offers import OFFERS
from reporter.render.tokens import tokens

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
USED, SET = re.compile(r"var\(\s*--([\w-]+)"), re.compile(r"--([\w-]+)\s*:")
LOADED: tuple[type[Any], ...] = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
ALWAYS = {"loop", "self", "super", "caller", "varargs", "kwargs", *OFFERS}


@dataclass(frozen=True)
class Read:
    """A template as Jinja reads it."""

    template: Template
    tree: nodes.Template

    def at(self, node: nodes.Node) -> Where:
        """Where a part of it stands."""
        return Where(self.template.where.path, node.lineno)

    @property
    def blocks(self) -> dict[str, nodes.Block]:
        """Its named blocks."""
        return {block.name: block for block in self.tree.find_all(nodes.Block)}

    @property
    def macros(self) -> list[str]:
        """The names of its macros."""
        return macros(self.tree)

    @property
    def parent(self) -> str:
        """The template it extends; "" where it extends none, or one that is chosen as it runs."""
        first = self.tree.find(nodes.Extends)
        return _constant(first.template) if first else ""


def proofread(theme: Theme) -> Iterator[Flaw]:
    """Misspelt names of templates and styles: what Jinja and the browser pass over, and what they would stop
    at one by one.
    """
    env = environment(theme)
    read, flaws = read_templates(theme)
    yield from flaws
    for name, one in read.items():
        if not name.startswith("base/"):
            yield from _filters(one, env)
            yield from _loaded(one, theme)
            yield from _macros(one, read)
            yield from _strange_blocks(one, read)
            yield from _variables(one, read, env)
    yield from _styles(theme)
    yield from fetches(theme)


def read_templates(theme: Theme) -> tuple[dict[str, Read], list[Flaw]]:
    """Every template by name, and what of them Jinja cannot read."""
    env = environment(theme)
    read, flaws = dict[str, Read](), list[Flaw]()
    for name, template in theme.templates.items():
        try:
            tree = env.parse(template.text, name, template.where.path)
            read[name] = Read(template, tree)
        except TemplateSyntaxError as error:
            flaws.append(syntax(error))
    return read, list(dict.fromkeys(flaws))


def _filters(one: Read, env: Environment) -> Iterator[Flaw]:
    for node in one.tree.find_all(nodes.Filter):
        if node.name not in env.filters:
            yield Flaw(
                one.at(node), f"there is no filter '{node.name}'", did_you_mean(node.name, env.filters)
            )


def _loaded(one: Read, theme: Theme) -> Iterator[Flaw]:
    for node in (found for kind in LOADED for found in one.tree.find_all(kind)):
        name = _constant(node.template)
        if name == one.template.name and isinstance(node, nodes.Extends):
            mend = f"write 'base/{name}'" if f"base/{name}" in theme.templates else "name another"
            yield Flaw(one.at(node), f"'{name}' extends itself", mend)
        elif name and name not in theme.templates:
            yield Flaw(one.at(node), f"there is no template '{name}'", did_you_mean(name, theme.templates))


def _macros(one: Read, read: Mapping[str, Read]) -> Iterator[Flaw]:
    """Macros asked for by a name that macros.html has not; a macros.html that extends, which does nothing."""
    there = {macro for name in (MACROS, f"base/{MACROS}") if name in read for macro in read[name].macros}
    for node in one.tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "show" and node.attr not in there:
            yield Flaw(one.at(node), f"there is no macro '{node.attr}'", did_you_mean(node.attr, there))
    first = one.tree.find(nodes.Extends)
    if first and one.template.name == MACROS:
        what = "macros cannot be overridden by extending"
        yield Flaw(one.at(first), what, "take the line out: the file holds the macros that differ")


def _strange_blocks(one: Read, read: Mapping[str, Read]) -> Iterator[Flaw]:
    """Blocks at the top of a template that the one it extends has not: Jinja passes over them."""
    if one.parent in read:
        above = _inherited(read[one.parent], read)
        for node in one.tree.body:
            if isinstance(node, nodes.Block) and node.name not in above:
                what = f"'{one.parent}' has no block '{node.name}'"
                yield Flaw(one.at(node), what, did_you_mean(node.name, above))


def _inherited(one: Read, read: Mapping[str, Read]) -> set[str]:
    """The blocks of a template and of those it extends."""
    above = read.get(one.parent)
    return set(one.blocks) | (_inherited(above, read) if above and above is not one else set())


def _variables(one: Read, read: Mapping[str, Read], env: Environment) -> Iterator[Flaw]:
    """Names that the base's templates do not use and no template sets."""
    base = {name: other for name, other in read.items() if name.startswith("base/")}
    if one.template in [other.template for other in base.values()]:
        return  # the base's own, of which each is what the others know
    known = ALWAYS.union(env.globals, *(find_undeclared_variables(other.tree) for other in base.values()))
    near = known - ALWAYS - set(env.globals) | set(_assigned(one.tree)) | {"value", "image"}
    known |= {name for other in read.values() for name in _assigned(other.tree)}
    for node in one.tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in known:
            yield Flaw(one.at(node), f"nothing here is called '{node.name}'", did_you_mean(node.name, near))


def _assigned(tree: nodes.Template) -> Iterator[str]:
    """Names a template gives a value: by set, for, macro, import."""
    yield from (node.name for node in tree.find_all(nodes.Name) if node.ctx != "load")
    yield from (node.name for node in tree.find_all(nodes.Macro))
    yield from (node.target for node in tree.find_all(nodes.Import))
    for node in tree.find_all(nodes.FromImport):
        yield from (name[1] if isinstance(name, tuple) else name for name in node.names)


def _styles(theme: Theme) -> Iterator[Flaw]:
    """Variables of the styles that are used and set nowhere, or set and used nowhere."""
    texts = [style.text for style in theme.styles.values()]
    texts += [template.text for template in theme.templates.values()]
    every = [COMMENT.sub("", text) for text in (*texts, tokens(theme.brand, ""))]
    used, given = ({name for text in every for name in kind.findall(text)} for kind in (USED, SET))
    replaced = (COMMENT.sub("", style.replaced) for style in theme.styles.values())
    used |= {
        name for text in replaced for name in USED.findall(text)
    }  # else the base's others would be blamed
    for style in theme.styles.values():
        yield from _unmatched(style, USED, given, "no variable is called '--{}'")
        yield from _unmatched(style, SET, used, "no style uses a variable '--{}'")


def _unmatched(style: Template, kind: re.Pattern[str], there: set[str], what: str) -> Iterator[Flaw]:
    text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), style.text)
    for n, line in enumerate(text.splitlines(), 1):
        for name in kind.findall(line):
            if name not in there:
                yield Flaw(Where(style.where.path, n), what.format(name), did_you_mean(name, there))


def _constant(node: nodes.Node) -> str:
    """The text a template is named by; "" where it is put together as the template runs."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""

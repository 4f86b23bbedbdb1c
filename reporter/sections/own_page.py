"""A page of the editor's own: a template of hers, under a heading from her words."""

from collections.abc import Iterator

from reporter.errors import Flaw, Where, refuse
from reporter.model.document import Section
from reporter.model.words import Words

FOLDER = "pages/"


def is_own(name: str) -> bool:
    """Whether the outline names a page of the editor's, `pages/method-in-brief`."""
    return name.startswith(FOLDER)


def own_page(name: str, words: Words) -> Section:
    """The page; its words are `pages.<name>.short`, `.heading` and, if she wants one, `.lead`."""
    key = name.replace("/", ".", 1)
    refuse(_untold(name, key, words))
    short = words(f"{key}.short")
    lead = words(f"{key}.lead") if words.has(f"{key}.lead") else ""
    section = name.replace("/", "-")
    return Section(section, short, words(f"{key}.heading"), (), lead, short=short, template=f"{name}.html")


def _untold(name: str, key: str, words: Words) -> Iterator[Flaw]:
    """That the words of a language lack what heads the page."""
    lacking = [part for part in ("short", "heading") if not words.has(f"{key}.{part}")]
    if lacking:
        told = " and ".join(f"'{key}.{part}'" for part in lacking)
        example = ", ".join(f"{part}: …" for part in lacking)
        mend = f"write 'pages: {{{name.removeprefix(FOLDER)}: {{{example}}}}}' there"
        yield Flaw(Where(f"templates/words/{words.language}.yaml"), f"no words for {told}", mend)

"""A page of the editor's own: a template of hers, under a heading from her words."""

from reporter.model.document import Section
from reporter.model.words import Words

FOLDER = "pages/"


def is_own(name: str) -> bool:
    """Whether the outline names a page of the editor's, `pages/method-in-brief`."""
    return name.startswith(FOLDER)


def own_page(name: str, words: Words) -> Section:
    """The page; its words are `pages.<name>.short`, `.heading` and, if she wants one, `.lead`."""
    key = name.replace("/", ".", 1)
    short = words(f"{key}.short")
    lead = words(f"{key}.lead") if words.has(f"{key}.lead") else ""
    section = name.replace("/", "-")
    return Section(section, short, words(f"{key}.heading"), (), lead, short=short, template=f"{name}.html")

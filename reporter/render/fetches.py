"""What templates and styles would have a page fetch, which holds all it shows."""

import re
from collections.abc import Iterable, Iterator

from reporter.errors import Flaw, Where
from reporter.model.theme import Template, Theme

HELD = r"(?!data:|#|\{|['\"])"
"""An address that is in the page itself, or that Jinja puts there."""
ELEMENT = re.compile(
    rf"<(?:img|script|source|iframe|video|audio|embed|input)\b[^>]*?\bsrc\s*=\s*[\"']?{HELD}([^\"'\s>]+)"
    rf"|<link\b[^>]*?\bhref\s*=\s*[\"']?{HELD}([^\"'\s>]+)"
)
STYLE = re.compile(rf"url\(\s*[\"']?{HELD}([^\"')\s]+)|@import\s+[\"']([^\"']+)")


def fetches(theme: Theme) -> Iterator[Flaw]:
    """Pictures, scripts and styles named by an address: a page sent by mail would be without them."""
    shown = 'write src="{{ image("pictures/…") }}", with the picture below templates/pictures/'
    own = (template for name, template in theme.templates.items() if not name.startswith("base/"))
    yield from _found(own, ELEMENT, shown)
    yield from _found(theme.styles.values(), STYLE, "write it as a data address, url(data:…)")


def _found(texts: Iterable[Template], kind: re.Pattern[str], mend: str) -> Iterator[Flaw]:
    for one in texts:
        for found in kind.finditer(one.text):
            address = next(filter(None, found.groups()))
            line = one.text.count("\n", 0, found.start()) + 1
            what = f"a page fetches nothing, and this asks for '{address}'"
            yield Flaw(Where(one.where.path, line), what, mend)

"""The filters templates may use: typography, shares as CSS, and data as addresses."""

import csv as table
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markdown_it import MarkdownIt
from markupsafe import Markup, escape
from nh3 import clean

from reporter.model.document import Figure
from reporter.model.screen import HotSpot

NBSP, JOINER = "\u00a0", "\u2060"
HAN = "[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]"
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")
TAGS = {"h2", "h3", "h4", "p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "hr", "br", "code", "pre"}
RANGE = re.compile(r"(?<=\d)([～—])(?=[\d−])")
DATE = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
CLAUSE = re.compile(r"[^，：。；？！]+[，：。；？！]*")


def tie(text: str, line: int = 16) -> Markup:
    """A heading that breaks well: Chinese only after ，：。 where a clause fits a line of so many signs."""
    text = str(text)
    if not re.search(HAN, text):
        return escape(last(text))
    return Markup("").join(
        Markup('<span class="keep">{}</span>').format(clause) if len(clause) <= line else escape(last(clause))
        for clause in CLAUSE.findall(text)
    )


def last(text: str) -> str:
    """The text with its end held together: four signs of Chinese, or a short last word and the one before.

    A range of figures (0～100, 2016—2022) stays on one line too, and so does a date (2022-12-01): this by a
    span, that it can be copied as it is.
    """
    text = RANGE.sub(JOINER + r"\1" + JOINER, str(text))  # a misspelt name says so here
    if re.search(HAN + ".{0,3}$", text) and re.search(HAN[:-1] + "‘’“”]$", text) and " " not in text[-4:]:
        text = text[:-4] + JOINER.join(text[-4:])
    else:
        text = re.sub(r" (\S{1,6})$", NBSP + r"\1", text)
    if not DATE.search(text):
        return text
    return Markup(DATE.sub(r'<span class="keep">\g<0></span>', str(escape(text))))


def bound(text: str) -> str:
    """A few words that stay on one line."""
    return text.replace(" ", NBSP)


def percent(share: float) -> str:
    """A share from 0 to 1 as a CSS length; what lies outside is drawn at the edge."""
    return f"{min(max(share, 0.0), 1.0):.2%}"


def plain(value: str | float) -> str:
    """A cell of a figure's data on screen: six significant figures, a real minus, — where there is none."""
    if isinstance(value, str):
        return value
    return "—" if value != value else f"{value:.6g}".replace("-", "−")


def markdown(text: str) -> Markup:
    """An editor's Markdown as HTML: headings one step lower, since the section has its own; no markup of
    hers, no pictures, no address that runs anything.
    """
    tokens = MARKDOWN.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 4)}"
    return Markup(clean(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}), tags=TAGS))


def picture(svg: bytes) -> str:
    """The drawing as a data address."""
    return "data:image/svg+xml;base64," + b64encode(svg).decode()


def csv(figure: Figure) -> str:
    """The figure's data as the data address of a CSV file."""
    return "data:text/csv;charset=utf-8;base64," + b64encode(csv_file(figure)).decode()


def csv_file(figure: Figure) -> bytes:
    """The figure's data as a CSV file; the mark at its head lets Excel read Chinese."""
    out = StringIO()
    rows: Iterable[Iterable[object]] = [figure.columns, *figure.rows]
    table.writer(out).writerows(["" if cell != cell else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def spots(found: Sequence[HotSpot]) -> Markup:
    """The marks of a drawing for a script, as JSON for an attribute in single quotes: the names, the
    conditions, then of each mark its box in thousandths, the numbers of its name and condition, its value.
    """
    names = list(dict.fromkeys(spot.name for spot in found))
    conditions = list(dict.fromkeys(spot.at for spot in found))
    marks = [[*_box(s), names.index(s.name), conditions.index(s.at), s.value] for s in found]
    return htmlsafe_json_dumps([names, conditions, marks], ensure_ascii=False, separators=(",", ":"))


def _box(spot: HotSpot) -> list[int]:
    return [round(1000 * share) for share in (spot.left, spot.top, spot.width, spot.height)]


FILTERS: dict[str, Callable[..., Any]] = {
    "tie": tie,
    "last": last,
    "bound": bound,
    "percent": percent,
    "plain": plain,
    "markdown": markdown,
    "picture": picture,
    "csv": csv,
    "spots": spots,
}

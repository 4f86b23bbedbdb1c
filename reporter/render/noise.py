"""What the PDF libraries merely log, as flaws: a report with a hole in it is no report."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from reporter.errors import Flaw, Where
from reporter.model.theme import Template, Theme

LOGGERS = ("weasyprint", "fontTools")
DECLARATION = re.compile(r"`(?P<text>[^:`]+).*` at (?P<line>\d+):\d+")
PLACE = re.compile(r"(?P<text>)at (?P<line>\d+):\d+")
GLYPH = "the page's fonts have no sign for it: write it otherwise, or install a font that has it"
UNKNOWN = "the printed page would go without it: mend it, or keep it inside @media screen"
HOLE = "the page would have a hole there"
LONGEST = 160


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def collected() -> Iterator[list[logging.LogRecord]]:
    """The records of WARNING and above that the PDF libraries log meanwhile; they go nowhere else."""
    collector, loggers = _Collector(), [logging.getLogger(name) for name in LOGGERS]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield collector.records
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate


def flaws(records: Iterable[logging.LogRecord], theme: Theme, page: str, markup: str) -> Iterator[Flaw]:
    """Each record as a flaw of the style or template it comes from."""
    for record in records:
        said = record.getMessage()
        if "at %d:%d" in str(record.msg):
            yield Flaw(_style(said, theme.styles), _short(said), UNKNOWN)
        elif said.startswith(".notdef"):
            yield Flaw(Where(page), _short(said), GLYPH)
        else:
            yield Flaw(Where(page), _short(said) + _inside(record, markup), HOLE)


def _style(said: str, styles: Mapping[str, Template]) -> Where:
    """The style whose line holds what the message quotes; else the first of them."""
    found = DECLARATION.search(said) or PLACE.search(said)
    line = int(found["line"]) if found else 0
    for style in styles.values():
        lines = style.text.splitlines()
        if found and line <= len(lines) and found["text"].strip() in lines[line - 1]:
            return Where(style.where.path, line)
    return Where(next((style.where.path for style in styles.values()), ""))


def _inside(record: logging.LogRecord, markup: str) -> str:
    """The id of the element before the address a record speaks of."""
    address = str(record.args[0]) if isinstance(record.args, tuple) and record.args else ""
    at = markup.find(address) if len(address) > 4 else -1
    ids = re.findall(r' id="([^"]+)"', markup[max(at - 4000, 0) : at]) if at > 0 else []
    return f" (in '{ids[-1]}')" if ids else ""


def _short(said: str) -> str:
    """A message without the drawing it may quote."""
    said = re.sub(r"(data:[^;,]*)[;,]\S{20,}?(?=['\s]|$)", r"\1…", said.rstrip("."))
    return said if len(said) <= LONGEST else said[:LONGEST] + "…"

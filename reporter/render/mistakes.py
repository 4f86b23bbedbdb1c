"""An editor's mistake in a template, told as a flaw of that template's line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateAssertionError
from jinja2.utils import missing

from reporter.errors import Faults, Flaw, Where, did_you_mean
from reporter.model.theme import Template
from reporter.render.filters import FILTERS
from reporter.render.offers import OFFERED, Misnamed

Frame = tuple[Where, Mapping[str, Any]]
MACROS = "macros.html"


class Strict(StrictUndefined):
    """A name the template does not know; used in any way, it says what was meant."""

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_hint or owner is missing:
            return f"nothing here is called '{name}'"
        kind = "here" if isinstance(owner, Mapping) else f"of {type(owner).__name__}"
        return f"nothing {kind} is called '{name}'{OFFERED}{did_you_mean(name, _fields(owner))}"


@contextmanager
def told(templates: Mapping[str, Template]) -> Iterator[None]:
    """Turns Jinja's errors into Faults that name the template's own path and line."""
    try:
        yield
    except TemplateNotFound as error:
        where, _ = _frame(error.__traceback__, templates)
        name = str(error.name)
        raise Faults(
            [Flaw(where, f"there is no template '{name}'", did_you_mean(name, templates))]
        ) from error
    except TemplateSyntaxError as error:
        raise Faults([syntax(error)]) from error
    except Misnamed as error:
        asking = {name: t for name, t in templates.items() if not name.endswith(MACROS)}
        where, _ = _frame(error.__traceback__, asking)
        what, _, mend = str(error).partition(OFFERED)
        raise Faults([Flaw(where, what, mend)]) from error
    except UndefinedError as error:
        raise Faults([_misnamed(str(error), *_frame(error.__traceback__, templates))]) from error


def _misnamed(message: str, where: Where, reach: Mapping[str, Any]) -> Flaw:
    what, _, mend = message.partition(OFFERED)
    name = what.rpartition(" '")[2].rstrip("'")
    return Flaw(where, what, mend or did_you_mean(name, (known for known in reach if known[0] != "_")))


def syntax(error: TemplateSyntaxError) -> Flaw:
    """A template Jinja cannot read; a misspelt filter is one, too."""
    where = Where(error.filename or error.name or "", error.lineno)
    filter_name = re.match(r"No filter named '(.*)'", error.message or "")
    if isinstance(error, TemplateAssertionError) and filter_name:
        what = f"there is no filter '{filter_name[1]}'"
        return Flaw(where, what, did_you_mean(filter_name[1], FILTERS))
    return Flaw(where, (error.message or "").rstrip("."), "mend the template's syntax")


def _frame(trace: TracebackType | None, templates: Mapping[str, Template]) -> Frame:
    """The innermost line of a template in a traceback, and the names in reach there."""
    paths = {template.where.path for template in templates.values()}
    found: Frame = (Where("templates"), {})
    while trace:
        path = trace.tb_frame.f_code.co_filename
        if path in paths:
            found = (Where(path, trace.tb_lineno), trace.tb_frame.f_locals)
        trace = trace.tb_next
    return found


def _fields(owner: object) -> Iterable[object]:
    """The names one may ask an object for."""
    if isinstance(owner, Mapping):
        return owner
    return (name for name in dir(owner) if not name.startswith("_"))

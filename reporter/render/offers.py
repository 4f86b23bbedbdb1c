"""What an editor's templates may ask the report for by name: numbers, figures, tables, findings, places."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import count
from typing import Any, TypeVar

from jinja2 import UndefinedError

from reporter.model.document import Document, Figure, Ref, Table
from reporter.render.places import every, names

OFFERED = "; "
OFFERS = ("value", "image", "figure_of", "table_of", "finding_of", "place_of")
T = TypeVar("T")


class Misnamed(UndefinedError):
    """A name the report does not know, asked for by a template."""


def offers(document: Document, pictures: Mapping[str, str]) -> dict[str, Callable[[str], Any]]:
    """The functions of a page: `value` prints a number, `image` is the address of a picture of the house's,
    the others serve the macros of macros.html.
    """
    blocks = [block for section in document.sections for block in every(section.blocks)]
    figures = {block.id: block for block in blocks if isinstance(block, Figure)}
    tables = {block.id: block for block in blocks if isinstance(block, Table)}
    figure, table = _asked("figure of the report", figures), _asked("table of the report", tables)
    places = _asked("place of the report", names(document))
    again = count(2)
    return {
        "value": _asked("number of the report", document.values),
        "image": _asked("picture of templates/pictures", pictures),
        "figure_of": lambda id: replace(figure(id), id=f"{id}-{next(again)}", numbered=False),
        "table_of": lambda id: replace(table(id), id=f"{id}-{next(again)}"),
        "finding_of": _asked("finding of the report", document.findings),
        "place_of": lambda id: Ref(id) if places(id) else None,
    }


def _asked(kind: str, there: Mapping[str, T]) -> Callable[[str], T]:
    """What is there by name; a name that is not says which is meant."""

    def asked(name: str) -> T:
        if name not in there:
            raise Misnamed(f"'{name}' is no {kind}{OFFERED}{_mend(name, there)}")
        return there[name]

    return asked


def _mend(name: str, there: Mapping[str, object]) -> str:
    near = get_close_matches(name, list(there), n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"it is written as in '{next(iter(there))}'" if there else "there is none"

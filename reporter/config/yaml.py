"""A YAML file with the line of every key, held against a schema."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.scalarbool import ScalarBoolean

from reporter.config.fields import Text
from reporter.config.kinds import Loc, fields_at
from reporter.config.swift_yaml import swift_tree
from reporter.errors import Faults, Flaw, Where, did_you_mean, refuse, shown

_TEXT = TypeAdapter[dict[str, str]](Text)
T = TypeVar("T", bound="Schema")
DATE = re.compile(r"\b(\d{4})-(\d\d?)-(\d\d?)\b")


@lru_cache(maxsize=64)
def _tree(text: str) -> Any:
    """The parsed text, kept since a build asks for the same files several times; to be read, not changed."""
    return swift_tree(text) or YAML(typ="rt").load(text) or CommentedMap()


def _odd_date(text: str) -> int:
    """The line of the first date that no calendar has; 0 if there is none."""
    for n, line in enumerate(text.splitlines(), 1):
        for found in DATE.findall(line):
            try:
                date(*map(int, found))
            except ValueError:
                return n
    return 0


class Schema(BaseModel):
    """A part of a YAML file: what may stand in it."""

    model_config = {"extra": "forbid", "frozen": True, "defer_build": True}


class File:
    """A parsed YAML file that knows its lines."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, shown(path)
        self.data = self._parse()
        if not isinstance(self.data, CommentedMap):
            raise Faults(
                [Flaw(Where(self.name, 1), "the file is not a group of keys", "write 'key: value' lines")]
            )

    def _parse(self) -> Any:
        try:
            return _tree(self.path.read_text("utf-8"))
        except FileNotFoundError:
            raise Faults(
                [Flaw(Where(self.name), "there is no such file", "write it, or mend its name")]
            ) from None
        except OSError as error:
            what = f"it cannot be read: {(error.strerror or str(error)).lower()}"
            raise Faults([Flaw(Where(self.name), what, "put a readable file there")]) from None
        except UnicodeDecodeError:
            raise Faults([Flaw(Where(self.name), "the file is not UTF-8", "save it as UTF-8")]) from None
        except ValueError as error:
            where = Where(self.name, _odd_date(self.path.read_text("utf-8")))
            what = f"a value cannot be read: {error}"
            raise Faults([Flaw(where, what, "mend the date or number")]) from None
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = Where(self.name, mark.line + 1 if mark else 0)
            raise Faults([_not_yaml(where, error)]) from None
        except YAMLError as error:
            what = str(error).splitlines()[0]
            raise Faults([Flaw(Where(self.name), f"not YAML: {what}", "take it out")]) from None

    def at(self, *loc: str | int) -> Where:
        """Where the value at this path of keys stands; the nearest part above it if it is missing."""
        node, line = self.data, 1
        for key in loc:
            there = _there(node, key)
            if there is None:
                break
            line = _line(node, there) or line
            node = node[there]
        return Where(self.name, line)

    def lines(self, *loc: str | int) -> dict[str, Where]:
        """Where each key of the group at this path stands."""
        node = self.data
        for key in loc:
            node = node[_there(node, key)]
        return {str(key): self.at(*loc, str(key)) for key in node}

    def read(self, schema: type[T]) -> T:
        """The file as the schema sees it; Faults names every mistake."""
        return self._held((), schema)

    def entries(self, schema: type[T]) -> dict[str, T]:
        """A file that is a list of named entries, each as the schema sees it."""
        found, flaws = {}, list[Flaw]()
        for key in self.data:
            try:
                found[str(key)] = self._held((key,), schema)
            except Faults as faults:
                flaws += faults.flaws
        refuse(flaws)
        return found

    def texts(self) -> dict[str, dict[str, str]]:
        """A file that is a list of texts by name; Faults names what is no text."""
        found, flaws = {}, list[Flaw]()
        for key in map(str, self.data):
            try:
                found[key] = _TEXT.validate_python(plain(self.data[_there(self.data, key)]))
            except ValidationError as error:
                flaws.append(Flaw(self.at(key), f"'{key}' is no text", _wanted(error.errors()[0])))
        refuse(flaws)
        return found

    def _held(self, top: Loc, schema: type[T]) -> T:
        try:
            return schema.model_validate(plain(self.data[top[0]] if top else self.data))
        except ValidationError as error:
            raise Faults(self._flaws(schema, top, error.errors())) from None

    def _flaws(self, schema: type[Schema], top: Loc, errors: Sequence[ErrorDetails]) -> Iterator[Flaw]:
        """One flaw a place: where a value may be of several kinds, what it may be is told together."""
        places: dict[Loc, list[ErrorDetails]] = {}
        for error in errors:
            places.setdefault(self._place(top, error), []).append(error)
        for loc, here in places.items():
            if not any(other[: len(loc)] == loc and other != loc for other in places):
                yield self._flaw(schema, loc, loc[len(top) :], here)

    def _place(self, top: Loc, error: ErrorDetails) -> Loc:
        """The error's path without the names pydantic adds for the branch of a union it tried."""
        loc, node = top, self.data[top[0]] if top else self.data
        for part in error["loc"]:
            there = _there(node, part)
            if there is not None:
                loc, node = (*loc, part), node[there]
        return (*loc, error["loc"][-1]) if error["type"] == "missing" else loc

    def _flaw(self, schema: type[Schema], loc: Loc, below: Loc, errors: Sequence[ErrorDetails]) -> Flaw:
        key, inside, error = _name(loc[-1:]), _name(loc[:-1]) or "the file", errors[0]
        quoted = key if loc and isinstance(loc[-1], int) else f"'{key}'"
        match error["type"]:
            case "extra_forbidden":
                return Flaw(
                    self.at(*loc),
                    f"unknown key {quoted} in {inside}",
                    did_you_mean(key, fields_at(schema, below[:-1])),
                )
            case "missing":
                return Flaw(self.at(*loc[:-1]), f"{inside} lacks {quoted}", f"add '{key}:'")
            case "literal_error" if len(errors) == 1:
                return Flaw(
                    self.at(*loc), f"{inside}: {quoted} cannot be {_told(error['input'])}", _wanted(error)
                )
            case _:
                wanted = dict.fromkeys(
                    _wanted(e).removeprefix("it should be ").removeprefix("one of: ") for e in errors
                )
                mend = f"it should be {' or '.join(wanted)}" if len(errors) > 1 else _wanted(error)
                return Flaw(self.at(*loc), f"{inside}: {quoted} is {_told(error['input'])}", mend)


def _there(node: Any, key: str | int | None) -> Any:
    """The key or position by which the node holds this part of a path, None if it does not."""
    if isinstance(node, Mapping):
        return next((own for own in node if own is not None and str(own) == str(key)), None)
    return key if isinstance(node, CommentedSeq) and isinstance(key, int) and key < len(node) else None


def _line(node: Any, there: Any) -> int:
    """The line of a key or position; 0 where it came in by a merge and has none."""
    place = (node.lc.data or {}).get(there)
    return place[0] + 1 if place else 0


def _not_yaml(where: Where, error: MarkedYAMLError) -> Flaw:
    what = " ".join(str(error.problem or error.context).split())
    if twice := re.match(r'found duplicate key "(.*?)" with', what):
        return Flaw(where, f"the key '{twice[1]}' stands twice", "keep one of the two")
    return Flaw(where, f"not YAML: {what}", "mend the indentation or the quotes here")


def _name(loc: Loc) -> str:
    """A path of keys as one says it: `framework.input`, `gaps entry 1`."""
    parts = (f" entry {part + 1}" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).strip(" .")


def _told(value: object) -> str:
    if value is None or value in ([], {}):
        return "empty"
    kinds = {str: "the text", bool: "yes or no", dict: "a group of keys", list: "a list", date: "the date"}
    kind = kinds.get(type(value), "the number" if isinstance(value, int | float) else "")
    return kind if isinstance(value, dict | list) else f"{kind} '{value}'".strip()


_WANTED = {
    "string_type": "a text: put it in quotes",
    "list_type": "a list, [a, b]",
    "tuple_type": "a list, [a, b]",
    "int_type": "a whole number",
    "float_type": "a number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "finite_number": "a finite number",
    "too_short": "one name or more",
    "date_type": "a date such as 2023-12-31",
    "date_from_datetime_parsing": "a date such as 2023-12-31",
}


def _wanted(error: ErrorDetails) -> str:
    if error["type"] == "literal_error":
        expected = (
            str(error.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        )
        return did_you_mean(str(error["input"]), expected)
    if error["type"] == "too_short" and error["ctx"]["min_length"] == 2:
        return "it should be two names or more"
    if error["type"] in _WANTED:
        return f"it should be {_WANTED[error['type']]}"
    return error["msg"].removeprefix("Value error, ").replace("Input should be", "it should be")


def plain(node: Any) -> Any:
    """The parsed YAML as plain dicts, lists and values; keys as text."""
    if isinstance(node, Mapping):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, Sequence) and not isinstance(node, str):
        return [plain(value) for value in node]
    if isinstance(node, bool | ScalarBoolean):
        return bool(node)
    return int(node) if isinstance(node, int) else float(node) if isinstance(node, float) else node

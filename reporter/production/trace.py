"""What a thing was made from, by name and value, so that it is made again only where a value differs.

While a thing is made, what it reaches is noted; the next time it stands if everything it reached is as it
was.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from reporter.production.store import Store

T = TypeVar("T")
Values = Mapping[str, str]
Now = Callable[[str], str]
ABSENT = "absent"
WAYS = 4
"""Sets of names that are known of a thing."""


@dataclass(frozen=True)
class Reached(Mapping[str, T]):
    """A mapping that notes in `names` each key that is asked for, found or not, and all of them where
    someone looks through it.
    """

    there: Mapping[str, T]
    names: set[str] = field(default_factory=set)

    def __getitem__(self, key: str) -> T:
        self.names.add(key)
        return self.there[key]

    def __iter__(self) -> Iterator[str]:
        self.names.update(self.there)
        return iter(self.there)

    def __len__(self) -> int:
        return len(self.there)


def digest(content: bytes | str) -> str:
    """The sha256 of bytes or of a text."""
    return sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def keep(store: Store, what: str, made_from: Values, content: bytes) -> None:
    """Keeps a thing with the values it was made from."""
    store.keep(_content(what, made_from), content)
    _note(store, what, made_from)


def recall(store: Store, what: str, now: Now) -> bytes | None:
    """The thing as it would be made now, if it was made before from the same values: of the names that it
    was made from one of the last times, since one that came and went may have taken others with it.
    """
    ways = _ways(store, what)
    for before in ways:
        present = {name: now(name) for name in before}
        if (found := store.get(_content(what, present))) is not None:
            if present != ways[0]:
                _note(store, what, present)
            return found
    return None


def standing(store: Store, what: str, now: Now) -> bool:
    """Whether the thing was made before from the values of now."""
    ways = _ways(store, what)
    return any(store.has(_content(what, {name: now(name) for name in before})) for before in ways)


def made_from(store: Store, what: str) -> Values:
    """The values that the thing was last made from; none where it is not known."""
    return next(iter(_ways(store, what)), {})


def changes(before: Values, now: Now) -> Iterable[tuple[str, str, str]]:
    """(name, value before, value now) of each value that differs."""
    return ((name, value, new) for name, value in before.items() if (new := now(name)) != value)


def _ways(store: Store, what: str) -> list[Values]:
    """What the thing was made from the last times, each by other names; the newest first."""
    told = store.get(_names(what))
    return json.loads(told) if told else []


def _note(store: Store, what: str, made_from: Values) -> None:
    others = [way for way in _ways(store, what) if way.keys() != made_from.keys()]
    ways = [dict(sorted(way.items())) for way in (made_from, *others[: WAYS - 1])]
    store.keep(_names(what), json.dumps(ways, ensure_ascii=False).encode())


def _names(what: str) -> str:
    return f"ways of making: {what}"


def _content(what: str, values: Values) -> str:
    return json.dumps([what, sorted(values.items())], ensure_ascii=False)

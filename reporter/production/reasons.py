"""Why a thing is made again: the values it was made from, held against those of now."""

import json
import pickle
from collections.abc import Iterator, Mapping

from reporter.production.store import Store
from reporter.production.trace import ABSENT, Now, Values, changes, made_from, recall

NEW, STANDS, LOST = "new", "unchanged", "no longer in the store"
MOST = 3
"""Figures named one by one."""


def reasons(store: Store, what: str, now: Now) -> list[str]:
    """Why a thing would be made now; that it stands, if it does."""
    before = made_from(store, what)
    if not before:
        return [NEW]
    if recall(store, what, now) is not None:
        return [STANDS]
    return [*dict.fromkeys(_differences(store, before, now))] or [LOST]


def note_reasons(store: Store, what: str, now: Now) -> None:
    """Keeps why a thing is made now; to be called before it is kept itself."""
    told = [reason if reason != STANDS else "forced" for reason in reasons(store, what, now)]
    store.keep(f"why {what}", json.dumps(told, ensure_ascii=False).encode())


def noted_reasons(store: Store, what: str) -> list[str]:
    """Why a thing was last made; nothing where it is not known."""
    found = store.get(f"why {what}")
    return json.loads(found) if found else []


def _differences(store: Store, before: Values, now: Now) -> Iterator[str]:
    """Each value that differs, as one reads it; of figures the cells."""
    for name, old, new in changes(before, now):
        kind, _, rest = name.partition(" ")
        if kind == "rows":
            yield f"data changed: {_cells(store, old, new)}"
        elif kind in ("engine", "face"):
            yield f"{rest} {old} → {new}"
        elif kind == "words":
            language, _, key = rest.partition(" ")
            yield f"words changed: {key} ({language})"
        elif name in ("files", "files of the theme"):
            yield from _come_and_gone(name, old, new)
        else:
            how = "is new" if old == ABSENT else "is gone" if new == ABSENT else "changed"
            yield f"{name.removeprefix('file ')} {how}"


def _come_and_gone(name: str, old: str, new: str) -> Iterator[str]:
    """Files by name that were not there, or are no more; another order alone is told as such."""
    one, other = set(old.splitlines()), set(new.splitlines())
    yield from (f"{file} is new" for file in sorted(other - one))
    yield from (f"{file} is gone" for file in sorted(one - other))
    if one == other:
        yield f"the order of the {name} changed"


def _cells(store: Store, old: str, new: str) -> str:
    """The figures that differ between two states of a dataset, the first few by name: those that changed,
    are gone, are new; last how many only stand on other lines.
    """
    one, other = (_kept_cells(store, state) for state in (old, new))
    if one is None or other is None:
        return "some rows"
    both = [name for name in sorted(one) if name in other and one[name] != other[name]]
    changed = [name for name in both if one[name].split()[0] != other[name].split()[0]]
    told = [
        *changed,
        *(f"{name} is gone" for name in sorted(one.keys() - other)),
        *(f"{name} is new" for name in sorted(other.keys() - one)),
    ]
    more = f" and {len(told) - MOST} more" if len(told) > MOST else ""
    moved = [f"{len(both) - len(changed)} on other lines"] if len(both) > len(changed) else []
    return ", ".join([*([", ".join(told[:MOST]) + more] if told else []), *moved])


def _kept_cells(store: Store, state: str) -> Mapping[str, str] | None:
    found = store.get(f"cells {state}")
    return pickle.loads(found) if found else None

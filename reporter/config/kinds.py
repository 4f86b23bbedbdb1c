"""What may stand where in a file, as its schema says."""

from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

Loc = tuple[str | int, ...]


def fields_at(schema: Any, loc: Loc) -> list[str]:
    """The keys that may stand at this place of a file."""
    kind: Any = schema
    for part in loc:
        kind = _inside(kind, part)
    model = next((k for k in _branches(kind) if isinstance(k, type) and issubclass(k, BaseModel)), None)
    return [one.alias or name for name, one in model.model_fields.items()] if model else []


def _branches(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _inside(kind: Any, part: str | int) -> Any:
    for branch in _branches(kind):
        if isinstance(branch, type) and issubclass(branch, BaseModel):
            fields = {one.alias or name: one for name, one in branch.model_fields.items()}
            if part in fields:
                return fields[str(part)].annotation
        if get_origin(branch) is dict:
            return get_args(branch)[1]
        if get_origin(branch) in (list, tuple):
            return get_args(branch)[0]
    return None

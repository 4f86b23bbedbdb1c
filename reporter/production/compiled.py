"""Templates as Jinja compiled them: a worker compiles each once, and a run none that the store holds."""

from typing import ClassVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from reporter.production.store import Store
from reporter.production.trace import Values

ENGINES = ("program", "engine ")
"""How the names begin of what compiled code depends on beside its template: any engine, since it holds what
the filters made of constants.
"""


class Compiled(BytecodeCache):
    """What this process compiled before, and what lies in the store; store: None where there is none."""

    held: ClassVar[dict[str, bytes]] = {}

    def __init__(self, values: Values, store: Store | None) -> None:
        self.by, self.store = repr(sorted(one for one in values.items() if one[0].startswith(ENGINES))), store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket its template's code, if there is any."""
        key = self._key(bucket)
        found = self.held.get(key) or (self.store.get(key) if self.store else None)
        if found:
            self.held[key] = found
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code that the bucket has."""
        key = self._key(bucket)
        self.held[key] = code = bucket.bytecode_to_string()
        if self.store:
            self.store.keep(key, code)

    def _key(self, bucket: Bucket) -> str:
        return f"template code {bucket.key} {bucket.checksum} {self.by}"

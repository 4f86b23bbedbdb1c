"""What tasks take with them to a cluster, each content sent once."""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from reporter.production.afar import same

KEPT = 16
"""Contents that the scheduler keeps though no task that is out needs them: the next one may."""


class Parcels:
    """Contents that were sent; submit: Dask's, with what every task of ours asks for."""

    def __init__(self, submit: Callable[..., Any]) -> None:
        self.submit = submit
        self.sent: OrderedDict[str, Any] = OrderedDict()
        self.times = 0

    def anew(self) -> None:
        """Has all sent anew to whom it is needed by: where none of the marked workers was left, Dask does not
        see that one is marked again, and what only a hung one has nobody gets.
        """
        self.times += 1
        self.sent.clear()

    def packed(self, thing: Any, mark: str) -> Any:
        """An argument as it travels: of bytes, a task that gives them, so that many tasks share one sending
        and they are there again when the worker that has them dies.

        mark: of the workers that may have it.
        """
        if isinstance(thing, dict):
            return {key: self.packed(value, mark) for key, value in thing.items()}
        return self._content(thing, mark) if isinstance(thing, bytes) else thing

    def _content(self, content: bytes, mark: str) -> Any:
        key = f"{mark}-{self.times}-{sha256(content).hexdigest()}"
        if key not in self.sent:
            self.sent[key] = self.submit(same, content, key=key)
        self.sent.move_to_end(key)
        while len(self.sent) > KEPT:
            self.sent.popitem(last=False)
        return self.sent[key]

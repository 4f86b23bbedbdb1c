"""A PDF's objects as bytes, made once: pydyf makes each twice, compressed as hard as can be, to write it and
to tell the file by all of them.
"""

from typing import Any

from pydyf import Object


class Written(Object):  # type: ignore[misc]  # pydyf ships no types
    """An object that changes no more."""

    data = b""
    compressible = True

    def __init__(self, thing: Any) -> None:
        super().__init__()
        self.number, self.data, self.compressible = thing.number, thing.data, thing.compressible


def written(pdf: Any) -> None:
    """Puts the bytes of each object in its place; the last thing to be done before the file is written."""
    pdf.objects[:] = [thing if thing.free == "f" else Written(thing) for thing in pdf.objects]

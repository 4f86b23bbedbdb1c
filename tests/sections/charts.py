"""Charts for tests of what stands around them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from matplotlib.figure import Figure

from reporter.figures import style


@contextmanager
def undrawn() -> Iterator[None]:
    """Inside, charts are composed and lettered, but an empty drawing of the same size stands for each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style, "svg", empty)
        yield


def empty(figure: Figure) -> bytes:
    """A drawing with nothing in it, as large as the figure."""
    width, height = 72 * figure.get_size_inches()
    size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}></svg>'.encode()

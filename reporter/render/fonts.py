"""The fonts that all reports of a process are set in, and what their texts hold of them.

Features of a font (figures of equal width) are an attribute in a list that Pango is given with a text.
WeasyPrint 70 shares an attribute among all lists that name the same features, and so can let none of the
lists go: 0.1 MB of every report stayed. Here each list has an attribute of its own, and goes with its text.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout


class _Own(dict[bytes, Any]):
    """In place of the attributes that are shared: each list gets the one that was made for it."""

    def setdefault(self, _: bytes, attribute: Any = None) -> Any:
        return attribute


@cache
def fonts() -> FontConfiguration:
    """One for all reports of a process: a new one each costs time and is never given back."""
    made = FontConfiguration()
    made.font_features = _Own()
    return made


def _given_back(setup: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Setting up a text, after which it alone holds the list."""

    def given_back(text: Any, style: Any) -> None:
        setup(text, style)
        attributes = pango.pango_layout_get_attributes(text.layout)
        if attributes != ffi.NULL and isinstance(style.font_config.font_features, _Own):
            pango.pango_attr_list_unref(attributes)

    return given_back


Layout.setup = _given_back(Layout.setup)  # once a process: given back twice, a list is gone while it is used

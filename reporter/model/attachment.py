"""What travels inside a PDF."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """A file that goes inside the PDF: the data of the figure `to`, or else of the whole edition."""

    name: str
    content: bytes
    about: str
    to: str = ""

"""The editor's word: what she suppresses, reorders, rewords, adds and signs, with her reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reporter.errors import Flaw, Where
from reporter.model.unit import Text

Kind = Literal["problems", "strengths", "measures"]
KINDS: tuple[Kind, ...] = ("problems", "strengths", "measures")
JUDGEMENT = "judgement"
"""The rule of what an editor adds: no figure stands behind it."""


@dataclass(frozen=True)
class Rewording:
    """The editor's words for a finding or a measure, by language; a language without them keeps ours.

    own: numbers in the text that are the editor's, not the finding's. lines: where each language's text
    stands.
    """

    title: Text
    text: Text
    own: tuple[str, ...] = ()
    reason: Text = field(default_factory=dict)
    where: Where = Where()
    lines: Mapping[str, Where] = field(default_factory=dict)


@dataclass(frozen=True)
class Suppressed:
    """A finding or measure that the editor leaves out, and why."""

    key: str
    reason: Text
    where: Where = Where()


@dataclass(frozen=True)
class Added:
    """A finding of the editor's own: her judgement, with the measures that answer it."""

    id: str
    region: str
    severity: str
    said: Rewording
    source: str = ""
    section: str = ""
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """What the editor does to the findings or measures of one kind; keys are `rule.subject.region`, or a
    measure's id.
    """

    order: tuple[str, ...] = ()
    suppress: tuple[Suppressed, ...] = ()
    reword: Mapping[str, Rewording] = field(default_factory=dict)
    add: tuple[Added, ...] = ()
    lines: Mapping[str, Where] = field(default_factory=dict)


@dataclass(frozen=True)
class Signature:
    """Who signed the edition off, as what, when, in which languages; scores: the fingerprint of what was
    signed, "" where none was noted.
    """

    by: str
    role: Text
    on: str
    languages: tuple[str, ...]
    scores: str = ""
    where: Where = Where()


@dataclass(frozen=True)
class Piece:
    """A Markdown text of the editor's that stands at the head of a section, in one language."""

    place: str
    language: str
    text: str
    where: Where


@dataclass(frozen=True)
class Editorial:
    """The editor's word on one edition."""

    desks: Mapping[Kind, Desk] = field(default_factory=dict)
    signed: tuple[Signature, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def desk(self, kind: Kind) -> Desk:
        """What is done to one kind."""
        return self.desks.get(kind, Desk())


@dataclass(frozen=True)
class Edited:
    """What the editor's word came to: what was left out, by kind, and what it could not be applied to.

    scores: the fingerprint of this edition's scores, for a signature to name.
    """

    editorial: Editorial = field(default_factory=Editorial)
    suppressed: Mapping[Kind, tuple[Suppressed, ...]] = field(default_factory=dict)
    remarks: tuple[Flaw, ...] = ()
    scores: str = ""

    @property
    def signed_before(self) -> tuple[Signature, ...]:
        """The signatures under other scores than these."""
        return tuple(s for s in self.editorial.signed if not self.stands(s))

    def stands(self, signature: Signature) -> bool:
        """Whether what was signed is what is printed, as far as the signature tells."""
        return not signature.scores or signature.scores == self.scores

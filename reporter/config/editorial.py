"""editorial/<period>.yaml and editorial/<period>/<place>.<language>.md beside a study's file → the editor's
word.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from reporter.config.fields import Text
from reporter.config.sentences import sentence_flaws
from reporter.config.workspace import Workspace
from reporter.config.yaml import File, Schema
from reporter.errors import Flaw, Where, fault, refuse, shown
from reporter.model.editorial import (
    KINDS,
    Added,
    Desk,
    Editorial,
    Kind,
    Piece,
    Rewording,
    Signature,
    Suppressed,
)
from reporter.model.period import is_period

Words = dict[str, str]


class RewordFile(Schema):
    """The editor's words for a finding or a measure; she may have them in one language alone."""

    title: Words = Field(default_factory=dict)
    text: Words = Field(default_factory=dict)
    own: tuple[str, ...] = ()
    reason: Text | None = None


class AddFile(Schema):
    """A finding of the editor's own."""

    region: str
    severity: Literal["moderate", "serious", "severe"] = "moderate"
    title: Text
    text: Text
    source: str = ""
    section: str = ""
    measures: tuple[str, ...] = ()


class MeasureDeskFile(Schema):
    """What is done to measures."""

    order: tuple[str, ...] = ()
    suppress: dict[str, Text] = Field(default_factory=dict)
    reword: dict[str, RewordFile] = Field(default_factory=dict)


class DeskFile(MeasureDeskFile):
    """What is done to findings."""

    add: dict[str, AddFile] = Field(default_factory=dict)


class SignatureFile(Schema):
    """Who signed the edition off."""

    by: str
    role: Text | None = None
    on: date
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    scores: str = ""


class EditorialFile(Schema):
    """An editorial file."""

    signed: tuple[SignatureFile, ...] = ()
    problems: DeskFile = DeskFile()
    strengths: DeskFile = DeskFile()
    measures: MeasureDeskFile = MeasureDeskFile()


def read_editorials(workspace: Workspace, study: str) -> dict[str, Editorial]:
    """The editor's word on each edition of the study, by period; Faults tells every mistake of the files."""
    folder = workspace.study(study).with_name("editorial")
    refuse(_strays(folder))
    found = {path.stem: _read(path) for path in sorted(folder.glob("*.yaml"))}
    for place in sorted(path for path in folder.glob("*") if path.is_dir()):
        said = found.get(place.name, Editorial())
        found[place.name] = Editorial(said.desks, said.signed, tuple(_pieces(place)))
    return found


def editorial_files(workspace: Workspace, study: str) -> list[Path]:
    """Every file of the editor's."""
    folder = workspace.study(study).with_name("editorial")
    return sorted([*folder.glob("*.yaml"), *folder.glob("*/*.md")])


def _strays(folder: Path) -> Iterator[Flaw]:
    """Files and folders that are named for no period, pieces that are named for no place and language."""
    for path in sorted(folder.glob("*")):
        if path.name.startswith("."):
            continue
        if not path.is_dir() and path.suffix != ".yaml":
            yield Flaw(
                Where(shown(path)),
                f"'{path.name}' is read by nobody",
                "name it <period>.yaml, or take it away",
            )
            continue
        if not is_period(path.stem if path.suffix == ".yaml" else path.name):
            what = f"'{path.stem}' is no period"
            yield Flaw(Where(shown(path)), what, "name it for an edition, such as 2022 or 2022-Q3")
        for piece in sorted(path.glob("*")) if path.is_dir() else ():
            if len(piece.name.split(".")) != 3 or piece.suffix != ".md":
                what = f"'{piece.name}' names no place and language"
                yield Flaw(Where(shown(piece)), what, "name it <place>.<language>.md, such as foreword.en.md")


def _pieces(folder: Path) -> Iterator[Piece]:
    for path in sorted(folder.glob("*.md")):
        place, language, _ = path.name.split(".")
        where = Where(shown(path))
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise fault(where, "the file is not UTF-8", "save it as UTF-8") from None
        refuse(sentence_flaws(text, where, numbers=True))
        yield Piece(place, language, text, where)


def _read(path: Path) -> Editorial:
    file = File(path)
    said = file.read(EditorialFile)
    refuse(_braces(file, said))
    desks: dict[Kind, Desk] = {kind: _desk(file, kind, getattr(said, kind)) for kind in KINDS}
    signed = tuple(
        Signature(s.by, s.role or {}, s.on.isoformat(), s.languages, s.scores, file.at("signed", n))
        for n, s in enumerate(said.signed)
    )
    return Editorial(desks, signed)


def _braces(file: File, said: EditorialFile) -> Iterator[Flaw]:
    """Braces astray and styles there are none of, in every title and text."""
    for kind in KINDS:
        desk = getattr(said, kind)
        for verb in ("reword", "add"):
            for key, one in getattr(desk, verb, {}).items():
                for part in ("title", "text"):
                    for language, text in getattr(one, part).items():
                        at = file.at(kind, verb, key, part, language)
                        yield from sentence_flaws(text, at, numbers=True)


def _desk(file: File, kind: Kind, said: MeasureDeskFile) -> Desk:
    order = {key: file.at(kind, "order", n) for n, key in enumerate(said.order)}
    reword = {key: _rewording(file, (kind, "reword", key), one) for key, one in said.reword.items()}
    suppress = tuple(
        Suppressed(key, reason, file.at(kind, "suppress", key)) for key, reason in said.suppress.items()
    )
    add = tuple(_added(file, (kind, "add", id), id, one) for id, one in getattr(said, "add", {}).items())
    lines = {**order, **{s.key: s.where for s in suppress}, **{key: one.where for key, one in reword.items()}}
    return Desk(said.order, suppress, reword, add, lines)


def _rewording(file: File, loc: tuple[str, ...], said: RewordFile) -> Rewording:
    reason = said.reason or {}
    return Rewording(said.title, said.text, said.own, reason, file.at(*loc), _lines(file, loc, said.text))


def _added(file: File, loc: tuple[str, ...], id: str, said: AddFile) -> Added:
    lines = _lines(file, loc, said.text)
    words = Rewording(said.title, said.text, (), {}, file.at(*loc), lines)
    return Added(id, said.region, said.severity, words, said.source, said.section, said.measures)


def _lines(file: File, loc: tuple[str, ...], text: Mapping[str, str]) -> dict[str, Where]:
    return {language: file.at(*loc, "text", language) for language in text}

"""What the files say, read anew only where a file changed."""

import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reporter import pipeline
from reporter.config import Workspace, read_words
from reporter.config.provenance import files_of, named, sources_of
from reporter.config.workspace import BASE, TEMPLATES
from reporter.errors import refuse, shown
from reporter.model.theme import Theme
from reporter.model.words import Entry, Words
from reporter.production import present
from reporter.production.files import moved, steady
from reporter.production.store import Store
from reporter.production.trace import ABSENT, Values, digest, keep, recall
from reporter.render.proofread import proofread
from reporter.slice import cells, fingerprint

OWN = ("regions.yaml", "units.yaml", "references.yaml")
EVERY = "studies"
UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Said:
    """A study as its files say it, without its rows; of each edition the rows' fingerprints by dataset."""

    inputs: pipeline.Inputs
    rows: Mapping[str, Mapping[str, str]]


def said(workspace: Workspace, study: str, store: Store) -> Said:
    """The study, recalled where none of the files it is read from has changed."""
    place = shown(workspace.root)  # as faults name its files; the root itself: the study holds where they lie
    what = f"study {study} of {workspace.root} as {place}"
    found = recall(store, what, lambda name: _now(workspace, name))
    if found:
        made: Said = pickle.loads(found)
        return made
    made, values = steady(workspace, lambda: _read(workspace, study, store))
    keep(store, what, values, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


def _read(workspace: Workspace, study: str, store: Store) -> tuple[Said, Values]:
    """The study and what it was read from."""
    inputs = pipeline.read(workspace, study)
    rows = {period: dict(_fingerprints(inputs, period, store)) for period in inputs.study.editions.periods}
    values = {name: _now(workspace, name) for name in _names(workspace, inputs)}
    return Said(replace(inputs, rows={}), rows), values


def whole(workspace: Workspace, study: str, period: str, values: Values) -> pipeline.Inputs:
    """The inputs of an edition, rows and all; Faults where they are no longer what the run began with, whose
    values the edition is kept under.
    """
    inputs = pipeline.read(workspace, study).of(period)
    files, rows = inputs.provenance["inputs"], inputs.provenance["figures"]
    now = {
        **{f"file {path}": v for path, v in files.items()},
        **{f"rows {path}": v for path, v in rows.items()},
    }
    kinds = ("file ", "rows ")
    before = {name: v for name, v in values.items() if name.startswith(kinds) and v != ABSENT}
    for name in sorted({*now, *before}):
        if now.get(name) != before.get(name):
            raise moved(name.partition(" ")[2])
    return inputs


def _fingerprints(inputs: pipeline.Inputs, period: str, store: Store) -> Iterator[tuple[str, str]]:
    """Of each dataset the rows' fingerprint; each figure's own is kept, to tell later which one changed."""
    for dataset, rows in inputs.of(period).rows.items():
        whole = fingerprint(rows)
        store.keep(f"cells {whole}", pickle.dumps(cells(rows), pickle.HIGHEST_PROTOCOL))
        yield dataset, whole


def _names(workspace: Workspace, inputs: pipeline.Inputs) -> Iterator[str]:
    """What a study's reading depends on: its files, there or not, every study's names, this program."""
    files = {*files_of(workspace, inputs.study), *sources_of(inputs.study)}
    files |= {workspace.data / name for name in OWN}
    files |= {workspace.study(one) for one in workspace.studies}
    yield from (f"file {named(workspace, path)}" for path in sorted(files))
    yield from (f"folder {named(workspace, path)}" for path in _folders(workspace, inputs))
    yield from present.engines()


def _folders(workspace: Workspace, inputs: pipeline.Inputs) -> Iterable[Path]:
    editorial = workspace.study(inputs.study.id).with_name("editorial")
    return (workspace.data / EVERY, editorial)


def _now(workspace: Workspace, name: str) -> str:
    kind, _, rest = name.partition(" ")
    path = BASE / rest.removeprefix("base/") if rest.startswith("base/") else workspace.root / rest
    if kind == "file":
        return _content(path)
    if kind == "folder":
        return " ".join(sorted(p.relative_to(path).as_posix() for p in path.rglob("*")))
    return present.engines().get(name, ABSENT)


def _content(path: Path) -> str:
    """The fingerprint of a file; ABSENT where there is none, UNREADABLE where reading tells what is wrong."""
    try:
        return digest(path.read_bytes()) if path.is_file() else ABSENT
    except OSError:
        return UNREADABLE


def spoken(workspace: Workspace, store: Store, language: str) -> Words:
    """The words of a language, recalled where neither the base's nor the workspace's file has changed."""
    files = [folder / "words" / f"{language}.yaml" for folder in workspace.layers]
    names = [f"file {named(workspace, path)}" for path in (*files, TEMPLATES / "words" / "en.yaml")]
    names += present.engines()
    values = {name: _now(workspace, name) for name in names}
    what = f"words {language} of {shown(workspace.root)}"
    found = recall(store, what, lambda name: values.get(name, ABSENT))
    if found:
        made: Words = pickle.loads(found)
        return made

    def base(language: str) -> Mapping[str, Entry]:
        return spoken(Workspace(BASE), store, language).entries

    made, values = steady(
        workspace,
        lambda: (read_words(workspace, language, base), {name: _now(workspace, name) for name in names}),
    )
    keep(store, what, values, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


def read_over(theme: Theme, store: Store) -> None:
    """Faults for every name in the theme that nothing has; a theme read over before is not read again."""
    files = [*theme.templates.values(), *theme.styles.values(), *theme.scripts.values()]
    whole = digest(repr([(file.name, file.text) for file in files] + [present.brand(theme)["brand"]]))
    key = f"read over {whole} by {present.engines()['program']}"
    if not store.has(key):
        refuse(proofread(theme))
        store.keep(key, b"")


def edition_values(workspace: Workspace, study: Said, period: str) -> Values:
    """What an edition's assessment is made from."""
    inputs = study.inputs
    files = sorted(files_of(workspace, inputs.study))
    values = {
        f"file {named(workspace, path)}": _now(workspace, f"file {named(workspace, path)}") for path in files
    }
    datasets = {d.id: named(workspace, Path(d.path)) for d in inputs.study.datasets}
    rows = {f"rows {datasets[name]}": value for name, value in study.rows[period].items()}
    there = "\n".join(name.removeprefix("file ") for name, value in values.items() if value != ABSENT)
    return {**values, **rows, "files": there, **present.engines()}

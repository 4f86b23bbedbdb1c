"""measures.yaml → the catalogue of measures; references.yaml → the workspace's bibliography."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from reporter.config.schema_lists import MeasureFile
from reporter.config.workspace import Workspace
from reporter.config.yaml import File
from reporter.model.advice import Measure
from reporter.model.cited import Reference


def read_measures(workspace: Workspace) -> tuple[Measure, ...]:
    """The measures of the workspace, in the order of the file; none where there is no such file: those of the
    base were written for other regions and indicators.
    """
    path = workspace.data / "measures.yaml"
    if not path.exists():
        return ()
    file = File(path)
    said = file.entries(MeasureFile)
    return tuple(
        Measure(
            id,
            tuple(m.answers),
            tuple(m.regions),
            tuple(m.subjects),
            m.instrument,
            m.level,
            m.horizon,
            m.title,
            m.text,
            m.needs or {},
            tuple(m.monitor),
            m.sources,
            tuple(m.against),
            m.like,
            file.at(id),
        )
        for id, m in said.items()
    )


def read_bibliography(workspace: Workspace) -> tuple[Reference, ...]:
    """The publications that measures and claims may cite in every study; none where there is no such file."""
    path = workspace.file("references.yaml")
    if not path.exists():
        return ()
    return tuple(Reference(id, text) for id, text in File(path).texts().items())


def names_elsewhere(workspace: Workspace) -> dict[str, set[str]]:
    """What the studies of the workspace call their indicators and scores: the catalogue serves them all.
    Nothing where one of their files cannot be read, since then it is not known.
    """
    found: dict[str, set[str]] = {"monitor": set(), "subjects": set()}
    for name in workspace.studies:
        said = None
        with suppress(YAMLError, ValueError, OSError):  # the study's own check tells what is wrong with it
            said = YAML(typ="safe").load(workspace.study(name).read_text("utf-8"))
        framework, indices = (_group(said, key) for key in ("framework", "indices"))
        if not (framework and indices):
            return {}
        found["monitor"] |= {*_group(said, "context"), *_indicators(framework.values())}
        for code in map(str, indices):
            head, mark, tail = code.partition("_")
            found["subjects"] |= {code, *(f"{head}{n}{mark}{tail}" for n in _numbered(framework))}
    return found


def _numbered(framework: Mapping[str, Any]) -> Iterator[str]:
    """The numbers of dimensions, and of their parts below them: 1, 1-1, 1-2, 2."""
    for n, one in enumerate(framework.values(), 1):
        yield str(n)
        yield from (f"{n}-{below}" for below in _numbered(_group(one, "parts")))


def _indicators(dimensions: Iterable[Any]) -> set[str]:
    """Every indicator of dimensions and of their parts."""
    found: set[str] = set()
    for one in dimensions:
        found |= {*_group(one, "indicators"), *_indicators(_group(one, "parts").values())}
    return found


def _group(said: Any, key: str) -> Mapping[str, Any]:
    """The group of keys at a key, empty where there is none."""
    group = said.get(key) if isinstance(said, Mapping) else None
    return group if isinstance(group, Mapping) else {}

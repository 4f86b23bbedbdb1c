"""What a product was made from: the bytes of every input and the versions of every engine."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

from reporter.config.editorial import editorial_files
from reporter.config.workspace import BASE, Workspace
from reporter.model.study import Study

VERSION = re.compile(r"^Version: (\S+)", re.MULTILINE)
ENGINES = (
    "reporter",
    "numpy",
    "pandas",
    "matplotlib",
    "jinja2",
    "weasyprint",
    "babel",
    "fonttools",
    "markdown-it-py",
    "nh3",
)


def files_of(workspace: Workspace, study: Study) -> set[Path]:
    """Every file that a study is read from, whether it is there or not; the figures' own apart."""
    files = {
        workspace.study(study.id),
        *(workspace.file(f) for f in ("regions.yaml", "units.yaml", "references.yaml")),
        workspace.data / "measures.yaml",
    }
    files |= {workspace.study(study.id).with_name(f"{name}.yaml") for name in ("claims", "exhibits")}
    files |= {*editorial_files(workspace, study.id)}
    return files | {Path(dataset.path).with_suffix(".yaml") for dataset in study.datasets}


def sources_of(study: Study) -> tuple[Path, ...]:
    """The files that hold a study's figures."""
    return tuple(Path(dataset.path) for dataset in study.datasets)


def provenance(workspace: Workspace, study: Study, figures: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """{"inputs": {path: sha256}, "figures": {path: sha256 of the rows used}, "versions": {package: version}}
    of a study's configuration and figures.

    figures: the fingerprint of the rows used by dataset.
    """
    used = {named(workspace, Path(d.path)): figures[d.id] for d in study.datasets}
    inputs = fingerprints(workspace, files_of(workspace, study))
    return {"inputs": inputs, "figures": dict(sorted(used.items())), "versions": versions()}


def fingerprints(workspace: Workspace, files: Iterable[Path]) -> dict[str, str]:
    """sha256 of each file by its path below the workspace; those of the base theme begin with base/."""
    return dict(
        sorted(
            (named(workspace, path), sha256(path.read_bytes()).hexdigest()) for path in files if path.exists()
        )
    )


def named(workspace: Workspace, path: Path) -> str:
    """A file's path below the workspace; of the base theme's below base/. ValueError where it is in
    neither.
    """
    told = _below(path.absolute(), workspace.root)  # as it is named: what links lead to may lie anywhere
    told = told or _below(path.resolve(), workspace.root.resolve())
    if not told:
        raise ValueError(f"{path} lies neither in the workspace nor in the base")
    return told


def _below(path: Path, root: Path) -> str:
    """The path below the workspace, or below the base; "" where it lies in neither."""
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return f"base/{path.relative_to(BASE).as_posix()}" if path.is_relative_to(BASE) else ""


@cache
def version(package: str) -> str:
    """The version of an installed package; PackageNotFoundError where it is not. Its line alone is looked
    for: to read all that a package says of itself takes long.
    """
    found = distribution(package)
    told = VERSION.search(found.read_text("METADATA") or "")
    return told[1] if told else found.version


def versions() -> dict[str, str]:
    """The engine and the packages that a product's bytes depend on."""
    return {name: version(name) for name in ENGINES}

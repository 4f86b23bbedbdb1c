"""What a product was made from: the bytes of every input and the versions of every engine."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from reporter.config.editorial import editorial_files
from reporter.config.workspace import BASE, Workspace
from reporter.model.study import Study

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
    """A file's path below the workspace; of the base theme's below base/."""
    for full, root in ((path.absolute(), workspace.root), (path.resolve(), workspace.root.resolve())):
        if full.is_relative_to(root):  # as it is named, for what links lead to may lie anywhere
            return full.relative_to(root).as_posix()
    return f"base/{path.resolve().relative_to(BASE.resolve()).as_posix()}"


def versions() -> dict[str, str]:
    """The engine and the packages that a product's bytes depend on."""
    return {name: version(name) for name in ENGINES}

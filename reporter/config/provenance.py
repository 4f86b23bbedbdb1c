"""What a product was made from: the bytes of every input and the versions of every engine."""

from collections.abc import Iterable
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


def provenance(workspace: Workspace, study: Study) -> dict[str, dict[str, str]]:
    """{"inputs": {path: sha256}, "versions": {package: version}} of a study's configuration and figures."""
    files = {
        workspace.study(study.id),
        *(workspace.file(f) for f in ("regions.yaml", "units.yaml", "references.yaml")),
        workspace.data / "measures.yaml",
    }
    files |= {workspace.study(study.id).with_name(f"{name}.yaml") for name in ("claims", "exhibits")}
    files |= {*editorial_files(workspace, study.id)}
    for dataset in study.datasets:
        files |= {Path(dataset.path).with_suffix(".yaml"), Path(dataset.path)}
    return {"inputs": fingerprints(workspace, files), "versions": versions()}


def fingerprints(workspace: Workspace, files: Iterable[Path]) -> dict[str, str]:
    """sha256 of each file by its path below the workspace; those of the base theme begin with base/."""
    return dict(
        sorted(
            (_named(workspace, path), sha256(path.read_bytes()).hexdigest())
            for path in files
            if path.exists()
        )
    )


def _named(workspace: Workspace, path: Path) -> str:
    full, root = path.resolve(), workspace.root.resolve()
    if full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return f"base/{full.relative_to(BASE.resolve()).as_posix()}"


def versions() -> dict[str, str]:
    """The engine and the packages that a product's bytes depend on."""
    return {name: version(name) for name in ENGINES}

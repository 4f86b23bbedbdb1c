"""A workspace: a folder with `data/` and `templates/`; what it lacks comes from the base theme."""

from dataclasses import dataclass
from pathlib import Path

from reporter.errors import Faults, Flaw, Where, did_you_mean, shown

_PACKAGE = Path(__file__).resolve().parent.parent
BASE = _PACKAGE / "base" if (_PACKAGE / "base").is_dir() else _PACKAGE.parent
TEMPLATES = BASE / "templates"


@dataclass(frozen=True)
class Workspace:
    """Where a study's files lie."""

    root: Path

    @property
    def data(self) -> Path:
        """Studies, sources, regions, units, measures."""
        return self.root / "data"

    @property
    def templates(self) -> Path:
        """Its own templates, styles, words and brand."""
        return self.root / "templates"

    @property
    def layers(self) -> tuple[Path, ...]:
        """Where templates lie, the base's first: of two files of a name the last holds."""
        return (TEMPLATES,) if self.templates == TEMPLATES else (TEMPLATES, self.templates)

    @property
    def studies(self) -> tuple[str, ...]:
        """The studies there are, by name."""
        return tuple(sorted(path.parent.name for path in self.data.glob("studies/*/study.yaml")))

    def study(self, name: str) -> Path:
        """The study's file; a fault if there is none of this name."""
        if name not in self.studies:
            raise Faults(
                [
                    Flaw(
                        Where(shown(self.data / "studies")),
                        f"there is no study called '{name}'",
                        did_you_mean(name, self.studies),
                    )
                ]
            )
        return self.data / "studies" / name / "study.yaml"

    def file(self, name: str) -> Path:
        """A file of `data/`; the base's own where the workspace has none."""
        own = self.data / name
        return own if own.exists() else BASE / "data" / name


def find_workspace(start: Path) -> Workspace:
    """The workspace that `start` lies in."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "data" / "studies").is_dir():
            return Workspace(folder)
    raise Faults(
        [
            Flaw(
                Where(str(start)),
                "no workspace: no folder here or above holds data/studies",
                "change into one, or pass --workspace DIR",
            )
        ]
    )

"""measures.yaml → the catalogue of measures."""

from reporter.config.schema import MeasureFile
from reporter.config.workspace import Workspace
from reporter.config.yaml import File
from reporter.model.finding import Measure


def read_measures(workspace: Workspace) -> tuple[Measure, ...]:
    """The measures of the workspace, in the order of the file."""
    file = File(workspace.file("measures.yaml"))
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
            tuple(m.monitor),
            m.source,
            m.section,
            file.at(id),
        )
        for id, m in said.items()
    )

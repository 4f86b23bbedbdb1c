"""YAML files → Study, Measures, Claims, Exhibits, Editorials, Theme; every mistake of a file told at once,
with its line.
"""

from reporter.config.claims import read_claims
from reporter.config.editorial import read_editorials
from reporter.config.exhibits import read_exhibits
from reporter.config.measures import names_elsewhere, read_bibliography, read_measures
from reporter.config.production import read_production
from reporter.config.study import read_study
from reporter.config.theme import at_home, read_theme, read_words
from reporter.config.workspace import Workspace, find_workspace

__all__ = [
    "Workspace",
    "at_home",
    "find_workspace",
    "names_elsewhere",
    "read_bibliography",
    "read_claims",
    "read_editorials",
    "read_exhibits",
    "read_measures",
    "read_production",
    "read_study",
    "read_theme",
    "read_words",
]

"""YAML files → Study, Measures, Theme; every mistake of a file told at once, with its line."""

from reporter.config.measures import read_measures
from reporter.config.study import read_study
from reporter.config.theme import read_theme, read_words
from reporter.config.workspace import Workspace, find_workspace

__all__ = ["Workspace", "find_workspace", "read_measures", "read_study", "read_theme", "read_words"]

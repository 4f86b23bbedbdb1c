"""Rows → Panel, or every flaw in one breath."""

from reporter.checks.panel import build_panel
from reporter.checks.rows import CHECKS

__all__ = ["CHECKS", "build_panel"]

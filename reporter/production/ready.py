"""Loads what every worker needs, once, before it is divided into processes."""

import reporter.figures
import reporter.production.data
import reporter.production.work
import reporter.production.workbook
import reporter.render

__all__ = ["reporter"]

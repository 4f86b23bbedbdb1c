"""Annual innovation-assessment reports for regions: from configured datasets to PDF and HTML."""

__version__ = "0.1.0"

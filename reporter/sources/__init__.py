"""A published file → a tidy table of what it says; what it says is checked in `checks`."""

from reporter.sources.csv import read_csv

READERS = {"csv": read_csv}

__all__ = ["READERS", "read_csv"]

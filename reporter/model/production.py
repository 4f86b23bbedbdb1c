"""How a workspace's reports are produced."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Production:
    """The store's folder, as seen from the workspace's root, and the bytes it may hold; the worker processes,
    0 for as many as there are cores; the seconds after which one that has not answered is taken for hung.
    """

    folder: str = ".reporter-cache"
    most: int = 2_000_000_000
    jobs: int = 0
    hangs: float = 900.0  # the longest page takes a minute

"""How much of this machine a build may use."""

import os


def cores() -> int:
    """How many processes this machine, or what it grants this one, can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""Limits that the reading process sets upon itself, before any parser is imported."""

import sys


def limit(seconds: int, megabytes: int) -> None:
    """Bound processor time and memory; forbid core dumps and writing to any file.

    Windows has no such limits: there only the parent's clock stops a reading.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    if sys.platform != "darwin":  # macOS refuses a limit on the address space
        memory = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

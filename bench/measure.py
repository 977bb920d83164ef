"""Timing, percentiles and JSON lines."""

import json
import os
import platform
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


def say(what: str, **figures: Any) -> dict[str, Any]:
    """Print one JSON line and give it back."""
    line = {"what": what, **figures}
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return line


def times(run: Callable[[Any], object], items: Sequence[Any], warm: int = 20) -> dict[str, float]:
    """Run once for each item, after some to warm up.

    Returns:
        p50, p95 and p99 in milliseconds.
    """
    for item in items[:warm]:
        run(item)
    taken = []
    for item in items:
        began = time.perf_counter()
        run(item)
        taken.append((time.perf_counter() - began) * 1000)
    return percentiles(taken)


def percentiles(taken: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99 of milliseconds, by nearest rank."""
    ranked = sorted(taken)
    return {
        f"p{p}_ms": round(ranked[min(len(ranked) - 1, int(len(ranked) * p / 100))], 2)
        for p in (50, 95, 99)
    }


def peak_mb() -> float:
    """The most memory this process has held, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def folder_mb(folder: Path) -> float:
    """What the files of a folder take, in MB."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return round(sum(path.stat().st_size for path in files) / 2**20, 1)


def machine() -> str:
    """The machine in words: cores and Python; no names."""
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {platform.machine()}, Python {sys.version.split()[0]}"

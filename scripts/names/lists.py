"""The word lists of lists.txt."""

from functools import cache
from pathlib import Path


@cache
def lists() -> dict[str, list[str]]:
    """Each list by its name."""
    lines = Path(__file__).with_name("lists.txt").read_text(encoding="utf-8").splitlines()
    named = (line.split(": ", 1) for line in lines if not line.startswith("#"))
    return {name: words.split("|") for name, words in named}


def group(kind: str) -> dict[str, list[str]]:
    """The lists of one kind: `group("slot")["skole"]`."""
    return {n.removeprefix(f"{kind} "): w for n, w in lists().items() if n.startswith(f"{kind} ")}

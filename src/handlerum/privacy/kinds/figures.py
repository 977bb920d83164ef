"""Where figures stand, and what is said right before them. Pure.

Prose has few figures, so patterns are tried only there, and words are looked for backwards: many
times faster than to search a text for each word.
"""

import re
from collections.abc import Iterator

_RUNS = {least: re.compile(f"[0-9]{{{least},}}") for least in (1, 2, 4, 8)}


def starting(pattern: re.Pattern[str], text: str, least: int = 1) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin where a run of so many figures does, without overlap."""
    end = 0
    for run in _RUNS[least].finditer(text):
        if run.start() >= end and (match := pattern.match(text, run.start())):
            end = match.end()
            yield match


def said(words: re.Pattern[str], text: str, end: int, reach: int = 40) -> re.Match[str] | None:
    """What a pattern that ends in \\Z says of the characters before a place."""
    return words.search(text, max(0, end - reach), end)

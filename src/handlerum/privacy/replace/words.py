"""Small Danish grammar for what is written instead. Pure."""

import re

_LAST_WORD = re.compile(r"([^\W\d_]+)[ \t]*$")
_OPENING = " \t\"'»„“(–-"


def genitive(words: str) -> str:
    """The words as an owner: "borgeren" -> "borgerens", "person B" -> "person B's"."""
    if words.endswith("]"):
        return words
    if words[-2:-1] == " ":
        return f"{words}'s"
    return f"{words}'" if words.endswith(("s", "x", "z")) else f"{words}s"


def capital(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at `start` is the first of a sentence."""
    # Only so far back as marks and spaces can reach: a long text must not be copied each time.
    before = text[max(0, start - 20) : start].rstrip(_OPENING)
    return (not before and start < 20) or before[-1:] in (".", "!", "?", "\n", "•")


def word_before(text: str, start: int) -> str:
    """The word just before `start`, in lower case; empty where a sign stands between."""
    found = _LAST_WORD.search(text[max(0, start - 40) : start])
    return found[1].lower() if found else ""

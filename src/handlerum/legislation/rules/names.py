"""What acts are called: in titles, in everyday speech, by their letters. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import yaml

from handlerum.core.text import fold

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_BRACKETED = re.compile(r"\s*\((?P<popular>[^()]*)\)\s*\.?\s*\Z")
_CONSOLIDATED = re.compile(r"\s*(?:lov)?bekendtgørelse af (?=\S)", re.IGNORECASE)
#: "m.v." and its like say nothing, and are written in many ways or left out.
_AND_SO_ON = re.compile(r",?(?<!\w)(?:m\. ?v|mv|m\. ?m|mm|m\. ?fl|mfl)(?!\w)\.?", re.IGNORECASE)
_SO_ON_BEHIND = re.compile(r",?\s" + _AND_SO_ON.pattern.removeprefix(",?"), re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’./-][^\W_]+)*")
# A name of an order goes on: "bekendtgørelse om rådighed for …" is another one.
_ON = re.compile(r"\s(?:for|af|til|ved|under)\s")
_KEY_LENGTH = 120


def act_key(title: str) -> str:
    """The key of an act: the same for its own title and for that of its consolidated text.

    At most 120 signs of a-z, 0-9 and "-"; empty where the title has no letter or number.

    >>> act_key("Bekendtgørelse af lov om arbejdsløshedsforsikring m.v.")
    'lov-om-arbejdsloeshedsforsikring'
    """
    bare = _BRACKETED.sub("", _CONSOLIDATED.sub("", title, 1)) or title
    slug = "-".join(re.findall("[a-z0-9]+", fold(_AND_SO_ON.sub(" ", bare)).translate(_LETTERS)))
    if len(slug) > _KEY_LENGTH:
        slug = slug[: _KEY_LENGTH + 1].rpartition("-")[0] or slug[:_KEY_LENGTH]
    return slug


def popular_name(title: str) -> str:
    """The name in brackets at the end of a title; empty where there is none."""
    found = _BRACKETED.search(title)
    return found["popular"].strip() if found else ""


@cache
def _known() -> dict[str, dict[str, Any]]:
    text = files("handlerum.legislation").joinpath("names.yaml").read_text("utf-8")
    known: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return known


@dataclass(frozen=True, slots=True)
class Names:
    """What acts are called, to be found in running text."""

    _keys: Mapping[str, str]
    _shorts: Mapping[str, str]
    #: Of each word that begins (ends) a name: how many words such names have, the most first.
    _begin: Mapping[str, list[int]]
    _finish: Mapping[str, list[int]]

    @classmethod
    def of(cls, extra: Mapping[str, str]) -> "Names":
        """The names we know, and `extra`: titles or other names of acts, each to its key.

        The name in brackets at the end of a title counts as well. `extra` goes before ours.
        """
        keys: dict[str, str] = {}
        for name, key in (*_ours(), *extra.items()):
            for said in filter(None, (name, popular_name(name))):
                if plain := _plain(said):
                    keys[plain] = key
        shorts = {key: str(told.get("short", "")) for key, told in _known().items()}
        return cls(keys, shorts, _lengths(keys, 0), _lengths(keys, -1))

    def key_of(self, spoken: str) -> str | None:
        """The key of the act that is called so, with or without a genitive -s; None if unknown."""
        plain = _plain(spoken)
        return self._keys.get(plain) or self._keys.get(_without_genitive(plain))

    def short_of(self, key: str) -> str:
        """What people call the act, such as "LAB"; empty where we know no such name."""
        return self._shorts.get(key, "")

    def starting(self, text: str, at: int) -> tuple[int, str] | None:
        """The longest name that begins at text[at]: where it ends, and its key."""
        first = _WORD.match(text, at)
        lengths = self._of(self._begin, first[0]) if first else []
        words = list(islice(_words(text, at, len(text)), max(lengths, default=0)))
        for length in lengths:
            if length <= len(words) and (key := self.key_of(text[at : words[length - 1].end()])):
                end = words[length - 1].end()
                if key.startswith("bekendtgoerelse") and _ON.match(text, end):
                    return None
                return end + len(_so_on(text, end)), key
        return None

    def ending(self, text: str, end: int) -> tuple[int, str] | None:
        """The longest name that ends at text[end]: where it begins, and its key."""
        words = list(_words(text, 0, end))
        if not words or words[-1].end() + len(_so_on(text, words[-1].end())) < end:
            return None
        for length in self._of(self._finish, words[-1][0]):
            start = words[-length].start() if length <= len(words) else 0
            if length <= len(words) and (key := self.key_of(text[start : words[-1].end()])):
                return start, key
        return None

    @staticmethod
    def _of(lengths: Mapping[str, list[int]], word: str) -> list[int]:
        """The lengths of all names that have this word at their tip, the longest first."""
        tips = {fold(word), _plain(word)}
        tips |= {_without_genitive(tip) for tip in tips}
        return sorted({length for tip in tips for length in lengths.get(tip, ())}, reverse=True)


def _lengths(names: Iterable[str], tip: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name in names:
        words = name.split()
        found.setdefault(words[tip], []).append(len(words))
    return found


def _words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Words but for "m.v."."""
    return (word for word in _WORD.finditer(text, start, end) if not _AND_SO_ON.fullmatch(word[0]))


def _so_on(text: str, at: int) -> str:
    """The "m.v." that follows a name; empty where there is none."""
    found = _SO_ON_BEHIND.match(text, at)
    return found[0] if found else ""


def _ours() -> Iterator[tuple[str, str]]:
    for key, told in _known().items():
        yield told["title"], key
        yield from ((name, key) for name in told.get("names", ()))
        if short := told.get("short"):
            yield short, key


def _plain(name: str) -> str:
    """A name for comparison; letters such as LAB keep their case, or they would be words."""
    bare = _CONSOLIDATED.sub("", name, 1)
    words = _WORD.findall(_AND_SO_ON.sub(" ", _BRACKETED.sub("", bare) or bare))
    if len(words) == 1 and _is_letters(words[0]):
        return re.sub(r"['’]?s\Z", "", words[0])
    return " ".join(fold(word) for word in words)


def _is_letters(word: str) -> bool:
    return re.fullmatch(r"[A-ZÆØÅ]{2,8}(?:['’]?s)?", word) is not None


def _without_genitive(plain: str) -> str:
    return plain.removesuffix("s").rstrip("'’")

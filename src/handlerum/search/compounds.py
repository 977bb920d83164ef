"""Danish compounds taken apart: "sygedagpengeopfølgning" is "sygedagpenge" and "opfølgning".

Danish writes compounds in one word, so a situation and an experience of the same thing often share
a part and no word. Which stretches are words is told by the lexicon of the name model, which holds
hashes of the dictionary; no list of words is shipped. Pure.
"""

from functools import lru_cache

from handlerum.privacy.names.lexicon import COMMON, SMALL
from handlerum.privacy.names.model import model

#: Shorter words are not compounds that matter, or not ones that can be told from other words.
_SHORTEST, _PART = 8, 4
#: How a word was met when the lexicon was made: never written small, in the dictionary alone, a
#: few times in running text (words broken at a line's end too), often.
_NEVER, _FEW = 0, 2
#: What ends words without being their last part.
_ENDINGS = frozenset(
    """
    erne erer ende ernes eren else elser elsen heden heder hedens hederne ning inger ingen ringer
    ring ringe ringen ringerne ling linger lingen lige ligt bare agtig skaber skabet enten isten
    """.split()
)
#: Endings of one word in its other forms.
_FORMS = (
    "ernes",
    "erne",
    "enes",
    "ene",
    "ens",
    "ets",
    "ers",
    "en",
    "et",
    "er",
    "ne",
    "e",
    "s",
    "t",
)
#: What begins words without being their first part.
_BEGINNINGS = frozenset("efter over under imod igen inden uden mellem sammen ellers".split())
_LINKS = ("", "s", "e")


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[str, ...]:
    """The parts of a folded word, linking letters left out; empty where it is no compound.

    Of all ways to take it apart, the one whose rarest part is most common. A part that is a
    compound itself is taken apart too.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    ways = _ways(word)
    if not ways or _is_form(word):
        return ()
    known = _known([piece for way in ways for piece in way])
    right = [way for way in ways if all(known[piece] for piece in way)]
    if not right:
        return ()
    first, last = max(right, key=lambda way: min(known[way[0]], known[way[1]]))
    return (*(parts(first) or (first,)), *(parts(last) or (last,)))


def _is_form(word: str) -> bool:
    """Whether it is another form of a word that is no compound: "samtalen", not "mødestedet"."""
    bases = [word.removesuffix(ending) for ending in _FORMS if word.endswith(ending)]
    known = _known(bases)
    return any(known[base] and not parts(base) for base in bases)


def _ways(word: str) -> list[tuple[str, str]]:
    """Every first and last part, with and without the letter that links them."""
    found = []
    for at in range(_PART, len(word) - _PART + 1):
        last = word[at:]
        if last in _ENDINGS:
            continue
        for link in _LINKS:
            first = word[: at - len(link)] if link else word[:at]
            if word[:at].endswith(link) and len(first) >= _PART and first not in _BEGINNINGS:
                found.append((first, last))
    return found


def _known(pieces: list[str]) -> dict[str, int]:
    """How common each piece is as a word, from 1; 0 for what is no word."""
    codes = model().lexicon.look_up(pieces).tolist()
    return {piece: _commonness(code) for piece, code in zip(pieces, codes, strict=True)}


def _commonness(code: int) -> int:
    common, small = code >> COMMON & 7, code >> SMALL & 3
    return 0 if small == _NEVER or (small == _FEW and not common) else common + 1

"""Danish words as the index knows them: folded, without stop words, stemmed.

The same analysis serves indexing, asking and marking, so that what matched is what is marked.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from handlerum.core.text import fold
from handlerum.search.compounds import parts

# A word, a number, or a section of law kept whole: "§ 36" and "§36" are one term, "§ 13 a" too;
# but not with i, which after a section is nearly always the word for "in".
_WORD = re.compile(r"§+\s?\d+(?:\s?[a-hj-z]\b)?|[^\W_]+(?:['’\-][^\W_]+)*")
_STEMMER = Stemmer.Stemmer("danish")

# Snowball's Danish list in our own spelling of it, with the words of talk that carry no subject.
STOP_WORDS = frozenset(
    """
    ad af aldrig alle alt anden andet andre at bare begge bliver blev blive da de dem den
    denne der deres det dette dig din dine disse dit dog du efter eller en end ene eneste
    enhver er et fem fik fire flere fleste for fordi forrige fra få får før gjorde gjort god
    gør gøre gå går ham han hans har havde have hej hele helt hen hende hendes her hos hun
    hvad hvem hver hvilken hvilke hvilket hvis hvor hvordan hvorfor hvornår i igen ikke ind
    ingen intet ja jeg jer jeres jo kan kom komme kommer kun kunne lad lav lidt lige ligesom
    lille man mange med meget mellem men mens mere mig min mine mit mod må måske måtte ned nej
    ni nok nogen noget nogle nu ny nye når nær nødt og også om omkring op os otte over på se
    seks selv ser ses sig sige siger sin sine sit skal skulle som stadig stor store syv så
    sådan tage tager ti til tilbage to tre ud uden under var ved vi vil ville vor vores vær
    være været gennem hvorhen hvorved imellem imod inden indtil ifølge samt siden slet snart
    straks synes tidligere ofte altid nogensinde sammen især blot både enten hverken står stå
    sidder sidde foran forbi dermed derfor dertil heller the and of in a is
    """.split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term and the characters of the text it came from; end exclusive.

    `whole` is false where only a part of the word is the term.
    """

    stem: str
    start: int
    end: int
    whole: bool = True


def places(text: str, wanted: Container[str]) -> Iterator[Term]:
    """The places of a text where a wanted term stands, alone or in a compound, in order."""
    for match in _WORD.finditer(text):
        stem = _stem(match[0])
        known = next((one for one in (stem, *part_stems(match[0])) if one in wanted), None)
        if stem and known:
            yield Term(known, match.start(), match.end(), known == stem)


def stems(text: str) -> list[str]:
    """The terms of a text without their places, in order, repeats kept."""
    return [stem for word in _WORD.findall(text) if (stem := _stem(word))]


def words(text: str) -> list[str]:
    """The words of a text as they are written, those that carry no subject left out."""
    return [word for word in _WORD.findall(text) if _stem(word)]


@lru_cache(maxsize=100_000)
def part_stems(word: str) -> tuple[str, ...]:
    """The terms of a compound's parts; empty for what is no compound."""
    found = (_stem(part) for part in parts(fold(word)))
    return tuple(stem for stem in found if stem)


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    folded = fold(word)
    if folded in STOP_WORDS or (len(folded) < 2 and not folded.isdigit()):
        return ""
    if folded.startswith("§"):
        return "".join(folded.split())
    # Twice: one pass makes "virksom" of virksomhed, but "virksomhed" of virksomhederne.
    return str(_STEMMER.stemWord(_STEMMER.stemWord(folded)))

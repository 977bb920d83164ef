"""A role instead of a name, and how names and owners are told apart. Pure."""

import re

from handlerum.core.text import fold
from handlerum.privacy.names.lexicon import FIRST, LAST, without_genitive
from handlerum.privacy.names.model import model

#: A role by its indefinite form, and how it is said of somebody already met.
_ROLES = {
    "kollega": "kollegaen", "makker": "makkeren", "chef": "chefen", "leder": "lederen",
    "teamleder": "teamlederen", "afdelingsleder": "afdelingslederen", "mester": "mesteren",
    "sagsbehandler": "sagsbehandleren", "rådgiver": "rådgiveren",
    "socialrådgiver": "socialrådgiveren", "vejleder": "vejlederen",
    "studievejleder": "studievejlederen", "uddannelsesvejleder": "uddannelsesvejlederen",
    "mentor": "mentoren", "virksomhedsmentor": "virksomhedsmentoren",
    "jobkonsulent": "jobkonsulenten", "virksomhedskonsulent": "virksomhedskonsulenten",
    "konsulent": "konsulenten", "koordinator": "koordinatoren", "læge": "lægen",
    "psykolog": "psykologen", "psykiater": "psykiateren", "sygeplejerske": "sygeplejersken",
    "kontaktperson": "kontaktpersonen", "støtteperson": "støttepersonen",
    "bostøtte": "bostøtten", "pædagog": "pædagogen", "lærer": "læreren",
    "underviser": "underviseren", "tolk": "tolken", "frivillig": "den frivillige",
    "arbejdsgiver": "arbejdsgiveren", "direktør": "direktøren", "indehaver": "indehaveren",
    "værkfører": "værkføreren", "souschef": "souschefen", "borger": "borgeren",
    "deltager": "deltageren", "kursist": "kursisten", "elev": "eleven", "klient": "klienten",
    "søn": "sønnen", "datter": "datteren", "mor": "moren", "far": "faren", "bror": "broren",
    "søster": "søsteren", "kone": "konen", "mand": "manden", "kæreste": "kæresten",
    "samlever": "samleveren", "ægtefælle": "ægtefællen", "eksmand": "eksmanden",
    "ekskone": "ekskonen", "ven": "vennen", "veninde": "veninden", "nabo": "naboen",
    "barn": "barnet", "dreng": "drengen", "pige": "pigen", "kvinde": "kvinden", "ung": "den unge",
    "fyr": "fyren", "onkel": "onklen", "moster": "mosteren", "farmor": "farmoren",
    "mormor": "mormoren", "farfar": "farfaren", "morfar": "morfaren",
}  # fmt: skip
_DEFINITE = {definite: definite for definite in _ROLES.values() if " " not in definite}
_NOBODY = {*_ROLES, *_DEFINITE, "person", "navn", "unge", "frivillige", "den", "[navn]"}
_DETERMINERS = frozenset(
    """
    en et den det min mit mine din dit vores jeres sin sit hendes hans deres dens ny nye anden andet
    tidligere nuværende god gode gammel gamle unge ung ældre yngre lille store stor egen
    """.split()
)
_S_BUT_NO_OWNERS = frozenset("hos os mens ellers dels altsammens ens".split())
_TITLE = re.compile(r"^(?:hr|fru|frk|dr)\b\.?\s*", re.IGNORECASE)
_NAMED = re.compile(r"(?:,?\s+(?:som|der)\s+hedder|\s+ved\s+navn|\s+kaldet|\s+kaldes)\s+$")
_PRESENTED = re.compile(r"\b(?:hedder|hedde|navn(?:et)?(?: er)?|mvh|hilsen|kh|vh)[\s,.:]*$", re.I)


def words_of(name: str, known: frozenset[str]) -> tuple[tuple[str, ...], bool]:
    """The words of a name without title and owner's s, and whether it is an owner.

    Args:
        known: every word, folded, that stands as a name somewhere: tells "Mettes" from "Mads".
    """
    words = tuple(fold(_TITLE.sub("", name)).split()) or (fold(name),)
    stem = without_genitive(words[-1])
    if not stem or not (stem in known or _is_owner(words[-1], stem)):
        return words, False
    return (*words[:-1], stem), True


def _is_owner(word: str, stem: str) -> bool:
    """Whether more people are called by the stem than by the word: "Mettes", but not "Gibbs"."""
    if not word[-2:].isalpha():  # an apostrophe
        return True
    codes = model().lexicon.look_up([word, stem])
    whole, bare = (max(code >> FIRST & 7, code >> LAST & 7) for code in codes.tolist())
    return bool(bare > whole)


def role_before(word: str) -> str:
    """What to call somebody whose role stands before the name: "kollega" -> "kollegaen"."""
    return _ROLES.get(word) or _DEFINITE.get(word, "")


def is_bare(role: str, before: str) -> bool:
    """Whether a role stands alone, as in "hos sagsbehandler Lars", and not after "min" or "en"."""
    owner = before.endswith("s") and before not in _S_BUT_NO_OWNERS
    return role in _ROLES and not (owner or before in _DETERMINERS)


def named_before(before: str) -> int:
    """How many characters of ", der hedder " or " ved navn " stand at the end of `before`."""
    found = _NAMED.search(before)
    return len(found[0]) if found else 0


def is_nobody(words: str) -> bool:
    """Whether the words are roles or stand-ins: what was written instead is not found again."""
    said = [word.removesuffix("s").rstrip("'’.") for word in fold(words).split()]
    return all(word in _NOBODY or len(word) < 2 for word in said)


def presented(before: str) -> bool:
    """Whether the name is told as a name: "hun hedder …", "Mvh …"."""
    return bool(_PRESENTED.search(before))


def stand_in(number: int, *, others: bool) -> str:
    """What to call the person of that number, from 0, where no role is told.

    `others`: whether the text speaks of a citizen already, who would be taken for this person.
    """
    if number == 0 and not others:
        return "borgeren"
    return f"person {chr(ord('A') + min(number, 25))}"

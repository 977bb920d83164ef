"""Which kind of organisation a name speaks of, by the words in it. Pure."""

import re

from handlerum.privacy.terms import Kind

_SCHOOL_PARTS = (
    "skole gymnasi universit seminari academy akademi(?!ker) college kursuscenter sprogcenter "
    "tietgen tradium mercantec learnmark"
)
_SCHOOL_NAMES = (
    "ucl uc ucn via absalon sdu ruc cbs dtu itu dmjx euc vuc fgu amu sosu zbc tec next hf htx hhx"
)
_INSTITUTION_PARTS = (
    "hospital sygehus plejehjem plejecent bosted krisecent kirke kommune jobcent a-kasse ministeri "
    "region styrelse tilsyn børnehave vuggestue opholdssted lægehus klinik psykiatri værested "
    "asylcent politi retten domstol nævn kriminalforsorg fængsel arresthus borgerservice "
    "ydelsescent forvaltning rådgivning misbrug herberg forsorg kvindehjem familiehus bibliotek "
    "hjælpen menighed moske synagoge sundhed ungdommens folketing headspace hjemmet"
)
_INSTITUTION_NAMES = "udbetaling.danmark skat ouh nato fn eu røde.kors kirkens.korshær blå.kors"


#: Words for a kind of place, not for one of them.
_GENERIC = frozenset(
    (
        "kommune kommunen kommunens jobcenter jobcentret jobcenteret skole skolen bibliotek "
        "biblioteket sygehus sygehuset hospital hospitalet herberg herberget plejehjem "
        "plejehjemmet børnehave børnehaven kirke kirken a-kasse a-kassen region regionen politi "
        "politiet universitet universitetet gymnasium gymnasiet ministerium ministeriet "
        "virksomhed virksomheden firma firmaet"
    ).split()
)


def _any(parts: str, whole: str) -> re.Pattern[str]:
    """Any of the parts inside a word, or any of the words as a whole."""
    return re.compile(f"{'|'.join(parts.split())}|\\b(?:{'|'.join(whole.split())})\\b")


_SCHOOL = _any(_SCHOOL_PARTS, _SCHOOL_NAMES)
_INSTITUTION = _any(_INSTITUTION_PARTS, _INSTITUTION_NAMES)


def organisation(name: str) -> Kind:
    """School, institution, or else employer: what to write instead depends on it."""
    folded = name.lower()
    if _SCHOOL.search(folded):
        return Kind.SCHOOL
    return Kind.INSTITUTION if _INSTITUTION.search(folded) else Kind.EMPLOYER


def generic(name: str) -> bool:
    """Whether it is a word for any of its kind: "kommunen" points to nobody."""
    return name.lower() in _GENERIC

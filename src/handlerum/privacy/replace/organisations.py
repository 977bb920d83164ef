"""What kind of place it is, instead of its name. Pure."""

import re

from handlerum.core.text import fold
from handlerum.privacy.terms import Kind

_SCHOOLS = """
    universitet|ruc\\b|\\bdtu|\\bitu\\b|\\bcbs\\b = et universitet
    gymnasi|\\bhf\\b|\\bhtx|\\bstx|\\bhhx = et gymnasium
    sprogskole|sprogcenter = et sprogcenter
    produktionsskole|\\bfgu = et uddannelsessted for unge
    højskole = en højskole
    efterskole = en efterskole
    \\bamu\\b|\\bvuc\\b = et kursussted
    erhvervsskole|tekniske?|\\btec\\b|\\beuc\\b = en erhvervsskole
    tradium|handelsskole|sosu|mercantec = en erhvervsskole
    \\bucl\\b|\\bvia\\b|\\bucn\\b|professionshøjskole|seminari = en professionshøjskole
    skole = en skole
"""
_INSTITUTIONS = """
    psykiatri = et sted i psykiatrien
    hospital|sygehus|\\bouh\\b|rigshosp = et hospital
    plejehjem|plejecenter|ældrecenter|omsorgscenter = et plejehjem
    bosted|botilbud|opholdssted = et botilbud
    krisecenter = et krisecenter
    herberg|forsorgshjem|varmestue|værested = et værested
    misbrug|rusmiddel = et behandlingssted
    kirke|moske|menighed|sogn = et trossamfund
    jobcenter = et jobcenter
    a-kasse|akasse = en a-kasse
    fagforening|\\b3f\\b|\\bhk\\b|\\bfoa\\b = en fagforening
    børnehave|vuggestue|børnehus|daginst = en daginstitution
    læge|klinik = en klinik
    fængsel|arrest = et fængsel
    politi = politiet
    bibliotek = et bibliotek
    asyl = et asylcenter
    kommune = en kommune
    region = en region
    forening|klub = en forening
    center|centret = et center
"""
_EMPLOYERS = """
    tømrer|snedker|murer|maler|vvs = en håndværksvirksomhed
    \\bel\\b|elektri|kloak|entrepren|håndværk|tagdæk = en håndværksvirksomhed
    netto|føtex|fotex|bilka|rema|\\baldi|lidl = en dagligvarebutik
    brugs|coop|fakta|365|købmand|supermarked|meny|spar\\b = en dagligvarebutik
    hotel = et hotel
    cafe|restaura|pizz|grill|\\bkro|mcdonald|burger|bager = et spisested
    lager|logisti|transport|\\bdsv\\b|postnord = en transportvirksomhed
    vognmand|fragt|\\bdsb\\b|arriva|taxa = en transportvirksomhed
    rengøring|\\biss\\b = en rengøringsvirksomhed
    bank|sparekasse = en bank
    landbrug|gartner|planteskole = et landbrug
    fabrik|slagteri|danish crown|industri = en produktionsvirksomhed
    arla|lego|vestas|grundfos|danfoss = en produktionsvirksomhed
    vikar|bemanding|manpower|randstad|adecco = et vikarbureau
    avis|medie|radio|\\btv = et medie
    frisør|salon = en frisørsalon
    forening|klub|røde kors|kirkens korshær|frelsens hær = en forening
    parti|venstre|socialdemokrat = et parti
    butik|h&m|matas|ikea|elgigant|genbrug|jysk = en butik
    cvr = [cvr-nummer]
"""


def _table(rows: str) -> list[tuple[re.Pattern[str], str]]:
    pairs = (row.rsplit(" = ", 1) for row in rows.strip().splitlines())
    return [(re.compile(found.strip()), words) for found, words in pairs]


_WORDS = {
    Kind.SCHOOL: (_table(_SCHOOLS), "et uddannelsessted"),
    Kind.INSTITUTION: (_table(_INSTITUTIONS), "en institution"),
    Kind.EMPLOYER: (_table(_EMPLOYERS), "en virksomhed"),
}


def sort_of(kind: Kind, words: str) -> str:
    """ "Jensens Tømrerfirma" -> "en håndværksvirksomhed"; unknown -> "en virksomhed"."""
    table, otherwise = _WORDS[kind]
    folded = fold(words)
    return next((said for found, said in table if found.search(folded)), otherwise)

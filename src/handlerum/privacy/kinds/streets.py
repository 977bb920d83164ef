"""Which words before a house number name a street. Pure."""

import re

# Endings that mean a street in any case ("nørregade 12") ...
_STRONG = tuple(
    "vej vejen gade gaden allé alleen alléen allee alléet stræde strædet straede straedet "
    "boulevard boulevarden vænge vænget vaenge vaenget promenade promenaden brygge".split()
)
# ... and those that also end ordinary words, towns and surnames: these need a capital and more.
_WEAK = tuple(
    "alle torv torvet plads pladsen park parken have haven haverne bakke bakken bakkerne skov "
    "skoven kaj kajen kanal kanalen sti stien toft toften tofte tofterne mark marken lund "
    "lunden lunde eng engen krog krogen vang vangen holm holmen dal dalen høj højen hoej "
    "hoejen ager ageren banke banken brink brinken kær kæret dam dammen række rækken vold "
    "volden passage passagen gård gården gaard gaarden vange løkke løkken skrænt skrænten "
    "stranden hegn hegnet dige diget kløften gyde gyden mølle møllen havn bro broen led "
    "leddet sving svinget slippe kvarteret parkvej ringen".split()
)
_NO_STREET = tuple(
    "motorvej genvej omvej udvej luftvej brigade gågade adgangsvej arbejdsplads "
    "arbejdspladsen praktikplads praktikpladsen læreplads lærepladsen elevplads elevpladsen "
    "uddannelsesplads legeplads legepladsen byggeplads byggepladsen børnehave børnehaven "
    "skovbørnehaven barnepark danmark københavn frederikshavn bornholm stockholm ishøj "
    "brønshøj brande finnmark telemark skolegård overgang stigning lufthavn målgruppen "
    "personalet".split()
)
# Shortened: "Vesterbrog. 4", but not the end of a sentence about Aalborg or Monday.
_SHORT = re.compile(r"[A-ZÆØÅ][a-zæøåé]{3,}(?:g|gd|v|vj|pl|bvld|blvd|str)\.")
_NOT_SHORT = re.compile(r".*(?:borg|bjerg|berg|dag|[aiouy]ng|[iæø]g|brev|liv)\.")
_CAPITAL = re.compile(r"[A-ZÆØÅÉ][\w'’\-]*|(?:[A-ZÆØÅ]\.){1,3}[A-ZÆØÅ]?")
#: What a street's name may begin with, the shortened ones with their full stop.
_FIRST = re.compile(
    r"(?:(?:Gl|Gml|Sdr|Ndr|Nr|Vr|Skt|Sct|Sankt|St|Ll|Chr|Dr|Kgs|Th|Fr|V|Ø|N|S)\.|[A-ZÆØÅ]\.|"
    r"(?:[A-ZÆØÅ]\.){2,3}|Gammel|Gamle|Ny|Nye|Sankt|Store|Lille|Nørre|Sønder|Vester|Øster|"
    r"Nordre|Søndre|Vestre|Østre|Over|Neder|Dronning|Kong|Prins|Prinsesse|Øvre|Nedre|Indre|Ydre|Bag|Ved|Mellem|"
    r"Sct|Skt|Gl|Sdr|Ndr|Kongens|gl\.|gammel|sankt|nørre|sønder|store|lille|ny)\Z"
)
_WHERE = re.compile(
    r"(?:på|til|fra|hos|bor|boende|bopæl|adr|adressen?|flyttet|hjemme)[:.]?\Z", re.IGNORECASE
)
_GLUE = frozenset(
    "på i ved til fra hos bor af er og som den det de har adressen adresse: at".split()
)
_WORD = re.compile(r"\S+")
_END = re.compile(r"[.:;!?)]\Z")


_LAST_LETTERS = frozenset(ending[-3:] for ending in _STRONG + _WEAK)


def may_be_street(before: str, end: int) -> bool:
    """A quick look at the letters before a place, to save the careful one for most numbers."""
    letters = before[max(0, end - 4) : end].rstrip(" ")
    return letters[-3:].lower() in _LAST_LETTERS or letters.endswith(".")


def street(before: str, *, sure: bool, open_: bool) -> int:
    """How long the name of a street is that ends this text; 0 where none does.

    `sure`: a floor or a postcode follows the number, so any name will do. `open_`: what follows
    the number goes on as after an address, and not with a thing that is counted.
    """
    words = list(_WORD.finditer(before))
    if not words:
        return 0
    last, ahead = words[-1][0], [word[0] for word in words[:-1]]
    open_ = open_ or any(_WHERE.match(word) for word in ahead[-2:])
    first = len(ahead) - _named(last, ahead, sure, open_)
    return len(before) - words[first].start() if first <= len(ahead) else 0


def _named(last: str, ahead: list[str], sure: bool, open_: bool) -> int:
    """How many words before the last belong to the name; -1 where it is no street."""
    low = last.lower()
    capital = bool(_CAPITAL.match(last))
    alone = low in _STRONG or low in _WEAK
    if low.endswith(_NO_STREET) or (not last[-1].isalpha() and not _SHORT.fullmatch(last)):
        return -1
    if alone:
        return _title(ahead, capital, sure, open_)
    if (
        low.endswith(_STRONG)
        or _is_short(last, open_)
        or (sure and (capital or low.endswith(_WEAK)))
    ):
        return _beginning(ahead)
    named = bool(ahead) and bool(_CAPITAL.fullmatch(ahead[-1])) and not _FIRST.match(ahead[-1])
    weak = capital and low.endswith(_WEAK) and open_ and not named
    return _beginning(ahead) if weak else -1


def _is_short(last: str, open_: bool) -> bool:
    return bool(open_ and _SHORT.fullmatch(last) and not _NOT_SHORT.fullmatch(last))


def _beginning(ahead: list[str]) -> int:
    """Words such as "Gl." and "Nørre" before a name that is a street by itself."""
    count = 0
    while count < min(3, len(ahead)) and _FIRST.match(ahead[-1 - count]):
        count += 1
    return count


def _title(ahead: list[str], capital: bool, sure: bool, open_: bool) -> int:
    """Whose street it is: "Niels Juels Gade", "Sankt Annæ Plads", "niels juels gade 3, 2. tv"."""
    count = 0
    while count < min(4, len(ahead)) and (
        _CAPITAL.fullmatch(ahead[-1 - count]) or _FIRST.match(ahead[-1 - count])
    ):
        count += 1
    if count and (capital or open_):
        return count
    if sure and ahead and ahead[-1].lower() not in _GLUE and not _END.search(ahead[-1]):
        return 1 + (len(ahead) > 1 and ahead[-2].lower() not in _GLUE and ahead[-2].isalpha())
    where = bool(ahead) and bool(_WHERE.match(ahead[-1]))
    return 0 if capital and (sure or (open_ and where)) else -1

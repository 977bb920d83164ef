"""Which part of Denmark a town lies in, and which names of places are too wide to point. Pure."""

from handlerum.core.text import fold

_TOWNS = {
    "Nordjylland": """
        aalborg brønderslev frederikshavn hjørring jammerbugt læsø mariagerfjord morsø rebild
        thisted vesthimmerland vesthimmerlands hobro skagen sæby hadsund støvring nibe løgstør
        aars farsø nykøbing_mors fjerritslev aabybro pandrup hirtshals sindal dronninglund
        hanstholm hurup nørresundby svenstrup arden mariager hals vodskov klarup gistrup
    """,
    "Østjylland": """
        aarhus århus favrskov horsens norddjurs odder randers samsø syddjurs skanderborg
        silkeborg hedensted grenaa grenå ebeltoft hadsten hinnerup hammel galten ry brædstrup
        tørring juelsminde auning rønde kolind hornslet allingåbro risskov brabrand viby tilst
        lystrup hasselager
    """,
    "Vestjylland": """
        herning holstebro ikast_brande ikast brande lemvig ringkøbing_skjern ringkøbing skjern
        skive struer viborg bjerringbro karup vinderup ulfborg tarm videbæk hvide_sande thyborøn
        kjellerup sunds aulum vildbjerg
    """,
    "Syd- og Sønderjylland": """
        billund esbjerg fanø fredericia haderslev kolding sønderborg tønder varde vejen vejle
        aabenraa åbenrå ribe grindsted vojens gram rødding løgumkloster skærbæk toftlund gråsten
        nordborg rødekro padborg give jelling egtved børkop bramming ølgod oksbøl
    """,
    "Fyn og øerne": """
        assens faaborg_midtfyn faaborg fåborg kerteminde langeland middelfart nordfyn nordfyns
        nyborg odense svendborg ærø bogense otterup søndersø ringe rudkøbing marstal munkebo
        langeskov glamsbjerg aarup vissenbjerg vollsmose
    """,
    "Sjælland og øerne": """
        faxe greve guldborgsund holbæk kalundborg køge lejre lolland næstved odsherred ringsted
        roskilde slagelse solrød sorø stevns vordingborg nykøbing_falster nykøbing maribo
        nakskov rødby sakskøbing korsør skælskør haslev store_heddinge præstø stege møn
        nykøbing_sjælland asnæs jyderup tølløse svinninge dianalund stenlille fuglebjerg havdrup
        viby_sjælland falster
    """,
    "hovedstadsområdet": """
        albertslund allerød ballerup brøndby dragør egedal fredensborg frederiksberg
        frederikssund furesø gentofte gladsaxe glostrup gribskov halsnæs helsingør herlev
        hillerød hvidovre høje_taastrup høje_tåstrup taastrup hørsholm ishøj københavn kbh
        lyngby_taarbæk lyngby rudersdal rødovre tårnby vallensbæk amager nørrebro vesterbro
        østerbro valby vanløse brønshøj sydhavnen nordvest bispebjerg christianshavn birkerød
        farum værløse holte hellerup kastrup helsinge frederiksværk hundested humlebæk nivå
        espergærde ølstykke stenløse måløv tingbjerg
    """,
    "Bornholm": """
        bornholm bornholms rønne nexø neksø allinge hasle aakirkeby åkirkeby svaneke gudhjem
    """,
}
_REGIONS = {
    name.replace("_", " "): region for region, names in _TOWNS.items() for name in names.split()
}
_COUNTRIES = frozenset(
    """
    afghanistan albanien algeriet argentina australien belgien bosnien brasilien bulgarien burma
    canada chile congo cuba egypten england eritrea estland etiopien filippinerne finland frankrig
    færøerne georgien ghana grækenland grønland holland hviderusland indien indonesien irak iran
    irland island israel italien japan jordan kenya kina kosovo kroatien kurdistan kuwait letland
    libanon liberia libyen litauen makedonien malaysia marokko mexico moldova montenegro myanmar
    nepal nigeria nordmakedonien norge pakistan palæstina peru polen portugal rumænien rusland
    rwanda saudi-arabien schweiz serbien singapore slovakiet slovenien somalia spanien sri_lanka
    storbritannien sudan sverige syrien sydafrika sydkorea taiwan tanzania thailand tjekkiet
    tjetjenien tunesien tyrkiet tyskland uganda ukraine ungarn usa vietnam yemen zimbabwe østrig
    """.replace("_", " ").split()
) | {"sri lanka"}
#: So wide that it points to nobody.
COARSE = frozenset(
    """
    danmark dk danmarks norden skandinavien europa eu afrika asien amerika nordamerika sydamerika
    jylland fyn sjælland nordjylland midtjylland østjylland vestjylland sydjylland sønderjylland
    nordsjælland vestsjælland sydsjælland syddanmark midtjyllands hovedstaden verden norden vesten
    mellemøsten balkan
    """.split()
)


def region_of(town: str) -> str | None:
    """The part of the country, in words; None for a place that is not known here."""
    return _REGIONS.get(_key(town)) or _REGIONS.get(_key(town).split(" ")[0])


def is_country(place: str) -> bool:
    """Whether it names another country than Denmark."""
    return fold(place) in _COUNTRIES


def is_coarse(place: str) -> bool:
    """Whether a place is so wide that it points to nobody."""
    return fold(place) in COARSE or fold(place) in _PARTS


def _key(town: str) -> str:
    return fold(town).replace("-", " ")


_PARTS = frozenset(fold(region) for region in _TOWNS) | {fold("Fyn og øerne")}

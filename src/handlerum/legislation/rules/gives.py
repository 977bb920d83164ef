"""What a provision gives, found by rules over its own words. Pure.

Nothing is understood here: each rule is a wording, what it gives and why, so that the screen can
show which words spoke and a reader can disagree. Words that no rule names are left unmarked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handlerum.legislation.terms import Gives


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording, what it gives (None: nothing to practice), and why, in Danish for the screen."""

    pattern: str
    gives: Gives | None
    why: str


@dataclass(frozen=True, slots=True)
class Marked:
    """text[start:end] tells what the provision gives; `why` is the reason of the rule."""

    start: int
    end: int
    gives: Gives
    why: str = ""


_MINISTER = r"(?:minister(?:en|iet)|styrelsen)"
_RULING = r"(?:fastsætte|bestemme|bemyndige|udstede|henlægge|udarbejde|regler)"
#: Within the sentence and before the next verb of its kind.
_ON = r"(?:(?! (?:skal|kan|må) )[^.;:]){0,160}?"
_BODY = (
    r"(?:kommunen|kommunalbestyrelsen|jobcenteret|jobcentret|regionen|udbetaling danmark|"
    r"myndigheden|forvaltningen|arbejdsløshedskassen|a-kassen|rehabiliteringsteamet)"
)
_DOES = (
    r"(?:afholder|anviser|behandler|betaler|fastsætter|foretager|følger op|giver|indhenter|"
    r"indkalder|iværksætter|opgør|planlægger|sikrer|sørger for|tilbyder|tilrettelægger|"
    r"træffer|udarbejder|udbetaler|underretter|vejleder|yder)"
)
#: What may stand between the verb and "ikke": "kan kommunen dog ikke".
_BETWEEN = (
    r"(?:(?:de|den|det|der|man|dog|derfor|normalt|således|heller|danmark"
    r"|[a-zæøå-]+(?:en|et|erne)) ){0,4}"
)

#: Where two rules find words that begin at the same place, the earlier one has them.
RULES: tuple[Rule, ...] = (
    Rule(
        rf"{_MINISTER}{_ON} (?:kan|skal){_ON} {_RULING}|kan {_MINISTER}{_ON} {_RULING}"
        r"|(?:kan der|der kan) fastsættes|bemyndige[st]? til",
        None,
        "En bemyndigelse til at lave regler giver ikke i sig selv praksis en mulighed",
    ),
    Rule(
        r"(?:personer|borgere|ledige|lønmodtagere|børn|unge|forældre|virksomheder), hvis "
        r"(?!(?:de|den|det|der|man|en|et|\w+(?:en|et|erne))\b)",
        None,
        "“hvis” siger her, hvem noget hører til",
    ),
    Rule(r"når som helst", None, "“når som helst” er ingen betingelse"),
    Rule(
        r"må (?:antages|anses|forventes|formodes|påregnes)",
        None,
        "“må” er her en formodning og hverken en pligt eller en mulighed",
    ),
    Rule(
        rf"skal {_BETWEEN}ikke|ikke skal",
        None,
        "En fritagelse fra en pligt er hverken en pligt eller en mulighed",
    ),
    Rule(r"(?:ikke|aldrig) kan", None, "Ordene siger, hvad nogen ikke er i stand til"),
    Rule(
        rf"(?:kan|må) {_BETWEEN}(?:ikke|aldrig|hverken)(?! alene\b)|(?:ikke|aldrig) må",
        Gives.MUST,
        "Et forbud er en pligt til at lade være",
    ),
    Rule(r"må (?:højst|maksimalt|tidligst)", Gives.MUST, "En grænse, der ikke må overskrides"),
    Rule(
        r"(?:kan|må) (?:på)?klages|kan (?:på)?klage|kan indbringes?",
        Gives.RIGHT,
        "Borgeren har ret til at klage",
    ),
    Rule(
        r"(?:har|have|får|bevarer) (?:\w+ )?ret til|(?:har|have|får) (?:\w+ )?krav på"
        r"|er (?:\w+ )?berettiget(?:de)? til|har (?:\w+ )?adgang til at|retten til",
        Gives.RIGHT,
        "Borgeren har ret til det",
    ),
    Rule(
        r"har (?:\w+ )?pligt til|er (?:\w+ )?forpligtet(?:de)? til|er pligtig|påhviler"
        r"|pålægges|skal",
        Gives.MUST,
        "Ordene siger, hvad man har pligt til",
    ),
    Rule(
        rf"{_BODY} {_DOES}",
        Gives.MUST,
        "Loven skriver i nutid, hvad myndigheden gør: det er en pligt",
    ),
    Rule(
        r"(?:efter|ud fra|på (?:grundlag|baggrund) af) (?:en|et) (?:samlet |faglig )?"
        r"(?:konkret|individuel|samlet|faglig)\w*(?:,? (?:og )?(?:konkret|individuel)\w*)? "
        r"(?:vurdering|skøn)|(?:konkret|individuel)\w*(?:,? (?:og )?\w+)? vurdering"
        r"|efter (?:et )?skøn|skønner|skønnes|vurdere[rst]?|finder det|efter omstændighederne",
        Gives.DISCRETION,
        "Nogen skal vurdere den enkelte sag",
    ),
    Rule(
        r"(?:hvis|når|hvor|såfremt) (?:det|dette) (?:\w+ )?(?:er|findes|anses for) (?:\w+ )?"
        r"(?:hensigtsmæssigt|rimeligt|nødvendigt|påkrævet|formålstjenligt|forsvarligt)"
        r"|i (?:helt )?særlige tilfælde|(?:helt )?særlige (?:grunde|forhold|omstændigheder)"
        r"|ganske særlige \w+|under hensyn(?:tagen)? til|efter behov|så vidt muligt"
        r"|i (?:fornødent|rimeligt|nødvendigt) omfang",
        Gives.DISCRETION,
        "Ordene er rummelige: den enkelte sag afgør, hvad de betyder",
    ),
    Rule(
        r"kan(?: (?:kun|alene|tidligst|højst|først))?|har (?:\w+ )?mulighed for"
        r"|er det muligt at|må(?: (?:kun|alene|gerne))?",
        Gives.MAY,
        "Ordene giver en mulighed",
    ),
    Rule(
        r"hvis|når|såfremt|medmindre|det er en betingelse|under forudsætning af|forudsat,? at"
        r"|betinget af|på betingelse af|på (?:det )?vilkår,? at|i det omfang",
        Gives.CONDITION,
        "Ordene siger, hvad der skal være opfyldt",
    ),
)

_ANY = re.compile(
    r"(?:\b(?=[a-zæøå])|(?=minister))(?:"
    + "|".join(f"(?P<r{at}>{rule.pattern})" for at, rule in enumerate(RULES))
    + r")\b",
    re.IGNORECASE,
)
#: So many characters behind "når" or "hvis" a judgement still belongs to the condition.
_CONDITION_REACH = 60
#: What a provision is listed under when it gives several things.
_FIRST = (Gives.MAY, Gives.DISCRETION, Gives.RIGHT, Gives.MUST, Gives.CONDITION)


def read_gives(text: str) -> list[Marked]:
    """The words that tell what a provision gives, in order; spans do not overlap."""
    marked = []
    for match in _ANY.finditer(text):
        rule = RULES[int((match.lastgroup or "r0")[1:])]
        if rule.gives is not None:
            marked.append(Marked(match.start(), match.end(), rule.gives, rule.why))
    return marked


def main_gives(marked: Iterable[Marked]) -> Gives | None:
    """What the provision is listed under: possibilities before duties.

    A condition counts only where there is nothing else, and so does a judgement that belongs to one
    ("når personen vurderes parat"). None where nothing is marked.
    """
    marked = list(marked)
    free = [one for before, one in zip([None, *marked], marked, strict=False) if _free(before, one)]
    given = {one.gives for one in free}
    return next((gives for gives in _FIRST if gives in given), None)


def _free(before: Marked | None, one: Marked) -> bool:
    """Whether a mark speaks for itself, and does not belong to the condition just before it."""
    if before is None or one.gives is not Gives.DISCRETION:
        return True
    return before.gives is not Gives.CONDITION or one.start - before.end > _CONDITION_REACH

"""Made-up identifiers in sentences as practitioners write them, and sentences that have none.

Everything here is invented: numbers are drawn, domains are reserved for examples, names of streets
are put together. It knows nothing of the finders' patterns, so that it can measure them.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlerum.privacy.terms import Kind


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence, where the identifier stands in it, and what it is."""

    text: str
    start: int
    end: int
    kind: Kind


_CARRIERS = """
Borgeren oplyser {}, som jeg har noteret i planen.
Notat efter samtalen: {}
{} står i henvendelsen fra i går.
Hun skrev ({}) nederst på sedlen.
Vi aftalte at bruge {}, når der er nyt fra virksomheden.
Kontakt: {}.
Jeg fik {} af mentoren, og det gik bedre derfra!
Husk {}; ellers går brevet tabt.
Det drejer sig om {} igen
Efter mødet sendte kollegaen {} videre til mig.
- {}¶- praktik fra uge 12
Er det {}? Ja, det er det.
Kan du slå "{}" op, inden vi ses?
Han har stadig {} stående i sit cv, og vi rettede det sammen.
""".strip().split("\n")
_ONES = "nul en to tre fire fem seks syv otte ni".split()
_TEENS = "ti elleve tolv tretten fjorten femten seksten sytten atten nitten".split()
_TENS = "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems".split()
_UNSEEN = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202c"]
_NAMES = "anna bo carla mette jens soeren lærke ali fatima ole-p b.holm a_j sara87 kim".split()
_HOSTS = (
    "firma.example post.example sub.kommune.example butik.example mail.eksempel.example".split()
)
_FRONTS = "Nørre Vester Kirke Skole Ahorn Birke Møller Sønder Havne Præste Lærke Tværs Åker".split()
_ROADS = "vej gade allé stræde vænget boulevard torv parken haven toften marken lunden".split()
_WHOSE = ["Niels Juels Gade", "H.C. Andersens Boulevard", "Sankt Annæ Plads", "Gl. Kongevej"]
_WHOSE += ["Dronning Louises Vej", "Chr. Richardts Vej", "Søren Frichs Vej", "Ny Kirkevej"]
_TOWNS = ["9500 Hobro", "2300 København S", "8000 Aarhus C", "4800 Nykøbing F", "2800 Kgs. Lyngby"]
_TOWNS += ["DK-5000 Odense", "6900 Skjern", "3700 Rønne", "7100 Vejle", "9800 Hjørring"]
_FLOORS = "2. tv;st. th.;1. mf;st.tv;3. sal;4. sal th;2 th;kl. tv;1., dør 3".split(";")


def variants(seed: int, count: int) -> Iterator[Variant]:
    """So many identifiers, each in a sentence."""
    draw = random.Random(seed)
    for number in range(count):
        kind, make = _MAKERS[number % len(_MAKERS)]
        identifier, before = make(draw)
        text = draw.choice(_CARRIERS).replace("¶", "\n").replace("{}", before + "\0")
        start = text.index("\0")
        yield Variant(text.replace("\0", identifier), start, start + len(identifier), kind)


def _digits(draw: random.Random, count: int, first: str = "0123456789") -> str:
    return draw.choice(first) + "".join(draw.choices("0123456789", k=count - 1))


def _disguised(draw: random.Random, text: str) -> str:
    """Now and then with something unseen inside, or in digits of another script."""
    roll = draw.random()
    if roll < 0.08:
        at = draw.randrange(1, len(text))
        return text[:at] + draw.choice(_UNSEEN) + text[at:]
    if roll < 0.12:
        zero = draw.choice(["\uff10", "\u0660", "\u06f0"])
        return "".join(chr(ord(zero) + int(c)) if c.isdecimal() else c for c in text)
    return text


def _said(draw: random.Random, pair: str) -> str:
    """Two digits in words, one by one or as one number."""
    if draw.random() < 0.5 or pair[0] == "0":
        return f"{_ONES[int(pair[0])]} {_ONES[int(pair[1])]}"
    if pair[0] == "1":
        return _TEENS[int(pair[1])]
    ten = _TENS[int(pair[0]) - 2]
    return ten if pair[1] == "0" else f"{_ONES[int(pair[1])]}og{ten}"


def _spoken(draw: random.Random, digits: str) -> str:
    gap = draw.choice([" ", " ", ", "])
    return gap.join(_said(draw, digits[at : at + 2]) for at in range(0, len(digits), 2))


def _cpr(draw: random.Random) -> tuple[str, str]:
    day, month = f"{draw.randint(1, 28):02}", f"{draw.randint(1, 12):02}"
    year, last = _digits(draw, 2), _digits(draw, 4)
    before = draw.choice(["cpr ", "cpr-nr. ", "CPR: ", "personnummer ", "", "", ""])
    if draw.random() < 0.15:
        return _spoken(draw, day + month + year + last), before
    sign = draw.choice(["", "", "", ".", "-", " ", "/"])
    gap = draw.choice(
        ["-", "-", "-", "", " ", " - ", "–", "‑", "−", "\u00a0", "\u202f", "-\n", "/"]
    )
    return _disguised(draw, sign.join([day, month, year]) + gap + last), before


def _phone(draw: random.Random) -> tuple[str, str]:
    number = _digits(draw, 8, "2345679")
    if draw.random() < 0.12:
        return _spoken(draw, number), draw.choice(["ring på ", "tlf. ", "mobil ", "telefon: "])
    if draw.random() < 0.08:
        return draw.choice(["+46 70 123 45 67", "0049 30 901820", "+48 512 345 678"]), "ring "
    groups = draw.choice([(8,), (2, 2, 2, 2), (4, 4), (3, 2, 3), (3, 3, 2), (2, 6), (2, 2, 2, 2)])
    sign = draw.choice([" ", " ", " ", "\u00a0"] + ([".", "-"] if groups != (2, 6) else []))
    parts, at = [], 0
    for size in groups:
        parts.append(number[at : at + size])
        at += size
    code = draw.choice(["", "", "", "+45 ", "+45", "0045 ", "(45) ", "(+45) ", "45 "])
    if groups in {(3, 2, 3), (3, 3, 2), (2, 6)} and code == "45 ":
        code = "+45 "
    before = draw.choice(["tlf. ", "mobil: ", "ring på ", "", "", "sms til "])
    return code + _disguised(draw, sign.join(parts)), before


def _maybe_upper(draw: random.Random, text: str) -> str:
    return text.upper() if draw.random() < 0.3 else text


def _email(draw: random.Random) -> tuple[str, str]:
    name, host = draw.choice(_NAMES) + draw.choice(["", "", "2", ".jensen"]), draw.choice(_HOSTS)
    sign = draw.choice(
        ["@", "@", "@", " @ ", "(at)", " (at) ", "[at]", "{at}", " snabel-a ", " snabel a ", "＠"]
    )
    if draw.random() < 0.2:
        dot = draw.choice([" dot ", " punktum ", "(dot)", " (punktum) "])
        sign = draw.choice([" at ", " snabel-a ", "(at)", "@"])
        return name + sign + host.replace(".", dot), ""
    return _maybe_upper(draw, name + sign + host), draw.choice(["mail ", "", "e-mail: "])


def _address(draw: random.Random) -> tuple[str, str]:
    street = (
        draw.choice(_FRONTS) + draw.choice(_ROADS) if draw.random() < 0.7 else draw.choice(_WHOSE)
    )
    street = street.replace("Åker", "Aaker")
    if draw.random() < 0.15:
        street = street.replace("ø", "oe").replace("æ", "ae").replace("å", "aa")
    if draw.random() < 0.08:
        street = draw.choice(["Vesterbrog.", "Nørreg.", "Kirkestr.", "Møllev.", "Ahornv."])
    elif draw.random() < 0.15:
        street = "nørregade vestervej skolevænget ahornallé kirkestræde".split()[draw.randrange(5)]
    number = str(draw.randint(1, 240)) + draw.choice(["", "", "", "B", " C", "a"])
    floor = draw.choice(["", "", ", ", ", ", " "])
    address = f"{street} {number}" + (floor and floor + draw.choice(_FLOORS))
    address += draw.choice(["", "", ", " + draw.choice(_TOWNS), " " + draw.choice(_TOWNS)])
    if draw.random() < 0.08:
        address = draw.choice(["Postboks 12", "postboks 203, 9500 Hobro", "Boks 12, 9500 Hobro"])
    elif draw.random() < 0.05:
        return "12ab, Hobro Bygrunde", draw.choice(["matr.nr. ", "matrikel nr. ", "matr. nr. "])
    return address, draw.choice(["bor på ", "adressen ", "bopæl: ", "flyttet til "])


def _plate(draw: random.Random) -> tuple[str, str]:
    letters, number = "".join(draw.choices("ABCGJMPSXYZ", k=2)), _digits(draw, 5, "123456789")
    number = number[:4] + draw.choice("123456789")
    if letters in {"AC", "CA"}:  # a body; and "ca 12 345" is about 12,345
        letters = "ZB"
    gap = draw.choice([("", ""), (" ", " "), ("-", "-"), (" ", "")])
    plate = letters + gap[0] + number[:2] + gap[1] + number[2:]
    if draw.random() < 0.3:
        return plate.lower(), draw.choice(
            ["nummerplade ", "reg.nr. ", "bilen ", "bil med nummerplade "]
        )
    return plate, draw.choice(["bilen ", "", "nummerpladen "])


def _luhn(digits: str) -> str:
    """The digits with the last one that makes a card's sum right."""
    for last in "0123456789":
        whole = digits + last
        values = [int(c) for c in reversed(whole)]
        doubled = [v if at % 2 == 0 else sum(divmod(v * 2, 10)) for at, v in enumerate(values)]
        if sum(doubled) % 10 == 0:
            return whole
    return digits


def _account(draw: random.Random) -> tuple[str, str]:
    reg, number = _digits(draw, 4, "123456789"), _digits(draw, 10)
    roll = draw.randrange(6)
    if roll == 0:
        return f"{reg}{draw.choice([' konto ', ', kontonr. ', ' kontonummer: '])}{number}", "reg. "
    if roll == 1:
        return f"{reg}-{number}", draw.choice(["", "kontonr. ", "konto "])
    if roll == 2:
        check = 98 - int(reg + number + "132000") % 97  # D and K count as 13 and 20
        iban = f"DK{check:02}{reg}{number}"
        grouped = " ".join(iban[at : at + 4] for at in range(0, 18, 4))
        return draw.choice([iban, grouped, iban.lower()]), draw.choice(["", "IBAN "])
    if roll == 3:
        card = _luhn(draw.choice(["4571", "5019", "5213"]) + _digits(draw, 11))
        sign = draw.choice(["", " ", "-"])
        return sign.join(card[at : at + 4] for at in range(0, 16, 4)), draw.choice(["kort ", ""])
    if roll == 4:
        return _digits(draw, 5, "123456789"), draw.choice(
            ["MobilePay ", "mobilepay box ", "Mobile Pay nr. "]
        )
    return _digits(draw, 9, "123456789"), draw.choice(
        ["pasnummer ", "pas nr. ", "pasnr.: ", "id-kort nr. "]
    )


_MAKERS: list[tuple[Kind, Callable[[random.Random], tuple[str, str]]]] = [
    (Kind.CPR, _cpr),
    (Kind.PHONE, _phone),
    (Kind.EMAIL, _email),
    (Kind.ADDRESS, _address),
    (Kind.PLATE, _plate),
    (Kind.ACCOUNT, _account),
]

_CLEAN = """
Efter § {a} i loven kan der gives tilskud i op til {b} uger.
I {y} fik {c} procent job inden for {b} måneder.
Vi holder møde kl. {h}.30 i lokale {a}, og det varer {b} minutter.
Tilskuddet er {t}.{k} kr. om måneden.
Tabel {b}: {p}, {q} og {r} personer.
Aldersgruppen {u}-{v} år fylder mest, se side {a}.
Jf. LBK nr. {k} af {y}.
Se kapitel {b}, afsnit {b}.{a} og bilag {b}.
Fra {y} til {z} faldt ledigheden med {a},{b} procent.
Han arbejder {u} timer om ugen fordelt på {b} dage.
{a} ud af {k} borgere svarede.
Lov nr. {k} om aktiv indsats
Praktikken varer {b} uger og kan forlænges {a} gange.
Uge {a}-{u}: {b} virksomhedsbesøg.
Trin {b} på skalaen 1-{a}
Projektet kostede {a} mio. kr. i {y}-{z}.
Formlen er {a} x {b} = {c}.
Gennemsnittet er {a}.{b} point (n = {k}).
Kurset koster {t} {k} kr. og tager {b} dage.
Vej {b} gange om ugen.
Bekendtgørelse nr. {k} af {y}, stk. {b}
Der er {t}.{k}.{k} danskere.
I {y} var {k} unge i gang, i {z} {k}.
Mål: {c} % i {z}, {a} % nu, {b}/{a} opfyldt
LO {y} og EU 27 000 er nævnt i rapporten fra {z}.
Sagen tog {a} måneder.
Figur {b} viser {p} {q} {r}.
""".strip().split("\n")


def clean(seed: int, count: int) -> Iterator[str]:
    """So many sentences full of figures that point to nobody."""
    draw = random.Random(seed)
    for _ in range(count):
        year = draw.randint(1995, 2026)
        yield draw.choice(_CLEAN).format(
            a=draw.randint(2, 99), b=draw.randint(2, 30), c=draw.randint(2, 100),
            h=draw.randint(8, 16), k=draw.randint(100, 999), t=draw.randint(1, 99),
            u=draw.randint(15, 37), v=draw.randint(38, 64), y=year, z=year + draw.randint(1, 9),
            p=draw.randint(10, 9999), q=draw.randint(10, 9999), r=draw.randint(10, 9999),
        )  # fmt: skip

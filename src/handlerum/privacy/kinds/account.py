"""Numbers that lead to money or papers: bank accounts, cards, MobilePay, passports. Pure."""

import re
from collections.abc import Iterator

from handlerum.privacy.kinds.figures import said, starting
from handlerum.privacy.spans import Span
from handlerum.privacy.terms import Kind

# "reg. 1234 konto 1234567890": the words may stand before, between, or both.
_KONTO = r"(?:onto(?:en)?[ \-]?(?:nummer|nr)?|to)\b[.: ]{0,3}(?:(?:er|lyder|hedder)[: ]{1,2})?"
_TAIL = r"\d(?:[ .\-]?\d){5,11}(?!\d)"
_NAMED = re.compile(
    r"[rRkK](?i:(?<!\w.)eg(?:istrerings)?[. \-]{0,2}(?:nr|nummer)?\b[.: ]{0,3}"
    rf"(?:og konto\w*[.: ]{{0,3}})?|(?<=k){_KONTO})"
    rf"(?P<number>(?:\d{{4}}[ ,;./\-]{{1,3}}(?i:(?:og )?k{_KONTO})?)?{_TAIL})"
)
# Bare, the shape itself must tell: four digits, and ten more, or seven after a dash; a card's four
# groups.
_IBAN = re.compile(r"(?<=[A-Za-z]{2})\d{2}(?:[ \-]?[A-Za-z0-9]){11,30}+")
_COUNTRY = re.compile(r"(?<!\w)[A-Za-z]{2}\Z")
_LENGTHS = {"DK": 18, "FO": 18, "GL": 18, "SE": 24, "NO": 15, "FI": 18, "DE": 22, "GB": 22}
_LENGTHS |= {"LT": 20, "LV": 21, "EE": 20, "PL": 28, "RO": 24, "BG": 22, "NL": 18, "FR": 27}
_LENGTHS |= {"ES": 24, "IT": 27, "AT": 20, "BE": 16, "CH": 21, "IE": 22, "PT": 25, "UA": 29}
_BARE = re.compile(
    r"(?<!\w)(?<!\d[.,/\-])(?:(?P<account>\d{4}(?: ?- ?\d{7,10}|[ /]\d{10}|[ \-]\d{3} \d{3} \d{4}))"
    r"|\d{13,19}|\d{4}(?P<gap>[ \-.])\d{4}(?P=gap)\d{4}(?P=gap)\d{1,7}"
    r"|3\d{3}[ \-]\d{6}[ \-]\d{4,5})"
    r"(?!\w|[.,\-]\d)"
)
# Visa, American Express, Diners, and the rest: other lengths are codes of goods and buildings.
_CARD_SHAPE = re.compile(r"4\d{12}|3[47]\d{13}|3[068]\d{12}|(?:[3456]|2[2-7])\d{15}|[46]\d{17,18}")
_MOBILEPAY = re.compile(
    r"[mM](?i:obile ?pay(?:[ :,.\-]{1,3}(?:box|boks|nr|nummer|til|på|er|myshop)?){0,3})"
    r"(?P<number>\d{4,6}[A-Z]{2}|\d{5,6}|[2-9]\d(?: ?\d\d){3})(?!\w|[.,]\d|[ \t]?(?i:kr|kroner)\b)"
)
_PAPER = re.compile(r"\d(?: ?\d){5,9}[A-Z]?(?!\w|[.,\-/]\d)")
_PAPER_WORD = re.compile(
    r"\b(?:pas|passport|id-?kort|identitetskort|kørekort|opholdskort|opholdstilladelse)"
    r"(?:nummer|nr)?(?:et|s)?(?:[ :.,\-#]{1,3}(?:nr|nummer|no|er|med)?){0,3}"
    r"(?P<letters>(?:\b[a-z]{1,2})?)\Z",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """All numbers of accounts, cards and papers; IBAN first, for a part of one may be a card."""
    yield from _ibans(text)
    for pattern in (_NAMED, _MOBILEPAY):
        for match in pattern.finditer(text):
            yield _span(match.start("number"), match.end("number"))
    for match in starting(_PAPER, text, 2):
        if paper := said(_PAPER_WORD, text, match.start()):
            yield _span(paper.start("letters"), match.end())
    for match in starting(_BARE, text, 4):
        if match["account"] or is_card(re.sub(r"\D", "", match[0])):
            yield _span(match.start(), match.end())


def _ibans(text: str) -> Iterator[Span]:
    for match in starting(_IBAN, text, 2):
        country = said(_COUNTRY, text, match.start(), 3)
        length = country and _LENGTHS.get(country[0].upper())
        if country and length:
            whole = text[country.start() : match.end()]
            places = [at for at, sign in enumerate(whole) if sign.isalnum()][:length]
            number = "".join(whole[at] for at in places).upper()
            # A slip of the pen is still somebody's account: DK and sixteen digits are enough.
            slip = number[:2] == "DK" and number[2:].isdecimal()
            if len(number) == length and (slip or is_iban(number)):
                yield _span(country.start(), country.start() + places[-1] + 1)


def is_iban(number: str) -> bool:
    """Whether the remainder by 97 is the one it should be. Letters and digits only."""
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def is_card(digits: str) -> bool:
    """Whether a payment card may have the number: its length, its first digits, Luhn's sum."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    total = doubled + sum(int(digit) for digit in digits[-1::-2])
    return bool(_CARD_SHAPE.fullmatch(digits)) and total % 10 == 0


def _span(start: int, end: int) -> Span:
    return Span(start, end, Kind.ACCOUNT, direct=True)

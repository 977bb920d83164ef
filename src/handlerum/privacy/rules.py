"""Find direct identifiers in Danish text: CPR numbers, e-mail addresses, phone numbers. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers


class Kind(StrEnum):
    """What was found."""

    CPR = "cpr"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A place in a text; offsets in characters, end exclusive."""

    start: int
    end: int
    kind: Kind


_BLANK = " \t\u00a0\u2009\u202f"
_DASH = "\\-\u2010-\u2015\u2212"
_SIGN = rf"[{_BLANK}.{_DASH}/]"

# Day, month, year, then four digits. No checksum: modulus 11 has not held for all CPR numbers since
# 2007. Years need no check, any two digits do. A line may end after a dash, as in running text.
_CPR = re.compile(
    rf"(?<!\d)(0[1-9]|[12]\d|3[01]){_SIGN}{{0,3}}(0[1-9]|1[0-2]){_SIGN}{{0,3}}\d\d"
    rf"(?:{_SIGN}{{0,3}}|[{_DASH}]\n)\d{{4}}(?!\d)"
)
_LAST_DAY = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}

_EMAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]++\s?(?:[@＠]|[(\[{]\s?(?:at|a|snabel-?a)\s?[)\]}]|\bsnabel-?a\b)\s?"
    r"[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,3}\.[^\W\d_]{2,63}",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.|doi:|doi\.org/)\S+", re.IGNORECASE)

_FREE = rf"(?<![\d§])(?<!\d[.,/{_DASH}])"
_ENDS = rf"(?!\d|[.,{_DASH}]\d(?!\d{{7}}))"
_HOME = r"(?P<home>\+\s?45|\(\+?45\)|0045)"
# Pairs, or groups of four, between signs of one kind. They are taken as a whole row: eight digits
# make a number, sixteen make two, and anything else is a table's row of figures.
_ROW = re.compile(
    rf"{_FREE}(?:{_HOME}{_SIGN}?)?(?P<row>\d\d(?P<a>{_SIGN})\d\d(?:(?P=a)\d\d)*"
    rf"|\d{{4}}(?P<b>[{_BLANK}.{_DASH}])\d{{4}}(?:(?P=b)\d{{4}})*){_ENDS}"
)
# Eight digits in the other groupings people write; the first is 2-9, as Danish numbers are.
_EIGHT = re.compile(
    rf"{_FREE}(?:(?:{_HOME}|45){_SIGN}?)?(?:[2-9]\d{{7}}|[2-9]\d[{_BLANK}]\d{{6}}"
    rf"|[2-9]\d\d(?P<c>{_SIGN})(?:\d\d(?P=c)\d{{3}}|\d{{3}}(?P=c)\d\d)){_ENDS}"
)
# After these words any grouping is a phone number.
_CALLED = re.compile(
    r"\b(?:tlf|telefon|tel|mobil|mob|ring)(?:nummer|nr)?\b[ .:]{0,3}(?:på|til|nr)?[ .:]{0,3}"
    rf"(?P<number>[2-9](?:{_SIGN}?\d){{7}})(?!\d)",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"(?<!\d)00(?=[1-9])")
# Codes of companies and publications have eight digits too.
_CODE = re.compile(r"\b(?:cvr|issn|isbn|ean|orcid)\W*(?:nr|nummer)?\W*\Z", re.IGNORECASE)


def find(text: str) -> list[Finding]:
    """All direct identifiers, in order and without overlap.

    A CPR number wins over whatever else is found in the same characters. Digits inside links are
    left alone: a DOI is no phone number.
    """
    linkless = _URL.sub(lambda match: " " * len(match[0]), text)
    taken = bytearray(len(text))
    kept = []
    for finding in (*_cpr(linkless), *_email(text), *_phone(linkless)):
        if not any(taken[finding.start : finding.end]):
            taken[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
            kept.append(finding)
    return sorted(kept)


def covered(text: str) -> str:
    """The text with ••• in place of every direct identifier, for a report that others may see."""
    for finding in reversed(find(text)):
        text = f"{text[: finding.start]}•••{text[finding.end :]}"
    return text


def _cpr(text: str) -> Iterator[Finding]:
    for match in _CPR.finditer(text):
        if int(match[1]) <= _LAST_DAY.get(int(match[2]), 31):
            yield Finding(match.start(), match.end(), Kind.CPR)


def _email(text: str) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text):
        yield Finding(match.start(), match.end(), Kind.EMAIL)


def _phone(text: str) -> Iterator[Finding]:
    yield from _foreign(text)
    for match in (*_EIGHT.finditer(text), *filter(_is_phone, _ROW.finditer(text))):
        if match["home"] or not _CODE.search(text[max(0, match.start() - 15) : match.start()]):
            yield Finding(match.start(), match.end(), Kind.PHONE)
    for match in _CALLED.finditer(text):
        yield Finding(match.start("number"), match.end("number"), Kind.PHONE)


def _is_phone(match: re.Match[str]) -> bool:
    """Whether a row of groups is a phone number and not figures, years or a range."""
    groups = re.split(r"\D", match["row"])
    if len(groups) > 4 and groups[0] == "45":  # the country, without its plus
        groups = groups[1:]
    if len("".join(groups)) % 8 or groups[0][0] in "01":
        return False
    plain = len(groups[0]) == 4 and not match["home"]
    years = all(group[:2] in ("19", "20") for group in groups)
    round_ = all(group[-1] == "0" for group in groups)
    return not (plain and (years or round_))


def _foreign(text: str) -> Iterator[Finding]:
    dialled = _ABROAD.sub(" +", text)
    if "+" not in dialled:
        return
    for number in phonenumbers.PhoneNumberMatcher(dialled, None):
        written_00 = text[number.start] != "+" and dialled[number.start] == "+"
        yield Finding(number.start - written_00, number.end, Kind.PHONE)

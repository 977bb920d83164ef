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


# Day, month, year, then four digits; spaces, dots and hyphens may stand between. No checksum:
# modulus 11 has not held for all CPR numbers since 2007. Years need no check, any two digits do.
_GAP = r"[\s.\-–/]{0,3}"
_CPR = re.compile(
    rf"(?<!\d)(?:0[1-9]|[12]\d|3[01]){_GAP}(?:0[1-9]|1[0-2]){_GAP}\d\d{_GAP}\d{{4}}(?!\d)"
)
_EMAIL = re.compile(
    r"[\w.+\-]{1,64}\s?(?:@|\(at\)|\[at\]|\(snabel-?a\)|\bsnabel-?a\b)\s?[\w\-]{1,63}"
    r"(?:\.[\w\-]{1,63}){1,4}",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.|doi:|doi\.org/)\S+", re.IGNORECASE)
# Eight digits in the groupings people write; the first is 2-9, as Danish numbers are.
_PHONE = re.compile(
    r"(?<![\d.,/\-–§])(?:\+?\s?45[\s.\-]?|\(45\)\s?|0045\s?)?"
    r"[2-9]\d(?:\d{6}|(?:[\s.\-]\d\d){3}|\d\d[\s.\-]\d{4}|\d[\s.\-]\d{2,3}[\s.\-]\d{2,3})"
    r"(?![\d/]|[.,\-–]\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d\D+(?:19|20)\d\d")


def find(text: str) -> list[Finding]:
    """All direct identifiers, in order and without overlap.

    A CPR number wins over a phone number found in the same digits. Digits inside links are left
    alone: a DOI is no phone number.
    """
    readable = _URL.sub(lambda match: " " * len(match[0]), text)
    taken: list[Finding] = []
    for finding in (*_cpr(readable), *_email(readable), *_phone(readable)):
        if not any(finding.start < t.end and t.start < finding.end for t in taken):
            taken.append(finding)
    return sorted(taken)


def _cpr(text: str) -> Iterator[Finding]:
    for match in _CPR.finditer(text):
        if sum(char.isdigit() for char in match[0]) == 10:
            yield Finding(match.start(), match.end(), Kind.CPR)


def _email(text: str) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text):
        yield Finding(match.start(), match.end(), Kind.EMAIL)


def _phone(text: str) -> Iterator[Finding]:
    for match in _PHONE.finditer(text):
        if not _YEARS.fullmatch(match[0].strip()):
            yield Finding(match.start(), match.end(), Kind.PHONE)
    if "+" in text or "00" in text:  # only then can a number of another country stand there
        for number in phonenumbers.PhoneNumberMatcher(text, None):
            yield Finding(number.start, number.end, Kind.PHONE)

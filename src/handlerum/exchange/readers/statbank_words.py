"""Danish wording of StatBank's short codes for periods and units."""

import re
from collections.abc import Sequence

_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
_PERIOD = re.compile(r"(?P<year>\d{4})(?P<kind>[KHUM])(?P<number>\d{1,2})(?:D(?P<day>\d{2}))?")


def listed(words: Sequence[str]) -> str:
    """Return "a", "a og b" or "a, b og c"."""
    return " og ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def unit(code: str) -> str:
    """Return a sentence on the unit; StatBank writes "-" where it differs inside the table."""
    if code in ("", "-"):
        return "Tabellen har ikke én fast enhed."
    # Lower case only where it cannot be a sign such as GJ or USD.
    shown = code[:1].lower() + code[1:] if code[1:2].islower() else code
    return f"Tallene er opgjort i enheden {shown.rstrip('.')}."


def period(code: str) -> str:
    """Return e.g. "2025K3" as "3. kvartal 2025"; an unknown code is returned as it is."""
    found = _PERIOD.fullmatch(code)
    if not found:
        return code
    year, number = found["year"], int(found["number"])
    if found["kind"] == "M":
        return _month(code, year, number, found["day"])
    if found["kind"] == "U":
        return f"uge {number} i {year}"
    return f"{number}. {'kvartal' if found['kind'] == 'K' else 'halvår'} {year}"


def _month(code: str, year: str, number: int, day: str | None) -> str:
    if not 1 <= number <= len(_MONTHS):
        return code
    return f"{f'{int(day)}. ' if day else ''}{_MONTHS[number - 1]} {year}"

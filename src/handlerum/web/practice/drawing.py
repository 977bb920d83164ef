"""The knowledge account as a picture: a seat for each form and way, and for each voice."""

from dataclasses import dataclass

from django.utils.functional import Promise

from handlerum.knowledge.terms import Form, Voice, Way
from handlerum.practice.rules.account import Account

#: Measures of the picture, about as many as a phone has points across.
_WIDE, _TOP, _ROW = 390, 44, 76
_FIRST, _STEP, _SEAT, _SMALL = 41, 77, 19, 13
_VOICE_ROW = 40


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat: whose it is, how many sit there, and where."""

    form: str
    count: int
    x: int
    y: int
    text_y: int


@dataclass(frozen=True, slots=True)
class Line:
    """Words in the picture."""

    text: str | Promise
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Seats with their words, in a box of its own measures."""

    box: str
    radius: int
    seats: list[Seat]
    heads: list[Line]
    lines: list[Line]


def seats(account: Account) -> Drawing:
    """A row of five seats for each way, the forms side by side in their order."""
    places = {form: _FIRST + _STEP * n for n, form in enumerate(Form)}
    drawn, lines = [], []
    for n, way in enumerate(Way):
        top = _TOP + _ROW * n
        lines.append(Line(way.label, 0, top + 8))
        drawn += [
            _seat(form.value, account.seats[form][way], x, top + 38) for form, x in places.items()
        ]
    heads = [Line(form.label, x, 16) for form, x in places.items()]
    return Drawing(f"0 0 {_WIDE} {_TOP + _ROW * len(Way)}", _SEAT, drawn, heads, lines)


def voices(account: Account) -> Drawing:
    """A seat for each voice, in two columns."""
    drawn, lines = [], []
    half = (len(Voice) + 1) // 2
    for n, (voice, many) in enumerate(account.voices.items()):
        x, y = 16 + 195 * (n // half), 24 + _VOICE_ROW * (n % half)
        drawn.append(_seat("", many, x, y))
        lines.append(Line(voice.label, x + 22, y + 5))
    return Drawing(f"0 0 {_WIDE} {_VOICE_ROW * half + 8}", _SMALL, drawn, [], lines)


def _seat(form: str, many: int, x: int, y: int) -> Seat:
    return Seat(form, many, x, y, y + 5)

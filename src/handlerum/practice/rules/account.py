"""The knowledge account: which forms, ways and voices a practice stands on. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from handlerum.knowledge.terms import Form, Voice, Way


@dataclass(frozen=True, slots=True)
class Piece:
    """Something a practice stands on; way and voice are None where the reader may not see it."""

    form: Form
    way: Way | None = None
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """How many pieces sit at each seat; a seat that nobody sits at is there with 0.

    `hidden` are the pieces of each form that the reader may not see: they are in no way and no
    voice here.
    """

    seats: dict[Form, dict[Way, int]]
    voices: dict[Voice, int]
    hidden: dict[Form, int]

    @property
    def forms(self) -> dict[Form, int]:
        """How many pieces of each form there are, those one may not see too."""
        return {form: sum(row.values()) + self.hidden[form] for form, row in self.seats.items()}

    @property
    def ways(self) -> dict[Way, int]:
        """How many pieces came by each way."""
        return {way: sum(row[way] for row in self.seats.values()) for way in Way}

    @property
    def count(self) -> int:
        """How many pieces there are in all."""
        return sum(self.forms.values())

    @property
    def silent_forms(self) -> list[Form]:
        """The forms that nothing is of."""
        return [form for form, many in self.forms.items() if not many]

    @property
    def silent_ways(self) -> list[Way]:
        """The ways by which nothing came, as far as the reader sees."""
        return [way for way, many in self.ways.items() if not many]

    @property
    def silent_voices(self) -> list[Voice]:
        """The voices that do not speak, as far as the reader sees."""
        return [voice for voice, many in self.voices.items() if not many]


def account_of(pieces: Iterable[Piece]) -> Account:
    """Count the pieces at their seats."""
    pieces = list(pieces)
    seats = Counter((one.form, one.way) for one in pieces)
    voices = Counter(one.voice for one in pieces)
    return Account(
        seats={form: {way: seats[form, way] for way in Way} for form in Form},
        voices={voice: voices[voice] for voice in Voice},
        hidden={form: seats[form, None] for form in Form},
    )

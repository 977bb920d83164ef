"""The law beside a practice: what it cites, and where it may be narrower than that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlerum.legislation.citing import CitationView, citations_of
from handlerum.legislation.provisions import Provision, provisions_in
from handlerum.organisations.access import Reader
from handlerum.practice.access import readable
from handlerum.practice.models import PlaceReading, Practice
from handlerum.practice.rules.narrower import LawText, Place, places
from handlerum.trail.terms import Thing


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """A place that may be narrower, and what a named reader says of it; None: nobody has said."""

    place: Place
    reading: PlaceReading | None


@dataclass(frozen=True, slots=True)
class Beside:
    """A section that is cited: its provisions in force, and the places beside it."""

    citation: CitationView
    provisions: list[Provision]
    places: list[ReadPlace]


def beside(reader: Reader, practice_id: int, day: date) -> tuple[Practice, list[Beside]]:
    """A practice, and every section it cites as it stands on a day.

    Raises:
        Denied: the practice is not the reader's to see.
    """
    practice = readable(reader, practice_id)
    cited = _once(citations_of(Thing.PRACTICE, [practice.id], day))
    provisions = provisions_in(reader, [_section(one) for one in cited], day)
    readings = PlaceReading.objects.filter(practice=practice).select_related("by")
    said = {one.fingerprint: one for one in readings}
    return practice, [
        _laid(practice, one, provisions.get(_section(one), []), said) for one in cited
    ]


def _laid(
    practice: Practice, one: CitationView, found: list[Provision], said: dict[str, PlaceReading]
) -> Beside:
    meant = one.cited.subsection
    parts = [part for part in found if meant in (None, part.row.number)]
    laws = [LawText(part.citation, whole(part)) for part in parts]
    seen = places(practice.text, laws)
    return Beside(one, parts, [ReadPlace(place, said.get(place.fingerprint)) for place in seen])


def whole(provision: Provision) -> str:
    """A provision's words with those of its numbers."""
    return "\n".join([provision.row.text, *(text for _number, text in provision.row.points)])


def _section(one: CitationView) -> tuple[str, str]:
    return one.cited.act_key, one.cited.section


def _once(cited: Sequence[CitationView]) -> list[CitationView]:
    """Each provision once, also where the text cites it again."""
    seen = {(*_section(one), one.cited.subsection): one for one in reversed(cited)}
    return list(reversed(seen.values()))

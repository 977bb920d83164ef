"""What is sent to everybody: a session at one version, made once for each language."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from handlerum.reflection.queries import Common
from handlerum.reflection.queries.following import followed
from handlerum.web.reflection.room import for_everybody

#: A page with more letters than this is fetched by each who follows, and not sent to all.
_LARGEST = 20_000


@dataclass(frozen=True, slots=True)
class Frame:
    """A session at one version as bytes by language, and who may be sent it.

    Participants by their ids, and by their accounts those who lead.
    """

    version: int
    turn: int
    bodies: Mapping[str, bytes]
    events: Mapping[str, bytes]
    participants: frozenset[int]
    leaders: frozenset[int]


def frame_of(session_id: int, known: int) -> Frame | None:
    """The session where its version is past the one that is known; None where it is not.

    Raises:
        Gone: it is deleted.
    """
    found = followed(session_id, known)
    if found is None:
        return None
    told = found.common
    bodies = {language: encoded(told, language) for language, _name in settings.LANGUAGES}
    events = {language: _event(told.version, body) for language, body in bodies.items()}
    return Frame(told.version, told.turn, bodies, events, found.participants, found.leaders)


def encoded(told: Common, language: str) -> bytes:
    """Where a session is, and what everybody sees, as one line of JSON.

    `shown` is a fragment of the page, made from the tables; null where it is too long for all.
    When `own` is another number than before, so may be the rest of a phone's page.
    """
    with translation.override(language):
        shown = render_to_string("reflection/_shared.html", for_everybody(told))
    body = {
        "session_id": told.session_id,
        "version": told.version,
        "turn": told.turn,
        "state": told.state,
        "step": told.step["key"],
        "step_number": told.step_number,
        "people": len(told.people),
        "own": _own_mark(told),
        "shown": shown if len(shown) <= _LARGEST else None,
    }
    return json.dumps(body, ensure_ascii=False).encode()


def _own_mark(told: Common) -> int:
    """Changes when phones must ask for the rest of their page: what can be written and chosen."""
    places = [(one.id, one.perspective) for one in told.people if one.perspective]
    many = [len(rows) for rows in (told.entries, told.options, told.groups, told.next_steps)]
    asked = (told.state, told.turn, told.step, told.is_revealed, told.is_answered, told.laid_out)
    return crc32(repr((asked, many, places)).encode())


def _event(version: int, body: bytes) -> bytes:
    """A server-sent event; JSON has no line breaks of its own."""
    return b"id: %d\nevent: moved\ndata: %s\n\n" % (version, body)

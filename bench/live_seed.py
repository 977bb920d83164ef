"""`python -m bench.live_seed PHONES`: make a session with people in it, in a server's database.

Run with the server's `HANDLERUM_HOME`. Answers one line of JSON: see `Seeded`.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass

#: Steps that a run goes through; each is written in, and nothing is shown before it is revealed.
STEPS = 32


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a client must know: the session, a link into it, and the cookies of those who are in."""

    session_id: int
    link: str
    #: The facilitator's sign-in.
    leader: str
    #: The secret of each guest's phone.
    phones: tuple[str, ...]


def seeded(phones: int, reveal: str) -> Seeded:
    """A running session led by an example person, and so many guests who came in by its link."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import transaction

    from handlerum.organisations.access import reader_of
    from handlerum.organisations.models import Membership
    from handlerum.organisations.secrets import new_token
    from handlerum.reflection import services
    from handlerum.reflection.telling import SessionTelling

    member = Membership.objects.select_related("user").order_by("id")[0]
    reader = reader_of(member)
    steps = [_step(f"trin-{number}", reveal) for number in range(STEPS)]
    told = SessionTelling("dilemma-work", steps, "Hvornår er det for tidligt at ringe?")
    session = services.start(reader, services.prepare(reader, told).id)
    link = services.invite(reader, session.id)
    tokens = tuple(new_token() for _ in range(phones))
    with transaction.atomic():
        for number, token in enumerate(tokens):
            services.join_as_guest(link, f"Gæst {number}", token)
    signed_in = SessionStore()
    signed_in[SESSION_KEY] = str(member.user_id)
    signed_in[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    signed_in[HASH_SESSION_KEY] = member.user.get_session_auth_hash()
    signed_in.save()
    return Seeded(session.id, link, str(signed_in.session_key), tokens)


def _step(key: str, reveal: str) -> dict[str, object]:
    return {
        "key": key,
        "name": {"da": "Skriv for dig selv", "en": "Write on your own"},
        "instruction": {"da": "Skriv, hvad I kunne gøre.", "en": "Write what you could do."},
        "sees": "everyone",
        "input": "silent_writing",
        "minutes": 10,
        "reveal": reveal,
    }


def main() -> None:
    """Make it and tell."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "handlerum.config.settings"
    import django

    django.setup()
    made = seeded(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "on_reveal")
    print(json.dumps(asdict(made)))


if __name__ == "__main__":
    main()

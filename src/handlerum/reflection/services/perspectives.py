"""Asking several who take part to see it from somebody's place, in one go."""

from collections.abc import Mapping

from django.db import transaction

from handlerum.organisations.access import Denied
from handlerum.reflection.access import Who
from handlerum.reflection.models import Participant
from handlerum.reflection.problems import refuse
from handlerum.reflection.rules.session_problem import in_texts
from handlerum.reflection.services.joining import MAX_PERSPECTIVE
from handlerum.reflection.services.writing import held_leading, leader_id, moved, not_closed
from handlerum.reflection.words import Happened


@transaction.atomic
def assign_all(who: Who, session_id: int, perspectives: Mapping[int, str]) -> None:
    """Ask each of those who take part to see it from a perspective; "" takes it back.

    Raises:
        Denied: not somebody who leads, or one of them takes no part in this session.
        Refused: one may not be stored as it is, or the session is over.
    """
    here = held_leading(who, session_id)
    not_closed(here)
    texts = {str(one): text for one, text in perspectives.items()}
    refuse(in_texts(texts, dict.fromkeys(texts, MAX_PERSPECTIVE)))
    rows = list(Participant.objects.filter(session=here.session, id__in=perspectives))
    if len(rows) < len(perspectives):
        raise Denied
    for row in rows:
        row.perspective = perspectives[row.id].strip()
    if rows:
        Participant.objects.bulk_update(rows, ["perspective"])
        moved(here, Happened.ASSIGNED, leader_id(who))

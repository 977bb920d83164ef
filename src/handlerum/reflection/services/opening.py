"""Saying which knowledge opened an option."""

from django.db import transaction

from handlerum.organisations.access import Denied
from handlerum.reflection.access import Who
from handlerum.reflection.models import ActionOption
from handlerum.reflection.services.outcomes import must_be_theirs
from handlerum.reflection.services.writing import held, moved, running
from handlerum.reflection.words import Happened


@transaction.atomic
def say_what_opened(
    who: Who,
    session_id: int,
    option_id: int,
    *,
    contribution_id: int | None = None,
    entry_id: int | None = None,
) -> None:
    """Say what made one think of one's own option: a contribution, or an entry; neither takes it
    back.

    Raises:
        Denied: it is not theirs, or they cannot see what is said to have opened it.
        Refused: the session is not going on.
    """
    here = held(who, session_id)
    running(here)
    mine = ActionOption.objects.filter(session=here.session, participant=here.participant or -1)
    option = mine.filter(id=option_id, withdrawn_at=None).first()
    if option is None:
        raise Denied
    opened = {"contribution_id": contribution_id, "entry_id": entry_id}
    must_be_theirs(who, here, opened)
    option.contribution_id, option.entry_id = contribution_id, entry_id
    option.save(update_fields=["contribution", "entry"])
    moved(here, Happened.WROTE)

"""What participants agree to share becomes contributions."""

from django.db import transaction

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute
from handlerum.knowledge.telling import Telling
from handlerum.organisations.access import Denied, Reader
from handlerum.reflection.access import Who
from handlerum.reflection.models import Entry, Share
from handlerum.reflection.problems import refuse_for
from handlerum.reflection.rules.session_problem import Code
from handlerum.reflection.services.writing import held, held_leading, leader_id, moved
from handlerum.reflection.words import Happened


@transaction.atomic
def agree(who: Who, session_id: int, entry_id: int, *, agreed: bool = True) -> None:
    """Agree that something one wrote becomes a contribution, or take that back until it is one.

    Raises:
        Denied: it is not in this session, or somebody else wrote it.
    """
    here = held(who, session_id)
    mine = Entry.objects.filter(session=here.session, id=entry_id, withdrawn_at=None)
    entry = mine.filter(participant=here.participant or -1).first()
    if entry is None:
        raise Denied
    if agreed:
        changed = Share.objects.get_or_create(entry=entry)[1]
    else:
        changed = bool(Share.objects.filter(entry=entry, contribution=None).delete()[0])
    if changed:
        moved(here, Happened.AGREED)


@transaction.atomic
def publish(reader: Reader, session_id: int, entry_id: int, telling: Telling) -> Contribution:
    """Make a contribution of an entry whose writer agreed; again gives the one that was made.

    Args:
        telling: what is shared, looked through anew; who leads is its author.

    Raises:
        Denied: not somebody who leads, or no such entry in this session.
        Refused: its writer has not agreed.
        knowledge.problems.Refused: the telling may not be shared as it is.
    """
    here = held_leading(reader, session_id)
    if not Entry.objects.filter(session=here.session, id=entry_id).exists():
        raise Denied
    share = Share.objects.filter(entry_id=entry_id).select_related("contribution").first()
    if share is None:
        refuse_for("entry", Code.NOT_AGREED)
    if share.contribution is None:
        share.contribution = contribute(reader, telling)
        share.save(update_fields=["contribution"])
        moved(here, Happened.PUBLISHED, leader_id(reader))
    return share.contribution

"""The pieces of knowledge that whoever leads lets everybody present see."""

from collections.abc import Iterable

from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, State
from handlerum.reflection.access import Who, seat
from handlerum.reflection.models import Session


def laid_out(who: Who, session_id: int) -> list[Contribution]:
    """The pieces that were laid out for everybody, in that order.

    Guests are no readers of the organisation, so only what is for all of it is among them, even
    where a piece was shared more narrowly since.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    session = seat(who, session_id).session
    return for_everybody(session, session.laid_out)


def for_everybody(session: Session, ids: Iterable[int]) -> list[Contribution]:
    """Those of the pieces that the whole organisation may read, in the order of the ids."""
    ids = list(ids)
    if not ids:
        return []
    rows = Contribution.objects.filter(
        organisation_id=session.organisation_id,
        state=State.SHARED,
        audience=Audience.ORGANISATION,
        id__in=ids,
    )
    found = {row.id: row for row in rows.select_related("source")}
    return [found[one] for one in ids if one in found]

"""The answers to statements, for the map of opinions."""

from handlerum.reflection.access import Who, seat
from handlerum.reflection.models import Entry
from handlerum.reflection.words import EntryKind


def votes(who: Who, session_id: int, step: str) -> list[tuple[int, int, str]]:
    """Every answer in a step as (participant, statement, vote), by their numbers.

    They are to be counted, not shown: which participant it was is for telling people apart only.
    Answers to a statement that was taken back are not among them.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    session = seat(who, session_id).session
    here = Entry.objects.filter(session=session, step=step, withdrawn_at=None)
    statements = set(here.filter(kind=EntryKind.STATEMENT).values_list("id", flat=True))
    rows = here.filter(kind=EntryKind.VOTE).exclude(participant=None)
    found = rows.values_list("participant_id", "value").order_by("id")
    return sorted(
        (by, value["statement"], value["vote"])
        for by, value in found
        if by and value["statement"] in statements
    )

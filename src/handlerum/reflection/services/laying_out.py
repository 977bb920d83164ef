"""Which pieces of the pack are put aside, and which everybody present sees."""

from django.db import transaction

from handlerum.knowledge.access import readable
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.terms import Audience, State
from handlerum.organisations.access import Reader
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.session_problem import Code, Problem
from handlerum.reflection.services.writing import held_leading, leader_id, moved, not_closed
from handlerum.reflection.words import Happened

#: More than these nobody reads in a meeting.
MAX_PIECES = 30


@transaction.atomic
def lay_out(reader: Reader, session_id: int, contribution_id: int, *, out: bool = True) -> None:
    """Let everybody present see a piece of knowledge, guests too; or take it back.

    Raises:
        Denied: not somebody who leads, or the piece is not theirs to see.
        Refused: it is not for the whole organisation, there are too many, or the session is over.
    """
    here = held_leading(reader, session_id)
    not_closed(here)
    before = here.session.laid_out
    ids = [one for one in before if one != contribution_id]
    if out:
        _for_all(readable(reader, contribution_id))
        ids.append(contribution_id)
    if len(ids) > MAX_PIECES:
        refuse([Problem("piece", Code.TOO_MANY, MAX_PIECES, len(ids))])
    aside = [one for one in here.session.aside if one not in ids]
    moved(here, Happened.LAID_OUT, leader_id(reader), laid_out=ids, aside=aside)


@transaction.atomic
def put_aside(reader: Reader, session_id: int, contribution_id: int, *, aside: bool = True) -> None:
    """Put a piece of the pack aside, or take it up again.

    Raises:
        Denied: not somebody who leads, or the piece is not theirs to see.
        Refused: too many are put aside, or the session is over.
    """
    here = held_leading(reader, session_id)
    not_closed(here)
    readable(reader, contribution_id)
    session = here.session
    ids = [one for one in session.aside if one != contribution_id]
    ids += [contribution_id] if aside else []
    if len(ids) > MAX_PIECES:
        refuse([Problem("piece", Code.TOO_MANY, MAX_PIECES, len(ids))])
    shown = [one for one in session.laid_out if one not in ids]
    moved(here, Happened.LAID_OUT, leader_id(reader), aside=ids, laid_out=shown)


def _for_all(row: Contribution) -> None:
    if row.state != State.SHARED or row.audience != Audience.ORGANISATION:
        refuse_for("piece", Code.NOT_FOR_ALL)

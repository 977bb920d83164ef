"""Who may be in a session, and as what: one place for every room and door."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from handlerum.knowledge.access import reached
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.secrets import digest
from handlerum.reflection.models import Facilitation, Participant, Session


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody without an account, in one session only. Made by `guest` alone."""

    participant_id: int
    session_id: int


#: Whoever asks: a member of the organisation, or a guest of one session.
Who = Reader | Guest


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place in a session: as one of those who may lead, as a participant, or both."""

    session: Session
    participant: Participant | None
    facilitates: bool

    @property
    def user_id(self) -> int | None:
        """The account of whoever sits there; None for a guest."""
        return self.participant.user_id if self.participant else None


def guest(token: str, session_id: int) -> Guest:
    """The guest whose phone holds that secret.

    Raises:
        Denied: nobody's, or one of another session; which of them is not told.
    """
    found = Participant.objects.filter(digest=digest(token), session_id=session_id)
    participant_id = found.values_list("id", flat=True).first()
    if participant_id is None:
        raise Denied
    return Guest(participant_id, session_id)


def seat(who: Who, session_id: int) -> Seat:
    """The place of somebody who leads or takes part; one query.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    return _guest_seat(who, session_id) if isinstance(who, Guest) else _seat(who, session_id)


def leading(who: Who, session_id: int) -> Seat:
    """The place of somebody who may lead.

    Raises:
        Denied: they may not.
    """
    found = seat(who, session_id)
    if not found.facilitates:
        raise Denied
    return found


def may_join(reader: Reader) -> Q:
    """The condition under which a member may join a session without a link."""
    return Q(organisation_id=reader.organisation_id) & reached(reader)


def joinable(reader: Reader, session_id: int) -> Session:
    """A session that the member may join, leads, or takes part in.

    Raises:
        Denied: there is none of that id for this reader.
    """
    found = visible(reader).filter(id=session_id).first()
    if found is None:
        raise Denied
    return found


def visible(reader: Reader) -> QuerySet[Session]:
    """Every session that the member may join, leads, or takes part in."""
    mine = Exists(_facilitations(reader)) | Exists(_participations(reader))
    here = Session.objects.filter(organisation_id=reader.organisation_id)
    return here.filter(reached(reader) & Q(is_rehearsal=False) | mine)


def _seat(reader: Reader, session_id: int) -> Seat:
    here = Session.objects.filter(id=session_id, organisation_id=reader.organisation_id)
    found = here.annotate(leads=Exists(_facilitations(reader))).first()
    if found is None:
        raise Denied
    mine = Participant.objects.filter(session_id=session_id, user_id=reader.user_id).first()
    if not (found.leads or mine):
        raise Denied
    return Seat(found, mine, found.leads)


def _guest_seat(who: Guest, session_id: int) -> Seat:
    found = (
        Participant.objects.filter(id=who.participant_id, session_id=who.session_id)
        .filter(session_id=session_id)
        .select_related("session")
        .first()
    )
    if found is None:
        raise Denied
    return Seat(found.session, found, facilitates=False)


def _facilitations(reader: Reader) -> QuerySet[Facilitation]:
    return Facilitation.objects.filter(session_id=OuterRef("pk"), user_id=reader.user_id)


def _participations(reader: Reader) -> QuerySet[Participant]:
    return Participant.objects.filter(session_id=OuterRef("pk"), user_id=reader.user_id)


def version_for(who: Who, session_id: int) -> int:
    """The present version of a session that they lead or take part in; one query.

    Raises:
        Denied: there is no such session, or it is not theirs.
    """
    rows = Session.objects.filter(id=session_id)
    if isinstance(who, Guest):
        by = Participant.objects.filter(id=who.participant_id, session_id=OuterRef("pk"))
        rows = rows.filter(Exists(by))
    else:
        mine = Exists(_facilitations(who)) | Exists(_participations(who))
        rows = rows.filter(mine, organisation_id=who.organisation_id)
    version = rows.values_list("version", flat=True).first()
    if version is None:
        raise Denied
    return version

"""Coming into a session: with a link and no account, or as a member."""

import base64
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from handlerum.core.clock import now
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import User
from handlerum.organisations.secrets import digest
from handlerum.reflection.access import Guest, Seat, Who, joinable
from handlerum.reflection.models import Link, Participant, Session
from handlerum.reflection.problems import refuse, refuse_for
from handlerum.reflection.rules.session_problem import Code, in_name, in_texts
from handlerum.reflection.services.writing import held_leading, leader_id, moved, not_closed
from handlerum.reflection.words import Happened

MAX_NAME = 40
MAX_PERSPECTIVE = 60
#: Shorter than this is no secret.
MIN_TOKEN = 32


@dataclass(frozen=True, slots=True)
class Joined:
    """A guest who came in, and the code by which they withdraw what they said."""

    guest: Guest
    code: str


@transaction.atomic
def join_as_guest(link: str, name: str, token: str) -> Joined:
    """Come in by a link with a first name or a role. Late, one lands in the step that goes on.

    Args:
        token: a secret made by `organisations.secrets.new_token` for this phone, and kept by it.
            The same again is the same guest, so pressing twice brings in nobody twice.

    Raises:
        Denied: the link is wrong, used up or too old, or the session is over.
        Refused: the name may not be stored as it is.
    """
    session = _let_in_by(link)
    if len(token) < MIN_TOKEN:
        raise Denied
    known = Participant.objects.filter(digest=digest(token)).first()
    if known:
        return _again(known, session, token)
    refuse(in_name(name, MAX_NAME))
    _use(link)
    code = code_of(token)
    row = _join(session, name=name.strip(), digest=digest(token), code=hidden(code))
    return Joined(Guest(row.id, session.id), code)


@transaction.atomic
def join_as_member(reader: Reader, session_id: int) -> Participant:
    """Come in as a member whom the session is for; again changes nothing.

    Raises:
        Denied: it is not for this reader.
        Refused: it is over.
    """
    joinable(reader, session_id)
    return _member(reader, _held(session_id))


@transaction.atomic
def join_by_link(reader: Reader, link: str) -> Participant:
    """Come in as a member of the organisation by a link.

    Raises:
        Denied: the link is wrong, used up or too old, or belongs to another organisation.
    """
    session = _let_in_by(link)
    if session.organisation_id != reader.organisation_id:
        raise Denied
    if not Participant.objects.filter(session=session, user_id=reader.user_id).exists():
        _use(link)
    return _member(reader, session)


@transaction.atomic
def assign(who: Who, session_id: int, participant_id: int, perspective: str) -> None:
    """Ask somebody to see it from a perspective; an empty one takes it back.

    Raises:
        Denied: not somebody who leads, or no such participant in this session.
        Refused: it may not be stored as it is, or the session is over.
    """
    here = held_leading(who, session_id)
    refuse(in_texts({"perspective": perspective}, {"perspective": MAX_PERSPECTIVE}))
    not_closed(here)
    rows = Participant.objects.filter(id=participant_id, session=here.session)
    if not rows.update(perspective=perspective.strip()):
        raise Denied
    moved(here, Happened.ASSIGNED, leader_id(who))


def session_of(link: str) -> Session:
    """The session that a link lets into, to tell what it is before coming in.

    Raises:
        Denied: the link is wrong, used up or too old, or the session is over.
    """
    found = Link.objects.filter(digest=digest(link), expires_at__gt=now())
    row = found.exclude(session__state="closed").select_related("session").first()
    if row is None:
        raise Denied
    return row.session


def code_of(token: str) -> str:
    """The guest's code: ten letters and digits that follow from the secret of their phone."""
    made = salted_hmac("handlerum.reflection.code", token, algorithm="sha256").digest()
    return base64.b32encode(made).decode()[:10]


def hidden(code: str) -> str:
    """What is stored of a code. It is short, so the key of this installation goes into it."""
    tidy = "".join(code.split()).replace("-", "").upper()
    return salted_hmac("handlerum.reflection.hidden", tidy, algorithm="sha256").hexdigest()


def _held(session_id: int) -> Session:
    return Session.objects.select_for_update().get(id=session_id)


def _let_in_by(link: str) -> Session:
    return _held(session_of(link).id)


def _use(link: str) -> None:
    """Count somebody who comes by the link."""
    rows = Link.objects.filter(digest=digest(link))
    if rows.filter(uses_left=None).exists():
        return
    if not rows.filter(uses_left__gt=0).update(uses_left=F("uses_left") - 1):
        raise Denied


def _again(known: Participant, session: Session, token: str) -> Joined:
    if known.session_id != session.id:
        raise Denied
    return Joined(Guest(known.id, session.id), code_of(token))


def _member(reader: Reader, session: Session) -> Participant:
    known = Participant.objects.filter(session=session, user_id=reader.user_id).first()
    if known:
        return known
    if session.state == "closed":
        refuse_for("session", Code.CLOSED)
    user = User.objects.get(id=reader.user_id)
    return _join(session, user=user, name=user.get_short_name()[:MAX_NAME])


def _join(session: Session, **who: object) -> Participant:
    row = Participant.objects.create(session=session, joined_step=session.step, **who)
    moved(Seat(session, row, facilitates=False), Happened.JOINED)
    return row

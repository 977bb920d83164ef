"""A critical look at a practice: the session that is prepared for it."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Reader, reader_of
from handlerum.organisations.models import Membership
from handlerum.practice.access import editable
from handlerum.practice.models import Practice
from handlerum.practice.services.notes import Noted, note
from handlerum.practice.telling import Kept
from handlerum.practice.terms import NoteKind
from handlerum.reflection.access import visible
from handlerum.reflection.models import Session
from handlerum.reflection.problems import Refused
from handlerum.reflection.rules.methods import shipped
from handlerum.reflection.services.preparing import prepare
from handlerum.reflection.telling import SessionTelling
from handlerum.reflection.words import SessionState, SubjectKind

METHOD = "critical-reflection"


@transaction.atomic
def prepare_look(reader: Reader, practice_id: int) -> Session:
    """A session about a practice, by the method for critical reflection; the reader leads it.

    Those who may read the practice may join.

    Raises:
        Denied: the practice is not the reader's to change.
        Refused: its title may not be said in a session.
    """
    practice = editable(reader, practice_id)
    audience, team_id = practice.audience, practice.team_id
    if audience == Audience.TEAM and team_id not in reader.team_ids:
        audience, team_id = Audience.ME, None
    told = SessionTelling(
        method=METHOD,
        steps=[step.as_told() for step in shipped()[METHOD].steps],
        question=_("Hvad står »%(title)s« på, og holder det stadig?") % {"title": practice.title},
        subject_kind=SubjectKind.PROCEDURE,
        subject_id=practice.id,
        audience=audience,
        team_id=team_id,
    )
    return prepare(reader, told)


@transaction.atomic
def note_exception(reader: Reader, practice_id: int, text: str, kept: Kept = ()) -> Noted:
    """Note an exception. On the third, a session is prepared for the practice's owner, once.

    Raises:
        Denied: the practice is not the reader's to see.
        Refused: the exception may not be stored as it is.
    """
    noted = note(reader, practice_id, NoteKind.EXCEPTION, text, kept)
    practice = noted.note.practice
    if noted.session_due and not _open(practice).exists():
        _prepare_for_owner(practice)
    return noted


def sessions_about(reader: Reader, practice: Practice) -> list[Session]:
    """The sessions about a practice that the reader may see, the newest first."""
    return list(visible(reader).filter(pk__in=_about(practice).values("id")).order_by("-id"))


def _prepare_for_owner(practice: Practice) -> None:
    """Nothing is prepared where the owner has stopped: the flag says what is due to the others."""
    place = Membership.objects.filter(
        organisation_id=practice.organisation_id,
        user_id=practice.owner_id,
        is_active=True,
        user__is_active=True,
    ).first()
    if place is None:
        return
    try:
        # A title that names somebody known to the public may stand there, and not in a session.
        with transaction.atomic():
            prepare_look(reader_of(place), practice.id)
    except Refused:
        return


def _open(practice: Practice) -> QuerySet[Session]:
    return _about(practice).exclude(state=SessionState.CLOSED)


def _about(practice: Practice) -> QuerySet[Session]:
    return Session.objects.filter(
        organisation_id=practice.organisation_id,
        subject_kind=SubjectKind.PROCEDURE,
        subject_id=practice.id,
        is_rehearsal=False,
    )

"""A session about a practice: prepared by who may change it, or by the third exception."""

import pytest

from cast import Cast
from handlerum.knowledge.terms import Audience
from handlerum.organisations.access import Denied
from handlerum.practice.models import Note
from handlerum.practice.services.looking import looked
from handlerum.reflection.models import Session
from handlerum.reflection.services import close
from handlerum.reflection.services.critical_look import (
    METHOD,
    note_exception,
    prepare_look,
    sessions_about,
)
from handlerum.reflection.words import SubjectKind
from practice.agreed import made, stopped


def excepted(cast: Cast, practice_id: int, many: int = 3) -> bool:
    """Bo notes so many exceptions; whether the last one made a session due."""
    due = [
        note_exception(cast.reader("bo"), practice_id, f"Vi gjorde noget andet ({n}).").session_due
        for n in range(many)
    ]
    return due[-1]


def test_a_session_is_about_the_practice_and_open_to_its_readers(cast: Cast) -> None:
    row = made(cast, audience="team")

    session = prepare_look(cast.reader("dorte"), row.id)

    assert (session.subject_kind, session.subject_id) == (SubjectKind.PROCEDURE, row.id)
    assert (session.method, session.facilitator_id) == (METHOD, cast.dorte.user_id)
    assert (session.audience, session.team_id) == (Audience.TEAM, cast.youth.id)
    assert row.title in session.question
    assert sessions_about(cast.reader("bo"), row) == [session]
    assert not sessions_about(cast.reader("erik"), row)


def test_who_may_not_change_it_prepares_nothing(cast: Cast) -> None:
    row = made(cast)

    for name in ("bo", "carla"):
        with pytest.raises(Denied):
            prepare_look(cast.reader(name), row.id)
    with pytest.raises(Denied):
        note_exception(cast.reader("carla"), row.id, "Noget andet.")
    assert not Session.objects.exists()


def test_three_exceptions_prepare_one_session_for_the_owner(cast: Cast) -> None:
    row = made(cast)

    assert not excepted(cast, row.id, 2)
    assert not Session.objects.exists()
    assert excepted(cast, row.id, 2)

    assert Session.objects.get().facilitator_id == cast.anna.user_id


def test_after_a_look_three_new_ones_prepare_the_next(cast: Cast) -> None:
    row, anna = made(cast), cast.reader("anna")
    excepted(cast, row.id)
    close(anna, Session.objects.get().id)
    looked(anna, row.id, conclusion="Den holder.", next_look=None)

    excepted(cast, row.id, 2)
    assert Session.objects.count() == 1
    excepted(cast, row.id, 1)
    assert Session.objects.count() == 2


def test_an_exception_is_kept_where_no_session_can_be_prepared(cast: Cast) -> None:
    row = made(cast)
    stopped(cast, cast.anna)

    assert excepted(cast, row.id)

    assert Note.objects.count() == 3
    assert not Session.objects.exists()
